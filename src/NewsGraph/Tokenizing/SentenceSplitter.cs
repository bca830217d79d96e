using NewsGraph.Texts;

namespace NewsGraph.Tokenizing;

/// <summary>
/// Finds where sentences end among the tokens of one block: layout first (line breaks that are not mere wrapping),
/// then final punctuation with the quotes and brackets that close on it.
/// </summary>
internal sealed class SentenceSplitter(TokenizingLexicon lexicon)
{
    /// <summary>Longest sentence; a longer one is cut at its best punctuation mark.</summary>
    public const int MostTokens = 160;

    private const int FewestBeforeCut = 60;
    private const int ShortLine = 60;

    /// <summary>Appends the end index (exclusive, within <paramref name="tokens"/>) of each sentence, the last one included.</summary>
    /// <param name="wraps">True where a single line break may be mere wrapping (running text).</param>
    public void Split(string text, List<TextSpan> tokens, bool wraps, List<int> ends)
    {
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsEnd(text, tokens, first, ref i, wraps))
            {
                Add(text, tokens, first, i + 1, ends);
                first = i + 1;
            }
        }

        Add(text, tokens, first, tokens.Count, ends);
    }

    /// <summary>True if a sentence ends with token <paramref name="i"/>, which moves on over closing quotes and brackets.</summary>
    private bool IsEnd(string text, List<TextSpan> tokens, int first, ref int i, bool wraps)
    {
        var token = tokens[i];
        if (i + 1 < tokens.Count && BreaksLine(text, tokens, first, i, wraps))
        {
            return true;
        }

        var last = text[token.End - 1];
        if (!Characters.IsTerminator(last))
        {
            return false;
        }

        var word = token.Length > 1 && Characters.IsWord(text[token.Start]);
        var end = word ? i : Closers(text, tokens, i);
        if (end + 1 >= tokens.Count)
        {
            i = end;
            return true;
        }

        if (word)
        {
            return EndsAfterAbbreviation(text, token, tokens[i + 1]);
        }

        // "1." before the first word numbers a list item.
        if (i == first + 1 && last == '.' && Characters.IsDigit(text[tokens[first].Start]) && tokens[first].Length <= 3 && tokens[first].End == token.Start)
        {
            return false;
        }

        if (BreaksLine(text, tokens, first, end, wraps))
        {
            i = end;
            return true;
        }

        var next = text[tokens[end + 1].Start];
        var begins = char.IsLower(next) ? BeginsSmall(text, tokens, first, i, end) : next is not (',' or ';' or ':' or ')' or ']' or '—' or '–' or '-' or '/' or '%' or '&');
        if (!begins || (tokens[end + 1].Start == tokens[end].End && end == i && !char.IsUpper(next) && !Characters.IsTerminator(next) && next is not ('“' or '"' or '‘' or '(' or '[')))
        {
            return false;
        }

        i = end;
        return true;
    }

    /// <summary>"… is late. what now": a full word before the mark, nothing that closes after it, then one of few words.</summary>
    private bool BeginsSmall(string text, List<TextSpan> tokens, int first, int mark, int closer) =>
        mark == closer && mark > first && tokens[mark - 1].Length > 2 && tokens[mark].End < tokens[mark + 1].Start && text[tokens[mark].Start] is '.' or '?' or '!'
        && (tokens[mark].Length == 1 || text[tokens[mark].Start] != '.') && !char.IsUpper(text[tokens[mark - 1].Start])
        && lexicon.IsSmallStarter(text.AsSpan(tokens[mark + 1].Start, tokens[mark + 1].Length));

    /// <summary>Last token of what closes directly after a final mark: further marks, quotes, brackets, a reference such as [12].</summary>
    private static int Closers(string text, List<TextSpan> tokens, int at)
    {
        while (at + 1 < tokens.Count)
        {
            var c = text[tokens[at + 1].Start];
            var follows = tokens[at + 1].Start == tokens[at].End;
            if (follows && (Characters.IsCloser(c) || Characters.IsTerminator(c)))
            {
                at++;
            }
            else if (c == '[' && (follows || text[tokens[at].End] == ' ') && at + 3 < tokens.Count && Characters.IsDigit(text[tokens[at + 2].Start]) && text[tokens[at + 3].Start] == ']')
            {
                at += 3;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>"… Motors Inc. The …" ends, "… U.S. President …" does not: what follows decides.</summary>
    private bool EndsAfterAbbreviation(string text, TextSpan token, TextSpan next)
    {
        var word = text.AsSpan(token.Start, token.Length);
        var initial = word.Length == 2;
        var kind = lexicon.Abbreviation(word);
        if (kind is AbbreviationKind.Before or AbbreviationKind.BeforeNumber || !char.IsUpper(text[next.Start]))
        {
            return false;
        }

        return lexicon.IsStarter(text.AsSpan(next.Start, next.Length)) && !(initial && next.Length == 1);
    }

    /// <summary>True if the lines of the text end a sentence after token <paramref name="i"/>.</summary>
    private static bool BreaksLine(string text, List<TextSpan> tokens, int first, int i, bool wraps)
    {
        var from = tokens[i].End;
        var to = tokens[i + 1].Start;
        if (from == to)
        {
            return false;
        }

        var gap = text.AsSpan(from, to - from);
        var line = gap.IndexOfAny('\n', '\r', '\u2029');
        if (line < 0)
        {
            return false;
        }

        var lines = gap.Count('\n');
        if (!wraps || lines > 1)
        {
            return true;
        }

        var next = text[to];
        if (next is '•' or '▪' or '‣' or '*' || (next is '-' or '–' && to + 1 < text.Length && text[to + 1] == ' '))
        {
            return true;
        }

        // A short line without a mark at its end, then a capital: a heading or an item.
        var last = text[from - 1];
        return from - tokens[first].Start < ShortLine && !char.IsLower(next) && last is not (',' or ';' or '-' or '–' or '—' or '(') && !Characters.IsTerminator(last);
    }

    /// <summary>Adds a sentence, cut where it is too long.</summary>
    private static void Add(string text, List<TextSpan> tokens, int first, int end, List<int> ends)
    {
        while (end - first > MostTokens)
        {
            var best = -1;
            var bestRank = 0;
            for (var i = first + MostTokens - 1; i >= first + FewestBeforeCut; i--)
            {
                var rank = text[tokens[i].End - 1] switch
                {
                    ';' or '…' or '.' or '!' or '?' => 4,
                    ':' or '—' or '–' => 3,
                    ',' => 2,
                    ')' or ']' or '”' or '"' or '|' => 1,
                    _ => 0,
                };
                if (rank > bestRank)
                {
                    bestRank = rank;
                    best = i + 1;
                }
            }

            first = best > 0 ? best : first + MostTokens;
            ends.Add(first);
        }

        if (end > first)
        {
            ends.Add(end);
        }
    }
}
