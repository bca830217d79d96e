using NewsGraph.Encoders;

namespace NewsGraph.Tests.Encoders;

public sealed class WordPiecesTests
{
    private static readonly string[] Vocabulary =
        [.. Enumerable.Repeat("[unused]", 103).Select((u, i) => u + i), "protest", "##ers", "##er", "cafe", "istanbul", "-", "'", "世", "u", "##s", "##x", "a", "한"];

    private readonly WordPieces pieces = new(Vocabulary);

    [TestCase("Protesters", "protest ##ers")]
    [TestCase("CAFÉ", "cafe")]
    [TestCase("cafe\u0301", "cafe")]
    [TestCase("İstanbul", "istanbul")]
    [TestCase("u-u's", "u - u ' [unk]")]
    [TestCase("世世", "世 世")]
    [TestCase("\u200Fu\u0000s", "u ##s")]
    [TestCase("zebra", "[unk]")]
    [TestCase("\uD800", "[unk]")]
    [TestCase("", "[unk]")]
    public void Cut_Word_LongestPiecesFirst(string word, string expected)
    {
        var found = pieces.Cut(word).Select(p => p == WordPieces.Unknown ? "[unk]" : Vocabulary[p]);
        Assert.That(string.Join(' ', found), Is.EqualTo(expected));
    }

    [Test]
    public void Cut_LongWord_KeepsEightAndFour()
    {
        var cut = pieces.Cut("a" + string.Concat(Enumerable.Repeat("x", 29)) + "s");
        Assert.That(cut, Has.Length.EqualTo(12));
        Assert.That(Vocabulary[cut[0]], Is.EqualTo("a"));
        Assert.That(Vocabulary[cut[^1]], Is.EqualTo("##s"));
        Assert.That(pieces.Cut(new string('a', 101)), Is.EqualTo(new ushort[] { WordPieces.Unknown }));
    }

    [Test]
    public void Shorten_ToOne_KeepsTheFirst() => Assert.That(WordPieces.Shorten([1, 2, 3], 1), Is.EqualTo(new ushort[] { 1 }));
}
