using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Resolving;

/// <summary>
/// Joins the mentions of a document to entities. Names first, by rules; then appositions, offices, countries in focus; then
/// descriptions and pronouns, each to its best antecedent: the learnt score where the document has one, salience otherwise,
/// within what agreement and syntax allow.
/// </summary>
public sealed class ResolvingAnnotator : IAnnotator
{
    private readonly MentionLexicon lexicon;

    public ResolvingAnnotator()
        : this(MentionLexicon.Standard)
    {
    }

    internal ResolvingAnnotator(MentionLexicon lexicon) => this.lexicon = lexicon;

    public string Name => "resolving";

    public IReadOnlyList<Type> Needs { get; } = [typeof(TokenLayer), typeof(TagLayer), typeof(TreeLayer), typeof(MentionLayer)];

    public IReadOnlyList<Type> Adds { get; } = [typeof(EntityLayer)];

    public void Annotate(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var view = new SyntaxView(doc);
        var layer = doc.Get<MentionLayer>();
        var facts = new FactReader(view, layer, lexicon, CoreferenceWords.Standard).Read();
        var clusters = new Resolution(view, layer, facts, lexicon).Run();
        var maker = new EntityMaker(view, facts, lexicon);
        List<ArticleEntity> entities = [];
        for (var i = 0; i < facts.Length; i++)
        {
            if (clusters.Root(i) == i && maker.Make(entities.Count, clusters.Members(i)) is { } entity)
            {
                entities.Add(entity);
            }
        }

        doc.Add(new EntityLayer(entities, facts.Length) { Reasons = clusters.Reasons });
    }
}
