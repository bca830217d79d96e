using System.Globalization;

namespace NewsGraph.Neo4j.Planning;

/// <summary>First and last day that an ISO 8601 value covers, both included.</summary>
public readonly record struct CalendarSpan(DateOnly First, DateOnly Last)
{
    /// <summary>
    /// Days of a date (<c>2022-01-09</c>, with or without a time of day), month, week (<c>2022-W01</c>, <c>2022-W01-WE</c>), quarter
    /// (<c>2022-Q1</c>), half (<c>2022-H1</c>), season (<c>2022-SP</c>; the winter reaches into the next year), year, decade
    /// (<c>199X</c>, <c>199</c>) or interval (<c>a/b</c>). Null for durations, unresolved values and days no calendar has.
    /// </summary>
    public static CalendarSpan? Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Split('/') is [var from, var to])
        {
            return Parse(from) is { } start && Parse(to) is { } end && start.First <= end.Last ? new CalendarSpan(start.First, end.Last) : null;
        }

        if (value.Length < 3 || !char.IsAsciiDigit(value[0]))
        {
            return null;
        }

        var date = value.Split('T')[0];
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new CalendarSpan(day, day);
        }

        if (date is [_, _, _] or [_, _, _, 'X'])
        {
            return Number(date[..3]) is { } decade and > 0 ? Months(decade * 10, 1, 120) : null;
        }

        if (date.Length < 4 || Number(date[..4]) is not (> 0 and < 9999) || (date.Length > 4 && date[4] != '-'))
        {
            return null;
        }

        var year = Number(date[..4])!.Value;
        return (date.Length > 4 ? date[5..] : "") switch
        {
            "" => Months(year, 1, 12),
            [var a, var b] when char.IsAsciiDigit(a) && char.IsAsciiDigit(b) => Months(year, ((a - '0') * 10) + b - '0', 1),
            ['Q', var quarter and >= '1' and <= '4'] => Months(year, ((quarter - '1') * 3) + 1, 3),
            ['H', var half and ('1' or '2')] => Months(year, half == '1' ? 1 : 7, 6),
            "SP" => Months(year, 3, 3),
            "SU" => Months(year, 6, 3),
            "FA" => Months(year, 9, 3),
            "WI" => Months(year, 12, 3),
            ['W', var tens, var ones, .. var rest] when char.IsAsciiDigit(tens) && char.IsAsciiDigit(ones) => Week(year, ((tens - '0') * 10) + ones - '0', rest),
            _ => null,
        };
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static CalendarSpan? Months(int year, int month, int count)
    {
        if (month is < 1 or > 12)
        {
            return null;
        }

        var first = new DateOnly(year, month, 1);
        return new CalendarSpan(first, first.AddMonths(count).AddDays(-1));
    }

    private static CalendarSpan? Week(int year, int week, string rest)
    {
        if (week < 1 || week > ISOWeek.GetWeeksInYear(year))
        {
            return null;
        }

        DateOnly On(DayOfWeek weekday) => DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, weekday));
        return rest switch
        {
            "" => new CalendarSpan(On(DayOfWeek.Monday), On(DayOfWeek.Sunday)),
            "-WE" => new CalendarSpan(On(DayOfWeek.Saturday), On(DayOfWeek.Sunday)),
            ['-', var day and >= '1' and <= '7'] => new CalendarSpan(On((DayOfWeek)((day - '0') % 7)), On((DayOfWeek)((day - '0') % 7))),
            _ => null,
        };
    }
}
