using NewsGraph.Texts;

namespace NewsGraph.Reading;

/// <summary>Plain text in UTF-8: headline, blank line, paragraphs; parts are told apart by layout.</summary>
public sealed class PlainTextReader(ReadingLimits? limits = null) : IArticleReader
{
    private readonly ReadingLimits limits = limits ?? ReadingLimits.Default;

    public bool CanRead(string name) => Path.GetExtension(name).ToLowerInvariant() is ".txt" or ".text" or "";

    /// <inheritdoc/>
    public IEnumerable<Article> Read(Stream stream, string name, ArticleMetadata? known = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        yield return ReadText(TextDecoder.Decode(TextDecoder.ReadAll(stream, name, limits.MaxBytes), name), name, known);
    }

    /// <summary>An article from text in memory; the text is kept as it is, ill-formed surrogates included.</summary>
    /// <exception cref="ArticleFormatException">Empty, too long, or not English.</exception>
    public Article ReadText(string text, string name, ArticleMetadata? known = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(name);
        known ??= ArticleMetadata.None;
        if (text.Length > limits.MaxBytes)
        {
            throw new ArticleFormatException(name, $"is longer than {limits.MaxBytes:N0} characters, the most that is read as one article.", "Split it into one text per article.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArticleFormatException(name, "is empty.", "Give the text of an article.");
        }

        RefuseMarkup(text, name);
        if (limits.RequireEnglish)
        {
            EnglishTest.Require(text, name);
        }

        var layout = ArticleLayout.Analyze(text, known.Title);
        return new Article(IdOf(name), text, layout.Blocks)
        {
            Title = known.Title ?? layout.Title,
            Byline = known.Byline ?? layout.Byline,
            Source = known.Source ?? layout.Source,
            Published = known.Published ?? layout.Published,
            Url = known.Url,
        };
    }

    /// <summary>The file name without folder and extension.</summary>
    internal static string IdOf(string name)
    {
        var id = Path.GetFileNameWithoutExtension(name);
        return id.Length > 0 ? id : name;
    }

    private static void RefuseMarkup(string text, string name)
    {
        var start = text.AsSpan().TrimStart();
        start = start[..Math.Min(start.Length, 16)];
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArticleFormatException(name, "is an HTML page, not plain text.", "Save the article's text (headline, blank line, paragraphs) as .txt.");
        }
    }
}
