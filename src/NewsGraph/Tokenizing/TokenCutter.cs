using NewsGraph.Texts;

namespace NewsGraph.Tokenizing;

/// <summary>
/// Cuts text into words and signs by the conventions of the English Web Treebank (UD 2):
/// hyphens and slashes stand alone but after prefixes ("co-starring", "US - led"), clitics are cut ("do n't", "Kenya 's"),
/// currency and units leave their number ("$ 3 bn"), abbreviations keep their period.
/// One pass with bounded look-ahead, so linear in the text.
/// </summary>
internal sealed class TokenCutter(TokenizingLexicon lexicon)
{
    /// <summary>Runs of letters beyond this are cut: no word is that long.</summary>
    public const int LongestToken = 400;

    private const int LongestAddress = 2_000;

    /// <summary>Appends the tokens of <c>text[start, end)</c>.</summary>
    public void Cut(string text, int start, int end, List<TextSpan> tokens)
    {
        var position = start;
        while (position < end)
        {
            if (Characters.IsSpace(text[position]))
            {
                position++;
                continue;
            }

            var stop = position + 1;
            while (stop < end && !Characters.IsSpace(text[stop]))
            {
                stop++;
            }

            CutRun(text, position, stop, tokens);
            position = stop;
        }
    }

    private void CutRun(string text, int start, int end, List<TextSpan> tokens)
    {
        while (start < end && end - start <= LongestAddress)
        {
            var (from, to) = AddressFinder.Find(text.AsSpan(start, end - start));
            if (to == 0)
            {
                break;
            }

            CutPlain(text, start, start + from, tokens);
            tokens.Add(new TextSpan(start + from, start + to));
            start += to;
        }

        CutPlain(text, start, end, tokens);
    }

    private void CutPlain(string text, int start, int end, List<TextSpan> tokens)
    {
        for (var position = start; position < end;)
        {
            if (Characters.IsWord(text[position]))
            {
                var stop = WordEnd(text, position, end);
                AddWord(text, position, stop, tokens);
                position = stop;
            }
            else
            {
                var stop = Characters.IsApostrophe(text[position]) || text[position] == '‘' ? ApostropheEnd(text, start, position, end) : position;
                stop = stop > position ? stop : SignEnd(text, position, end);
                tokens.Add(new TextSpan(position, stop));
                position = stop;
            }
        }
    }

    /// <summary>End of the word that begins at <paramref name="start"/>, clitics still on it.</summary>
    private int WordEnd(string text, int start, int end)
    {
        end = Math.Min(end, start + LongestToken);
        var part = start;
        var i = start;
        while (i < end)
        {
            var c = text[i];
            if (Characters.IsWord(c))
            {
                i++;
                continue;
            }

            var next = i + 1 < end ? text[i + 1] : ' ';
            var last = text[i - 1];
            if (c == '.')
            {
                if (KeepsPeriod(text, start, i, end, next))
                {
                    i++;
                    if (!Characters.IsWord(next) || !IsInsideAcronym(text, start, i))
                    {
                        return i;
                    }

                    continue;
                }

                if (!Characters.IsWord(next) || IsMissingSpace(text, start, i, end))
                {
                    return i;
                }
            }
            else if (c == '-')
            {
                if (!Characters.IsWord(next) || !JoinsHyphen(text, start, part, i, end))
                {
                    return i;
                }

                part = i + 1;
            }
            else if (!Characters.IsWord(next) || !JoinsSign(text, start, i, c, last, next))
            {
                // "US$5" is two tokens, "US$" and the number.
                return c == '$' && i - start <= 3 && char.IsAsciiLetterUpper(last) && Characters.IsDigit(next) ? i + 1 : i;
            }

            i++;
        }

        return i;
    }

    /// <summary>Signs inside words and numbers: O'Brien, AT&amp;T, 9:30, 1,000, 9/11.</summary>
    private static bool JoinsSign(string text, int start, int at, char sign, char last, char next) => sign switch
    {
        ',' or ':' => Characters.IsDigit(last) && Characters.IsDigit(next),
        // 9/11, and b/c or n/a: one letter on each side.
        '/' => Characters.IsDigit(last) ? Characters.IsDigit(next) && IsDigits(text, start, at, '/') : at == start + 1 && Characters.IsLetter(next) && (at + 2 >= text.Length || !Characters.IsWord(text[at + 2])),
        '&' => char.IsUpper(last) && char.IsUpper(next) && at - start <= 3,
        '*' => Characters.IsLetter(last) && Characters.IsLetter(next),
        _ => Characters.IsApostrophe(sign) && Characters.IsLetter(next),
    };

