namespace NewsGraph.Tokenizing;

/// <summary>Web addresses, e-mail addresses, @handles and #tags: one token each, without the punctuation around them.</summary>
internal static class AddressFinder
{
    /// <summary>Looks for an address in a run without white space.</summary>
    /// <returns>Its span within the run; empty if there is none.</returns>
    public static (int Start, int End) Find(ReadOnlySpan<char> run)
    {
        var mark = run.IndexOfAny('@', '#', ':');
        if (mark < 0)
        {
            return run.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? (0, TrimEnd(run, 0)) : default;
        }

        var start = 0;
        while (start < run.Length && !Characters.IsWord(run[start]) && run[start] is not ('@' or '#'))
        {
            start++;
        }

        var rest = run[start..];
        var scheme = SchemeStart(run);
        if (scheme >= 0)
        {
            return (scheme, TrimEnd(run, scheme));
        }

        if (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return (start, TrimEnd(run, start));
        }

        if (rest.Length > 1 && rest[0] is '@' or '#')
        {
            // A handle or tag: a letter or digit run; "#1" is a sign and a number.
            var end = 1;
            while (end < rest.Length && Characters.IsWord(rest[end]))
            {
                end++;
            }

            return end > 2 && Characters.IsLetter(rest[1]) ? (start, start + end) : default;
        }

        return Mail(run, start);
    }

    /// <summary>Where the letters before <c>://</c> begin, or −1.</summary>
    private static int SchemeStart(ReadOnlySpan<char> run)
    {
        var colon = run.IndexOf("://", StringComparison.Ordinal);
        var start = colon;
        while (start > 0 && char.IsAsciiLetter(run[start - 1]))
        {
            start--;
        }

        return start < colon ? start : -1;
    }

    /// <summary>local@host.tld</summary>
    private static (int Start, int End) Mail(ReadOnlySpan<char> run, int start)
    {
        var at = run.IndexOf('@');
        if (at <= start)
        {
            return default;
        }

        var from = at;
        while (from > start && (Characters.IsWord(run[from - 1]) || run[from - 1] is '.' or '+' or '-' or '%' or '\''))
        {
            from--;
        }

        var to = at + 1;
        var dot = false;
        while (to < run.Length && (Characters.IsWord(run[to]) || (run[to] is '.' or '-' && to + 1 < run.Length && Characters.IsWord(run[to + 1]))))
        {
            dot |= run[to] == '.';
            to++;
        }

        return dot && from < at ? (from, to) : default;
    }

    /// <summary>An address ends before closing punctuation; a closing bracket belongs to it when one was opened inside.</summary>
    private static int TrimEnd(ReadOnlySpan<char> run, int start)
    {
        var end = run.Length;
        var stop = run[start..].IndexOfAny("<>\"“”«»");
        if (stop > 0)
        {
            end = start + stop;
        }

        var closers = true;
        while (end > start + 1 && closers)
        {
            closers = run[end - 1] switch
            {
                '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or ']' or '}' => true,
                ')' => run[start..end].IndexOf('(') < 0,
                _ => false,
            };
            end -= closers ? 1 : 0;
        }

        return end;
    }
}
