using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Timing;

/// <summary>
/// Finds time expressions and gives them values against <see cref="Article.Published"/>.
/// Tags and tree sharpen it where they are there: tense tells the coming Friday from the past one.
/// </summary>
public sealed class TimingAnnotator : IAnnotator
{
    public string Name => "timing";

    public IReadOnlyList<Type> Needs => [typeof(TokenLayer)];

    public IReadOnlyList<Type> Adds => [typeof(TimeLayer)];

    public void Annotate(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var tokens = doc.Get<TokenLayer>();
        var grammar = new TimeGrammar(doc);
        var resolver = new TimeResolver(doc.Article.Published);
        var tense = doc.TryGet<TagLayer>() is { } tags && doc.TryGet<TreeLayer>() is { } tree ? new TenseReader(tags, tree) : null;
        var quotations = Quotations.Find(doc);
        List<TimeValue> times = [];
        List<TimeExpression> found = [];
        foreach (var sentence in tokens.Sentences)
        {
            found.Clear();
            grammar.Read(sentence, found);
            foreach (var expression in found)
            {
                var seen = Adjust(tense?.At(expression.End - 1) ?? Tense.Unknown, tokens, expression, sentence.First);
                var value = resolver.Resolve(expression, sentence.Index, seen, quotations.At(expression.First) >= 0);
                times.Add(new TimeValue(tokens.SpanOf(expression.First, expression.End), expression.First, expression.End, value));
            }
        }

        doc.Add(new TimeLayer(times));
    }

    /// <summary>"was adjourned until Friday", "was set for 3 May": the verb is past, the time need not be; "later Friday" is told of a day begun.</summary>
    private static Tense Adjust(Tense tense, TokenLayer tokens, TimeExpression expression, int first)
    {
        if (string.Equals(tokens.Word(expression.First), "later", StringComparison.OrdinalIgnoreCase))
        {
            return Tense.Past;
        }

        var before = expression.First > first ? tokens.Word(expression.First - 1).ToLowerInvariant() : "";
        return tense != Tense.Past ? tense : before switch { "until" or "till" => Tense.Future, "for" => Tense.Unknown, _ => tense };
    }
}
