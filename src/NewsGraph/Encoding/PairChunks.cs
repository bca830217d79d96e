using NewsGraph.Texts;

namespace NewsGraph.Encoders;

/// <summary>
/// A long document's pairs in portions: the graphs hold some kilobytes a pair while they run, so that all pairs at
/// once would take memory, and with it time, out of proportion.
/// </summary>
/// <param name="First">First index of the portion's first elements (triggers, later mentions, cues).</param>
/// <param name="End">One after the last.</param>
/// <param name="Low">Least second index of its pairs; <see cref="First"/> where it has none.</param>
/// <param name="High">One after the greatest.</param>
/// <param name="Pairs">Its pairs, first indices counted from <paramref name="First"/>, second ones from <paramref name="Low"/>.</param>
internal readonly record struct PairChunk(int First, int End, int Low, int High, ScoredPairs Pairs)
{
    /// <summary>Pairs of a portion, if no single first element has more.</summary>
    public const int MostPairs = 8192;

    /// <summary>True if the pairs come in the order of their first elements, without which they cannot be cut.</summary>
    public static bool IsAscending(ScoredPairs pairs)
    {
        for (var i = 1; i < pairs.First.Length; i++)
        {
            if (pairs.First[i] < pairs.First[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Cuts the pairs of <paramref name="count"/> first elements, which come in ascending order, between elements.</summary>
    public static IEnumerable<PairChunk> Cut(ScoredPairs pairs, int count)
    {
        var width = pairs.First.Length == 0 ? 0 : pairs.Features.Length / pairs.First.Length;
        for (int first = 0, from = 0; first < count;)
        {
            var end = first;
            var to = from;
            while (end < count)
            {
                var next = to;
                while (next < pairs.First.Length && pairs.First[next] == end)
                {
                    next++;
                }

                if (end > first && next - from > MostPairs)
                {
                    break;
                }

                (to, end) = (next, end + 1);
            }

            yield return Slice(pairs, width, first, end, from, to);
            (first, from) = (end, to);
        }
    }

    private static PairChunk Slice(ScoredPairs pairs, int width, int first, int end, int from, int to)
    {
        var (low, high) = (first, first);
        if (to > from)
        {
            (low, high) = (int.MaxValue, 0);
            for (var i = from; i < to; i++)
            {
                low = Math.Min(low, pairs.Second[i]);
                high = Math.Max(high, pairs.Second[i] + 1);
            }
        }

        var firsts = pairs.First[from..to];
        var seconds = pairs.Second[from..to];
        for (var i = 0; i < firsts.Length; i++)
        {
            firsts[i] -= first;
            seconds[i] -= low;
        }

        return new PairChunk(first, end, low, high, new ScoredPairs(firsts, seconds, pairs.Features[(from * width)..(to * width)]));
    }
}
