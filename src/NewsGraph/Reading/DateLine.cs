using System.Globalization;

namespace NewsGraph.Reading;

/// <summary>Lines that hold a date and nothing else but what goes with it: "Published: Tuesday, 3 May 2016, 10:30 GMT".</summary>
internal static class DateLine
{
    private const int LongestLine = 120;

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly HashSet<string> Company = new(StringComparer.OrdinalIgnoreCase)
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "published", "updated", "posted", "modified", "last", "first", "on", "at", "date", "dated", "issued", "created", "the", "of", "update", "and", "time", "st", "nd", "rd", "th",
        "am", "pm", "a", "p", "m", "gmt", "utc", "est", "edt", "et", "cst", "cdt", "ct", "pst", "pdt", "pt", "mst", "mdt", "bst", "cet", "cest", "eet", "eest", "msk", "ist", "jst", "kst", "hkt", "sgt", "aest", "aedt", "t", "z", "local", "hrs", "hours",
    };

    /// <summary>True for a date line; <paramref name="date"/> is null where day and month cannot be told apart (10/01/2022).</summary>
    public static bool TryParse(ReadOnlySpan<char> line, out DateOnly? date)
    {
        date = null;
        if (line.Length is < 6 or > LongestLine)
        {
            return false;
        }

        var anyYear = false;
        List<Part> parts = [];
        for (var at = 0; at < line.Length;)
        {
            var c = line[at];
            var start = at;
            if (char.IsAsciiDigit(c))
            {
                while (at < line.Length && char.IsAsciiDigit(line[at]))
                {
                    at++;
                }

                if (at - start > 4 || !int.TryParse(line[start..at], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    return false;
                }

                var clock = (at < line.Length && line[at] == ':') || (start > 0 && line[start - 1] is ':' or '+');
                parts.Add(new Part(clock ? PartKind.Clock : at - start == 4 ? PartKind.Year : PartKind.Number, number, at < line.Length ? line[at] : ' '));
                anyYear |= !clock && at - start == 4;
            }
            else if (char.IsLetter(c))
            {
                while (at < line.Length && char.IsLetter(line[at]))
                {
                    at++;
                }

                var word = line[start..at].ToString();
                if (MonthOf(word) is var month and > 0)
                {
                    parts.Add(new Part(PartKind.Month, month, ' '));
                }
                else if (!Company.Contains(word))
                {
                    return false;
                }
            }
            else if (char.IsWhiteSpace(c) || c is ',' or '.' or ':' or '-' or '–' or '—' or '/' or '(' or ')' or '|' or '•' or '·' or '+')
            {
                at++;
            }
            else
            {
                return false;
            }
        }

        return anyYear && Interpret(parts, out date);
    }

    /// <summary>A date that stands alone: ISO 8601 or one of the forms of a date line.</summary>
    public static DateOnly? ParseDate(string text)
    {
        var trimmed = text.Trim();
        if (DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && trimmed.Length >= 10 && char.IsAsciiDigit(trimmed[3]))
        {
            return DateOnly.FromDateTime(moment.DateTime);
        }

        return TryParse(trimmed, out var date) ? date : null;
    }

    private static bool Interpret(List<Part> parts, out DateOnly? date)
    {
        date = null;
        for (var i = 0; i < parts.Count; i++)
        {
            int year, month, day;
            if (i + 2 >= parts.Count)
            {
                return false;
            }

            var (a, b, c) = (parts[i], parts[i + 1], parts[i + 2]);
            switch (a.Kind, b.Kind, c.Kind)
            {
                case (PartKind.Month, PartKind.Number, PartKind.Year):
                    (month, day, year) = (a.Value, b.Value, c.Value);
                    break;
                case (PartKind.Number, PartKind.Month, PartKind.Year):
                    (day, month, year) = (a.Value, b.Value, c.Value);
                    break;
                case (PartKind.Year, PartKind.Number, PartKind.Number):
                    (year, month, day) = (a.Value, b.Value, c.Value);
                    break;
                case (PartKind.Year, PartKind.Month, PartKind.Number):
                    (year, month, day) = (a.Value, b.Value, c.Value);
                    break;
                case (PartKind.Number, PartKind.Number, PartKind.Year) when a.After == b.After:
                    year = c.Value;
                    (day, month) = a.After == '.' || a.Value > 12 ? (a.Value, b.Value) : (b.Value, a.Value);
                    if (a.After != '.' && a.Value <= 12 && b.Value <= 12 && a.Value != b.Value)
                    {
                        return true;
                    }

                    break;
                default:
                    continue;
            }

            if (year is < 1800 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            {
                return false;
            }

            date = new DateOnly(year, month, day);
            return true;
        }

        return false;
    }

    private static int MonthOf(string word)
    {
        if (word.Length < 3)
        {
            return 0;
        }

        if (word.Equals("sept", StringComparison.OrdinalIgnoreCase))
        {
            return 9;
        }

        for (var m = 0; m < Months.Length; m++)
        {
            if (word.Equals(Months[m], StringComparison.OrdinalIgnoreCase) || (word.Length == 3 && Months[m].StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            {
                return m + 1;
            }
        }

        return 0;
    }

    private enum PartKind
    {
        Number,
        Year,
        Month,
        Clock,
    }

    private readonly record struct Part(PartKind Kind, int Value, char After);
}
