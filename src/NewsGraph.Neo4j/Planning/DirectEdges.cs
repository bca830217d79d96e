namespace NewsGraph.Neo4j.Planning;

/// <summary>A direct edge and the relations it stands for, by id.</summary>
public sealed record DirectEdge(Claim Claim, string Key, IReadOnlyList<(string Article, RelationRecord Relation)> Relations);

/// <summary>
/// Direct edges that follow from articles alone: what the statement <c>DrawEdges</c> does in a database, for files that fill an
/// empty one. A test holds both to the same result.
/// </summary>
public static class DirectEdges
{
    public static IReadOnlyList<DirectEdge> Of(IReadOnlyList<ArticleRecord> articles)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var edges = new List<DirectEdge>();
        var claims = articles
            .SelectMany(a => a.Relations.Where(r => r.Subject is not null && r.Object is not null && !string.Equals(r.Subject, r.Object, StringComparison.Ordinal)).Select(r => (Article: a.Id, Relation: r)))
            .GroupBy(r => new Claim(r.Relation.Type, r.Relation.Subject!, r.Relation.Object!));
        foreach (var claim in claims)
        {
            var denials = claim.Where(r => r.Relation is { Polarity: "negative", Modality: "actual" }).Select(r => r.Relation.TimeValue).ToList();
            edges.AddRange(claim
                .Where(r => r.Relation.IsFact && !denials.Exists(d => Claim.Contradicts(d, r.Relation.TimeValue)))
                .OrderBy(r => r.Relation.Id, StringComparer.Ordinal)
                .GroupBy(r => claim.Key.EdgeKey(r.Relation.Attributes, r.Relation.TimeValue), StringComparer.Ordinal)
                .Select(g => new DirectEdge(claim.Key, g.Key, [.. g])));
        }

        return edges;
    }
}
