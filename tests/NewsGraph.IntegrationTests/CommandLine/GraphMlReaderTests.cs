using System.Diagnostics;

namespace NewsGraph.IntegrationTests.CommandLine;

/// <summary>GraphML read by somebody else's reader: NetworkX, where python3 has it.</summary>
public sealed class GraphMlReaderTests
{
    private const string Script = """
        import sys, json, networkx as nx
        g = nx.read_graphml(sys.argv[1])
        j = json.load(open(sys.argv[2], encoding="utf-8"))
        edges = [r for r in j["relations"] if r["subject"] and r["object"]]
        assert g.is_multigraph() and g.is_directed() or len(edges) == len({(e["subject"], e["object"]) for e in edges}), type(g)
        assert g.number_of_nodes() == len(j["entities"]), g.number_of_nodes()
        assert g.number_of_edges() == len(edges), g.number_of_edges()
        assert all(isinstance(d["mentions"], int) and isinstance(d["quantity"], float) for _, d in g.nodes(data=True))
        names = {e["id"]: e["name"] for e in j["entities"]}
        assert all(d["label"] == names[n] for n, d in g.nodes(data=True))
        assert all(isinstance(d["confidence"], float) and d["relation"] == d["label"] and d["polarity"] and d["sentence"] for _, _, d in g.edges(data=True))
        print("read", g.number_of_nodes())
        """;

    [Test]
    public void GraphMl_OfTheSeed_IsReadByNetworkX()
    {
        using var program = new NewsGraphProcess();
        Assert.That(program.Start("build", NewsGraphProcess.Seed).ExitCode, Is.Zero);
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        if (Run(python, "-c", "import networkx").ExitCode != 0)
        {
            Assert.Ignore("python3 with networkx is not installed.");
        }

        program.File("check.py", Script);
        var check = Run(python, Path.Combine(program.Folder, "check.py"), Path.Combine(program.Folder, "newsgraph-out/graph.graphml"), Path.Combine(program.Folder, "newsgraph-out/graph.json"));
        Assert.That(check.ExitCode, Is.Zero, check.Output);
        Assert.That(check.Output, Does.StartWith("read "));
    }

    private static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (-1, "not found");
        }
    }
}
