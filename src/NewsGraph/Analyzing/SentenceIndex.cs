using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Analyzing;

/// <summary>From ids and offsets back to the words of the articles.</summary>
internal sealed class SentenceIndex
{
    private readonly Dictionary<string, Article> articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ArticleSentence>> sentences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public SentenceIndex(KnowledgeGraph graph)
    {
        foreach (var item in graph.Articles)
        {
            articles.Add(item.Article.Id, item.Article);
            sentences.Add(item.Article.Id, item.Sentences);
            for (var i = 0; i < item.Sentences.Count; i++)
            {
                numbers.TryAdd(item.Sentences[i].Id, i + 1);
            }
        }
    }

    /// <summary>The sentence's place in its article from 1; 0 where the graph does not know it.</summary>
    public int NumberOf(string sentence) => numbers.GetValueOrDefault(sentence);

    /// <summary>Number of the sentence that holds the position, 0 for none.</summary>
    public int NumberAt(string article, int position)
    {
        var list = sentences.GetValueOrDefault(article) ?? [];
        var (low, high) = (0, list.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (list[middle].Span.End <= position)
            {
                low = middle + 1;
            }
            else if (list[middle].Span.Start > position)
            {
                high = middle - 1;
            }
            else
            {
                return middle + 1;
            }
        }

        return 0;
    }

    /// <summary>The quoted words with single spaces; empty where the span lies outside the text.</summary>
    public string Words(string article, TextSpan span) =>
        articles.TryGetValue(article, out var found) && span.End <= found.Text.Length
            ? string.Join(' ', span.Of(found.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : string.Empty;
}
