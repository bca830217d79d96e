using NewsGraph.Texts;

namespace NewsGraph.Reading;

/// <summary>Reads one file format. Thread-safe.</summary>
public interface IArticleReader
{
    /// <summary>True if the name's extension is this format's.</summary>
    bool CanRead(string name);

    /// <summary>
    /// The articles of one input, in their order, read as they are asked for.
    /// </summary>
    /// <param name="name">File name or another name of the input: gives the article's id and stands in messages.</param>
    /// <param name="known">Wins over what the input says about itself.</param>
    /// <exception cref="ArticleFormatException">The input is no article of this format.</exception>
    IEnumerable<Article> Read(Stream stream, string name, ArticleMetadata? known = null);
}
