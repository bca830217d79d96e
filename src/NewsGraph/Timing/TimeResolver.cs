using System.Globalization;

namespace NewsGraph.Timing;

/// <summary>
/// Places expressions in the calendar. Two anchors: the day of publication, and the day last told of, which
/// "the next day" and "that year" count from. What lacks its anchor keeps a TIMEX3-like value with X for the unknown.
/// </summary>
internal sealed class TimeResolver(DateOnly? published)
{
    /// <summary>Expressions further back than this many sentences anchor nothing.</summary>
    private const int Reach = 5;

    /// <summary>A speech lies at most this many days before its report.</summary>
    private const int SpeechDays = 7;

    private DateOnly? speechDay;
    private bool inQuotation;
    private DateOnly? toldDay;
    private int toldDaySentence = -Reach - 1;
    private int? toldYear;
    private int toldYearSentence = -Reach - 1;

    /// <summary>The value; expressions must come in text order, for they anchor one another.</summary>
    /// <param name="quoted">The expression stands in a quotation: its "today" is the day of the speech told of.</param>
    public string Resolve(TimeExpression expression, int sentence, Tense tense, bool quoted = false)
    {
        inQuotation = quoted;
        if (sentence - toldDaySentence > Reach)
        {
            toldDay = null;
            speechDay = null;
        }

        if (sentence - toldYearSentence > Reach)
        {
            toldYear = null;
        }

        return expression.Form switch
        {
            TimeForm.Date => OfDate(expression, sentence, tense),
            TimeForm.Unit => OfUnit(expression),
            TimeForm.Day => OfDay(expression, sentence),
            TimeForm.DayTold => toldDay is { } told ? Tell(told.AddDays(expression.Offset), sentence) : "XXXX-XX-XX",
            TimeForm.Shift => OfShift(expression),
            TimeForm.Duration => DurationOf(expression.Amounts),
            TimeForm.Reference => expression.Code,
            TimeForm.Season => OfSeason(expression),
            TimeForm.Decade => string.Create(CultureInfo.InvariantCulture, $"{expression.Year:D4}/{expression.Year + 9:D4}"),
            TimeForm.Century => string.Create(CultureInfo.InvariantCulture, $"{((expression.Year - 1) * 100) + 1:D4}/{expression.Year * 100:D4}"),
            TimeForm.Clock => (toldDay is { } day && sentence - toldDaySentence <= 1 ? Iso(day) : "") + ClockOf(expression),
            TimeForm.Overnight => published is { } p ? $"{Iso(p.AddDays(-1))}/{Iso(p)}" : "XXXX-XX-XX",
            _ => OfInterval(expression, sentence, tense),
        };
    }

    private string OfDate(TimeExpression e, int sentence, Tense tense)
    {
        if (e.Month is not { } month)
        {
            return e.Weekday is { } weekday ? OfWeekday(e, weekday, sentence, tense) : TellYear(e.Year ?? 0, sentence);
        }

        var year = YearOf(e, month, tense);
        if (e.DayOfMonth is { } day)
        {
            return year is { } y && y is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(y, month)
                ? Tell(new DateOnly(y, month, day), sentence) + ClockOf(e)
                : string.Create(CultureInfo.InvariantCulture, $"{(year is { } known ? known.ToString("D4", CultureInfo.InvariantCulture) : "XXXX")}-{month:D2}-{day:D2}");
        }

        if (year is { } of)
        {
            TellYear(of, sentence);
            return string.Create(CultureInfo.InvariantCulture, $"{of:D4}-{month:D2}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}");
    }

    /// <summary>The year said, or the one that direction, tense or nearness to publication gives.</summary>
    private int? YearOf(TimeExpression e, int month, Tense tense)
    {
        if (e.Year is { } said)
        {
            return said;
        }

        if (e.DirectionUnit == "Y")
        {
            return e.Anaphoric ? toldYear + e.Direction : published?.Year + e.Direction;
        }

        if (published is not { } p)
        {
            return null;
        }

        // Months from publication to this month in the year of publication.
        var ahead = e.DayOfMonth is { } day && month == p.Month ? day - p.Day : (month - p.Month) * 31;
        switch (e.Direction)
        {
            case -1:
                return ahead < 0 ? p.Year : p.Year - 1;
            case 1:
                return ahead > 0 ? p.Year : p.Year + 1;
            case 0:
                return p.Year;
        }

        return tense switch
        {
            Tense.Future => ahead >= 0 ? p.Year : p.Year + 1,
            Tense.Past => ahead <= (e.DayOfMonth.HasValue ? 1 : 0) ? p.Year : p.Year - 1,
            _ => ahead >= 186 ? p.Year - 1 : ahead < -186 ? p.Year + 1 : p.Year,
        };
    }

    private string OfWeekday(TimeExpression e, int weekday, int sentence, Tense tense)
    {
        if (published is not { } p)
        {
            return string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday + 1}");
        }

        var own = WeekdayOf(p);
        if (e.DirectionUnit == "W")
        {
            return Tell(p.AddDays(weekday - own + (7 * e.Direction ?? 0)), sentence);
        }

        var back = (own - weekday + 7) % 7;
        if (e.Anaphoric)
        {
            if (toldDay is not { } told)
            {
                return string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday + 1}");
            }

            var since = (weekday - WeekdayOf(told) + 7) % 7;
            return Tell(told.AddDays(e.Direction > 0 ? (since == 0 ? 7 : since) : e.Direction < 0 ? (since == 0 ? -7 : since - 7) : since), sentence);
        }

