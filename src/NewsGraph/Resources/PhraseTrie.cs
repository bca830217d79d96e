using System.Collections.Immutable;

namespace NewsGraph.Resources;

/// <summary>What <see cref="PhraseTrie{T}.Longest"/> found: words up to <see cref="End"/> (exclusive), and all that this phrase may mean.</summary>
public readonly record struct PhraseMatch<T>(int End, ImmutableArray<T> Values)
{
    public bool Found => !Values.IsDefaultOrEmpty;
}

/// <summary>
/// Phrases of several words, looked up along a token sequence: the longest that begins at a word. Phrases and words are
/// cut at spaces, hyphens, commas and apostrophes alike, so that it does not matter where a tokenizer cut ("Port-au-Prince"
/// as one word or as five; "d'Ivoire" as one or two). Immutable once built; a lookup of an unknown word costs one hash.
/// </summary>
public sealed class PhraseTrie<T>
{
    private readonly Dictionary<(int Node, string Piece), int> next;
    private readonly List<ImmutableArray<T>> values = [ImmutableArray<T>.Empty];

    /// <param name="ignoreCase">Compare ordinally without case.</param>
    public PhraseTrie(IEnumerable<(string Phrase, T Value)> phrases, bool ignoreCase = false)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        next = new(new PieceComparer(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal));
        List<string> pieces = [];
        foreach (var (phrase, value) in phrases)
        {
            pieces.Clear();
            Cut(phrase, pieces);
            var node = 0;
            foreach (var piece in pieces)
            {
                if (!next.TryGetValue((node, piece), out var child))
                {
                    child = values.Count;
                    values.Add(ImmutableArray<T>.Empty);
                    next.Add((node, piece), child);
                }

                node = child;
            }

            if (node > 0 && !values[node].Contains(value))
            {
                values[node] = values[node].Add(value);
            }
        }
    }

    /// <summary>The longest phrase that begins at <paramref name="first"/> and ends with a whole word not beyond <paramref name="end"/>.</summary>
    public PhraseMatch<T> Longest(IReadOnlyList<string> words, int first, int end)
    {
        ArgumentNullException.ThrowIfNull(words);
        var best = default(PhraseMatch<T>);
        var node = 0;
        for (var i = first; i < end; i++)
        {
            node = Step(node, words[i]);
            if (node < 0)
            {
                break;
            }

            if (!values[node].IsEmpty)
            {
                best = new PhraseMatch<T>(i + 1, values[node]);
            }
        }

        return best;
    }

    /// <summary>What a whole phrase may mean; empty if it is unknown.</summary>
    public ImmutableArray<T> Find(string phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        var node = Step(0, phrase);
        return node < 0 ? ImmutableArray<T>.Empty : values[node];
    }

    private int Step(int node, string word)
    {
        if (word.AsSpan().IndexOfAny(" -,'’‐‑") < 0)
        {
            return next.GetValueOrDefault((node, word), -1);
        }

        List<string> pieces = [];
        Cut(word, pieces);
        foreach (var piece in pieces)
        {
            if (!next.TryGetValue((node, piece), out node))
            {
                return -1;
            }
        }

        return node;
    }

    private static void Cut(string phrase, List<string> pieces)
    {
        var start = 0;
        for (var i = 0; i <= phrase.Length; i++)
        {
            var c = i < phrase.Length ? phrase[i] : ' ';
            if (c is not (' ' or '-' or ',' or '\'' or '’' or '‐' or '‑'))
            {
                continue;
            }

            if (i > start)
            {
                pieces.Add(phrase[start..i]);
            }

            if (c is not ' ')
            {
                pieces.Add(c is '’' ? "'" : c is '‐' or '‑' ? "-" : c.ToString());
            }

            start = i + 1;
        }
    }

    private sealed class PieceComparer(StringComparer words) : IEqualityComparer<(int Node, string Piece)>
    {
        public bool Equals((int Node, string Piece) x, (int Node, string Piece) y) => x.Node == y.Node && words.Equals(x.Piece, y.Piece);

        public int GetHashCode((int Node, string Piece) key) => unchecked((words.GetHashCode(key.Piece) * 31) + key.Node);
    }
}
