using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Attributing;

/// <summary>
/// Polarity and modality of every token, read down the tree as in de Marneffe et al. 2012 and Saurí &amp; Pustejovsky 2012:
/// a word has what its governor passes on to it, changed by its own negation, auxiliaries and modifiers.
/// </summary>
public sealed class FactualityAnnotator : IAnnotator
{
    public string Name => "factuality";

    public IReadOnlyList<Type> Needs { get; } = [typeof(TokenLayer), typeof(TagLayer), typeof(TreeLayer)];

    public IReadOnlyList<Type> Adds { get; } = [typeof(FactualityLayer)];

    public void Annotate(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        doc.Add(new FactualityLayer(new FactualityReader(doc).Read()));
    }
}
