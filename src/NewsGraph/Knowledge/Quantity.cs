namespace NewsGraph.Knowledge;

/// <summary>How a stated number bounds the true one, written as in the interchange format (<c>at-least</c>).</summary>
public enum Approximation
{
    Exact,
    Nearly,
    About,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    Dozens,
    Hundreds,
    Thousands,
    Millions,
}

/// <summary>"nearly 8,000 people": value 8000, nearly, unit people.</summary>
/// <param name="Value">Null for "dozens" and the like.</param>
/// <param name="Unit">What is counted, as lemma; null where unsaid.</param>
/// <param name="Text">The words of the number and its bound with the unit, as in the article.</param>
public sealed record Quantity(decimal? Value, Approximation Approximation, string? Unit, string Text)
{
    /// <summary>The name used in files: <c>at-least</c>.</summary>
    public string ApproximationName => NameOf(Approximation);

    public static string NameOf(Approximation approximation) => approximation switch
    {
        Approximation.AtLeast => "at-least",
        Approximation.MoreThan => "more-than",
        Approximation.AtMost => "at-most",
        Approximation.LessThan => "less-than",
        _ => approximation.ToString().ToLowerInvariant(),
    };
}
