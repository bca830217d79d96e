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
                var value = resolver.Resolve(expression, sentence.Index, tense?.At(expression.End - 1) ?? Tense.Unknown, quotations.At(expression.First) >= 0);
                times.Add(new TimeValue(tokens.SpanOf(expression.First, expression.End), expression.First, expression.End, value));
            }
        }

        doc.Add(new TimeLayer(times));
    }
}
