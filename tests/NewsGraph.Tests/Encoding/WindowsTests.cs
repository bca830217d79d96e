using NewsGraph.Encoders;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Encoders;

public sealed class WindowsTests
{
    [Test]
    public void Pack_Sentences_FillsWindowsUpTo200Pieces()
    {
        // 2 + 100 + 98 = 200; the third sentence does not fit.
        var (tokens, features) = Make(100, 98, 1, 300);
        var windows = Windows.Pack(tokens, features);
        Assert.That(windows.Select(w => (w.FirstSentence, w.EndSentence, w.Pieces)), Is.EqualTo(new[] { (0, 2, 200), (2, 3, 3), (3, 4, 302) }));
        Assert.That(windows.Select(w => (w.First, w.End)), Is.EqualTo(new[] { (0, 198), (198, 199), (199, 499) }));
    }

    [Test]
    public void Pack_TooManyPieces_WordsKeepFewer()
    {
        var (tokens, features) = Make(100, 160);
        var window = Windows.Pack(tokens, features)[1];
        Assert.That((window.Pieces, window.PiecesPerWord), Is.EqualTo((162, 12)));
        var long12 = features.Select(f => f with { Pieces = new ushort[12] }).ToArray();
        window = Windows.Pack(tokens, long12)[1];
        Assert.That(window.PiecesPerWord, Is.EqualTo(3));
        Assert.That(window.Pieces, Is.EqualTo(2 + (160 * 3)));
    }

    [Test]
    public void Batch_Windows_LongestFirstWithinTheLimit()
    {
        List<Window> windows = [new(0, 1, 0, 10, 50, 12), new(1, 2, 10, 20, 200, 12), new(2, 3, 20, 30, 60, 12), new(3, 4, 30, 40, 190, 12)];
        Assert.That(Windows.Batch(windows, 400).Select(b => string.Join(',', b.Select(w => w.FirstSentence))), Is.EqualTo(new[] { "1,3", "2,0" }));
    }

    private static (TokenLayer Tokens, WordFeatures[] Features) Make(params int[] lengths)
    {
        var text = string.Concat(Enumerable.Repeat("a ", lengths.Sum()));
        List<Token> tokens = [];
        List<Sentence> sentences = [];
        foreach (var length in lengths)
        {
            var first = tokens.Count;
            for (var i = 0; i < length; i++)
            {
                tokens.Add(new Token(new TextSpan(tokens.Count * 2, (tokens.Count * 2) + 1), sentences.Count));
            }

            sentences.Add(new Sentence(sentences.Count, new TextSpan(first * 2, (tokens.Count * 2) - 1), first, tokens.Count, ArticlePart.Body));
        }

        var features = Enumerable.Repeat(new WordFeatures([200], 1, 1, 1), tokens.Count).ToArray();
        return (new TokenLayer(text, sentences, tokens), features);
    }
}
