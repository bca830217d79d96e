using NewsGraph.Knowledge;
using NewsGraph.Neo4j.Connecting;
using NewsGraph.Neo4j.Loading;
using NewsGraph.Neo4j.Planning;
using NewsGraph.Tests.Neo4j;

namespace NewsGraph.IntegrationTests.Neo4j;

[NonParallelizable]
public sealed class PushTests
{
    private IGraphDatabase database = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => database = GraphDatabases.Open((await TestServer.GetAsync()).Settings);

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [SetUp]
    public Task EmptyAsync() => TestServer.EmptyAsync(database);

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
        await PushAsync(Graphs.Visit());
        var before = await DumpAsync();

        var second = await PushAsync(Graphs.Visit(), force: true);

        Assert.That(second.Written, Is.EqualTo(1));
        Assert.That(await DumpAsync(), Is.EqualTo(before));
    }

    private async Task<LoadReport> PushAsync(KnowledgeGraph graph, bool force = false)
    {
        var loader = new GraphLoader(database, Graphs.Types) { Force = force };
        await loader.EnsureSchemaAsync();
        return await loader.PushAsync(new GraphPlanner(graph, Graphs.Types).Articles());
    }

    private async Task<string[]> RowsAsync(string cypher) => await Dumps.RowsAsync(database, cypher);

    private Task<string> DumpAsync() => Dumps.AllAsync(database);
}