        var days = e.Direction switch
        {
            -1 => back == 0 ? -7 : -back,
            1 => 7 - back,
            0 => tense is Tense.Future or Tense.Present ? (7 - back) % 7 : tense == Tense.Past ? -back : weekday - own,
            _ => tense is Tense.Future or Tense.Present ? (7 - back) % 7 : -back,
        };
        return Tell(p.AddDays(days), sentence) + ClockOf(e);
    }

    private string OfDay(TimeExpression e, int sentence)
    {
        var anchor = inQuotation && speechDay is { } told ? told : published;
        return anchor is { } day ? Tell(day.AddDays(e.Offset), sentence) + ClockOf(e) : "XXXX-XX-XX";
    }

    private string OfUnit(TimeExpression e)
    {
        var offset = e.Direction ?? 0;
        var anchor = e.Anaphoric ? toldDay : published;
        if (e.Code == "Y" && e.Anaphoric)
        {
            return toldYear is { } told ? YearText(told + offset) : "XXXX";
        }

        if (anchor is not { } day)
        {
            return e.Code switch { "W" => "XXXX-WXX", "M" => "XXXX-XX", "WE" => "XXXX-WXX-WE", _ => "XXXX" };
        }

        switch (e.Code)
        {
            case "W":
                return WeekText(day.AddDays(7 * offset));
            case "WE":
                // Saturday of the week; "the weekend" is the one just gone until Thursday.
                var saturday = day.AddDays(5 - WeekdayOf(day) + (7 * offset) - (e.Direction is null && WeekdayOf(day) < 3 ? 7 : 0));
                return $"{Iso(saturday)}/{Iso(saturday.AddDays(1))}";
            case "F":
                return "P2W";
            case "M":
                return MonthText(day, offset);
            case "Y":
                return YearText(day.Year + offset);
            case "DE":
                var decade = (day.Year / 10 * 10) + (10 * offset);
                return $"{YearText(decade)}/{YearText(decade + 9)}";
            case "CE":
                var century = ((day.Year - 1) / 100 * 100) + 1 + (100 * offset);
                return $"{YearText(century)}/{YearText(century + 99)}";
            default:
                return "XXXX";
        }
    }

    /// <summary>"ago" counts from publication, "later" and "earlier" from what was told of; as exact as the unit.</summary>
    private string OfShift(TimeExpression e)
    {
        var amount = e.Amounts[0];
        if (amount.Count is not { } count || e.Amounts.Count > 1)
        {
            return e.Anaphoric ? DurationOf(e.Amounts) : "PAST_REF";
        }

        var n = count * e.Offset;
        if (e.Anaphoric && amount.Unit is "Y" or "DE")
        {
            return toldYear is { } told ? YearText(told + (amount.Unit == "DE" ? 10 * n : n)) : DurationOf(e.Amounts);
        }

        if ((e.Anaphoric ? toldDay : published) is not { } day)
        {
            return e.Anaphoric ? DurationOf(e.Amounts) : "PAST_REF";
        }

        var days = n * Math.Max(1, amount.Unit switch { "D" => 1, "W" => 7, "F" => 14, _ => 0 });
        return amount.Unit switch
        {
            "TS" or "TM" => Iso(day),
            "TH" => Iso(day.AddDays(n / 24)),
            "D" => Iso(Clamp(days)),
            "W" or "F" => e.Exact || e.Anaphoric ? Iso(Clamp(days)) : WeekText(Clamp(days)),
            "M" => e.Exact ? Iso(day.AddMonths(n)) : MonthText(day, n),
            "Y" => e.Exact ? Iso(day.AddYears(n)) : YearText(day.Year + n),
            "DE" => YearText(day.Year + (10 * n)),
            "CE" => YearText(day.Year + (100 * n)),
            _ => "PAST_REF",
        };

        DateOnly Clamp(int by) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + by, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
    }

    private string OfSeason(TimeExpression e)
    {
        int? year = e.Year ?? published?.Year + (e.Direction ?? 0);
        if (e.Year is null && e.Direction is null)
        {
            year = null;
        }
        else if (e.Year is null && e.Direction == -1 && published is { } p)
        {
            // "last summer", said in autumn, is this year's.
            var end = e.Code switch { "SP" => 5, "SU" => 8, "FA" => 11, _ => 2 };
            year = p.Month > end ? p.Year : p.Year - 1;
        }

        return (year is { } y ? YearText(y) : "XXXX") + "-" + e.Code;
    }

    private string OfInterval(TimeExpression e, int sentence, Tense tense)
    {
        // Both ends lie on the same side of publication, or on either: nearness decides for dates.
        var side = e.To!.Month.HasValue ? Tense.Unknown : tense;
        var from = Resolve(e.From!, sentence, side);
        var to = Resolve(e.To!, sentence, side);
        return $"{from}/{to}";
    }

    private string Tell(DateOnly day, int sentence)
    {
        toldDay = day;
        if (!inQuotation)
        {
            speechDay = published is { } p && day <= p && p.DayNumber - day.DayNumber <= SpeechDays ? day : null;
        }

        toldDaySentence = sentence;
        TellYear(day.Year, sentence);
        return Iso(day);
    }

    private string TellYear(int year, int sentence)
    {
        toldYear = year;
        toldYearSentence = sentence;
        return YearText(year);
    }

    private static string DurationOf(IReadOnlyList<TimeAmount> amounts)
    {
        var text = new System.Text.StringBuilder("P");
        var clock = false;
        foreach (var amount in amounts)
        {
            var (count, halves, unit) = amount;
            (count, unit) = unit switch
            {
                "DE" when count is { } decades => (decades * 10, "Y"),
                "CE" when count is { } centuries => ((centuries * 100) + (50 * halves), "Y"),
                "F" when count is { } fortnights => (fortnights * 2, "W"),
                _ => (count, unit),
            };
            halves = unit == "Y" && amount.Unit == "CE" ? 0 : halves;
            if (unit.Length == 2 && unit[0] == 'T' && !clock)
            {
                text.Append('T');
                clock = true;
            }

            text.Append(count is { } n ? n.ToString(CultureInfo.InvariantCulture) : "X").Append(halves > 0 ? ".5" : "").Append(unit.Length == 2 && unit[0] == 'T' ? unit[1..] : unit);
        }

        return text.ToString();
    }

    private static string ClockOf(TimeExpression e) =>
        e.Minutes is { } m ? string.Create(CultureInfo.InvariantCulture, $"T{m / 60:D2}:{m % 60:D2}{e.Zone}") : "";

    private static int WeekdayOf(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string YearText(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    private static string MonthText(DateOnly day, int offset)
    {
        var months = (day.Year * 12) + day.Month - 1 + offset;
        return string.Create(CultureInfo.InvariantCulture, $"{months / 12:D4}-{(months % 12) + 1:D2}");
    }

    private static string WeekText(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time):D4}-W{ISOWeek.GetWeekOfYear(time):D2}");
    }
}
