using System.Globalization;
using NewsGraph.Scoring;
using Newtonsoft.Json.Linq;

namespace NewsGraph.Tests.Gold;

/// <summary>
/// What the whole pipeline gets right must not get worse: the figures of the seed, of the seed with other names and of the
/// annotated Wikinews articles stay above the floors in <c>floors.json</c>. Raise a floor when a figure has risen for good.
/// </summary>
public sealed class SeedGoldTests
{
    private static readonly JObject Floors = NameExchange.Parse(File.ReadAllText(Path.Combine(NameExchangeTests.Folder, "floors.json")));

    [Test]
    public void Score_Seed_StaysAboveItsFloors()
    {
        var scores = GoldEvaluation.Score(GoldFile.Read(NameExchangeTests.SeedGold), Repository.Seed, SharedPipeline.Pipeline, SharedPipeline.Assembler);
        Check("seed", Figures(scores), scores.ToText());
    }

    [TestCaseSource(typeof(NameExchangeTests), nameof(NameExchangeTests.Variants))]
    public void Score_SeedWithOtherNames_StaysAboveItsFloors(string variant)
    {
        var scores = ScoreVariant(variant);
        Check($"seed-{variant}", Figures(scores), scores.ToText());
    }

    [Test]
    public void Score_Wikinews_StaysAboveItsFloors()
    {
        var report = GoldEvaluation.Run(GoldFolder.Required(), SharedPipeline.Pipeline, SharedPipeline.Assembler, pick: id => id.StartsWith("wikinews-", StringComparison.Ordinal));
        Check("wikinews", report.Means.ToDictionary(m => m.Name, m => m.Value), report.ToText());
    }

    /// <summary>By hand: all figures and errors of the seed, its variants, the five Wikinews articles and the dev split, into NEWSGRAPH_REPORT (default: newsgraph-gold.txt in the temporary folder).</summary>
    [Test]
    [Explicit("takes a minute and writes a file")]
    public void Score_Everything_WritesAReport()
    {
        var target = Environment.GetEnvironmentVariable("NEWSGRAPH_REPORT") ?? Path.Combine(Path.GetTempPath(), "newsgraph-gold.txt");
        using var writer = new StreamWriter(target);
        var (pipeline, assembler) = (SharedPipeline.Pipeline, SharedPipeline.Assembler);
        Write("seed", new GoldReport([GoldEvaluation.Score(GoldFile.Read(NameExchangeTests.SeedGold), Repository.Seed, pipeline, assembler)]));
        Write("variants", new GoldReport([.. NameExchangeTests.Variants.Select(ScoreVariant)]));
        if (GoldFolder.Path is { } folder)
        {
            Write("wikinews", GoldEvaluation.Run(folder, pipeline, assembler, pick: id => id.StartsWith("wikinews-", StringComparison.Ordinal)));
            Write("dev", GoldEvaluation.Run(Path.Combine(folder, "train"), pipeline, assembler, pick: GoldFolder.Split("dev").Contains));
        }

        TestContext.Out.WriteLine($"written to {target}");

        void Write(string name, GoldReport report)
        {
            writer.WriteLine($"==== {name}\n{report.ToText()}");
            foreach (var article in report.Articles)
            {
                writer.WriteLine($"---- {article.Article}\n{article.ToText()}{string.Join('\n', article.Errors)}\n");
            }

            TestContext.Out.WriteLine($"==== {name}\n{report.ToText()}");
        }
    }

    private static GoldScores ScoreVariant(string variant)
    {
        var folder = Directory.CreateTempSubdirectory("newsgraph-variant-").FullName;
        try
        {
            NameExchangeTests.Table(variant).Write(Repository.Seed, NameExchangeTests.SeedGold, folder, $"seed-{variant}");
            var path = Path.Combine(folder, $"seed-{variant}");
            return GoldEvaluation.Score(GoldFile.Read(path + ".gold.json"), path + ".txt", SharedPipeline.Pipeline, SharedPipeline.Assembler);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The summary's seven figures, and shares of what is right among the found.</summary>
    private static Dictionary<string, double> Figures(GoldScores scores)
    {
        var figures = scores.Summary.ToDictionary(s => s.Name, s => s.Value);
        figures.Add("entity_type", scores.Typed.Share);
        figures.Add("not_merged", 1 - ((double)scores.Merged / scores.Entities.All));
        foreach (var (name, count) in scores.Attributes)
        {
            figures.Add("found_" + name, count.Share);
        }

        return figures;
    }

    private static void Check(string name, Dictionary<string, double> figures, string report)
    {
        TestContext.Out.WriteLine(report);
        Assert.Multiple(() =>
        {
            foreach (var (figure, floor) in (JObject)Floors[name]!)
            {
                Assert.That(figures[figure], Is.GreaterThanOrEqualTo((double)floor! - 1e-9), string.Create(CultureInfo.InvariantCulture, $"{name}: {figure} fell to {figures[figure]:F3}, its floor is {(double)floor!:F3}"));
            }
        });
    }
}
