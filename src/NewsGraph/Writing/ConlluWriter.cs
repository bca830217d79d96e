using System.Globalization;
using System.Text;
using NewsGraph.Texts;

namespace NewsGraph.Writing;

/// <summary>
/// Writes the language layers of a document as CoNLL-U (universaldependencies.org/format.html). Layers that are not there yet
/// give <c>_</c>. MISC holds <c>SpaceAfter=No</c>, the token's <c>start</c> and <c>end</c> in the article, its <c>Name</c> (IOB2),
/// and <c>Frame</c> and <c>Role</c> (<c>ARG0:4</c> = ARG0 of the predicate with id 4).
/// </summary>
public static class ConlluWriter
{
    /// <exception cref="InvalidOperationException">The document has no tokens yet.</exception>
    public static void Write(Doc doc, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(doc);
        ArgumentNullException.ThrowIfNull(writer);
        var tokens = doc.Get<TokenLayer>();
        var misc = Misc(doc, tokens);
        var tags = doc.TryGet<TagLayer>();
        var tree = doc.TryGet<TreeLayer>();
        writer.Write($"# newdoc id = {OneLine(doc.Article.Id)}\n");
        foreach (var sentence in tokens.Sentences)
        {
            writer.Write($"# sent_id = {OneLine(doc.Article.Id)}#{sentence.Index}\n# part = {sentence.Part.ToString().ToLowerInvariant()}\n# text = {OneLine(sentence.Span.Of(doc.Text))}\n");
            for (var i = sentence.First; i < sentence.End; i++)
            {
                var head = tree is null ? "_" : Number(tree.Head(i) < 0 ? 0 : tree.Head(i) - sentence.First + 1);
                writer.Write($"{Number(i - sentence.First + 1)}\t{OneLine(tokens.Word(i))}\t{OneLine(tags?.Lemmas[i] ?? "_")}\t{tags?.Upos[i] ?? "_"}\t{tags?.Xpos[i] ?? "_"}\t_\t{head}\t{tree?.Relation(i) ?? "_"}\t_\t{misc[i]}\n");
            }

            writer.Write('\n');
        }
    }

    private static string[] Misc(Doc doc, TokenLayer tokens)
    {
        var misc = new StringBuilder[tokens.Count];
        for (var i = 0; i < misc.Length; i++)
        {
            var span = tokens.Tokens[i].Span;
            misc[i] = new StringBuilder();
            if (i + 1 < misc.Length && tokens.Tokens[i + 1].Span.Start == span.End)
            {
                misc[i].Append("SpaceAfter=No|");
            }

            misc[i].Append(CultureInfo.InvariantCulture, $"start={span.Start}|end={span.End}");
        }

        foreach (var name in doc.TryGet<NameLayer>()?.Names ?? [])
        {
            var type = name.Type switch { NameType.Person => "PER", NameType.Organization => "ORG", _ => "LOC" };
            for (var i = name.First; i < name.End; i++)
            {
                misc[i].Append("|Name=").Append(i == name.First ? "B-" : "I-").Append(type);
            }
        }

        foreach (var frame in doc.TryGet<FrameLayer>()?.Frames ?? [])
        {
            var first = tokens.SentenceOf(frame.Predicate).First;
            misc[frame.Predicate].Append("|Frame=Yes");
            foreach (var argument in frame.Arguments)
            {
                misc[argument.Head].Append(CultureInfo.InvariantCulture, $"|Role={argument.Role}:{frame.Predicate - first + 1}");
            }
        }

        return [.. misc.Select(m => m.ToString())];
    }

    /// <summary>A value of one line: tabs and line breaks become blanks.</summary>
    private static string OneLine(string text) => text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text : text.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ');

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
