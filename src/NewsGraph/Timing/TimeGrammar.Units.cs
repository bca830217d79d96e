namespace NewsGraph.Timing;

/// <content>Numbers of units, directions, deictic and clock words.</content>
internal sealed partial class TimeGrammar
{
    private TimeExpression? FromNumber(int i) =>
        FromDayNumber(i) ?? FromAmount(i) ?? FromClock(i) ?? FromYear(i);

    private TimeExpression? FromOrdinal(int i)
    {
        if (FromDayNumber(i) is { } date)
        {
            return date;
        }

        var unit = IsDash(i + 1) ? i + 2 : i + 1;
        return IsBare(unit, TimeWordKind.Unit, "CE") && words[i].Value is >= 1 and <= 21
            ? new TimeExpression(TimeForm.Century, i, unit + 1) { Year = words[i].Value }
            : null;
    }

    private TimeExpression? FromFew(int i) => FromAmount(i);

    /// <summary>A duration, or with "ago", "later", "earlier" a shift.</summary>
    private TimeExpression? FromAmount(int i)
    {
        List<TimeAmount> amounts = [];
        var end = ReadAmount(i, amounts, out var code);
        if (end < 0)
        {
            return null;
        }

        while ((Is(end, "and") || Is(end, ",")) && Kind(end + 1) == TimeWordKind.Number)
        {
            // "four years and eight months" is one stretch, "140 days and two years" are two.
            List<TimeAmount> smaller = [];
            var more = ReadAmount(end + 1, smaller, out _);
            if (more < 0 || Rank(smaller[0].Unit) >= Rank(amounts[^1].Unit))
            {
                break;
            }

            amounts.AddRange(smaller);
            end = more;
        }

        if (code.Length > 0 && Kind(end) != TimeWordKind.Ago)
        {
            return new TimeExpression(TimeForm.Reference, i, end) { Code = code };
        }

        return WithShift(new TimeExpression(TimeForm.Duration, i, end) { Amounts = amounts });
    }

    /// <summary>Size order of units.</summary>
    private static int Rank(string unit) => unit switch { "TS" => 0, "TM" => 1, "TH" => 2, "D" => 3, "W" or "F" => 4, "M" => 5, "Y" => 6, "DE" => 7, _ => 8 };

    private TimeExpression WithShift(TimeExpression duration)
    {
        var end = duration.End;
        if (Kind(end) == TimeWordKind.Ago)
        {
            var today = Is(end + 1, "today");
            return duration with { Form = TimeForm.Shift, Offset = -1, End = today ? end + 2 : end + 1, Exact = today || Is(duration.First - 1, "exactly") };
        }

        if (Kind(end) != TimeWordKind.Shift || Is(end, "prior") || Is(end, "afterwards"))
        {
            return duration;
        }

        // "two days after the attack": counted from something else than the day told of.
        var bound = (Is(end, "after") || Is(end, "before")) && end + 1 < limit && !(tokens.Word(end + 1) is "," or "." or ";" or ":");
        return bound ? duration : duration with { Form = TimeForm.Shift, Offset = words[end].Value, Anaphoric = true, End = end + 1 };
    }

