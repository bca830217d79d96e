using NewsGraph.Neo4j.Connecting;
using NewsGraph.Neo4j.Planning;

namespace NewsGraph.Neo4j.Loading;

/// <summary>An entity of the database as a person names it.</summary>
/// <param name="Keys">The identities that came together in it: node ids that follow from articles' content.</param>
public sealed record EntityEntry(string Id, string Name, string Type, IReadOnlyList<string> Keys);

/// <summary>
/// What people know better about who is who. Decisions are nodes of the database (<c>IdentityDecision</c>), so that later pushes
/// respect them; every relationship into an entity carries the <c>key</c> it was extracted with, so that a decision can be
/// carried out, and taken back, without the articles.
/// </summary>
public sealed class IdentityEditor(IGraphDatabase database, RelationTypeList types)
{
    private static readonly string[] Ends = ["SUBJECT", "OBJECT", "ARGUMENT", "ATTRIBUTED_TO"];

    public Retry Retry { get; init; } = Retry.Default;

    /// <summary>Key of a decision that holds for one article only.</summary>
    internal static string InArticle(string key, string article) => $"{key}@{article}";

    /// <summary>The entity with this id or, if just one has it, this name.</summary>
    /// <exception cref="GraphDataException">There is none, or more than one; the message lists those.</exception>
    public async Task<EntityEntry> FindAsync(string idOrName, CancellationToken cancellation = default)
    {
        var result = await Retry.RunAsync(
            () => database.RunAsync(
                new CypherStatement("MATCH (e:Entity {id: $it}) RETURN e.id, e.name, e.type, [(e)-[m:MENTIONED_IN]->() | m.key] UNION MATCH (e:Entity {name: $it}) RETURN e.id, e.name, e.type, [(e)-[m:MENTIONED_IN]->() | m.key]", "it", idOrName),
                AccessMode.Read,
                cancellation),
            onRetry: null,
            cancellation).ConfigureAwait(false);
        var found = result.Rows
            .Select(r => new EntityEntry((string)r[0]!, (string)r[1]!, (string)r[2]!, [.. ((IReadOnlyList<object?>)r[3]!).Cast<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]))
            .ToList();
        var exact = found.Find(e => string.Equals(e.Id, idOrName, StringComparison.Ordinal));
        return exact ?? found switch
        {
            [var one] => one,
            [] => throw new GraphDataException($"The database has no entity with the id or name '{RelationTypeList.Shown(idOrName)}'. newsgraph query --saved find-entity --param text=NAME searches names and aliases."),
            _ => throw new GraphDataException($"{found.Count} entities are named '{RelationTypeList.Shown(idOrName)}'; give the id of one: {string.Join(", ", found.Select(e => $"{e.Id} ({e.Type})"))}."),
        };
    }

    /// <summary>Records that <paramref name="other"/> is <paramref name="kept"/>, and makes one node of the two. The kept one's name stays.</summary>
    public Task<UpdateCounters> MergeAsync(EntityEntry kept, EntityEntry other, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(other);
        if (string.Equals(kept.Id, other.Id, StringComparison.Ordinal))
        {
            throw new GraphDataException($"'{kept.Name}' and '{other.Name}' are one entity already ({kept.Id}).");
        }

        return EditAsync(
            [kept.Id, other.Id],
            async work =>
            {
                var name = $"{GraphPlanner.Clip(other.Name, 100)} is {GraphPlanner.Clip(kept.Name, 100)}";
                // What was decided for the other now leads to the kept one, and so does the other's own key.
                await work.RunAsync(
                    "MATCH (d:IdentityDecision {entity: $it.other}) SET d.entity = $it.kept",
                    "it",
                    ParameterRows.Row(("kept", kept.Id), ("other", other.Id))).ConfigureAwait(false);
                await DecideAsync(work, other.Keys.Append(other.Id).Distinct(StringComparer.Ordinal).Select(k => ParameterRows.Row(("key", k), ("entity", kept.Id), ("kind", "merge"), ("name", name)))).ConfigureAwait(false);
                await MoveAsync(work, other.Id, kept.Id, key: null, article: null).ConfigureAwait(false);
            },
            cancellation);
    }

