namespace NewsGraph.Timing;

/// <content>Calendar dates: months, weekdays, days of the month, years.</content>
internal sealed partial class TimeGrammar
{
    private const int FirstYear = 1800;
    private const int LastYear = 2099;

    /// <summary>A number that can only be a year here: four digits, not counting, not numbering anything.</summary>
    private bool IsYear(int i)
    {
        if (!IsBare(i, TimeWordKind.Number, "year") || words[i].Value > LastYear || words[i].Value < (Is(i - 1, "in") ? 1000 : FirstYear)
            || Kind(i - 1) == TimeWordKind.Numbered || Kind(i + 1) is TimeWordKind.Counted or TimeWordKind.Zone || Is(i - 1, "+") || Is(i - 1, "some"))
        {
            return false;
        }

        if (Kind(i - 1) is TimeWordKind.Month or TimeWordKind.MonthShort or TimeWordKind.Ordinal || Is(i - 1, ",") || tree is null || tags is null)
        {
            return true;
        }

        // "2000 villages" counts, "the 2008 elections" and "2008 Olympics" date.
        var head = tree.Head(i);
        return head <= i || tree.Relation(i) != "nummod" || tags.Xpos[head] != "NNS" || tree.Child(head, "det") >= 0;
    }

    private bool IsMonth(int i)
    {
        var kind = Kind(i);
        if (kind == TimeWordKind.MonthShort)
        {
            var next = Is(i + 1, ".") ? i + 2 : i + 1;
            return IsCapital(i) && (IsDayNumber(next) || IsYear(next) || Kind(i - 1) is TimeWordKind.Number or TimeWordKind.Ordinal);
        }

        return kind == TimeWordKind.Month && IsCapital(i);
    }

    private bool IsDayNumber(int i) =>
        Kind(i) is TimeWordKind.Number or TimeWordKind.Ordinal && words[i].Value is >= 1 and <= 31 && char.IsAsciiDigit(tokens.Word(i)[0]);

    /// <summary>"March", "May", "August" without number: a month only where nothing speaks for a verb or a name.</summary>
    private bool IsLoneMonth(int i)
    {
        if (named[i])
        {
            return false;
        }

        if (tags is not null && tags.Upos[i] is not ("PROPN" or "NOUN"))
        {
            return false;
        }

        if (tree is not null && tree.Head(i) is var head && head > i && head < limit && tags is not null && tags.Upos[head] == "PROPN" && Kind(head) == TimeWordKind.None
            && tree.BaseRelation(i) is "compound" or "flat")
        {
            return false;
        }

        return words[i].Value is not (3 or 4 or 5 or 6 or 8) || IsTimePreposition(i - 1) || Kind(i - 1) is TimeWordKind.Direction or TimeWordKind.Modifier or TimeWordKind.Shift
            || Is(i + 1, ",") || tags is not null && i > origin && tree is not null && tree.BaseRelation(i) is "obl" or "nmod";
    }

    private TimeExpression? FromMonth(int i)
    {
        if (!IsMonth(i))
        {
            return null;
        }

        var month = words[i].Value;
        var next = Is(i + 1, ".") && Kind(i) == TimeWordKind.MonthShort ? i + 2 : i + 1;
        if (IsDayNumber(next) && !CountsNoun(next))
        {
            return AfterMonthDay(i, next, month);
        }

        var alone = new TimeExpression(TimeForm.Date, i, next) { Month = month };
        var dated = WithYear(alone);
        if (dated is null && !IsLoneMonth(i))
        {
            return null;
        }

        return RangeTo(dated ?? alone, FromMonthAlone);
    }

    private TimeExpression? FromMonthAlone(int i)
    {
        if (!IsMonth(i))
        {
            return null;
        }

        var alone = new TimeExpression(TimeForm.Date, i, i + 1) { Month = words[i].Value };
        return IsDayNumber(i + 1) ? AfterMonthDay(i, i + 1, words[i].Value) : WithYear(alone) ?? alone;
    }