    /// <summary>Reads "three years", "two-and-a-half years", "a couple of days", "half a century"; the token after it or −1.</summary>
    private int ReadAmount(int i, List<TimeAmount> amounts, out string code)
    {
        code = "";
        int? count = null;
        var halves = 0;
        var at = i;
        switch (Kind(i))
        {
            case TimeWordKind.Number:
                count = words[i].Value;
                at++;
                if (count is >= 20 and < 100 && IsDash(at) && Kind(at + 1) == TimeWordKind.Number && words[at + 1].Value < 10 && !char.IsAsciiDigit(tokens.Word(i)[0]))
                {
                    count += words[at + 1].Value;
                    at += 2;
                }

                if (Is(at, "to") || Is(at, "or"))
                {
                    if (Kind(at + 1) == TimeWordKind.Number)
                    {
                        count = null;
                        at += 2;
                    }
                }
                else if (ReadAndAHalf(at) is var half && half > 0)
                {
                    halves = 1;
                    at = half;
                }

                break;
            case TimeWordKind.Article when Is(i + 1, "few") || Is(i + 1, "couple") || Is(i + 1, "number") || Is(i + 1, "half") || Is(i + 1, "dozen"):
                count = Is(i + 1, "couple") ? 2 : Is(i + 1, "dozen") ? 12 : null;
                halves = Is(i + 1, "half") ? 1 : 0;
                count = halves > 0 ? 0 : count;
                at = Is(i + 2, "of") ? i + 3 : i + 2;
                break;
            case TimeWordKind.Article:
                count = 1;
                at++;
                break;
            case TimeWordKind.Half:
                count = 0;
                halves = 1;
                at = Kind(i + 1) == TimeWordKind.Article || IsDash(i + 1) ? i + 2 : i + 1;
                break;
            default:
                at = Is(i + 1, "of") ? i + 2 : i + 1;
                code = words[i].Code;
                break;
        }

        if (IsDash(at) || Is(at, "consecutive") || Is(at, "straight") || Is(at, "full") || Is(at, "whole") || Is(at, "long") || Is(at, "more"))
        {
            at++;
        }

        if (Kind(at) != TimeWordKind.Unit || words[at].Code is "N" or "WE" || (Kind(i) == TimeWordKind.Article && at == i + 1 && words[at].Value == 2) || IsAge(at) || (Is(at, "day") && Is(at + 1, "of") && count == 1))
        {
            return -1;
        }

        amounts.Add(new TimeAmount(count, halves, words[at].Code));
        return IsDash(at + 1) && Is(at + 2, "long") ? at + 3 : at + 1;
    }

    /// <summary>The token after "and a half" (dashes allowed), or −1.</summary>
    private int ReadAndAHalf(int at)
    {
        var i = IsDash(at) ? at + 1 : at;
        if (!Is(i, "and"))
        {
            return -1;
        }

        i = IsDash(i + 1) ? i + 2 : i + 1;
        i = Is(i, "a") ? (IsDash(i + 1) ? i + 2 : i + 1) : i;
        return Is(i, "half") ? i + 1 : -1;
    }

    /// <summary>"30-year-old", "30 years old", "30 years of age": an age is no time.</summary>
    private bool IsAge(int unit) =>
        Is(unit + 1, "old") || Is(unit + 1, "olds") || (IsDash(unit + 1) && (Is(unit + 2, "old") || Is(unit + 2, "olds"))) || (Is(unit + 1, "of") && Is(unit + 2, "age")) || Is(unit - 2, "aged");

    /// <summary>"weeks", "year-long", "Days later", "the day after", "the end of the year", "earlier in the day".</summary>
    private TimeExpression? FromUnit(int i)
    {
        var code = words[i].Code;
        if (IsDash(i + 1) && Is(i + 2, "long"))
        {
            return new TimeExpression(TimeForm.Duration, i, i + 3) { Amounts = [new TimeAmount(1, 0, code)] };
        }

        if (words[i].Value == 2)
        {
            return code is "N" or "WE" || Is(i - 1, "the") || Is(i - 1, "these") || IsAge(i) || IsDash(i - 1) || (tags is not null && i > origin && tags.Upos[i - 1] is "ADJ" or "NUM" or "DET" or "NOUN" or "PRON")
                ? null
                : WithShift(new TimeExpression(TimeForm.Duration, i, i + 1) { Amounts = [new TimeAmount(null, 0, code)] });
        }

        if (!Is(i - 1, "the"))
        {
            return code == "WE" && !IsDash(i + 1) ? new TimeExpression(TimeForm.Unit, i, i + 1) { Code = code } : null;
        }

        if (code is "D" && Is(i + 1, "after") | Is(i + 1, "before") && (i + 2 >= limit || tokens.Word(i + 2) is "," or "." or ";"))
        {
            return new TimeExpression(TimeForm.DayTold, i, i + 2) { Offset = words[i + 1].Value };
        }

        if (code == "Y" && Is(i + 1, "before") && (i + 2 >= limit || tokens.Word(i + 2) is "," or "."))
        {
            return new TimeExpression(TimeForm.Unit, i, i + 2) { Code = code, Direction = -1, Anaphoric = true };
        }

        var inside = (Is(i - 2, "in") && Kind(i - 3) == TimeWordKind.Shift) || (Is(i - 2, "of") && Kind(i - 3) == TimeWordKind.Modifier);
        if (code == "D")
        {
            return inside ? new TimeExpression(TimeForm.DayTold, i, i + 1) : null;
        }

        return (inside && code is "W" or "M" or "Y") || code == "WE"
            ? new TimeExpression(TimeForm.Unit, i, i + 1) { Code = code }
            : null;
    }

