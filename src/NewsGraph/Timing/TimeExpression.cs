namespace NewsGraph.Timing;

internal enum TimeForm : byte
{
    /// <summary>Year, month, day, weekday: whichever are said.</summary>
    Date,

    /// <summary>"last week", "this year", "the following month": a unit and a direction.</summary>
    Unit,

    /// <summary>"yesterday": days from publication.</summary>
    Day,

    /// <summary>"the next day", "that evening": days from the day told of.</summary>
    DayTold,

    /// <summary>"three years ago", "two days later".</summary>
    Shift,

    Duration,

    /// <summary>Fixed TIMEX3 code.</summary>
    Reference,

    Season,
    Decade,
    Century,
    Clock,
    Overnight,
    Interval,
}

/// <summary>A number of units; <see cref="Count"/> is null for "a few". Half units count in <see cref="Halves"/>.</summary>
internal readonly record struct TimeAmount(int? Count, int Halves, string Unit);

/// <summary>What a time expression says, before it is placed in the calendar. Fields that the form does not use stay null.</summary>
internal sealed record TimeExpression(TimeForm Form, int First, int End)
{
    public int? Year { get; init; }

    public int? Month { get; init; }

    public int? DayOfMonth { get; init; }

    /// <summary>0 Monday … 6 Sunday.</summary>
    public int? Weekday { get; init; }

    /// <summary>−1 last, 0 this, 1 next.</summary>
    public int? Direction { get; init; }

    /// <summary>Counted from the day told of, not from publication.</summary>
    public bool Anaphoric { get; init; }

    /// <summary>"Thursday last week", "October 12th of last year": the direction speaks of this unit (<c>W</c>, <c>Y</c>).</summary>
    public string DirectionUnit { get; init; } = "";

    /// <summary>Offset in days of the forms Day and DayTold.</summary>
    public int Offset { get; init; }

    /// <summary>Unit, season or reference code.</summary>
    public string Code { get; init; } = "";

    /// <summary>Durations and shifts: "four years and eight months" has two.</summary>
    public IReadOnlyList<TimeAmount> Amounts { get; init; } = [];

    /// <summary>"exactly a month ago", "two years ago today": to the day.</summary>
    public bool Exact { get; init; }

    /// <summary>Minutes after midnight.</summary>
    public int? Minutes { get; init; }

    public string Zone { get; init; } = "";

    public TimeExpression? From { get; init; }

    public TimeExpression? To { get; init; }
}
