namespace NewsGraph.Reading;

/// <summary>What a reader accepts.</summary>
public sealed record ReadingLimits
{
    public static ReadingLimits Default { get; } = new();

    /// <summary>Longest input in bytes. An article has some thousand; the default of 20 MB lets a long book pass and keeps time and memory bounded.</summary>
    public int MaxBytes { get; init; } = 20_000_000;

    /// <summary>Refuse text with too few of the common English words.</summary>
    public bool RequireEnglish { get; init; } = true;
}
