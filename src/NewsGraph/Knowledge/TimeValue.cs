using NewsGraph.Texts;

namespace NewsGraph.Knowledge;

/// <summary>A time expression and what it denotes.</summary>
/// <param name="Value">ISO 8601 (<c>2022-01-09</c>, <c>2022-W01</c>, <c>2019</c>, interval <c>a/b</c>, duration <c>P3D</c>) or, unresolved, TIMEX3-like (<c>XXXX-WXX-1</c>, <c>PAST_REF</c>); never guessed.</param>
/// <param name="First">First token of the expression.</param>
/// <param name="End">Token after its last.</param>
public sealed record TimeValue(TextSpan Span, int First, int End, string Value)
{
    /// <summary>True if the value names a stretch of the calendar (not a duration, not unresolved).</summary>
    public bool IsCalendar => Value.Length > 0 && char.IsAsciiDigit(Value[0]);
}

/// <summary>Time expressions in text order, not nested.</summary>
public sealed record TimeLayer(IReadOnlyList<TimeValue> Times);
