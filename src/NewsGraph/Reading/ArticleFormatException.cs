namespace NewsGraph.Reading;

/// <summary>Input that cannot be read as an article. The message names the place, says what is wrong there and what to do.</summary>
public sealed class ArticleFormatException : Exception
{
    public ArticleFormatException()
    {
    }

    public ArticleFormatException(string message)
        : base(message)
    {
    }

    public ArticleFormatException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <param name="place">File name, with line or byte offset where known.</param>
    /// <param name="problem">What is wrong, as a sentence without its subject ("is empty.").</param>
    /// <param name="remedy">What the reader of the message can do, a sentence.</param>
    public ArticleFormatException(string place, string problem, string remedy, Exception? innerException = null)
        : base($"{place} {problem} {remedy}", innerException)
    {
        Place = place;
        Problem = problem;
        Remedy = remedy;
    }

    public string Place { get; } = "";

    public string Problem { get; } = "";

    public string Remedy { get; } = "";
}
