using System.Diagnostics;
using NewsGraph.Neo4j.Connecting;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>
/// One server for all tests of this namespace, looked for in this order: NEO4J_TEST_URI; Docker; a Neo4j home (NEO4J_HOME,
/// or what <c>../shared/neo4j/home</c> beside the repository prints). Where there is none, the tests are skipped with the reason.
/// </summary>
[SetUpFixture]
public sealed class TestServer
{
    private static readonly List<string> Reasons = [];

    private static Neo4jServer? server;
    private static bool searched;

    internal static async Task<Neo4jServer> GetAsync()
    {
        if (!searched)
        {
            searched = true;
            server = await FindAsync();
        }

        if (server is null)
        {
            Assert.Ignore($"No Neo4j server to test against. {string.Join(" ", Reasons)}");
        }

        return server;
    }

    /// <summary>A server that may be killed, restarted and configured: only a home gives one.</summary>
    internal static async Task<HomeServer> StartOwnAsync(params string[] settings)
    {
        if (FindHome() is { } home)
        {
            return await HomeServer.StartAsync(home, settings);
        }

        Assert.Ignore($"This test starts servers of its own, for which it needs a Neo4j home. {string.Join(" ", Reasons)}");
        throw new UnreachableException();
    }

    /// <summary>Room for a little more than a server's transaction logs at its start.</summary>
    internal static Task<SmallDisk?> SmallDiskAsync() => SmallDisk.TryMountAsync(megabytes: 64);

    /// <summary>A database without a node.</summary>
    internal static async Task<IGraphDatabase> EmptyDatabaseAsync()
    {
        var database = GraphDatabases.Open((await GetAsync()).Settings);
        await EmptyAsync(database);
        return database;
    }

    /// <summary>Takes all nodes and, if asked, our constraints and indexes away.</summary>
    internal static async Task EmptyAsync(IGraphDatabase database, bool withSchema = false)
    {
        await database.RunAsync(new CypherStatement("MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS"), AccessMode.Write);
        if (!withSchema)
        {
            return;
        }

        foreach (var kind in new[] { "CONSTRAINT", "INDEX" })
        {
            var names = await database.RunAsync(new CypherStatement($"SHOW {kind}{(kind == "INDEX" ? "ES" : "S")} YIELD name WHERE name STARTS WITH 'newsgraph_' RETURN name"), AccessMode.Read);
            foreach (var row in names.Rows)
            {
                await database.RunAsync(new CypherStatement($"DROP {kind} {row[0]} IF EXISTS"), AccessMode.Write);
            }
        }
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        server = null;
    }

    private static async Task<Neo4jServer?> FindAsync()
    {
        if (Environment.GetEnvironmentVariable("NEO4J_TEST_URI") is { Length: > 0 } uri)
        {
            return new GivenServer(uri);
        }

        Reasons.Add("NEO4J_TEST_URI is not set.");
        var (container, reason) = await ContainerServer.TryStartAsync();
        if (container is not null)
        {
            return container;
        }

        Reasons.Add($"Docker: {reason}.");
        return FindHome() is { } home ? await HomeServer.StartAsync(home) : null;
    }

    internal static string? FindHome()
    {
        if (Environment.GetEnvironmentVariable("NEO4J_HOME") is { Length: > 0 } home)
        {
            return home;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, "shared", "neo4j", "home");
            if (File.Exists(program))
            {
                using var process = Process.Start(new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false })!;
                var path = process.StandardOutput.ReadToEnd().Trim();
                process.WaitForExit();
                if (process.ExitCode == 0 && path.Length > 0)
                {
                    return path;
                }

                Reasons.Add($"{program} failed.");
                return null;
            }
        }

        Reasons.Add("NEO4J_HOME is not set, and there is no shared/neo4j/home beside the repository.");
        return null;
    }
}
