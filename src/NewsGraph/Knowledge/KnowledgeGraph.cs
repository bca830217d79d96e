using QuikGraph;

namespace NewsGraph.Knowledge;

/// <summary>
/// An edge of the graph: one relation with both ends. Compares by reference of its relation's id,
/// so that several relations between the same two entities stay apart.
/// </summary>
public sealed record RelationEdge(Entity Source, Entity Target, Relation Relation) : IEdge<Entity>
{
    public bool Equals(RelationEdge? other) => other is not null && string.Equals(Relation.Id, other.Relation.Id, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Relation.Id);
}

/// <summary>What follows from one or more articles: entities, relations, statements, times, with their evidence. Immutable.</summary>
public sealed class KnowledgeGraph
{
    private readonly Dictionary<string, Entity> entities;

    /// <exception cref="ArgumentException">A relation names an entity or article that is not there.</exception>
    public KnowledgeGraph(
        IReadOnlyList<GraphArticle> articles,
        IReadOnlyList<Entity> entities,
        IReadOnlyList<Relation> relations,
        IReadOnlyList<AttributedStatement> statements,
        IReadOnlyList<ArticleTime> times)
    {
        Articles = articles;
        Entities = entities;
        Relations = relations;
        Statements = statements;
        Times = times;
        this.entities = entities.ToDictionary(e => e.Id, StringComparer.Ordinal);
        Graph = new BidirectionalGraph<Entity, RelationEdge>(allowParallelEdges: true);
        Graph.AddVertexRange(entities);
        foreach (var relation in relations)
        {
            if (relation.Subject is { } subject && relation.Object is { } @object)
            {
                Graph.AddEdge(new RelationEdge(this[subject], this[@object], relation));
            }
        }
    }

    public IReadOnlyList<GraphArticle> Articles { get; }

    public IReadOnlyList<Entity> Entities { get; }

    public IReadOnlyList<Relation> Relations { get; }

    public IReadOnlyList<AttributedStatement> Statements { get; }

    public IReadOnlyList<ArticleTime> Times { get; }

    /// <summary>Entities as vertices, relations with both ends as edges, whatever their polarity and modality.</summary>
    public BidirectionalGraph<Entity, RelationEdge> Graph { get; }

    /// <summary>The entity with this id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Entity this[string id] => entities.TryGetValue(id, out var entity) ? entity : throw new ArgumentException($"The graph has no entity '{id}'.", nameof(id));
}