    /// <summary>Whatever "last", "this", "next", "that", "the following" begin.</summary>
    private TimeExpression? FromDirection(int i)
    {
        var (_, direction, code) = words[i];
        var anaphor = code == "ANAPHOR";
        var next = i + 1;
        if (IsMonth(next) && !anaphor && !IsDayNumber(next + 1))
        {
            var month = new TimeExpression(TimeForm.Date, i, next + 1) { Month = words[next].Value, Direction = direction };
            return WithYear(month) is { Year: not null } dated ? dated with { Direction = null } : month;
        }

        switch (Kind(next))
        {
            case TimeWordKind.Weekday when FromWeekday(next) is { } day:
                return day.Month is null && day.Form == TimeForm.Date
                    ? day with { First = i, Direction = Is(i, "past") ? -1 : direction, Anaphoric = anaphor }
                    : day with { First = i };
            case TimeWordKind.Season:
                return new TimeExpression(TimeForm.Season, i, next + 1) { Code = words[next].Code, Direction = direction, Anaphoric = anaphor };
            case TimeWordKind.DayPart:
                return DayPartAfter(i, next, anaphor);
            case TimeWordKind.Unit when words[next].Value == 1:
                return UnitAfter(i, next);
            case TimeWordKind.Unit when Is(i, "these") || anaphor:
                return null;
            case TimeWordKind.Unit or TimeWordKind.Number or TimeWordKind.Few:
                return PeriodAfter(i, next);
            default:
                return null;
        }
    }

    private TimeExpression? DayPartAfter(int i, int next, bool anaphor)
    {
        var direction = words[i].Value;
        return anaphor || direction > 0
            ? new TimeExpression(TimeForm.DayTold, i, next + 1) { Offset = direction }
            : new TimeExpression(TimeForm.Day, i, next + 1) { Offset = direction };
    }

    /// <summary>"last week", "that day", "the next day", "last night", "this time" not.</summary>
    private TimeExpression? UnitAfter(int i, int next)
    {
        var (_, direction, code) = words[i];
        var unit = words[next].Code;
        var anaphor = code == "ANAPHOR";
        switch (unit)
        {
            case "D" when Is(i, "last") || Is(i, "this") || Is(i, "current") || Is(i, "past") || IsDash(next + 1):
                return null;
            case "D" or "N" when anaphor || direction > 0:
                return new TimeExpression(TimeForm.DayTold, i, next + 1) { Offset = direction };
            case "N":
                return new TimeExpression(TimeForm.Day, i, next + 1) { Offset = direction };
            case "TS" or "TM" or "TH":
                return null;
        }

        // "the past week", "the past decade" are stretches that end now, "last week" is one of the calendar.
        if ((code is "PAST" or "FUTURE" || (unit is "DE" or "CE" && direction != 0)) && Is(i - 1, "the"))
        {
            return new TimeExpression(TimeForm.Duration, i, next + 1) { Amounts = [new TimeAmount(1, 0, unit)] };
        }

        return IsDash(next + 1) ? null : new TimeExpression(TimeForm.Unit, i, next + 1) { Code = unit, Direction = direction, Anaphoric = anaphor };
    }

    /// <summary>"the past 22 years", "the next few days", "the coming months".</summary>
    private TimeExpression? PeriodAfter(int i, int next)
    {
        List<TimeAmount> amounts = [];
        if (Kind(next) == TimeWordKind.Unit)
        {
            var code = words[i].Code == "FUTURE" ? "FUTURE_REF" : "PAST_REF";
            return words[next].Code is "N" or "WE" || words[i].Value == 0 ? null : new TimeExpression(TimeForm.Reference, i, next + 1) { Code = code };
        }

        var end = ReadAmount(next, amounts, out _);
        return end < 0 ? null : new TimeExpression(TimeForm.Duration, i, end) { Amounts = amounts };
    }

    private TimeExpression FromDay(int i)
    {
        var part = Kind(i + 1) == TimeWordKind.DayPart || IsBare(i + 1, TimeWordKind.Unit, "N");
        return new TimeExpression(TimeForm.Day, i, part ? i + 2 : i + 1) { Offset = words[i].Value };
    }

