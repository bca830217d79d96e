using System.Text;
using NewsGraph.Writing;
using Newtonsoft.Json.Linq;

namespace NewsGraph.IntegrationTests.CommandLine;

/// <summary>The main job as a user does it: <c>newsgraph build</c> on real files.</summary>
public sealed class BuildTests
{
    private const string Harbour = """
        Harbour workers end strike in Port Elwin

        Port Elwin, 4 May 2021 - Dock workers ended their strike on Monday after the Harbour Union met Transport Minister Greta Holm.
        "We have reached a fair agreement," Holm said. Police had arrested 12 people during the protests last week.
        """;

    private NewsGraphProcess program = null!;

    [SetUp]
    public void MakeFolder() => program = new NewsGraphProcess();

    [TearDown]
    public void DropFolder() => program.Dispose();

    [Test]
    public void Build_Seed_WritesBothFilesAndASummary()
    {
        var run = program.Start("build", NewsGraphProcess.Seed);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(program.Files("newsgraph-out"), Is.EqualTo(new[] { "graph.graphml", "graph.json" }));
            Assert.That(run.Output, Does.Contain("Euronews · Monday 10 January 2022").And.Contain("Kassym-Jomart Tokayev").And.Contain("GRAPH"));
            Assert.That(run.Output, Does.Not.Contain("\u001b"), "no colours in a pipe");
            Assert.That(run.Error, Does.Contain("graph.json"));
        }

        using var stream = new MemoryStream(program.Bytes("newsgraph-out/graph.json"));
        var graph = JsonGraphReader.Read(stream);
        Assert.That(graph.Articles.Single().Article.Published, Is.EqualTo(new DateOnly(2022, 1, 10)));
        Assert.That(graph.Entities.Any(e => e.Name == "Kassym-Jomart Tokayev"));
    }

    [Test]
    public void Build_TwiceAndWithOtherThreadCounts_GivesTheSameBytes()
    {
        program.File("news/a.txt", Harbour);
        program.File("news/b.txt", Harbour.Replace("Elwin", "Marrow", StringComparison.Ordinal));
        program.File("news/c/a.txt", File.ReadAllText(NewsGraphProcess.Seed));
        string[] outputs = ["one", "again", "two", "many"];
        string[] threads = ["1", "1", "2", "7"];
        for (var i = 0; i < outputs.Length; i++)
        {
            var run = program.Start("build", "news", NewsGraphProcess.Seed, "-o", outputs[i], "--threads", threads[i]);
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            foreach (var file in new[] { "graph.json", "graph.graphml" })
            {
                Assert.That(program.Bytes($"{outputs[i]}/{file}"), Is.EqualTo(program.Bytes($"one/{file}")), $"{file}, {threads[i]} threads");
            }
        }

        var json = JObject.Parse(Encoding.UTF8.GetString(program.Bytes("one/graph.json")));
        Assert.That(json["articles"]!.Select(a => (string?)a["id"]), Is.EqualTo(new[] { "a", "b", "a~2", "kazakhstan-crisis" }));
    }

    [Test]
    public void Build_Json_PrintsTheSummaryForMachines()
    {
        program.File("a.txt", Harbour);
        var run = program.Start("build", "a.txt", "--json", "--format", "graphml", "-o", "x", "--source", "Elwin Echo", "--url", "https://example.org/1", "--published", "2021-05-05");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var summary = JObject.Parse(run.Output);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)summary["articles"]![0]!["source"], Is.EqualTo("Elwin Echo"));
            Assert.That((string?)summary["articles"]![0]!["published"], Is.EqualTo("2021-05-05"));
            Assert.That(summary["graph"]!["vertices"]!.Value<int>(), Is.Positive);
            Assert.That(program.Files("x"), Is.EqualTo(new[] { "graph.graphml" }));
        }
    }

    [Test]
    public void Build_BrokenFileInAFolder_IsSkippedWithAWord()
    {
        program.File("news/a.txt", Harbour);
        program.File("news/b.txt", [0, 1, 2, 0xFF, 0, 0]);
        var run = program.Start("build", "news");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Contain("skipped").And.Contain("b.txt"));
    }

    [TestCase("tokenizing", "Port Elwin")]
    [TestCase("parsing", "\tVERB\t")]
    [TestCase("names", "Person\tGreta Holm")]
    [TestCase("roles", "ARG1=")]
    [TestCase("mentions", "Greta Holm")]
    [TestCase("coreference", "# 0 ")]
    [TestCase("times", "2021-05-03\tMonday")]
    [TestCase("statements", "said")]
    [TestCase("relations", "ARRESTED")]
    public void Annotate_Stage_ShowsItsLayer(string stage, string expected)
    {
        program.File("a.txt", Harbour);
        var run = program.Start("annotate", "--stage", stage, "a.txt", "--published", "2021-05-04");
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain(expected));
    }

    [Test]
    public void Version_PrintsIt() => Assert.That(program.Start("--version").Output.Trim(), Does.Match(@"^\d+\.\d+\.\d+$"));

    [TestCase("--help")]
    [TestCase("build --help")]
    [TestCase("annotate --help")]
    public void Help_ExplainsAndEndsWell(string arguments)
    {
        var run = program.Start(arguments.Split(' '));
        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Output, Does.Contain("Usage:"));
    }
}
