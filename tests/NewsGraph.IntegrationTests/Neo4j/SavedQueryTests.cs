using NewsGraph.Cli.Neo4j;
using NewsGraph.Knowledge;
using NewsGraph.Neo4j.Asking;
using NewsGraph.Neo4j.Connecting;
using NewsGraph.Neo4j.Loading;
using NewsGraph.Neo4j.Planning;
using NewsGraph.Tests.Neo4j;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>Every saved question is asked of the seed's graph, with a second article that partly disagrees, and its answer is checked.</summary>
[NonParallelizable]
public sealed class SavedQueryTests
{
    private IGraphDatabase database = null!;

    /// <summary>Another report: fewer dead, and shots at protesters stated.</summary>
    private static KnowledgeGraph Disagreeing => new TestGraph()
        .Article("other-report", "Another report", "2022-01-09", "The Daily Example")
        .Say("Some 26 people were killed, said the Health Ministry.").Relate("KILLED", null, "dead", "killed", by: [("ministry", "said")])
        .Say("Tokayev attacked peaceful protesters, witnesses say.").Relate("ATTACKED", "t", "peaceful", "attacked", by: [("witnesses", "say")])
        .Say("Nursultan Nazarbayev, the former head of state, is in Almaty.").Relate("HOLDS_OFFICE", "n", null, "head of state", attributes: new() { ["office"] = "head of state", ["status"] = "former" })
        .Entity("t", EntityType.Person, "Kassym-Jomart Tokayev", ["Tokayev"])
        .Entity("n", EntityType.Person, "Nursultan Nazarbayev")
        .Entity("ministry", EntityType.Organization, "Health Ministry")
        .Entity("witnesses", EntityType.Group, "witnesses")
        .Entity("peaceful", EntityType.Group, "peaceful protesters")
        .Entity("dead", EntityType.Group, "26 people", quantity: new Quantity(26, Approximation.Exact, "people", "26 people"))
        .Build();

    private static IEnumerable<TestCaseData> Answers()
    {
        static TestCaseData Case(string name, string[] rows, params (string Blank, string Value)[] values) =>
            new TestCaseData(name, values.ToDictionary(v => v.Blank, v => (object?)v.Value), rows).SetArgDisplayNames(name + (values.Length > 0 ? " " + values[0].Value : ""));
        yield return Case("overview", ["Kassym-Jomart Tokayev|-[REPLACED]-|Nursultan Nazarbayev", "Russia|-[SENT_FORCES_TO]-|Kazakhstan", "Kassym-Jomart Tokayev|-[MET]-|Vladimir Putin"]);
        yield return Case("articles", ["other-report|Another report|The Daily Example|2022-01-09|6|3", "kazakhstan-crisis|Kazakhstan crisis: President claims violent protests were 'attempted coup d'état'|Euronews|2022-01-10|37|36"]);
        yield return Case("who-did-what", ["allies of Nursultan Nazarbayev|PAID|extremists||Akezhan Kazhegeldin", "police|DETAINED|nearly 8,000 people|2022-W01|The authorities in Kazakhstan"]);
        yield return Case("who-did-what", ["Russia|SENT_FORCES_TO|Kazakhstan||the article", "Vladimir Putin|HOLDS_OFFICE|Russia||the article"], ("actor", "russia"));
        yield return Case("timeline", ["2019-01-01|2019-12-31|Kassym-Jomart Tokayev replaced Nursultan Nazarbayev (president, 2019)|1", "2022-01-10|2022-01-10|Kassym-Jomart Tokayev met Vladimir Putin (2022-01-10)|1"]);
        yield return Case("office-holders", ["Kassym-Jomart Tokayev|president|Kazakhstan|current|1", "Nursultan Nazarbayev|president|Kazakhstan|former|1", "Nursultan Nazarbayev|head of state||former|1", "Vladimir Putin|president|Russia|current|1"]);
        yield return Case("on-whose-word", ["Akezhan Kazhegeldin|told|indirect|allies of Nursultan Nazarbayev paid extremists", "Kassym-Jomart Tokayev|added|direct|Kassym-Jomart Tokayev attacked peaceful protesters (not)"]);
        yield return Case("claims-of", ["Kassym-Jomart Tokayev|-[ATTRIBUTED_TO]-|Russian forces withdrew from Kazakhstan (future)|-[SUBJECT]-|Russian forces"]);
        yield return Case("claims-of", ["Akezhan Kazhegeldin|-[ATTRIBUTED_TO]-|allies of Nursultan Nazarbayev paid extremists|-[OBJECT]-|extremists"], ("person", "kazhegeldin"));
        yield return Case("contradictions", ["Kassym-Jomart Tokayev attacked peaceful protesters|witnesses|Kassym-Jomart Tokayev"]);
        yield return Case("contradicting-figures", ["KILLED|object|people|26 people, 164 people|26|164"]);
        yield return Case("path-between", ["Kassym-Jomart Tokayev -["]);
        yield return Case("path-between", ["Vladimir Putin -["], ("from", "putin"), ("to", "kazakhstan"));
        yield return Case("unnamed-actors", ["nearly 8,000 people|Group|nearly 8,000 people|suffered|police detained nearly 8,000 people (2022-W01)", "police|Group||did|police detained nearly 8,000 people (2022-W01)"]);
        yield return Case("co-mentions", ["Kassym-Jomart Tokayev|Nursultan Nazarbayev|2", "164 people|Health Ministry|1"]);
        yield return Case("single-source", ["Akezhan Kazhegeldin|allies of Nursultan Nazarbayev paid extremists|1|kazakhstan-crisis", "witnesses|Kassym-Jomart Tokayev attacked peaceful protesters|1|other-report"]);
        yield return Case("not-facts", ["Russian forces withdrew from Kazakhstan (future)|positive|future|Kassym-Jomart Tokayev, Vladimir Putin", "government forces attacked peaceful protesters (not)|negative|actual|Kassym-Jomart Tokayev"]);
        yield return Case("force", ["police|DETAINED|nearly 8,000 people|nearly 8,000 people|2022-W01|The authorities in Kazakhstan", "|KILLED|164 people|164 people||Health Ministry"]);
        yield return Case("proof", ["Kassym-Jomart Tokayev replaced Nursultan Nazarbayev (president, 2019)|replace|"], ("relation", "REPLACED"));
        yield return Case("find-entity", ["country-kazakhstan-"], ("text", "kazakh"));
        yield return Case("possibly-the-same", ["Health Ministry|Health Ministry|Organization|newsgraph merge organization-health-ministry-"]);
    }

