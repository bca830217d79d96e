using System.Globalization;
using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Assembling;

/// <summary>
/// Analysed articles → one knowledge graph: the only place where documents meet. Layers that a document lacks
/// count as empty, so a partly analysed document gives a partial graph. The result depends on the documents
/// and their order alone.
/// </summary>
/// <param name="ontology">What is known of a relation type; null knows nothing of any.</param>
/// <param name="gazetteer">Names looked up beforehand; null for none.</param>
public sealed class GraphAssembler(Func<string, RelationTypeFacts>? ontology = null, Gazetteer? gazetteer = null)
{
    /// <exception cref="ArgumentException">Two documents have the same article id.</exception>
    public KnowledgeGraph Assemble(IReadOnlyList<Doc> docs)
    {
        ArgumentNullException.ThrowIfNull(docs);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var doc in docs)
        {
            if (!ids.Add(doc.Article.Id))
            {
                throw new ArgumentException($"Two articles have the id '{doc.Article.Id}'; ids must differ, because relations point to them.", nameof(docs));
            }
        }

        var merger = new EntityMerger();
        var sources = docs.Select((doc, i) => new ArticleFacts(doc, i, merger, ontology, gazetteer)).ToList();
        var (entities, entityIds) = merger.Merge();

        List<Relation> relations = [];
        List<AttributedStatement> statements = [];
        List<ArticleTime> times = [];
        foreach (var source in sources)
        {
            relations.AddRange(RelationMerger.Merge(source.Relations(entityIds), ontology ?? (_ => default)));
            statements.AddRange(source.Statements(entityIds));
            times.AddRange(source.Times());
        }

        var graphArticles = sources.ConvertAll(s => new GraphArticle(s.Article, s.Sentences));
        return new KnowledgeGraph(graphArticles, DropLooseThings(entities, relations, statements), relations, statements, times);
    }

    /// <summary>
    /// The document with the layers that assembling reads and no others. A finished document holds some 1,600 bytes
    /// a word of scores and vectors, which nobody needs while thousands wait for the last.
    /// </summary>
    public static Doc Reduce(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var reduced = new Doc(doc.Article);
        Copy<TokenLayer>(doc, reduced);
        Copy<MentionLayer>(doc, reduced);
        Copy<EntityLayer>(doc, reduced);
        Copy<RelationLayer>(doc, reduced);
        Copy<StatementLayer>(doc, reduced);
        Copy<TimeLayer>(doc, reduced);
        return reduced;
    }

    private static void Copy<TLayer>(Doc from, Doc to)
        where TLayer : class
    {
        if (from.TryGet<TLayer>() is { } layer)
        {
            to.Add(layer);
        }
    }

    /// <summary>Things are vertices only where something happens to them.</summary>
    private static List<Entity> DropLooseThings(List<Entity> entities, List<Relation> relations, List<AttributedStatement> statements)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var relation in relations)
        {
            AddIfAny(used, relation.Subject);
            AddIfAny(used, relation.Object);
            used.UnionWith(relation.Arguments.Select(a => a.Entity));
            foreach (var attribution in relation.Attribution)
            {
                AddIfAny(used, attribution.Source);
            }
        }

        foreach (var statement in statements)
        {
            AddIfAny(used, statement.Source);
        }

        return entities.FindAll(e => e.Type != EntityType.Thing || used.Contains(e.Id));
    }

    private static void AddIfAny(HashSet<string> set, string? id)
    {
        if (id is not null)
        {
            set.Add(id);
        }
    }

    /// <summary>The number that sentence ids carry, counted from 1.</summary>
    internal static string SentenceId(Article article, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{article.Id}#{index + 1}");
}
