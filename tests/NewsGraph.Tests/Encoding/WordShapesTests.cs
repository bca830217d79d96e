using NewsGraph.Encoders;

namespace NewsGraph.Tests.Encoders;

public sealed class WordShapesTests
{
    [TestCase("bread", 1)]
    [TestCase("Bread", 2)]
    [TestCase("NATO", 3)]
    [TestCase("A", 4)]
    [TestCase("McAdam", 5)]
    [TestCase("iPhone", 6)]
    [TestCase("世界", 6)]
    [TestCase("2019", 7)]
    [TestCase("²", 7)]
    [TestCase("G7", 8)]
    [TestCase("½", 13)]
    [TestCase("3.5", 9)]
    [TestCase("U.S.", 10)]
    [TestCase("n't", 11)]
    [TestCase(",", 12)]
    [TestCase("$", 13)]
    [TestCase("...", 14)]
    public void Shape_OfWord_AsTrained(string word, int expected) => Assert.That(WordShapes.Shape(word), Is.EqualTo(expected));

    [Test]
    public void Style_OfSentence_HeadlineAndCapitalsKnown()
    {
        Assert.That(WordShapes.Style([2, 1, 1, 1]), Is.EqualTo(WordShapes.Normal));
        Assert.That(WordShapes.Style([2, 2, 2, 1]), Is.EqualTo(WordShapes.Headline));
        Assert.That(WordShapes.Style([3, 3, 3, 12]), Is.EqualTo(WordShapes.AllCaps));
        Assert.That(WordShapes.Style([]), Is.EqualTo(WordShapes.Normal));
    }
}