    /// <summary>"summer 2008", "summer of 2008", "in the spring".</summary>
    private TimeExpression? FromSeason(int i)
    {
        var year = Is(i + 1, "of") ? i + 2 : i + 1;
        if (IsYear(year))
        {
            return new TimeExpression(TimeForm.Season, i, year + 1) { Code = words[i].Code, Year = words[year].Value };
        }

        var placed = Is(i - 1, "in") || (Is(i - 1, "the") && Is(i - 2, "in") | Is(i - 2, "during"));
        return placed && !Is(i + 1, "of") && !named[i] ? new TimeExpression(TimeForm.Season, i, i + 1) { Code = words[i].Code } : null;
    }

    /// <summary>"in the evening", "early morning", "dawn Thursday".</summary>
    private TimeExpression? FromDayPart(int i)
    {
        var day = Is(i + 1, "of") || Is(i + 1, "on") ? i + 2 : i + 1;
        day = Is(day, "the") ? day + 1 : day;
        if (day < limit && Kind(day) is TimeWordKind.Weekday or TimeWordKind.Month or TimeWordKind.Ordinal && At(day) is { Form: TimeForm.Date } date)
        {
            return date with { First = i };
        }

        var placed = (Is(i - 1, "the") && Is(i - 2, "in") | Is(i - 2, "of") | Is(i - 2, "during")) || Kind(i - 1) == TimeWordKind.Modifier || (IsDash(i - 1) && Kind(i - 2) == TimeWordKind.Modifier);
        return placed ? new TimeExpression(TimeForm.DayTold, i, i + 1) : null;
    }

    private TimeExpression? FromReference(int i)
    {
        if (Is(i, "soon") && (Is(i - 1, "as") || Is(i + 1, "as") || Is(i + 1, "after")))
        {
            return null;
        }

        var first = Is(i - 1, "right") ? i - 1 : i;
        return new TimeExpression(TimeForm.Reference, first, i + 1) { Code = words[i].Code };
    }

    /// <summary>"7:45 p.m. on Friday", "1800 GMT", "noon", "9 pm local time".</summary>
    private TimeExpression? FromClock(int i)
    {
        int minutes;
        var end = i + 1;
        var sure = true;
        switch (Kind(i))
        {
            case TimeWordKind.Clock:
                minutes = words[i].Value;
                break;
            case TimeWordKind.ClockTime:
                minutes = words[i].Code == "pm" && words[i].Value < 720 ? words[i].Value + 720 : words[i].Value;
                sure = words[i].Code != "dotted";
                break;
            case TimeWordKind.Number when tokens.Word(i).Length == 4 && words[i].Value is < 2400 and >= 0 && words[i].Value % 100 < 60:
                minutes = (words[i].Value / 100 * 60) + (words[i].Value % 100);
                sure = false;
                break;
            case TimeWordKind.Number when words[i].Value is >= 1 and <= 12:
                minutes = words[i].Value * 60;
                sure = false;
                break;
            default:
                return null;
        }

        if (Kind(end) == TimeWordKind.Meridiem)
        {
            minutes = (minutes % 720) + words[end].Value;
            sure = true;
            end++;
        }

        var zone = "";
        var bracket = Is(end, "(") ? 1 : 0;
        if (Kind(end + bracket) == TimeWordKind.Zone && (tokens.Word(i).Length != 4 || tokens.Word(i)[0] is '0' or '1' or '2'))
        {
            zone = words[end + bracket].Code;
            sure = true;
            end += 1 + (2 * bracket);
        }

        if (Is(end, "local") && Is(end + 1, "time"))
        {
            sure = true;
            end += 2;
        }

        return sure ? WithDay(new TimeExpression(TimeForm.Clock, i, Math.Min(end, limit)) { Minutes = minutes, Zone = zone }) : null;
    }

    /// <summary>A clock time with the day that follows it.</summary>
    private TimeExpression WithDay(TimeExpression clock)
    {
        var at = clock.End;
        while (Is(at, "on") || Is(at, ",") || Is(at, "the") || Is(at, "that"))
        {
            at++;
        }

        if (Kind(at) is TimeWordKind.Weekday or TimeWordKind.Month or TimeWordKind.Day or TimeWordKind.Number or TimeWordKind.Ordinal && At(at) is { Form: TimeForm.Date or TimeForm.Day } day
            && (day.Form == TimeForm.Day || day.Weekday.HasValue || day.DayOfMonth.HasValue))
        {
            return day with { First = clock.First, Minutes = clock.Minutes, Zone = clock.Zone };
        }

        return clock;
    }
}
