using NewsGraph.Texts;

namespace NewsGraph.Encoders;

/// <summary>Consecutive sentences that one encoder pass sees together.</summary>
/// <param name="FirstSentence">First sentence.</param>
/// <param name="EndSentence">One past the last.</param>
/// <param name="First">First token.</param>
/// <param name="End">One past the last token.</param>
/// <param name="Pieces">Word pieces, <c>[CLS]</c> and <c>[SEP]</c> included.</param>
/// <param name="PiecesPerWord">Most pieces that a word keeps, so that the window fits the model.</param>
internal readonly record struct Window(int FirstSentence, int EndSentence, int First, int End, int Pieces, int PiecesPerWord)
{
    public int Words => End - First;
}

/// <summary>Packs sentences into windows (docs/model-interface.md).</summary>
internal static class Windows
{
    /// <summary>A window takes a further sentence while it stays within this.</summary>
    public const int FullPieces = 200;

    /// <summary>The model's positions end here; words of longer windows keep fewer pieces.</summary>
    public const int MostPieces = 510;

    public static List<Window> Pack(TokenLayer tokens, WordFeatures[] features)
    {
        List<Window> windows = [];
        var sentences = tokens.Sentences;
        var firstSentence = 0;
        var pieces = 2;
        for (var s = 0; s < sentences.Count; s++)
        {
            var sentence = sentences[s];
            var own = 0;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                own += features[i].Pieces.Length;
            }

            if (s > firstSentence && pieces + own > FullPieces)
            {
                windows.Add(Make(sentences, features, firstSentence, s, pieces));
                firstSentence = s;
                pieces = 2;
            }

            pieces += own;
        }

        if (firstSentence < sentences.Count)
        {
            windows.Add(Make(sentences, features, firstSentence, sentences.Count, pieces));
        }

        return windows;
    }

    private static Window Make(IReadOnlyList<Sentence> sentences, WordFeatures[] features, int first, int end, int pieces)
    {
        var firstToken = sentences[first].First;
        var endToken = sentences[end - 1].End;
        var limit = WordPieces.MostPieces;
        while (pieces > MostPieces && limit > 1)
        {
            limit--;
            pieces = 2;
            for (var i = firstToken; i < endToken; i++)
            {
                pieces += Math.Min(limit, features[i].Pieces.Length);
            }
        }

        return new Window(first, end, firstToken, endToken, pieces, limit);
    }

    /// <summary>Windows of similar length together, at most <paramref name="paddedPieces"/> with padding (or one window); longest first.</summary>
    public static List<Window[]> Batch(List<Window> windows, int paddedPieces)
    {
        var sorted = windows.ToArray();
        Array.Sort(sorted, static (a, b) => a.Pieces != b.Pieces ? b.Pieces.CompareTo(a.Pieces) : a.First.CompareTo(b.First));
        List<Window[]> batches = [];
        for (var first = 0; first < sorted.Length;)
        {
            var size = Math.Clamp(paddedPieces / sorted[first].Pieces, 1, sorted.Length - first);
            batches.Add(sorted[first..(first + size)]);
            first += size;
        }

        return batches;
    }
}
