using NewsGraph.Knowledge;
using NewsGraph.Neo4j.Connecting;
using NewsGraph.Neo4j.Loading;
using NewsGraph.Neo4j.Planning;
using NewsGraph.Tests.Neo4j;

namespace NewsGraph.IntegrationTests.Neo4j;

[NonParallelizable]
public sealed class PushTests : DatabaseTests
{
    [Test]
    public async Task Push_NewGraph_ReadsBack()
    {
        await PushAsync(Graphs.Visit());

        var edges = await RowsAsync("MATCH (a:Person)-[r:MET]->(b:Person) RETURN a.name, b.name, toString(r.time), r.count, r.articles, r.voice");
        Assert.That(edges, Is.EqualTo(new[] { "Ana Silva|Rui Costa|2021-05-03|1|visit|article" }));
        var proof = await RowsAsync("""
            MATCH (r:Relation {type: 'MET'})-[e:EVIDENCED_BY]->(s:Sentence)-[:PART_OF_ARTICLE]->(a:Article)
            RETURN r.name, substring(s.text, e.start - s.start, e.end - e.start), a.title, a.published = date('2021-05-04')
            """);
        Assert.That(proof, Is.EqualTo(new[] { "Ana Silva met Rui Costa (2021-05-03)|met|A visit to Porto|True" }));
    }

    [Test]
    public async Task Push_AnyGraph_GivesEveryNodeANameAndADeclaredLabel()
    {
        await PushAsync(Graphs.Visit(), Graphs.Denial());

        Assert.That(await RowsAsync("MATCH (n) WHERE n.name IS NULL OR trim(n.name) = '' RETURN n"), Is.Empty);
        Assert.That(
            await RowsAsync("MATCH (n) UNWIND labels(n) AS label RETURN DISTINCT label ORDER BY label"),
            Is.EqualTo(new[] { "Article", "Entity", "Group", "Person", "Place", "Relation", "Sentence" }));
    }

    [Test]
    public async Task Push_TimesOfEveryKind_AreDatesOrPairsOfDates()
    {
        await PushAsync(new TestGraph().Article("a", "A")
            .Say("Ana Silva met Rui Costa.").Relate("MET", "e1", "e2", "met", time: "2021-W18")
            .Say("Ana Silva met Rui Costa again.").Relate("MET", "e1", "e2", "met", time: "2021-05-03")
            .Say("Ana Silva met Rui Costa often.").Relate("MET", "e1", "e2", "met", time: "PAST_REF")
            .Entity("e1", EntityType.Person, "Ana Silva").Entity("e2", EntityType.Person, "Rui Costa").Build());

        Assert.That(
            await RowsAsync("MATCH (:Person)-[r:MET]->() RETURN r.timeValue, r.time = date('2021-05-03'), toString(r.timeStart), toString(r.timeEnd) ORDER BY r.timeValue"),
            Is.EqualTo(new[] { "2021-05-03|True|2021-05-03|2021-05-03", "2021-W18||2021-05-03|2021-05-09", "PAST_REF|||" }));
    }

