using NewsGraph.Knowledge;
using NewsGraph.Neo4j.Loading;
using NewsGraph.Neo4j.Planning;
using NewsGraph.Tests.Neo4j;

namespace NewsGraph.IntegrationTests.Neo4j;

[NonParallelizable]
public sealed class IdentityTests : DatabaseTests
{
    private static KnowledgeGraph Long => new TestGraph().Article("long", "Long")
        .Say("Ana Maria Silva met Rui Costa.").Relate("MET", "e1", "e2", "met")
        .Entity("e1", EntityType.Person, "Ana Maria Silva").Entity("e2", EntityType.Person, "Rui Costa").Build();

    private static KnowledgeGraph Short(string id = "short") => new TestGraph().Article(id, "Short")
        .Say("Ana Silva met Rui Costa.").Relate("MET", "e1", "e2", "met")
        .Entity("e1", EntityType.Person, "Ana Silva").Entity("e2", EntityType.Person, "Rui Costa").Build();

    private IdentityEditor Editor => new(Database, Graphs.Types);

    [Test]
    public async Task Merge_TwoEntities_JoinsEdgesAndIsRespectedByLaterPushes()
    {
        await PushAsync(Long, Short());
        Assert.That(await RowsAsync("MATCH (a)-[r:MET]->() RETURN a.name, r.count ORDER BY a.name"), Is.EqualTo(new[] { "Ana Maria Silva|1", "Ana Silva|1" }));

        await Editor.MergeAsync(await Editor.FindAsync("Ana Maria Silva"), await Editor.FindAsync("Ana Silva"));

        Assert.That(await RowsAsync("MATCH (a)-[r:MET]->() RETURN a.name, a.aliases, a.articles, r.count"), Is.EqualTo(new[] { "Ana Maria Silva|Ana Silva|2|2" }));
        await PushAsync(Short("later"));
        Assert.That(await RowsAsync("MATCH (a)-[r:MET]->() RETURN a.name, a.articles, r.count"), Is.EqualTo(new[] { "Ana Maria Silva|3|3" }));
    }

    [Test]
    public async Task Split_AfterMerge_RestoresTheGraph()
    {
        await PushAsync(Long, Short());
        var before = await DumpAsync();
        var other = await Editor.FindAsync("Ana Silva");
        await Editor.MergeAsync(await Editor.FindAsync("Ana Maria Silva"), other);

        await Editor.SplitKeyAsync(await Editor.FindAsync("Ana Maria Silva"), other.Id);

        Assert.That(await RowsAsync("MATCH (d:IdentityDecision) RETURN d.kind"), Is.EqualTo(new[] { "split" }));
        await Database.RunAsync(new NewsGraph.Neo4j.Connecting.CypherStatement("MATCH (d:IdentityDecision) DETACH DELETE d"), NewsGraph.Neo4j.Connecting.AccessMode.Write);
        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task Merge_Chained_LeadsToTheLastKept()
    {
        await PushAsync(Long, Short(), Graphs.Visit());
        await Editor.MergeAsync(await Editor.FindAsync("Ana Maria Silva"), await Editor.FindAsync("Ana Silva"));
        await Editor.MergeAsync(await Editor.FindAsync("Rui Costa"), await Editor.FindAsync("Ana Maria Silva"));
        await PushAsync(Short("later"));

        Assert.That(await RowsAsync("MATCH (p:Person) RETURN p.name, p.articles"), Is.EqualTo(new[] { "Rui Costa|4" }));
        Assert.That(await RowsAsync("MATCH ()-[r:MET]->() RETURN r"), Is.Empty, "nobody meets himself");
    }

    [Test]
    public async Task SplitArticle_OneOfTwo_IsRespectedWhenTheArticleIsPushedAgain()
    {
        await PushAsync(Short("one"), Short("two"));
        var ana = await Editor.FindAsync("Ana Silva");

        var (id, _) = await Editor.SplitArticleAsync(ana, "two");
        var split = await DumpAsync();
        await PushAsync(force: true, Short("two"));

        Assert.That(id, Is.Not.EqualTo(ana.Id));
        Assert.That(await DumpAsync(), Is.EqualTo(split));
        Assert.That(await RowsAsync("MATCH (p:Person)-[:MET]->() RETURN p.name, p.articles"), Is.EqualTo(new[] { "Ana Silva|1", "Ana Silva|1" }));
        Assert.That(() => Editor.FindAsync("Ana Silva"), Throws.TypeOf<GraphDataException>().With.Message.Contains("give the id of one"));
    }

    [Test]
    public async Task Find_Nobody_SaysHowToSearch()
    {
        await PushAsync(Long);

        Assert.That(() => Editor.FindAsync("Nobody"), Throws.TypeOf<GraphDataException>().With.Message.Contains("--saved find-entity"));
    }
}
