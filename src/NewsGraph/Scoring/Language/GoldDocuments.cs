using System.Text;
using NewsGraph.Texts;

namespace NewsGraph.Scoring.Language;

/// <summary>Documents made of annotated sentences: with the gold tokens given, or as raw text to be tokenized.</summary>
internal static class GoldDocuments
{
    /// <summary>Runs of consecutive items with the same key.</summary>
    public static IEnumerable<List<T>> Runs<T>(IEnumerable<T> items, Func<T, string> key)
    {
        List<T> run = [];
        foreach (var item in items)
        {
            if (run.Count > 0 && key(run[^1]) != key(item))
            {
                yield return run;
                run = [];
            }

            run.Add(item);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    /// <summary>A document whose tokens are given: words joined by spaces.</summary>
    public static Doc WithTokens(string id, IEnumerable<IReadOnlyList<string>> sentences)
    {
        var text = new StringBuilder();
        List<Token> tokens = [];
        List<Sentence> spans = [];
        foreach (var words in sentences)
        {
            var first = tokens.Count;
            foreach (var word in words)
            {
                tokens.Add(new Token(new TextSpan(text.Length, text.Length + word.Length), spans.Count));
                text.Append(word).Append(' ');
            }

            spans.Add(new Sentence(spans.Count, new TextSpan(tokens[first].Span.Start, tokens[^1].Span.End), first, tokens.Count, ArticlePart.Body));
        }

        var all = text.ToString();
        var doc = new Doc(new Article(id.Length == 0 ? "gold" : id, all, [new TextBlock(new TextSpan(0, all.Length), ArticlePart.Body)]));
        doc.Add(new TokenLayer(all, spans, tokens));
        return doc;
    }

    /// <summary>The raw text: sentences of a paragraph as they follow, one block a paragraph.</summary>
    public static Doc Raw(string id, IReadOnlyList<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        List<TextBlock> blocks = [];
        var start = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            text.Append(sentences[i].Text);
            if (i + 1 == sentences.Count || sentences[i + 1].BeginsParagraph)
            {
                blocks.Add(new TextBlock(new TextSpan(start, text.Length), ArticlePart.Body));
                text.Append("\n\n");
                start = text.Length;
            }
            else if (sentences[i].SpaceAfter)
            {
                text.Append(' ');
            }
        }

        return new Doc(new Article(id.Length == 0 ? "gold" : id, text.ToString(), blocks));
    }

    /// <summary>Runs the stages whose layers are not there yet.</summary>
    public static void Annotate(Doc doc, Pipeline pipeline)
    {
        foreach (var stage in pipeline.Stages)
        {
            if (!stage.Adds.Contains(typeof(TokenLayer)) || doc.TryGet<TokenLayer>() is null)
            {
                stage.Annotate(doc);
            }
        }
    }
}
