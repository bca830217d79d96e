using System.Globalization;
using System.Text;
using NewsGraph.Resources;

namespace NewsGraph.Encoders;

/// <summary>
/// BERT's uncased WordPiece on single words: cleaned, lower-cased, marks stripped, split at signs, then greedy longest match
/// (Devlin et al. 2019). Equal to <c>src/training/wordpieces.py</c>. Decomposition comes from a table, as the library runs
/// without the system's globalization data.
/// </summary>
internal sealed class WordPieces
{
    public const int Unknown = 100;
    public const int Start = 101;
    public const int End = 102;

    /// <summary>Most pieces of one word: the first eight and the last four are kept.</summary>
    public const int MostPieces = 12;

    private const int LongestToken = 100;

    private readonly Dictionary<string, int> first = new(30_000, StringComparer.Ordinal);
    private readonly Dictionary<string, int> next = new(6_000, StringComparer.Ordinal);
    private readonly Dictionary<char, string> bases = [];
    private readonly int longestPiece;

    /// <param name="vocabulary">One piece a line, the line number its id; <c>##</c> marks those that continue a word.</param>
    public WordPieces(IEnumerable<string> vocabulary)
    {
        var id = 0;
        foreach (var piece in vocabulary)
        {
            if (piece.StartsWith("##", StringComparison.Ordinal) && piece.Length > 2)
            {
                next[piece[2..]] = id++;
            }
            else
            {
                first[piece] = id++;
            }

            longestPiece = Math.Max(longestPiece, piece.Length);
        }

        foreach (var entry in ResourceFiles.ReadLines("lexicons/base-letters.txt").SelectMany(l => l.Split(' ')))
        {
            bases[entry[0]] = entry[1..];
        }
    }

    /// <summary>At least one and at most twelve ids.</summary>
    public ushort[] Cut(string word)
    {
        List<ushort> pieces = [];
        var buffer = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is '\0' or '\uFFFD')
            {
                continue;
            }

            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (char.IsWhiteSpace(c))
            {
                Flush(buffer, pieces);
            }
            else if (char.IsSurrogate(c))
            {
                buffer.Append(c);
            }
            else if (category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            {
                continue;
            }
            else if (c < 0x80)
            {
                Append(char.ToLowerInvariant(c), buffer, pieces);
            }
            else if (c is >= '\uAC00' and <= '\uD7A3')
            {
                // Hangul syllables decompose by arithmetic (Unicode 3.12).
                var index = c - 0xAC00;
                buffer.Append((char)(0x1100 + (index / 588))).Append((char)(0x1161 + (index % 588 / 28)));
                if (index % 28 != 0)
                {
                    buffer.Append((char)(0x11A7 + (index % 28)));
                }
            }
            else if (bases.TryGetValue(c, out var letters))
            {
                foreach (var letter in letters)
                {
                    Append(letter, buffer, pieces);
                }
            }
            else if (category != UnicodeCategory.NonSpacingMark)
            {
                Append(char.ToLowerInvariant(c), buffer, pieces);
            }
        }

        Flush(buffer, pieces);
        if (pieces.Count == 0)
        {
            pieces.Add(Unknown);
        }

        return Shorten([.. pieces], MostPieces);
    }

    /// <summary>At most <paramref name="limit"/> pieces: two thirds from the front, the rest from the end.</summary>
    public static ushort[] Shorten(ushort[] pieces, int limit)
    {
        if (pieces.Length <= limit)
        {
            return pieces;
        }

        var front = limit > 1 ? limit * 8 / MostPieces : 1;
        return [.. pieces[..front], .. pieces[(pieces.Length - (limit - front))..]];
    }

    private void Append(char c, StringBuilder buffer, List<ushort> pieces)
    {
        if (!IsSign(c))
        {
            buffer.Append(c);
            return;
        }

        Flush(buffer, pieces);
        buffer.Append(c);
        Flush(buffer, pieces);
    }

    private static bool IsSign(char c)
    {
        if (c < 0x80)
        {
            return c is (>= '!' and <= '/') or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~');
        }

        return c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or (>= '\uF900' and <= '\uFAFF')
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation;
    }

    /// <summary>Greedy longest match of one token; the whole token is unknown when a part is.</summary>
    private void Flush(StringBuilder buffer, List<ushort> pieces)
    {
        if (buffer.Length == 0)
        {
            return;
        }

        Span<char> token = stackalloc char[LongestToken];
        var length = buffer.Length;
        if (CountCharacters(buffer) > LongestToken || length > token.Length)
        {
            buffer.Clear();
            pieces.Add(Unknown);
            return;
        }

        buffer.CopyTo(0, token, length);
        buffer.Clear();
        token = token[..length];
        var firsts = first.GetAlternateLookup<ReadOnlySpan<char>>();
        var nexts = next.GetAlternateLookup<ReadOnlySpan<char>>();
        var count = pieces.Count;
        for (var start = 0; start < length;)
        {
            var end = Math.Min(length, start + longestPiece);
            var id = 0;
            while (end > start && !(start == 0 ? firsts.TryGetValue(token[start..end], out id) : nexts.TryGetValue(token[start..end], out id)))
            {
                end--;
            }

            if (end == start)
            {
                pieces.RemoveRange(count, pieces.Count - count);
                pieces.Add(Unknown);
                return;
            }

            pieces.Add((ushort)id);
            start = end;
        }
    }

    /// <summary>Characters, a surrogate pair counted once.</summary>
    private static int CountCharacters(StringBuilder buffer)
    {
        var pairs = 0;
        for (var i = 0; i < buffer.Length; i++)
        {
            pairs += char.IsLowSurrogate(buffer[i]) ? 1 : 0;
        }

        return buffer.Length - pairs;
    }
}
