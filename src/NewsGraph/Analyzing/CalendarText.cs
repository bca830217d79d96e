using System.Globalization;

namespace NewsGraph.Analyzing;

/// <summary>ISO 8601 values as a reader says them, and the day on which they begin.</summary>
public static class CalendarText
{
    /// <summary>
    /// "Sunday 9 January 2022" for <c>2022-01-09</c>, "week of 3 January 2022" for <c>2022-W01</c>, "January 2022",
    /// "2019", "A to B" for an interval; values of other shapes (durations, unresolved ones) as they are.
    /// </summary>
    public static string Readable(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            return $"{Readable(value[..slash])} to {Readable(value[(slash + 1)..])}";
        }

        if (DateOnly.TryParseExact(DayPart(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var clock = value.Length > 11 && value[10] == 'T' ? ", " + value[11..] : string.Empty;
            return day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture) + clock;
        }

        if (Week(value) is { } monday)
        {
            return "week of " + monday.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        }

        return value.Length == 7 && DateOnly.TryParseExact(value + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
            : value;
    }

    /// <summary>First day of a calendar value; null for durations and unresolved values.</summary>
    public static DateOnly? Start(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Length < 4 || !value.AsSpan(0, 4).ContainsAnyInRange('0', '9') || !int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year == 0)
        {
            return null;
        }

        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0)
        {
            return Start(value[..slash]);
        }

        if (DateOnly.TryParseExact(DayPart(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        if (Week(value) is { } monday)
        {
            return monday;
        }

        return value.Length >= 7 && int.TryParse(value.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? new DateOnly(year, month, 1)
            : new DateOnly(year, 1, 1);
    }

    private static string DayPart(string value) => value.Length > 10 && value[10] == 'T' ? value[..10] : value;

    /// <summary>Monday of an ISO week (<c>2022-W01</c>, with or without a day or WE after it).</summary>
    private static DateOnly? Week(string value) =>
        value.Length >= 8 && value[4] == '-' && value[5] == 'W'
        && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9999
        && int.TryParse(value.AsSpan(6, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week is >= 1 and <= 53
        && week <= ISOWeek.GetWeeksInYear(year)
            ? ISOWeek.ToDateOnly(year, week, DayOfWeek.Monday)
            : null;
}