    /// <summary>"March 3", "March 3 to 5", "March 3 – April 5", "March 3, 2014".</summary>
    private TimeExpression AfterMonthDay(int first, int dayToken, int month)
    {
        var day = new TimeExpression(TimeForm.Date, first, dayToken + 1) { Month = month, DayOfMonth = words[dayToken].Value };
        if ((IsDash(dayToken + 1) || Is(dayToken + 1, "to") || Is(dayToken + 1, "and")) && IsDayNumber(dayToken + 2) && words[dayToken + 2].Value > words[dayToken].Value
            && (!Is(dayToken + 1, "and") || Is(first - 1, "between")) && !CountsNoun(dayToken + 2) && Kind(dayToken + 3) is not (TimeWordKind.Month or TimeWordKind.Unit))
        {
            var last = new TimeExpression(TimeForm.Date, first, dayToken + 3) { Month = month, DayOfMonth = words[dayToken + 2].Value };
            last = WithYear(last) ?? last;
            return Between(first, last.End, day with { Year = last.Year }, last);
        }

        return RangeTo(WithYear(day) ?? day, FromMonthAlone);
    }

    /// <summary>True if the number counts a following noun ("In March 12 people died").</summary>
    private bool CountsNoun(int i)
    {
        if (Kind(i) == TimeWordKind.Ordinal)
        {
            return false;
        }

        if (Kind(i + 1) is TimeWordKind.Counted or TimeWordKind.Unit || Is(i + 1, ":"))
        {
            return true;
        }

        return tree is not null && tags is not null && tree.Head(i) is var head && head > i && tree.Relation(i) == "nummod" && tags.Xpos[head] == "NNS";
    }

    /// <summary>The date with the year that follows it, or null: "2014", ", 2014", "of 2014", "last year", "of that year".</summary>
    private TimeExpression? WithYear(TimeExpression date)
    {
        var i = date.End;
        var next = Is(i, ",") || Is(i, "of") || Is(i, "in") || Is(i, ".") ? i + 1 : i;
        if (IsYear(next) && !(Is(i, "in") && !date.DayOfMonth.HasValue))
        {
            return date with { Year = words[next].Value, End = next + 1 };
        }

        if (next > i && !Is(i, "of"))
        {
            return null;
        }

        if (Kind(next) == TimeWordKind.Direction && IsBare(next + 1, TimeWordKind.Unit, "Y"))
        {
            return date with { Direction = words[next].Value, DirectionUnit = "Y", Anaphoric = words[next].Code == "ANAPHOR", End = next + 2 };
        }

        return null;
    }

    /// <summary>Closes an interval if "to", a dash or (after "between") "and" and another date follow.</summary>
    private TimeExpression RangeTo(TimeExpression start, Func<int, TimeExpression?> read)
    {
        var i = start.End;
        var opened = Is(start.First - 1, "from");
        var between = Is(start.First - 1, "between");
        if (!(IsDash(i) || Is(i, "to") || (opened && Is(i, "until") | Is(i, "through") | Is(i, "till")) || (between && Is(i, "and"))))
        {
            return start;
        }

        var to = read(i + 1);
        if (to is null || to.Form != TimeForm.Date)
        {
            return start;
        }

        if (start.Year is null && to.Year is not null)
        {
            start = start with { Year = to.Year };
        }

        return Between(start.First, to.End, start, to);
    }

    private TimeExpression? FromWeekday(int i)
    {
        if (!IsCapital(i) || IsNamedDay(i))
        {
            return null;
        }

        var day = new TimeExpression(TimeForm.Date, i, i + 1) { Weekday = words[i].Value };
        var next = Is(i + 1, ".") && Kind(i) == TimeWordKind.WeekdayShort ? i + 2 : i + 1;
        next = Kind(next) == TimeWordKind.DayPart || IsBare(next, TimeWordKind.Unit, "N") ? next + 1 : next;
        day = day with { End = next };
        var date = next;
        while (Is(date, ",") || Is(date, "the") || Is(date, "on"))
        {
            date++;
        }

        if (date < limit && (IsMonth(date) || IsDayNumber(date)) && ReadDayDate(date) is { } full)
        {
            return full with { First = i, Weekday = words[i].Value };
        }

        if (Kind(i) == TimeWordKind.WeekdayShort)
        {
            return null;
        }

        var week = Is(next, "of") ? next + 1 : next;
        if (Kind(week) == TimeWordKind.Direction && IsBare(week + 1, TimeWordKind.Unit, "W"))
        {
            return day with { Direction = words[week].Value, DirectionUnit = "W", End = week + 2 };
        }

        return Is(i - 1, "from") || Is(i - 1, "between") ? RangeTo(day, FromWeekday) : day;
    }

