namespace NewsGraph.Texts;

/// <summary>What a stretch of an article is for; only title, caption and body state news.</summary>
public enum ArticlePart
{
    Title,
    Byline,
    Dateline,
    Caption,
    Body,
    Boilerplate,
    Sources,
}

/// <summary>A paragraph, heading or line of the article, as laid out; blocks do not overlap and follow the text.</summary>
public readonly record struct TextBlock(TextSpan Span, ArticlePart Part);

/// <summary>One document, immutable. All offsets anywhere count UTF-16 code units of <see cref="Text"/>.</summary>
public sealed class Article
{
    public Article(string id, string text, IReadOnlyList<TextBlock> blocks)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(text);
        Id = id;
        Text = text;
        Blocks = blocks;
        var last = 0;
        foreach (var block in blocks)
        {
            if (block.Span.Start < last || block.Span.End > text.Length)
            {
                throw new ArgumentException($"Block {block.Span} overlaps its predecessor or ends beyond the text of {text.Length} characters.", nameof(blocks));
            }

            last = block.Span.End;
        }
    }

    /// <summary>Stable name of the article: the file name without extension, or what the input gives.</summary>
    public string Id { get; }

    public string Text { get; }

    public IReadOnlyList<TextBlock> Blocks { get; }

    public string? Title { get; init; }

    /// <summary>The outlet ("Reuters"), as given with the input or read off the byline.</summary>
    public string? Source { get; init; }

    public string? Byline { get; init; }

    /// <summary>The day of publication that relative times ("on Monday") are resolved against; null leaves them unresolved.</summary>
    public DateOnly? Published { get; init; }

    public string? Url { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string Language { get; init; } = "en";
}
