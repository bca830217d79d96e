using System.Text;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Reading;

/// <summary>The phrases of <c>lexicons/layout.tsv</c>: what marks a line as byline, caption, sources or boilerplate.</summary>
internal sealed class LayoutPhrases
{
    /// <summary>Only so much of a line's start and end is looked at.</summary>
    private const int Window = 96;

    private static readonly Lazy<LayoutPhrases> Shared = new(() => new LayoutPhrases(ResourceFiles.ReadTable("lexicons/layout.tsv")));

    private readonly Dictionary<string, ArticlePart> lines = new(StringComparer.Ordinal);
    private readonly List<Phrase> starts = [];
    private readonly List<Phrase> ends = [];
    private readonly List<Phrase> credits = [];
    private readonly int longestLine;

    private LayoutPhrases(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            var phrase = new Phrase(row[3], PartOf(row[0]), int.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture));
            switch (row[1])
            {
                case "line":
                    lines.Add(phrase.Text, phrase.Part);
                    longestLine = Math.Max(longestLine, phrase.Text.Length);
                    break;
                case "start":
                    starts.Add(phrase);
                    break;
                case "end":
                    ends.Add(phrase);
                    break;
                case "credit":
                    credits.Add(phrase);
                    break;
                default:
                    throw new InvalidDataException($"layout.tsv: '{row[1]}' is none of line, start, end, credit.");
            }
        }

        starts.Sort((a, b) => b.Text.Length.CompareTo(a.Text.Length));
    }

    public static LayoutPhrases Default => Shared.Value;

    /// <summary>The part that a line's wording gives away, and the phrase; null where it says nothing.</summary>
    public (ArticlePart Part, int PhraseLength)? Find(ReadOnlySpan<char> line)
    {
        var start = Normalize(line[..Math.Min(line.Length, Window)]);
        if (line.Length <= Window && start.Length <= longestLine + 4)
        {
            if (lines.TryGetValue(start.TrimEnd('.', '…', ':', '!', ' ').Replace("'", "", StringComparison.Ordinal), out var part))
            {
                return (part, start.Length);
            }
        }

        var words = -1;
        foreach (var phrase in starts)
        {
            if (start.StartsWith(phrase.Text, StringComparison.Ordinal) && EndsWord(start, phrase.Text.Length) && (words < 0 ? words = CountWords(line) : words) <= phrase.MostWords)
            {
                return (phrase.Part, phrase.Text.Length);
            }
        }

        var tail = line.Length <= Window ? start : Normalize(line[^Window..]);
        tail = tail.TrimEnd('.', ' ', ')', ']');
        foreach (var phrase in ends)
        {
            if (tail.EndsWith(phrase.Text, StringComparison.Ordinal) && (words < 0 ? words = CountWords(line) : words) <= phrase.MostWords)
            {
                return (phrase.Part, phrase.Text.Length);
            }
        }

        return null;
    }

    /// <summary>
    /// Where a picture credit begins that ends the line ("… carry a boat. - Copyright AP"), its separator included;
    /// 0 if the whole line is a credit, −1 if there is none.
    /// </summary>
    public int FindCredit(ReadOnlySpan<char> line)
    {
        const int longestTail = 160;
        var from = Math.Max(0, line.Length - longestTail);
        var tail = line[from..].ToString().ToLowerInvariant();
        var best = -1;
        foreach (var phrase in credits)
        {
            for (var at = tail.IndexOf(phrase.Text, StringComparison.Ordinal); at >= 0; at = tail.IndexOf(phrase.Text, at + 1, StringComparison.Ordinal))
            {
                if ((at > 0 && char.IsLetterOrDigit(tail[at - 1])) || !EndsWord(tail, at + phrase.Text.Length) || CountWords(tail.AsSpan(at)) > phrase.MostWords)
                {
                    continue;
                }

                var separator = SeparatorBefore(tail, at);
                if (separator == 0 && from > 0)
                {
                    continue;
                }

                if (separator >= 0 && (best < 0 || separator < best) && !HasSentenceAfter(tail, at))
                {
                    best = separator;
                }
            }
        }

        return best < 0 ? -1 : from + best;
    }

    /// <summary>Where the separator before a credit begins: 0 at the line's start, −1 if the phrase just follows a word.</summary>
    private static int SeparatorBefore(string tail, int at)
    {
        var i = at;
        while (i > 0 && char.IsWhiteSpace(tail[i - 1]))
        {
            i--;
        }

        if (i == 0)
        {
            return 0;
        }

        var mark = tail[i - 1];
        if (mark is '(' or '[' or '|' or '•' or '·' or '©' or '–' or '—' || (mark == '-' && i < at) || (mark == '-' && i >= 2 && char.IsWhiteSpace(tail[i - 2])))
        {
            i--;
            while (i > 0 && (char.IsWhiteSpace(tail[i - 1]) || tail[i - 1] is '-' or '–' or '—' or '|'))
            {
                i--;
            }

            return i;
        }

        if (mark is '.' or '!' or '?' or '”' or '"')
        {
            return i;
        }

        // "(Harbour Press Office via AP)": the bracket opens a few words before and closes the line
        var open = tail.LastIndexOfAny(['(', '['], at);
        return open > 0 && at - open <= 60 && tail.AsSpan().TrimEnd().TrimEnd('.')[^1] is ')' or ']' && tail.AsSpan(open, at - open).IndexOfAny(')', ']') < 0
            ? TrimSpaceBefore(tail, open)
            : -1;
    }

    private static int TrimSpaceBefore(string text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    /// <summary>A credit is the end of its line: nothing that looks like a further sentence follows it.</summary>
    private static bool HasSentenceAfter(string tail, int at)
    {
        var stop = tail.IndexOf(". ", at, StringComparison.Ordinal);
        return stop >= 0 && tail.Length - stop > 30;
    }

    private static bool EndsWord(string text, int at) =>
        at >= text.Length
        || (at > 0 && !char.IsLetterOrDigit(text[at - 1]))
        || (!char.IsLetterOrDigit(text[at]) && !(text[at] is '-' or '\'' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])));

    private static int CountWords(ReadOnlySpan<char> line)
    {
        var words = 0;
        var inside = false;
        foreach (var c in line)
        {
            var word = !char.IsWhiteSpace(c);
            words += word && !inside ? 1 : 0;
            inside = word;
        }

        return words;
    }

    /// <summary>Lower case, single spaces, straight apostrophes, numbers as <c>#</c>, no bullet at the start.</summary>
    private static string Normalize(ReadOnlySpan<char> line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (char.IsWhiteSpace(c))
            {
                if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }
            else if (char.IsAsciiDigit(c) || (c == ',' && text.Length > 0 && text[^1] == '#' && i + 1 < line.Length && char.IsAsciiDigit(line[i + 1])))
            {
                if (text.Length == 0 || text[^1] != '#')
                {
                    text.Append('#');
                }
            }
            else if (text.Length > 0 || c is not ('•' or '*' or '·' or '>' or '»' or '▶' or '►' or '-' or '–' or '—' or '|'))
            {
                text.Append(c is '’' or '‘' ? '\'' : char.ToLowerInvariant(c));
            }
        }

        return text.ToString().TrimEnd();
    }

    private static ArticlePart PartOf(string name) => name switch
    {
        "boilerplate" => ArticlePart.Boilerplate,
        "sources" => ArticlePart.Sources,
        "byline" => ArticlePart.Byline,
        "caption" or "credit" => ArticlePart.Caption,
        _ => throw new InvalidDataException($"layout.tsv: unknown part '{name}'."),
    };

    private readonly record struct Phrase(string Text, ArticlePart Part, int MostWords);
}