    /// <summary>"Bloody Sunday", "Sunday Times": the weekday is part of a name.</summary>
    private bool IsNamedDay(int i)
    {
        if (named[i])
        {
            return true;
        }

        if (tree is null || tags is null)
        {
            return false;
        }

        if (tree.Head(i) is var head && head > i && tags.Upos[head] == "PROPN" && Kind(head) == TimeWordKind.None && tree.BaseRelation(i) is "compound" or "flat")
        {
            return true;
        }

        return i - 1 > origin && IsCapital(i - 1) && Kind(i - 1) == TimeWordKind.None && tree.Head(i - 1) == i && tree.BaseRelation(i - 1) is "compound" or "amod" or "flat";
    }

    /// <summary>A date with day and month (weekday already read): "January 9", "9 January 2022", "11th of August".</summary>
    private TimeExpression? ReadDayDate(int i)
    {
        var read = IsMonth(i) ? FromMonthAlone(i) : FromDayNumber(i);
        return read is { Form: TimeForm.Date, DayOfMonth: not null, Month: not null } ? read : null;
    }

    /// <summary>"3 March 2014", "3rd of March", "3 to 5 March", "3–5 March".</summary>
    private TimeExpression? FromDayNumber(int i)
    {
        if (!IsDayNumber(i))
        {
            return null;
        }

        var month = Is(i + 1, "of") ? i + 2 : i + 1;
        if (month < limit && IsMonth(month))
        {
            var end = Kind(month) == TimeWordKind.MonthShort && Is(month + 1, ".") ? month + 2 : month + 1;
            var day = new TimeExpression(TimeForm.Date, i, end) { Month = words[month].Value, DayOfMonth = words[i].Value };
            return RangeTo(WithYear(day) ?? day, FromDayNumber);
        }

        if ((IsDash(i + 1) || Is(i + 1, "to") || (Is(i + 1, "and") && Is(i - 1, "between"))) && IsDayNumber(i + 2) && words[i + 2].Value > words[i].Value
            && FromDayNumber(i + 2) is { Form: TimeForm.Date } last)
        {
            return Between(i, last.End, last with { DayOfMonth = words[i].Value }, last);
        }

        return null;
    }

    /// <summary>"2014", "2014–2016", "between 2014 and 2016", "2014-01-09".</summary>
    private TimeExpression? FromYear(int i)
    {
        if (!IsYear(i))
        {
            return null;
        }

        if (IsDash(i + 1) && IsDash(i + 3) && Kind(i + 2) == TimeWordKind.Number && Kind(i + 4) == TimeWordKind.Number
            && words[i + 2].Value is >= 1 and <= 12 && words[i + 4].Value is >= 1 and <= 31)
        {
            return new TimeExpression(TimeForm.Date, i, i + 5) { Year = words[i].Value, Month = words[i + 2].Value, DayOfMonth = words[i + 4].Value };
        }

        if (IsDash(i + 1) && Kind(i + 2) == TimeWordKind.Number && tokens.Word(i + 2).Length == 2 && words[i + 2].Value > words[i].Value % 100)
        {
            return Between(i, i + 3, OfYear(i, words[i].Value), OfYear(i, (words[i].Value / 100 * 100) + words[i + 2].Value));
        }

        return RangeTo(OfYear(i, words[i].Value), FromLaterYear);
    }

    private TimeExpression? FromLaterYear(int i) =>
        IsYear(i) && words[i].Value >= words[i - 2].Value ? OfYear(i, words[i].Value) : null;
}
