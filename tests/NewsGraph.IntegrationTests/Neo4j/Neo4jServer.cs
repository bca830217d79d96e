using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NewsGraph.Neo4j.Connecting;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>A server to test against. Only one that is started from a home can be killed and started again.</summary>
internal abstract class Neo4jServer : IAsyncDisposable
{
    public abstract Uri Http { get; }

    /// <summary>Null where the server's Bolt port is not known.</summary>
    public virtual Uri? Bolt => null;

    public virtual string User => "neo4j";

    public abstract string Password { get; }

    /// <summary>The home it runs from, or null.</summary>
    public virtual string? Home => null;

    public ConnectionSettings Settings => new(Http, User, Password);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A server that somebody else runs (NEO4J_TEST_URI, NEO4J_TEST_BOLT, NEO4J_TEST_USER, NEO4J_TEST_PASSWORD). Its database is emptied.</summary>
internal sealed class GivenServer(string uri) : Neo4jServer
{
    public override Uri Http { get; } = new(uri);

    public override Uri? Bolt { get; } = Environment.GetEnvironmentVariable("NEO4J_TEST_BOLT") is { Length: > 0 } bolt ? new Uri(bolt) : null;

    public override string User => Environment.GetEnvironmentVariable("NEO4J_TEST_USER") ?? "neo4j";

    public override string Password => Environment.GetEnvironmentVariable("NEO4J_TEST_PASSWORD") ?? "";

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A server run from a Neo4j home with Java, on free loopback ports, its data in a temporary folder.</summary>
internal sealed class HomeServer : Neo4jServer
{
    private readonly string home;
    private readonly string folder;
    private Process? process;
    private readonly ConcurrentQueue<string> lastWords = new();

    private HomeServer(string home, string folder, int http, int bolt)
    {
        this.home = home;
        this.folder = folder;
        Http = new Uri($"http://127.0.0.1:{http}");
        Bolt = new Uri($"bolt://127.0.0.1:{bolt}");
    }

    public override Uri Http { get; }

    public override Uri? Bolt { get; }

    public override string Password => "integration-test";

    public override string? Home => home;

    /// <summary>Where the server's LOAD CSV reads from.</summary>
    public string ImportFolder => Path.Combine(folder, "import");

    public string ConfigurationFolder => Path.Combine(folder, "conf");

    public int ProcessId => process!.Id;

    /// <param name="settings">Further lines of neo4j.conf.</param>
    public static async Task<HomeServer> StartAsync(string home, params string[] settings)
    {
        var server = Prepare(home, settings);
        await server.RunAsync();
        return server;
    }

    /// <summary>Folders, configuration and password, not yet running.</summary>
    public static HomeServer Prepare(string home, params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("newsgraph-neo4j-").FullName;
        foreach (var part in new[] { "conf", "data", "logs", "run", "import", "plugins" })
        {
            Directory.CreateDirectory(Path.Combine(data, part));
        }

        var server = new HomeServer(home, data, FreePort(), FreePort());
        File.WriteAllLines(Path.Combine(data, "conf", "neo4j.conf"), new[]
        {
            "server.default_listen_address=127.0.0.1",
            $"server.http.listen_address=127.0.0.1:{server.Http.Port}",
            $"server.http.advertised_address=127.0.0.1:{server.Http.Port}",
            $"server.bolt.listen_address=127.0.0.1:{server.Bolt!.Port}",
            $"server.bolt.advertised_address=127.0.0.1:{server.Bolt.Port}",
            "server.https.enabled=false",
            $"server.directories.data={data}/data",
            $"server.directories.logs={data}/logs",
            $"server.directories.run={data}/run",
            $"server.directories.import={data}/import",
            $"server.directories.plugins={data}/plugins",
            $"server.directories.transaction.logs.root={data}/data/transactions",
            "server.memory.heap.initial_size=128m",
            "server.memory.heap.max_size=768m",
            "server.memory.pagecache.size=128m",
            "server.jvm.additional=-XX:+UseSerialGC",
            "dbms.usage_report.enabled=false",
        }.Where(line => !settings.Any(s => s.StartsWith(line[..(line.IndexOf('=') + 1)], StringComparison.Ordinal))).Concat(settings));
        return server;
    }

    public async Task RunAsync()
    {
        // The command leaves data/dbms/auth.ini. Other things may be in data already, such as an imported database.
        if (!Directory.Exists(Path.Combine(folder, "data", "dbms")))
        {
            using var admin = Tool("neo4j-admin", "dbms", "set-initial-password", Password);
            await admin.WaitForExitAsync();
        }

        process = Tool("neo4j", "console");
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        // Eight seconds on an idle machine; a busy one may need minutes.
        for (var i = 0; i < 2400; i++)
        {
            try
            {
                using var answer = await client.GetAsync(Http);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                if (process.HasExited)
                {
                    break;
                }

                await Task.Delay(250);
            }
        }

        Kill();
        throw new InvalidOperationException($"Neo4j did not start from {home}: {string.Join(Environment.NewLine, lastWords)}");
    }

    /// <summary>Runs a program of the home's <c>bin</c> with this server's configuration; its output is drained.</summary>
    public Process Tool(string name, params string[] arguments) => Tool(name, folder, arguments);

    /// <inheritdoc cref="Tool(string, string[])"/>
    public Process Tool(string name, string workingFolder, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(home, "bin", name), arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = workingFolder };
        start.Environment["NEO4J_HOME"] = home;
        start.Environment["NEO4J_CONF"] = ConfigurationFolder;
        var tool = Process.Start(start)!;
        tool.StandardInput.Close();
        if (name == "neo4j")
        {
            tool.OutputDataReceived += (_, line) => Keep(line.Data);
            tool.ErrorDataReceived += (_, line) => Keep(line.Data);
            tool.BeginOutputReadLine();
            tool.BeginErrorReadLine();
        }

        return tool;
    }

    /// <summary>kill −9; the data stays.</summary>
    public void Kill()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            ForgetProcess();
        }

        process?.Dispose();
        process = null;
    }

    public override ValueTask DisposeAsync()
    {
        Kill();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// The launcher that was waited for is the parent of the server itself, which may live a moment longer, and whose id may
    /// stay in use as long as nobody collects it. While the id in the pid file is in use, Neo4j says that it is running.
    /// </summary>
    private void ForgetProcess()
    {
        var file = Path.Combine(folder, "run", "neo4j.pid");
        if (!File.Exists(file) || !int.TryParse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        try
        {
            using var running = Process.GetProcessById(id);
            running.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (ArgumentException)
        {
            // It is gone.
        }

        File.Delete(file);
    }

    /// <summary>Keeps the last twenty lines, for the message of a failed start.</summary>
    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lastWords.Enqueue(line);
        while (lastWords.Count > 20 && lastWords.TryDequeue(out _))
        {
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
