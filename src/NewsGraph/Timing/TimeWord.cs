namespace NewsGraph.Timing;

/// <summary>What a word contributes to a time expression; the names are those of <c>time-words.tsv</c> without hyphens.</summary>
internal enum TimeWordKind : byte
{
    None,
    Month,
    MonthShort,
    Weekday,
    WeekdayShort,
    Unit,
    Number,
    Ordinal,
    Article,
    Half,
    Few,
    Day,
    Overnight,
    Direction,
    Season,
    DayPart,
    Reference,
    Modifier,
    About,
    Ago,
    Shift,
    Clock,
    Meridiem,
    Zone,
    Counted,
    Numbered,

    /// <summary>Month × 100 + day, said by name ("New Year's Eve").</summary>
    Holiday,

    /// <summary>"1990s": value is the first year.</summary>
    Decade,

    /// <summary>"7:45", "9pm": minutes after midnight; the code is <c>am</c> or <c>pm</c> where the word says so.</summary>
    ClockTime,

    /// <summary>"2022-01-09" in one token: year × 10000 + month × 100 + day.</summary>
    IsoDate,

    /// <summary>"1967–1974" in one token: first × 10000 + second.</summary>
    YearRange,
}

/// <summary>One word as the grammar of time sees it.</summary>
/// <param name="Value">Number of the month, of the weekday (0 Monday), offset in days …, by kind.</param>
/// <param name="Code">Letters that the value takes over (<c>W</c>, <c>SU</c>, <c>PAST_REF</c>).</param>
internal readonly record struct TimeWord(TimeWordKind Kind, int Value, string Code);
