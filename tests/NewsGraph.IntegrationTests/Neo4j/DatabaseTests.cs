using NewsGraph.Knowledge;
using NewsGraph.Neo4j.Connecting;
using NewsGraph.Neo4j.Loading;
using NewsGraph.Neo4j.Planning;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>Tests on one database, emptied before each.</summary>
public abstract class DatabaseTests
{
    internal IGraphDatabase Database { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => Database = GraphDatabases.Open((await TestServer.GetAsync()).Settings);

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }
    }

    [SetUp]
    public Task EmptyAsync() => TestServer.EmptyAsync(Database);

    internal Task<LoadReport> PushAsync(params KnowledgeGraph[] graphs) => PushAsync(force: false, graphs);

    internal async Task<LoadReport> PushAsync(bool force, params KnowledgeGraph[] graphs)
    {
        var loader = new GraphLoader(Database, Graphs.Types) { Force = force };
        await loader.EnsureSchemaAsync();
        return await loader.PushAsync(graphs.SelectMany(g => new GraphPlanner(g, Graphs.Types).Articles()));
    }

    internal Task<string[]> RowsAsync(string cypher) => Dumps.RowsAsync(Database, cypher);

    internal Task<string> DumpAsync() => Dumps.AllAsync(Database);
}
