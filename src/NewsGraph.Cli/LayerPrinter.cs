using System.Globalization;
using NewsGraph.Knowledge;
using NewsGraph.Texts;
using NewsGraph.Writing;

namespace NewsGraph.Cli;

/// <summary>Prints one layer of a document: CoNLL-U for words and trees, tab-separated lines for what goes beyond.</summary>
internal static class LayerPrinter
{
    private static readonly (string View, Type Layer, Action<Doc, TextWriter> Print)[] Printers =
    [
        ("tokenizing", typeof(TokenLayer), Tokens),
        ("parsing", typeof(TreeLayer), ConlluWriter.Write),
        ("names", typeof(NameLayer), Names),
        ("roles", typeof(FrameLayer), Roles),
        ("mentions", typeof(MentionLayer), Mentions),
        ("coreference", typeof(EntityLayer), Entities),
        ("times", typeof(TimeLayer), Times),
        ("statements", typeof(StatementLayer), Statements),
        ("relations", typeof(RelationLayer), Relations),
    ];

    public static IReadOnlyList<string> Views { get; } = [.. Printers.Select(p => p.View)];

    /// <summary>Name of the first stage that leaves the layer of this view.</summary>
    /// <exception cref="UserError">The pipeline has no such stage.</exception>
    public static string StageOf(Pipeline pipeline, string view)
    {
        var layer = Find(view).Layer;
        return pipeline.Stages.FirstOrDefault(s => s.Adds.Contains(layer))?.Name
            ?? throw new UserError($"--stage: no stage of this build makes '{view}'.");
    }

    public static void Print(Doc doc, string view, TextWriter output)
    {
        output.NewLine = "\n";
        Find(view).Print(doc, output);
    }

    private static (string View, Type Layer, Action<Doc, TextWriter> Print) Find(string view) =>
        Array.Find(Printers, p => string.Equals(p.View, view, StringComparison.Ordinal));

    private static void Tokens(Doc doc, TextWriter output)
    {
        var tokens = doc.Get<TokenLayer>();
        foreach (var sentence in tokens.Sentences)
        {
            output.WriteLine($"# {Sentence(doc, sentence.Index)} {GraphFormat.NameOf(sentence.Part)} {sentence.Span.Start}-{sentence.Span.End}");
            output.WriteLine(string.Join(' ', Enumerable.Range(sentence.First, sentence.Count).Select(tokens.Word)));
        }
    }

    private static void Names(Doc doc, TextWriter output)
    {
        var tokens = doc.Get<TokenLayer>();
        foreach (var name in doc.Get<NameLayer>().Names)
        {
            var span = tokens.SpanOf(name.First, name.End);
            Row(output, Sentence(doc, tokens.Tokens[name.First].Sentence), Place(span), name.Type.ToString(), Words(doc, span));
        }
    }

    private static void Roles(Doc doc, TextWriter output)
    {
        var tokens = doc.Get<TokenLayer>();
        foreach (var frame in doc.Get<FrameLayer>().Frames)
        {
            var arguments = frame.Arguments.Select(a => $"{a.Role}={tokens.Word(a.Head)}@{tokens.Tokens[a.Head].Span.Start}");
            Row(output, Sentence(doc, tokens.Tokens[frame.Predicate].Sentence), Place(tokens.Tokens[frame.Predicate].Span), tokens.Word(frame.Predicate), string.Join(' ', arguments));
        }
    }

    private static void Mentions(Doc doc, TextWriter output)
    {
        var tokens = doc.Get<TokenLayer>();
        foreach (var mention in doc.Get<MentionLayer>().Mentions)
        {
            Row(
                output,
                Sentence(doc, tokens.Tokens[mention.Head].Sentence),
                Place(mention.Span),
                GraphFormat.NameOf(mention.Kind),
                mention.Type.ToString(),
                Confidence(mention.Confidence),
                mention.Extractor,
                Words(doc, mention.Span),
                mention.Quantity is { } quantity ? $"{quantity.ApproximationName} {quantity.Value?.ToString(CultureInfo.InvariantCulture) ?? "?"} {quantity.Unit}" : string.Empty);
        }
    }

