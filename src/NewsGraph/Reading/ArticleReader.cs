using NewsGraph.Texts;

namespace NewsGraph.Reading;

/// <summary>Reads articles from files: finds the reader of the format and the sidecar <c>NAME.json</c> beside <c>NAME.txt</c>.</summary>
public sealed class ArticleReader
{
    private readonly IArticleReader[] readers;

    public ArticleReader(ReadingLimits? limits = null, IEnumerable<IArticleReader>? readers = null) =>
        this.readers = readers is null ? [new PlainTextReader(limits)] : [.. readers];

    /// <summary>The articles of one file.</summary>
    /// <param name="known">Wins over the sidecar, which wins over the text.</param>
    /// <exception cref="ArticleFormatException">The file is missing, cannot be opened, or is no article; the message says what to do.</exception>
    public IReadOnlyList<Article> ReadFile(string path, ArticleMetadata? known = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
        {
            throw new ArticleFormatException(path, "is a folder.", "Give a file with the text of an article.");
        }

        if (!File.Exists(path))
        {
            throw new ArticleFormatException(path, "does not exist.", "Check the name and the folder.");
        }

        var metadata = (known ?? ArticleMetadata.None).Or(Sidecar.ReadBeside(path));
        try
        {
            using var stream = File.OpenRead(path);
            return [.. ReaderOf(path).Read(stream, path, metadata)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ArticleFormatException(path, $"cannot be read ({error.Message}).", "Check that the file may be read.", error);
        }
    }

    private IArticleReader ReaderOf(string path) => Array.Find(readers, r => r.CanRead(path)) ?? readers[0];
}