    [Test]
    public async Task Push_SameGraphTwice_ChangesNothing()
    {
        await PushAsync(Graphs.Visit());
        var before = await DumpAsync();

        var second = await PushAsync(Graphs.Visit());

        Assert.That(second.Counters, Is.EqualTo(default(UpdateCounters)));
        Assert.That(second.Unchanged, Is.EqualTo(1));
        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Push_ForcedAgain_LeavesTheSameGraph()
    {
        await PushAsync(Graphs.Visit(), Graphs.Denial());
        var before = await DumpAsync();

        var second = await PushAsync(force: true, Graphs.Visit());

        Assert.That(second.Written, Is.EqualTo(1));
        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Push_ChangedArticle_ReplacesItsFactsAndNoOthers()
    {
        await PushAsync(Graphs.Second());
        var alone = await DumpAsync();
        await PushAsync(Graphs.Visit());
        var changed = new TestGraph().Article("visit", "A visit to Porto, corrected", "2021-05-04")
            .Say("Ana Silva visited Porto.").Relate("VISITED", "e1", "e3", "visited")
            .Entity("e1", EntityType.Person, "Ana Silva").Entity("e3", EntityType.Place, "Porto").Build();

        await PushAsync(changed);

        Assert.That(await RowsAsync("MATCH (r:Relation {article: 'visit'}) RETURN r.name"), Is.EqualTo(new[] { "Ana Silva visited Porto" }));
        Assert.That(await RowsAsync("MATCH (:Entity)-[r:MET]->(:Entity) RETURN r.articles, r.count"), Is.EqualTo(new[] { "second|1" }), "the edge keeps what the other article says");
        Assert.That(await RowsAsync("MATCH (e:Entity {name: 'armed men'}) RETURN e"), Is.Empty, "nothing orphaned");
        await new GraphLoader(Database, Graphs.Types).RemoveAsync(["visit"]);
        Assert.That(await DumpAsync(), Is.EqualTo(alone), "what is left is what the other article alone gives");
    }

    [Test]
    public async Task Push_InAnyOrder_GivesTheSameGraph()
    {
        await PushAsync(Graphs.Visit(), Graphs.Second(), Graphs.Denial());
        var one = await DumpAsync();
        await EmptyAsync();

        await PushAsync(Graphs.Denial(), Graphs.Second(), Graphs.Visit());

        Assert.That(await DumpAsync(), Is.EqualTo(one));
    }

    [Test]
    public async Task Push_SharedEntity_CountsOverArticles()
    {
        await PushAsync(Graphs.Visit(), Graphs.Second());

        Assert.That(await RowsAsync("MATCH (e:Person {name: 'Ana Silva'}) RETURN e.articles, e.aliases, e.mentions"), Is.EqualTo(new[] { "2|President Silva,Silva|3" }));
        Assert.That(await RowsAsync("MATCH (:Entity)-[r:MET]->(:Entity) RETURN r.count, r.articles, r.sources, r.voice"), Is.EqualTo(new[] { "1|second|Rui Costa|attributed", "1|visit||article" }));
    }

    [Test]
    public async Task Push_DeniedElsewhere_DrawsNoEdgeUntilTheDenialIsRemoved()
    {
        await PushAsync(Graphs.Visit());
        Assert.That(await RowsAsync("MATCH ()-[r:ACCUSED]->() RETURN r.sources"), Is.EqualTo(new[] { "Rui Costa" }));

        await PushAsync(Graphs.Denial());
        Assert.That(await RowsAsync("MATCH ()-[r:MET]->() RETURN r.count"), Is.Empty);
        Assert.That(await RowsAsync("MATCH (r:Relation {type: 'MET'}) RETURN r.polarity ORDER BY r.polarity"), Is.EqualTo(new[] { "negative", "positive" }));

        await new GraphLoader(Database, Graphs.Types).RemoveAsync(["denial"]);
        Assert.That(await RowsAsync("MATCH ()-[r:MET]->() RETURN r.count"), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Remove_OnlyArticle_LeavesAnEmptyDatabase()
    {
        await PushAsync(Graphs.Visit());

        var report = await new GraphLoader(Database, Graphs.Types).RemoveAsync(["visit", "never loaded"]);

        Assert.That(report.Removed, Is.EqualTo(1));
        Assert.That(report.Missing, Is.EqualTo(new[] { "never loaded" }));
        Assert.That(await DumpAsync(), Is.Empty);
    }

    [Test]
    public async Task Push_SmallTransactions_GiveTheSameGraph()
    {
        await PushAsync(Graphs.Visit(), Graphs.Second());
        var one = await DumpAsync();
        await EmptyAsync();
        var loader = new GraphLoader(Database, Graphs.Types) { RowsPerTransaction = 1 };
        await loader.EnsureSchemaAsync();

        await loader.PushAsync(new[] { Graphs.Visit(), Graphs.Second() }.SelectMany(g => new GraphPlanner(g, Graphs.Types).Articles()));

        Assert.That(await DumpAsync(), Is.EqualTo(one));
    }

    [Test]
    public async Task Push_TwoAtOnceThatShareEntities_LosesNothing()
    {
        await PushAsync(Graphs.Visit());
        await EmptyAsync();
        await PushAsync(Graphs.Visit());
        var work = Enumerable.Range(0, 12).Select(async i =>
        {
            var graph = new TestGraph().Article($"n{i:00}", "N")
                .Say("Ana Silva met Rui Costa.").Relate("MET", "e1", "e2", "met", time: "2021-05-03")
                .Entity("e1", EntityType.Person, "Ana Silva").Entity("e2", EntityType.Person, "Rui Costa").Build();
            await using var own = GraphDatabases.Open((await TestServer.GetAsync()).Settings);
            await new GraphLoader(own, Graphs.Types).PushAsync(new GraphPlanner(graph, Graphs.Types).Articles());
        });

        await Task.WhenAll(work);

        Assert.That(await RowsAsync("MATCH ()-[r:MET]->() RETURN r.count, size(r.articles)"), Is.EqualTo(new[] { "13|13" }));
        Assert.That(await RowsAsync("MATCH (e:Person {name: 'Ana Silva'}) RETURN e.articles"), Is.EqualTo(new[] { "13" }));
    }

    [Test]
    public async Task EnsureSchema_Twice_MakesItOnce()
    {
        await TestServer.EmptyAsync(Database, withSchema: true);
        var loader = new GraphLoader(Database, Graphs.Types);

        var first = await loader.EnsureSchemaAsync();
        var second = await loader.EnsureSchemaAsync();

        Assert.That(first.SchemaChanges, Is.EqualTo(Statements.Schema.Count));
        Assert.That(second, Is.EqualTo(default(UpdateCounters)));
    }

    [Test]
    public async Task Push_HostileWords_StayWords()
    {
        string[] words =
        [
            "`Robert`) DETACH DELETE n //", "O'Brien \"the ' quote\"", "Line\nBreak\r\nTwo", "Back\\slash \\u0027) MATCH (n) DETACH DELETE n //", "$rows {id: 1} ${x}",
            "Zero\u0000Byte", "Half \ud800 pair", "Para\u2029graph", "😀 Emoji", new string('x', 10_000), "'; MATCH (n) DETACH DELETE n; //",
        ];
        foreach (var (word, i) in words.Select((w, i) => (w, i)))
        {
            await PushAsync(Hostile($"hostile {i} {word[..Math.Min(word.Length, 40)]}", word));
        }

        Assert.That(await RowsAsync("MATCH (a:Article) RETURN count(a)"), Is.EqualTo(new[] { $"{words.Length}" }));
        var names = await RowsAsync("MATCH (r:Relation {type: 'MET'})-[:OBJECT]->(e:Entity) RETURN e.name ORDER BY r.article");
        Assert.That(names, Has.Length.EqualTo(words.Length));
        Assert.That(names, Does.Contain("`Robert`) DETACH DELETE n //").And.Contain("Line\nBreak\r\nTwo").And.Contain("Back\\slash \\u0027) MATCH (n) DETACH DELETE n //").And.Contain("Half \ufffd pair"));
        Assert.That(names.Single(n => n.StartsWith("xxx", StringComparison.Ordinal)), Has.Length.EqualTo(500).And.EndsWith("…"));
    }

    [Test]
    public void Push_TypeOutsideTheOntology_IsRefusedBeforeAnythingIsSent() =>
        Assert.That(
            () => new GraphPlanner(new TestGraph().Article("a", "A").Say("Ana met Rui.").Relate("MET`]-() DETACH DELETE n //", null, null, "met").Build(), Graphs.Types),
            Throws.TypeOf<GraphDataException>().With.Message.Contains("which the ontology does not list"));

    public static KnowledgeGraph Hostile(string id, string name) => new TestGraph()
        .Article(id, name).Say($"Ana Silva met {name} today.").Relate("MET", "e1", "e2", "met", attributes: new() { ["x` = 1 //"] = name, ["id"] = "mine" })
        .Entity("e1", EntityType.Person, "Ana Silva").Entity("e2", EntityType.Person, name).Build();
}
