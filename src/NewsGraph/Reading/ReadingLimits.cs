namespace NewsGraph.Reading;

/// <summary>What a reader accepts.</summary>
public sealed record ReadingLimits
{
    public static ReadingLimits Default { get; } = new();

    /// <summary>Longest input in bytes. A news article has some thousand, the longest about 100,000; the analysis takes about 17 KB of memory a word, which the default keeps below 2 GB.</summary>
    public int MaxBytes { get; init; } = 500_000;

    /// <summary>Refuse text with too few of the common English words.</summary>
    public bool RequireEnglish { get; init; } = true;
}
