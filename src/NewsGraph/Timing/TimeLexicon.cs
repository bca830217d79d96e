using System.Globalization;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Timing;

/// <summary>The words of <c>lexicons/time-words.tsv</c> and the shapes of numbers.</summary>
internal sealed class TimeLexicon
{
    private readonly Dictionary<string, TimeWord> words = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, List<(string[] Parts, TimeWord Word)>> phrases = new(StringComparer.OrdinalIgnoreCase);

    private TimeLexicon()
    {
        foreach (var row in ResourceFiles.ReadTable("lexicons/time-words.tsv"))
        {
            var kind = Enum.Parse<TimeWordKind>(row[1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            var word = new TimeWord(kind, int.Parse(row[2], CultureInfo.InvariantCulture), row.Length > 3 ? row[3] : "");
            var parts = row[0].Split(' ');
            if (parts.Length == 1 && kind != TimeWordKind.Holiday)
            {
                words.Add(row[0], word);
                continue;
            }

            if (!phrases.TryGetValue(parts[0], out var list))
            {
                phrases.Add(parts[0], list = []);
            }

            list.Add((parts, word));
        }
    }

    public static TimeLexicon Shared { get; } = new();

    /// <summary>The word's part in time expressions; kind None for the rest.</summary>
    public TimeWord this[string word]
    {
        get
        {
            if (word.Length > 0 && (char.IsAsciiDigit(word[0]) || (word.Length > 1 && word[0] is '\'' or '’' && char.IsAsciiDigit(word[1]))))
            {
                return OfDigits(word);
            }

            return words.TryGetValue(word, out var known) ? known : default;
        }
    }

    /// <summary>The phrase of several words that begins at this token ("New Year's Eve", "at the moment"), or null.</summary>
    public TimeWord? PhraseAt(TokenLayer tokens, int token, out int length)
    {
        length = 0;
        if (!phrases.TryGetValue(tokens.Word(token), out var list))
        {
            return null;
        }

        foreach (var (parts, word) in list)
        {
            var same = token + parts.Length <= tokens.SentenceOf(token).End;
            for (var i = 1; same && i < parts.Length; i++)
            {
                same = string.Equals(tokens.Word(token + i).Replace('’', '\''), parts[i], StringComparison.OrdinalIgnoreCase);
            }

            if (same)
            {
                length = parts.Length;
                return word;
            }
        }

        return null;
    }

    private static TimeWord OfDigits(string word)
    {
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits]))
        {
            digits++;
        }

        var rest = word.AsSpan(digits);
        if (digits == 0)
        {
            // '90s
            return word.Length == 4 && word[3] == 's' && TryNumber(word.AsSpan(1, 2), out var short90) && short90 % 10 == 0
                ? new TimeWord(TimeWordKind.Decade, 1900 + short90, "")
                : default;
        }

        if (!TryNumber(word.AsSpan(0, digits), out var value))
        {
            return default;
        }

        if (rest.IsEmpty)
        {
            return new TimeWord(TimeWordKind.Number, value, digits == 4 ? "year" : "");
        }

        if (rest is "st" or "nd" or "rd" or "th")
        {
            return new TimeWord(TimeWordKind.Ordinal, value, "");
        }

        if (rest is "s" or "'s" or "’s" && digits == 4 && value % 10 == 0)
        {
            return new TimeWord(TimeWordKind.Decade, value, "");
        }

        if (digits <= 2 && rest[0] is ':' or '.' && rest.Length >= 3 && TryNumber(rest.Slice(1, 2), out var minute) && minute < 60 && value < 24)
        {
            return OfClock((value * 60) + minute, rest[3..], dotted: rest[0] == '.');
        }

        if (digits <= 2 && value <= 12 && rest is "am" or "pm" or "a.m." or "p.m." or "AM" or "PM")
        {
            return OfClock(value * 60, rest, dotted: false);
        }

        return digits == 4 ? OfYearAnd(value, rest) : default;
    }

    private static TimeWord OfClock(int minutes, ReadOnlySpan<char> rest, bool dotted) => rest switch
    {
        "" => new TimeWord(TimeWordKind.ClockTime, minutes, dotted ? "dotted" : ""),
        "am" or "a.m." or "AM" => new TimeWord(TimeWordKind.ClockTime, minutes, "am"),
        "pm" or "p.m." or "PM" => new TimeWord(TimeWordKind.ClockTime, minutes, "pm"),
        _ => default,
    };

    /// <summary>"2022-01-09" or "1967–1974".</summary>
    private static TimeWord OfYearAnd(int year, ReadOnlySpan<char> rest)
    {
        if (rest[0] is '-' or '–' or '/' && rest.Length == 5 && TryNumber(rest[1..], out var second) && second >= year)
        {
            return new TimeWord(TimeWordKind.YearRange, (year * 10000) + second, "");
        }

        return rest.Length == 6 && rest[0] == '-' && rest[3] == '-' && TryNumber(rest.Slice(1, 2), out var month) && TryNumber(rest.Slice(4, 2), out var day)
            && month is >= 1 and <= 12 && day >= 1 && year >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new TimeWord(TimeWordKind.IsoDate, (year * 10000) + (month * 100) + day, "")
            : default;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
