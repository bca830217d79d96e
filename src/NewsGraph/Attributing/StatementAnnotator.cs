using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Attributing;

/// <summary>
/// Reported speech and thought: who is made responsible for which stretch of the text, by which word.
/// Rules over the tree and the quotation marks; the word knowledge is <c>lexicons/cues.tsv</c>.
/// </summary>
public sealed class StatementAnnotator : IAnnotator
{
    public string Name => "statements";

    public IReadOnlyList<Type> Needs { get; } = [typeof(TokenLayer), typeof(TagLayer), typeof(TreeLayer), typeof(MentionLayer), typeof(TimeLayer)];

    public IReadOnlyList<Type> Adds { get; } = [typeof(StatementLayer)];

    public void Annotate(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        doc.Add(new StatementLayer(new StatementReader(doc).Read()));
    }
}
