using System.Collections.Concurrent;

namespace NewsGraph.Encoders;

/// <summary>What the encoder takes of a word: its pieces, shape and affix rows.</summary>
internal sealed record WordFeatures(ushort[] Pieces, byte Shape, short Suffix, short Prefix);

/// <summary>Features of the words seen so far; frequent words cost one look-up. Bounded and thread-safe.</summary>
internal sealed class WordTable(WordPieces pieces)
{
    /// <summary>About 30 MB of short words; then the table is begun anew.</summary>
    private const int MostWords = 150_000;

    private ConcurrentDictionary<string, WordFeatures> known = new(StringComparer.Ordinal);
    private int count;

    public WordFeatures Of(string word)
    {
        if (known.TryGetValue(word, out var features))
        {
            return features;
        }

        features = new WordFeatures(pieces.Cut(word), (byte)WordShapes.Shape(word), (short)WordShapes.Suffix(word), (short)WordShapes.Prefix(word));
        if (Interlocked.Increment(ref count) > MostWords)
        {
            known = new(StringComparer.Ordinal);
            Volatile.Write(ref count, 0);
        }

        known.TryAdd(word, features);
        return features;
    }
}
