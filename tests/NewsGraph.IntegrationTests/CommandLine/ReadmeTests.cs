using System.Runtime.CompilerServices;
using NewsGraph.Reading;
using NewsGraph.Writing;

namespace NewsGraph.IntegrationTests.CommandLine;

/// <summary>The library example of the README runs, and the README shows what runs here.</summary>
public sealed class ReadmeTests
{
    [Test]
    public void Example_OfTheReadme_Runs()
    {
        var folder = Directory.CreateTempSubdirectory("newsgraph-readme-");
        var before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = folder.FullName;
            File.WriteAllText("article.txt", "Greta Holm visited Oslo on Monday. The minister met the mayor of the city.\n");
            Example();
            Assert.That(File.ReadAllText("graph.json"), Does.Contain("Greta Holm"));
        }
        finally
        {
            Environment.CurrentDirectory = before;
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void Readme_Example_IsTheOneThatRuns()
    {
        var source = Lines(File.ReadAllText(ThisFile()).Split("// begin of the example\n")[1].Split("        // end of the example")[0]);
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(NewsGraphProcess.Seed)!, "..", "..", "README.md"));
        var shown = Lines(readme.Split("```csharp\n")[1].Split("```")[0]).Where(l => !l.StartsWith("using NewsGraph", StringComparison.Ordinal));
        Assert.That(shown, Is.EqualTo(source));
    }

    private static void Example()
    {
        // begin of the example
        var pipeline = PipelineBuilder.Build();            // loads the model: keep it, share it between threads
        var article = new ArticleReader().ReadFile("article.txt")[0];
        var graph = PipelineBuilder.Assembler().Assemble([pipeline.Run(article)]);
        foreach (var edge in graph.Graph.Edges)            // a QuikGraph BidirectionalGraph
        {
            Console.WriteLine($"{edge.Source.Name} {edge.Relation.Type} {edge.Target.Name}");
        }

        using var file = File.Create("graph.json");
        new JsonGraphWriter().Write(graph, file);
        // end of the example
    }

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