    private static void Entities(Doc doc, TextWriter output)
    {
        var mentions = doc.Get<MentionLayer>().Mentions;
        var layer = doc.Get<EntityLayer>();
        foreach (var entity in layer.Entities)
        {
            output.WriteLine($"# {Number(entity.Index)} {entity.Type} {entity.Name}{(entity.Wikidata is null ? string.Empty : " " + entity.Wikidata)}");
            foreach (var m in entity.Mentions)
            {
                Row(output, Place(mentions[m].Span), GraphFormat.NameOf(mentions[m].Kind), Words(doc, mentions[m].Span), m < layer.Reasons.Count ? layer.Reasons[m] : string.Empty);
            }
        }
    }

    private static void Times(Doc doc, TextWriter output)
    {
        foreach (var time in doc.Get<TimeLayer>().Times)
        {
            Row(output, Place(time.Span), time.Value, Words(doc, time.Span));
        }
    }

    private static void Statements(Doc doc, TextWriter output)
    {
        foreach (var statement in doc.Get<StatementLayer>().Statements)
        {
            Row(
                output,
                Place(statement.Cue),
                GraphFormat.NameOf(statement.Kind),
                Mention(doc, statement.Source),
                Words(doc, statement.Cue),
                statement.Time?.Value ?? string.Empty,
                Confidence(statement.Confidence),
                statement.Extractor,
                string.Join(" … ", statement.Content.Select(c => Words(doc, c))));
        }
    }

    private static void Relations(Doc doc, TextWriter output)
    {
        var tokens = doc.Get<TokenLayer>();
        foreach (var relation in doc.Get<RelationLayer>().Relations)
        {
            Row(
                output,
                Sentence(doc, tokens.Tokens[relation.TriggerToken].Sentence),
                Place(relation.Trigger),
                Mention(doc, relation.Subject),
                relation.Type,
                Mention(doc, relation.Object),
                Words(doc, relation.Trigger),
                string.Join("; ", relation.Attributes.Select(a => $"{a.Key}={a.Value}").Concat(relation.Arguments.Select(a => $"{a.Role}={Mention(doc, a.Mention)}"))),
                relation.Time?.Value ?? string.Empty,
                GraphFormat.NameOf(relation.Polarity),
                GraphFormat.NameOf(relation.Modality),
                string.Join("; ", relation.Statements.Select(s => Mention(doc, doc.Get<StatementLayer>().Statements[s].Source))),
                Confidence(relation.Confidence),
                relation.Extractor);
        }
    }

    /// <summary>Fields separated by tabs; a field never holds one, since <see cref="Words"/> evens out white space.</summary>
    private static void Row(TextWriter output, params ReadOnlySpan<string?> fields) => output.WriteLine(string.Join('\t', fields));

    private static string Words(Doc doc, TextSpan span) =>
        string.Join(' ', span.Of(doc.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The entity's name behind a mention where coreference has run, and the mention's own words.</summary>
    private static string Mention(Doc doc, int? mention)
    {
        if (mention is not { } m)
        {
            return "?";
        }

        var words = Words(doc, doc.Get<MentionLayer>().Mentions[m].Span);
        return doc.TryGet<EntityLayer>() is { } layer && layer.EntityOf(m) is var e and >= 0 && !string.Equals(layer.Entities[e].Name, words, StringComparison.Ordinal)
            ? $"{words} [{layer.Entities[e].Name}]"
            : words;
    }

    private static string Sentence(Doc doc, int index) => string.Create(CultureInfo.InvariantCulture, $"{doc.Article.Id}#{index + 1}");

    private static string Place(TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Confidence(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
