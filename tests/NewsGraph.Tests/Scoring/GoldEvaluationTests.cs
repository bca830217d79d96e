using NewsGraph.Reading;
using NewsGraph.Scoring;

namespace NewsGraph.Tests.Scoring;

public sealed class GoldEvaluationTests
{
    private static GoldScores Scores(string article, Count relations, Count quantities) => new()
    {
        Article = article,
        Entities = new Count(1, 2),
        Typed = new Count(1, 2),
        Mentions = new Count(3, 4),
        Split = 0,
        Merged = 1,
        Relations = relations,
        Core = relations,
        Invented = 1,
        Attributes = [("polarity", relations)],
        Attributions = default,
        StrayCues = 0,
        Times = new Count(1, 1),
        Quantities = quantities,
    };

    [Test]
    public void Means_FigureThatAnArticleLacks_CountsOnlyWhereItIs()
    {
        var report = new GoldReport([Scores("a", new Count(1, 2), new Count(1, 1)), Scores("b", new Count(2, 2), default)]);
        var means = report.Means.ToDictionary(m => m.Name, m => m.Value);
        Assert.Multiple(() =>
        {
            Assert.That(means["quantity"], Is.EqualTo(1));
            Assert.That(means["relation_core_recall"], Is.EqualTo(0.75));
            Assert.That(report.Total.Relations, Is.EqualTo(new Count(3, 4)));
            Assert.That(report.Total["polarity"], Is.EqualTo(new Count(3, 4)));
            Assert.That(report.ToText(), Does.Contain("mean").And.Contain("all together"));
        });
    }

    [Test]
    public void Run_FolderWithoutGold_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory("newsgraph-gold-").FullName;
        try
        {
            Assert.That(() => GoldEvaluation.Run(folder, new Pipeline([]), PipelineBuilder.Assembler()), Throws.TypeOf<InvalidDataException>().With.Message.Contains("no gold file"));
            File.WriteAllText(Path.Combine(folder, "a.gold.json"), "{}");
            Assert.That(() => GoldEvaluation.Run(folder, new Pipeline([]), PipelineBuilder.Assembler()), Throws.TypeOf<ArticleFormatException>().With.Message.Contains("a.txt"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