    /// <summary>True if the period at <paramref name="at"/> belongs to the word before it: an abbreviation, an acronym, an initial.</summary>
    private bool KeepsPeriod(string text, int start, int at, int end, char next)
    {
        if (next == '.' && !(at + 2 < end && text[at + 2] != '.'))
        {
            return false;
        }

        if (Characters.IsDigit(text[at - 1]))
        {
            return false;
        }

        var length = at - start;
        if (length == 1)
        {
            // An initial (J. Smith) or the first part of an acronym (U.S., a.m.); "I." ends a sentence.
            return char.IsUpper(text[start]) ? text[start] != 'I' || Characters.IsWord(next) : Characters.IsLetter(next) && at + 2 < end && text[at + 2] == '.' || lexicon.Abbreviation(text.AsSpan(start, 2)) != AbbreviationKind.None;
        }

        if (IsAcronym(text, start, at))
        {
            return true;
        }

        return lexicon.Abbreviation(text.AsSpan(start, length + 1)) switch
        {
            AbbreviationKind.None => false,
            AbbreviationKind.BeforeNumber => BeginsNumber(text, at + 1),
            _ => !Characters.IsLetter(next),
        };
    }

    private static bool BeginsNumber(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at < text.Length && Characters.IsDigit(text[at]);
    }

    /// <summary>Letters and periods by turns: U.S, a.m, Ph.D – each part of one or two letters, at least two parts.</summary>
    private static bool IsAcronym(string text, int start, int end)
    {
        var run = 0;
        var parts = 1;
        for (var i = start; i < end; i++)
        {
            if (text[i] == '.')
            {
                parts++;
                run = 0;
            }
            else if (!Characters.IsLetter(text[i]) || ++run > (parts == 1 ? 2 : 1))
            {
                return false;
            }
        }

        return parts > 1 && run > 0;
    }

    /// <summary>After a kept period: "U." goes on with "S", "J." does not go on with "Smith".</summary>
    private static bool IsInsideAcronym(string text, int start, int after) =>
        Characters.IsLetter(text[after]) && (after + 1 >= text.Length || !Characters.IsLetter(text[after + 1])) && after - start <= 16;

    /// <summary>"… ended.Then …": small letters, a period, a capital and a small letter.</summary>
    private static bool IsMissingSpace(string text, int start, int at, int end) =>
        at - start >= 2 && char.IsLower(text[at - 1]) && at + 2 < end && char.IsUpper(text[at + 1]) && char.IsLower(text[at + 2])
        && text.AsSpan(start, at - start).IndexOf('.') < 0;

    private bool JoinsHyphen(string text, int start, int part, int at, int end)
    {
        var next = text[at + 1];
        if (Characters.IsDigit(text[at - 1]) && Characters.IsDigit(next))
        {
            return JoinsDigits(text, start, at, end);
        }

        return at - part <= 8 && lexicon.JoinsAcrossHyphen(text.AsSpan(part, at - part));
    }

    /// <summary>Dates and telephone numbers (2021-12-05, 555-1234) stay whole, ranges (10-15, 1998-2004) do not.</summary>
    private static bool JoinsDigits(string text, int start, int at, int end)
    {
        if (!IsDigits(text, start, at, '-'))
        {
            return false;
        }

        var hyphens = text.AsSpan(start, at - start).Count('-') + 1;
        var stop = at + 1;
        while (stop < end && (Characters.IsDigit(text[stop]) || (text[stop] == '-' && stop + 1 < end && Characters.IsDigit(text[stop + 1]))))
        {
            hyphens += text[stop] == '-' ? 1 : 0;
            stop++;
        }

        return hyphens > 1 || (at - start == 3 && stop - at == 5);
    }

