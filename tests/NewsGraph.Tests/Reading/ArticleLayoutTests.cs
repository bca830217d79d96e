using NewsGraph.Reading;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Reading;

public sealed class ArticleLayoutTests
{
    private const string Paragraph = "The ferry company said on Tuesday that it would stop all of its lines for a week.";

    private static string Parts(string text) =>
        string.Join('\n', ArticleLayout.Analyze(text).Blocks.Select(b => $"{b.Part}: {b.Span.Of(text)}"));

    [Test]
    public void Analyze_Seed_TellsThePartsApart()
    {
        var text = File.ReadAllText(Repository.Seed);
        var layout = ArticleLayout.Analyze(text);
        var parts = layout.Blocks.Select(b => b.Part).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(parts.Take(5), Is.EqualTo(new[] { ArticlePart.Title, ArticlePart.Boilerplate, ArticlePart.Byline, ArticlePart.Caption, ArticlePart.Boilerplate }));
            Assert.That(parts.Skip(5).SkipLast(1), Is.All.EqualTo(ArticlePart.Body));
            Assert.That(parts[^1], Is.EqualTo(ArticlePart.Sources));
            Assert.That(layout.Byline, Is.EqualTo("Euronews"));
            Assert.That(layout.Source, Is.EqualTo("Euronews"));
            Assert.That(layout.Title, Does.EndWith("coup d'état'"));
        });
    }

    [Test]
    public void Analyze_CaptionWithCredit_CreditIsBoilerplate() =>
        Assert.That(Parts($"Ferries stop\n\nA ferry leaves the port. - Copyright AP/Ann Lee\n\n{Paragraph}"), Is.EqualTo(
            $"Title: Ferries stop\nCaption: A ferry leaves the port.\nBoilerplate: - Copyright AP/Ann Lee\nBody: {Paragraph}"));

    [Test]
    public void Analyze_CaptionPrintedTwice_SecondIsBoilerplate() =>
        Assert.That(Parts($"Ferries stop\n\nA ferry leaves the port of the island at dawn.\nA ferry leaves the port of the island at dawn. © AFP\n\n{Paragraph}"), Is.EqualTo(
            $"Title: Ferries stop\nCaption: A ferry leaves the port of the island at dawn.\nBoilerplate: A ferry leaves the port of the island at dawn. © AFP\nBody: {Paragraph}"));

    [Test]
    public void Analyze_RepeatedParagraph_SecondIsBoilerplate() =>
        Assert.That(Parts($"Ferries stop\n\n{Paragraph}\n\nNobody was told.\n\n{Paragraph}"), Is.EqualTo(
            $"Title: Ferries stop\nBody: {Paragraph}\nBody: Nobody was told.\nBoilerplate: {Paragraph}"));

    [Test]
    public void Analyze_DateLine_GivesPublished()
    {
        var layout = ArticleLayout.Analyze($"Ferries stop\n\nTuesday, May 3, 2016\n\n{Paragraph}");
        Assert.That(layout.Published, Is.EqualTo(new DateOnly(2016, 5, 3)));
        Assert.That(layout.Blocks[1].Part, Is.EqualTo(ArticlePart.Dateline));
    }

    [Test]
    public void Analyze_DateInsideTheBody_IsNoPublicationDate() =>
        Assert.That(ArticleLayout.Analyze($"Ferries stop\n\n{Paragraph}\n\nMay 3, 2016\n\n{Paragraph} No.\n\n{Paragraph} Yes.\n\n{Paragraph} It did.\n\n{Paragraph} It did not.").Published, Is.Null);

    [TestCase("LISBON, May 3 (Reuters) - ", "Reuters")]
    [TestCase("PORT LOUIS, Mauritius (AP) — ", "Associated Press")]
    [TestCase("BRUSSELS – ", null)]
    [TestCase("Lisbon (AFP) - ", "Agence France-Presse")]
    public void Analyze_WireDateline_CutOffTheParagraph(string dateline, string? source)
    {
        var text = $"Ferries stop\n\n{dateline}{Paragraph}";
        var layout = ArticleLayout.Analyze(text);
        Assert.Multiple(() =>
        {
            Assert.That(layout.Blocks.Select(b => b.Part), Is.EqualTo(new[] { ArticlePart.Title, ArticlePart.Dateline, ArticlePart.Body }));
            Assert.That(layout.Blocks[2].Span.Of(text), Is.EqualTo(Paragraph));
            Assert.That(layout.Source, Is.EqualTo(source));
        });
    }

    [TestCase("NATO – the western alliance – said on Tuesday that it would send no further ships to the strait.", ExpectedResult = 1)]
    [TestCase("The minister – a former ferry captain – said on Tuesday that he would resign before the summer.", ExpectedResult = 1)]
    public int Analyze_DashAfterTheFirstWords_CountsBlocks(string paragraph) =>
        ArticleLayout.Analyze(paragraph.StartsWith("NATO", StringComparison.Ordinal) ? paragraph[..4].ToLowerInvariant() + paragraph[4..] : paragraph).Blocks.Count;

    [Test]
    public void Analyze_HardWrappedParagraph_IsOneBlock()
    {
        const string text = "Ferries stop\n\nThe ferry company said on Tuesday that it would stop\nall of its lines for a week, after the crews had refused\nto work on ships that they called a danger to everybody.\n\nNobody was told.";
        Assert.That(ArticleLayout.Analyze(text).Blocks, Has.Count.EqualTo(3));
    }

    [Test]
    public void Analyze_LinesOfAList_StayApart()
    {
        const string text = "Ferries stop\n\nLines that stop:\nNorth island and the three villages there\nSouth island\nThe lighthouse";
        Assert.That(ArticleLayout.Analyze(text).Blocks, Has.Count.EqualTo(5));
    }

    [Test]
    public void Analyze_OnlyAParagraph_IsBody() =>
        Assert.That(ArticleLayout.Analyze(Paragraph).Blocks.Single().Part, Is.EqualTo(ArticlePart.Body));

    [TestCase("The minister was seen in the port on Monday.", ArticlePart.Body)]
    [TestCase("Ferries stop in row with U.S.", ArticlePart.Title)]
    [TestCase("Minister quits after ferry disaster off the island", ArticlePart.Title)]
    [TestCase("'The ferry was a danger to all of us'", ArticlePart.Title)]
    public void Analyze_FirstLine_IsTitleUnlessAPlainSentence(string line, ArticlePart part) =>
        Assert.That(ArticleLayout.Analyze($"{line}\n\n{Paragraph}").Blocks[0].Part, Is.EqualTo(part));

    [Test]
    public void Analyze_OnlyAHeadline_IsTitle() =>
        Assert.That(ArticleLayout.Analyze("Ferries stop for a week").Blocks.Single().Part, Is.EqualTo(ArticlePart.Title));

    [Test]
    public void Analyze_KnownTitle_IsFoundBelowOtherLines() =>
        Assert.That(ArticleLayout.Analyze($"World\nFerries stop\n\n{Paragraph}", "Ferries stop").Blocks.Select(b => b.Part), Is.EqualTo(new[] { ArticlePart.Body, ArticlePart.Title, ArticlePart.Body }));

    [Test]
    public void Analyze_SentenceThatBeginsWithBy_IsBody()
    {
        var text = $"Ferries stop\n\n{Paragraph}\n\nBy Monday the last of the ferries had left the island for good.\n\n{Paragraph} No.";
        Assert.That(ArticleLayout.Analyze(text).Blocks[2].Part, Is.EqualTo(ArticlePart.Body));
    }

    /// <summary>Every phrase of the data file finds the example beside it, as the part that it names.</summary>
    [TestCaseSource(nameof(Examples))]
    public void Analyze_ExampleOfPhrase_IsThatPart(string part, string where, string example)
    {
        var text = $"Ferries stop\n\n{example}\n\n{Paragraph}";
        var blocks = ArticleLayout.Analyze(text).Blocks;
        if (where == "credit")
        {
            Assert.That(blocks.Select(b => b.Part), Is.EqualTo(new[] { ArticlePart.Title, ArticlePart.Caption, ArticlePart.Boilerplate, ArticlePart.Body }));
        }
        else
        {
            Assert.That(blocks[1].Part.ToString(), Is.EqualTo(part).IgnoreCase);
        }
    }

    public static IEnumerable<TestCaseData> Examples() =>
        ResourceFiles.ReadTable("lexicons/layout.tsv").Select(r => new TestCaseData(r[0], r[1], r[4]).SetArgDisplayNames($"{r[1]} {r[3]}"));
}