    /// <summary>Takes one of the identities that were merged into an entity out again; returns the id of its node.</summary>
    public async Task<(string Id, UpdateCounters Counters)> SplitKeyAsync(EntityEntry entity, string key, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (!entity.Keys.Contains(key, StringComparer.Ordinal))
        {
            throw new GraphDataException($"'{entity.Name}' does not hold the identity '{RelationTypeList.Shown(key)}'. It holds: {string.Join(", ", entity.Keys)}.");
        }

        if (entity.Keys.Count == 1)
        {
            throw new GraphDataException($"'{entity.Name}' is a single identity; give --article to split off what one article says of it.");
        }

        var node = string.Equals(key, entity.Id, StringComparison.Ordinal) ? SplitOff(key, "") : key;
        var counters = await EditAsync(
            [entity.Id, node],
            async work =>
            {
                await DecideAsync(work, [ParameterRows.Row(("key", key), ("entity", node), ("kind", "split"), ("name", $"{key} is not {GraphPlanner.Clip(entity.Name, 100)}"))]).ConfigureAwait(false);
                await MoveAsync(work, entity.Id, node, key, article: null).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        return (node, counters);
    }

    /// <summary>Takes what one article says of an entity out of it, into a node of its own; returns that node's id.</summary>
    public async Task<(string Id, UpdateCounters Counters)> SplitArticleAsync(EntityEntry entity, string article, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var node = SplitOff(entity.Id, article);
        var counters = await EditAsync(
            [entity.Id, node],
            async work =>
            {
                var keys = await work.StringsAsync(
                    "MATCH (:Entity {id: $it.entity})-[m:MENTIONED_IN]->(:Article {id: $it.article}) RETURN DISTINCT m.key",
                    "it",
                    ParameterRows.Row(("entity", entity.Id), ("article", article))).ConfigureAwait(false);
                if (keys.Count == 0)
                {
                    throw new GraphDataException($"Article '{RelationTypeList.Shown(article)}' does not mention '{entity.Name}'.");
                }

                var name = $"{GraphPlanner.Clip(entity.Name, 100)} of {GraphPlanner.Clip(article, 100)} is somebody else";
                await DecideAsync(work, keys.Select(k => ParameterRows.Row(("key", InArticle(k, article)), ("entity", node), ("kind", "split"), ("name", name)))).ConfigureAwait(false);
                await MoveAsync(work, entity.Id, node, key: null, article).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        return (node, counters);
    }

    private static string SplitOff(string id, string article)
    {
        var dash = id.LastIndexOf('-');
        return $"{(dash > 0 ? id[..dash] : id)}-{Digest.Of($"{id}\n{article}\nsplit", 12)}";
    }

    private Task<UpdateCounters> EditAsync(IReadOnlyList<string> nodes, Func<GraphTransaction, Task> edit, CancellationToken cancellation) => Retry.RunAsync(
        async () =>
        {
            var transaction = await database.BeginAsync(cancellation).ConfigureAwait(false);
            await using var disposing = transaction.ConfigureAwait(false);
            var work = new GraphTransaction(transaction, cancellation);
            await work.WriteAsync(Statements.LockEntities, [.. nodes.Order(StringComparer.Ordinal)]).ConfigureAwait(false);
            await edit(work).ConfigureAwait(false);
            var claims = await ReclaimAsync(work, nodes).ConfigureAwait(false);
            await work.DeriveAsync(claims, [.. nodes.Order(StringComparer.Ordinal)], types).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return work.Counters;
        },
        onRetry: null,
        cancellation);

    private static Task DecideAsync(GraphTransaction work, IEnumerable<Dictionary<string, object?>> decisions) => work.WriteAsync(
        "UNWIND $rows AS row MERGE (d:IdentityDecision {key: row.key}) SET d.entity = row.entity, d.kind = row.kind, d.name = row.name",
        decisions.ToList());

    /// <summary>Moves what hangs on one node to another: all of it, or what has the key, or what comes from the article.</summary>
    private static async Task MoveAsync(GraphTransaction work, string from, string to, string? key, string? article)
    {
        var it = ParameterRows.Row(("from", from), ("to", to), ("key", key), ("article", article));
        foreach (var end in Ends)
        {
            await work.RunAsync(
                $"MATCH (:Entity {{id: $it.from}})<-[old:{end}]-(r:Relation) WHERE ($it.key IS NULL OR old.key = $it.key) AND ($it.article IS NULL OR r.article = $it.article) "
                + $"MATCH (e:Entity {{id: $it.to}}) CREATE (r)-[new:{end}]->(e) SET new = properties(old) DELETE old",
                "it",
                it).ConfigureAwait(false);
        }

        await work.RunAsync(
            "MATCH (:Entity {id: $it.from})-[old:MENTIONED_IN]->(a:Article) WHERE ($it.key IS NULL OR old.key = $it.key) AND ($it.article IS NULL OR a.id = $it.article) "
            + "MATCH (e:Entity {id: $it.to}) CREATE (e)-[new:MENTIONED_IN]->(a) SET new = properties(old) DELETE old",
            "it",
            it).ConfigureAwait(false);
    }

    /// <summary>Takes the direct edges of the nodes away and gives their relations the claims that follow from their ends now.</summary>
    private static async Task<HashSet<Claim>> ReclaimAsync(GraphTransaction work, IReadOnlyList<string> nodes)
    {
        await work.RunAsync("UNWIND $ids AS id MATCH (:Entity {id: id})-[edge]-(:Entity) DELETE edge", "ids", nodes).ConfigureAwait(false);
        var relations = await work.RunAsync(
            "UNWIND $ids AS id MATCH (:Entity {id: id})<-[:SUBJECT|OBJECT]-(r:Relation) WITH DISTINCT r "
            + "MATCH (s:Entity)<-[:SUBJECT]-(r)-[:OBJECT]->(o:Entity) RETURN r.id, r.type, s.id, o.id, properties(r)",
            "ids",
            nodes).ConfigureAwait(false);
        var claims = new HashSet<Claim>();
        var rows = new List<Dictionary<string, object?>>();
        foreach (var row in relations.Rows)
        {
            var claim = new Claim((string)row[1]!, (string)row[2]!, (string)row[3]!);
            var properties = (IReadOnlyDictionary<string, object?>)row[4]!;
            claims.Add(claim);
            rows.Add(ParameterRows.Row(("id", row[0]), ("claim", claim.Key), ("edge", claim.EdgeKey(GraphPlanner.AttributesOf(properties), properties.GetValueOrDefault("timeValue") as string))));
        }

        await work.WriteAsync("UNWIND $rows AS row MATCH (r:Relation {id: row.id}) SET r.claim = row.claim, r.edge = row.edge", rows).ConfigureAwait(false);
        return claims;
    }
}