    private static bool IsDigits(string text, int start, int end, char separator)
    {
        for (var i = start; i < end; i++)
        {
            if (!Characters.IsDigit(text[i]) && text[i] != separator)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What an apostrophe before letters or digits begins: '90s, 'em, 's after a sign; its own position if nothing.</summary>
    private static int ApostropheEnd(string text, int runStart, int at, int end)
    {
        var stop = at + 1;
        while (stop < end && stop - at <= 4 && Characters.IsWord(text[stop]))
        {
            stop++;
        }

        if (stop - at < 2 || (stop < end && Characters.IsWord(text[stop])))
        {
            return at;
        }

        var word = text.AsSpan(at + 1, stop - at - 1);
        if (Characters.IsDigit(word[0]))
        {
            return word.Length is 2 or 3 && Characters.IsDigit(word[1]) && (word.Length == 2 || word[2] is 's') ? stop : at;
        }

        var clitic = at > runStart ? IsClitic(word) : word is "em" or "til" or "cause" or "n";
        return clitic && text[at] != '‘' ? stop : at;
    }

    private static bool IsClitic(ReadOnlySpan<char> word) => word.Length switch
    {
        1 => (word[0] | 0x20) is 's' or 'm' or 'd',
        2 => word.Equals("ll", StringComparison.OrdinalIgnoreCase) || word.Equals("re", StringComparison.OrdinalIgnoreCase) || word.Equals("ve", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>End of a sign: runs of periods, hyphens, exclamation marks and the like are one token.</summary>
    private static int SignEnd(string text, int at, int end)
    {
        var c = text[at];
        end = Math.Min(end, at + LongestToken);
        var i = at + 1;
        switch (c)
        {
            case '!' or '?':
                while (i < end && text[i] is '!' or '?')
                {
                    i++;
                }

                return i;
            case '.' or '-' or '*' or '=' or '~' or '–' or '—' or '$' or '+' or '/' or '\\' or '|':
                while (i < end && text[i] == c)
                {
                    i++;
                }

                return i;
            case '\'' or '`' or '’' or '‘' or '<' or '>':
                return i < end && text[i] == c ? i + 1 : i;
            case ':' or ';':
                return EmoticonEnd(text, at, end);
            default:
                while (i < end && Characters.IsLetter(text[i]) && char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark)
                {
                    i++;
                }

                return i;
        }
    }

    private static int EmoticonEnd(string text, int at, int end)
    {
        var i = at + 1;
        if (i < end && text[i] == '-')
        {
            i++;
        }

        var free = at == 0 || !Characters.IsWord(text[at - 1]);
        return free && i < end && text[i] is ')' or '(' or 'D' or 'P' && (i + 1 >= text.Length || !Characters.IsWord(text[i + 1])) ? i + 1 : at + 1;
    }

    /// <summary>Adds a word, its clitics and units cut off.</summary>
    private void AddWord(string text, int start, int end, List<TextSpan> tokens)
    {
        if (Characters.IsDigit(text[start]))
        {
            AddNumber(text, start, end, tokens);
            return;
        }

        var ends = lexicon.Contraction(text.AsSpan(start, end - start));
        if (ends is not null)
        {
            var from = start;
            foreach (var to in ends)
            {
                tokens.Add(new TextSpan(from, start + to));
                from = start + to;
            }

            return;
        }

        // Outermost clitic last: would|n't|'ve.
        Span<int> cuts = stackalloc int[4];
        var count = 0;
        var stop = end;
        while (count < cuts.Length && CliticStart(text, start, stop) is var cut && cut > start)
        {
            cuts[count++] = cut;
            stop = cut;
        }

        tokens.Add(new TextSpan(start, stop));
        while (count > 0)
        {
            var from = cuts[--count];
            tokens.Add(new TextSpan(from, count > 0 ? cuts[count - 1] : end));
        }
    }

    /// <summary>Where the clitic at the end of a word begins, or −1.</summary>
    private static int CliticStart(string text, int start, int end)
    {
        for (var i = end - 2; i > start && i >= end - 3; i--)
        {
            if (!Characters.IsApostrophe(text[i]))
            {
                continue;
            }

            if (IsClitic(text.AsSpan(i + 1, end - i - 1)))
            {
                return i;
            }

            return i == end - 2 && (text[end - 1] | 0x20) == 't' && (text[i - 1] | 0x20) == 'n' && i - 1 > start ? i - 1 : -1;
        }

        return -1;
    }

    /// <summary>"5pm" is a number and its unit; "9th", "1990s" and "3D" are words.</summary>
    private void AddNumber(string text, int start, int end, List<TextSpan> tokens)
    {
        var digits = end;
        while (digits > start && !Characters.IsDigit(text[digits - 1]))
        {
            digits--;
        }

        var clitic = CliticStart(text, start, end);
        if (clitic > start)
        {
            tokens.Add(new TextSpan(start, clitic));
            tokens.Add(new TextSpan(clitic, end));
        }
        else if (digits < end && lexicon.IsUnit(text.AsSpan(digits, end - digits)))
        {
            tokens.Add(new TextSpan(start, digits));
            tokens.Add(new TextSpan(digits, end));
        }
        else
        {
            tokens.Add(new TextSpan(start, end));
        }
    }
}
