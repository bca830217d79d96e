using System.Text;
using NewsGraph.Knowledge;
using NewsGraph.Texts;
using NewsGraph.Writing;

namespace NewsGraph.Tests.Robustness;

/// <summary>What must hold of every analysed document and its graph, whatever the text was.</summary>
internal static class DocumentChecker
{
    /// <summary>Everything that is broken, in words; empty if all is well.</summary>
    public static List<string> Check(Doc doc, KnowledgeGraph graph)
    {
        List<string> broken = [];
        var length = doc.Text.Length;
        Blocks(doc, length, broken);
        if (doc.TryGet<TokenLayer>() is { } tokens)
        {
            Tokens(doc, tokens, broken);
            Mentions(doc, tokens, broken);
        }

        foreach (var relation in graph.Relations)
        {
            InText(relation.Trigger, length, $"trigger of {relation.Type}", broken);
            InText(relation.SubjectMention, length, $"subject of {relation.Type}", broken);
            InText(relation.ObjectMention, length, $"object of {relation.Type}", broken);
            InText(relation.Time?.Span, length, $"time of {relation.Type}", broken);
            Require(relation.Confidence is >= 0 and <= 1, $"confidence {relation.Confidence} of {relation.Type}", broken);
            Require(relation.Extractor.Length > 0, $"{relation.Type} without extractor", broken);
        }

        foreach (var mention in graph.Entities.SelectMany(e => e.Mentions))
        {
            InText(mention.Span, length, "mention", broken);
        }

        foreach (var statement in graph.Statements)
        {
            InText(statement.Cue, length, "cue", broken);
            foreach (var content in statement.Content)
            {
                InText(content, length, "content", broken);
            }
        }

        foreach (var time in graph.Times)
        {
            InText(time.Span, length, "time", broken);
        }

        RoundTrip(graph, broken);
        return broken;
    }

    private static void Blocks(Doc doc, int length, List<string> broken)
    {
        var last = 0;
        foreach (var block in doc.Article.Blocks)
        {
            InText(block.Span, length, "block", broken);
            Require(block.Span.Start >= last && block.Span.Length > 0, $"block {block.Span} is empty or overlaps", broken);
            last = block.Span.End;
        }
    }

    private static void Tokens(Doc doc, TokenLayer tokens, List<string> broken)
    {
        var last = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens.Tokens[i];
            InText(token.Span, doc.Text.Length, "token", broken);
            Require(token.Span.Length > 0 && token.Span.Start >= last, $"token {i} {token.Span} is empty or overlaps", broken);
            last = token.Span.End;
        }

        var next = 0;
        foreach (var sentence in tokens.Sentences)
        {
            Require(sentence.First == next && sentence.End > sentence.First && sentence.Count <= 200, $"sentence {sentence.Index} [{sentence.First}, {sentence.End})", broken);
            next = sentence.End;
        }

        Require(next == tokens.Count, "tokens outside of sentences", broken);
        if (doc.TryGet<TreeLayer>() is { } tree)
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                var head = tree.Head(i);
                Require(head < 0 || (head != i && tokens.Tokens[head].Sentence == tokens.Tokens[i].Sentence), $"head of token {i} is {head}", broken);
            }
        }
    }

    private static void Mentions(Doc doc, TokenLayer tokens, List<string> broken)
    {
        foreach (var mention in doc.TryGet<MentionLayer>()?.Mentions ?? [])
        {
            Require(mention.First <= mention.Head && mention.Head < mention.End && mention.End <= tokens.Count, $"mention [{mention.First}, {mention.End}) with head {mention.Head}", broken);
            Require(tokens.SpanOf(mention.First, mention.End) == mention.Span, $"mention {mention.Span} is not its tokens", broken);
        }
    }

    /// <summary>The file can be written and read, and reading gives the same bytes again.</summary>
    private static void RoundTrip(KnowledgeGraph graph, List<string> broken)
    {
        using var first = new MemoryStream();
        new JsonGraphWriter().Write(graph, first);
        first.Position = 0;
        using var second = new MemoryStream();
        new JsonGraphWriter().Write(JsonGraphReader.Read(first), second);
        Require(first.ToArray().AsSpan().SequenceEqual(second.ToArray()), "JSON does not survive reading and writing", broken);
        using var xml = new MemoryStream();
        new GraphMlWriter().Write(graph, xml);
        xml.Position = 0;
        try
        {
            System.Xml.Linq.XDocument.Load(xml);
        }
        catch (System.Xml.XmlException error)
        {
            broken.Add($"GraphML is no XML: {error.Message} in {Encoding.UTF8.GetString(xml.ToArray())[..200]}");
        }
    }

    private static void InText(TextSpan? span, int length, string what, List<string> broken) =>
        Require(span is null || span.Value.End <= length, $"{what} {span} ends beyond the text of {length}", broken);

    private static void Require(bool holds, string otherwise, List<string> broken)
    {
        if (!holds)
        {
            broken.Add(otherwise);
        }
    }
}
