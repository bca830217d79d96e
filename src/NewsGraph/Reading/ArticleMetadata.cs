namespace NewsGraph.Reading;

/// <summary>What is known about an article besides its text; null where unknown. Given values win over what the text says.</summary>
public sealed record ArticleMetadata
{
    public static ArticleMetadata None { get; } = new();

    /// <summary>The outlet.</summary>
    public string? Source { get; init; }

    public DateOnly? Published { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Byline { get; init; }

    /// <summary>These values, and <paramref name="other"/>'s where there is none.</summary>
    public ArticleMetadata Or(ArticleMetadata other) => new()
    {
        Source = Source ?? other.Source,
        Published = Published ?? other.Published,
        Url = Url ?? other.Url,
        Title = Title ?? other.Title,
        Byline = Byline ?? other.Byline,
    };
}
