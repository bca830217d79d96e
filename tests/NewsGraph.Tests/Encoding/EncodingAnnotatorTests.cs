using NewsGraph.Decoding;
using NewsGraph.Encoders;
using NewsGraph.Texts;
using NewsGraph.Tokenizing;

namespace NewsGraph.Tests.Encoders;

public sealed class EncodingAnnotatorTests
{
    private static readonly EncodingAnnotator Encoder = new();

    [TestCase("")]
    [TestCase("***")]
    [TestCase("Why?")]
    [TestCase("\uD800 \uD83D")]
    [TestCase("The other problem?")]
    public void Annotate_TinyText_GivesScoresForEveryToken(string text)
    {
        var doc = Analyze(text);
        var count = doc.Get<TokenLayer>().Count;
        var scores = doc.Get<HeadScores>();
        Assert.That(scores.Mention, Has.Length.EqualTo(4 * count));
        Assert.That(scores.Vectors, Has.Length.EqualTo(EncodingAnnotator.VectorSize * count));
        Assert.That(doc.Get<TagLayer>().Lemmas, Has.Count.EqualTo(count));
    }

    [Test]
    public void Annotate_LongSentences_FitTheModel()
    {
        var doc = Analyze(string.Join(' ', Enumerable.Repeat("incomprehensibilities-antidisestablishmentarianism", 400)));
        Assert.That(doc.Get<TreeLayer>().Count, Is.EqualTo(doc.Get<TokenLayer>().Count));
    }

    [Test]
    public void Annotate_Probabilities_SumToOne()
    {
        var scores = Analyze("The minister said on Monday that the talks had failed.").Get<HeadScores>();
        var width = 1 + scores.RelationTypes.Count;
        for (var i = 0; i < scores.Trigger.Length; i += width)
        {
            Assert.That(scores.Trigger.AsSpan(i, width).ToArray().Sum(), Is.EqualTo(1f).Within(1e-4f));
        }
    }

    [Test]
    public void Annotate_ManyThreads_SameScores()
    {
        const string Text = "The minister said on Monday that the talks had failed. Protesters gathered in the capital of Norland, police said.";
        var expected = Analyze(Text).Get<HeadScores>().Vectors;
        Parallel.For(0, 8, _ => Assert.That(Analyze(Text).Get<HeadScores>().Vectors, Is.EqualTo(expected)));
    }

    private static Doc Analyze(string text)
    {
        var doc = new Doc(new Article("a", text, [new TextBlock(new TextSpan(0, text.Length), ArticlePart.Body)]));
        new TokenizingAnnotator().Annotate(doc);
        Encoder.Annotate(doc);
        new DecodingAnnotator().Annotate(doc);
        return doc;
    }
}