    [OneTimeSetUp]
    public async Task LoadAsync()
    {
        database = await TestServer.EmptyDatabaseAsync();
        var loader = new GraphLoader(database, SeedGraph.Types);
        await loader.EnsureSchemaAsync();
        await loader.PushAsync(SeedGraph.Articles().Concat(new GraphPlanner(Disagreeing, SeedGraph.Types).Articles()));
        // The two ministries and the protesters of two articles are one only because somebody says so.
        var editor = new IdentityEditor(database, SeedGraph.Types);
        var protesters = await database.RunAsync(new CypherStatement("MATCH (e:Entity {name: 'peaceful protesters'}) RETURN e.id ORDER BY e.mentions DESC"), AccessMode.Read);
        await editor.MergeAsync(await editor.FindAsync((string)protesters.Rows[0][0]!), await editor.FindAsync((string)protesters.Rows[1][0]!));
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [TestCaseSource(nameof(Answers))]
    public async Task SavedQuery_SeedLoaded_Answers(string name, Dictionary<string, object?> values, string[] expected)
    {
        var result = await database.RunAsync(SavedQueries.Find(name)!.With(values), AccessMode.Read);

        var rows = result.Rows.Select(r => string.Join('|', r.Select(ResultWriter.Cell))).ToList();
        foreach (var row in expected)
        {
            Assert.That(rows, Has.Some.StartsWith(row));
        }
    }

    [Test]
    public void SavedQueries_All_AreAsked()
    {
        Assert.That(SavedQueries.All, Has.Count.GreaterThanOrEqualTo(15));
        Assert.That(Answers().Select(a => (string)a.Arguments[0]!).Distinct(), Is.EquivalentTo(SavedQueries.All.Select(q => q.Name)));
        Assert.That(SavedQueries.All.Select(q => q.Question), Has.All.EndsWith("?"));
    }

    [Test]
    public async Task Overview_SeedLoaded_IsNoHairball()
    {
        var result = await database.RunAsync(SavedQueries.Find("overview")!.With(new Dictionary<string, object?>()), AccessMode.Read);

        var nodes = result.Rows.SelectMany(r => new[] { r[0], r[2] }).Cast<GraphElement>().Select(n => (string)n.Properties["id"]!).Distinct().ToList();
        Assert.That(nodes, Has.Count.InRange(5, 12));
        Assert.That(result.Rows, Has.Count.InRange(5, 40));
    }
}
