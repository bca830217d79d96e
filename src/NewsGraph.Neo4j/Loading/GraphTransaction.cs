using NewsGraph.Neo4j.Connecting;
using NewsGraph.Neo4j.Planning;

namespace NewsGraph.Neo4j.Loading;

/// <summary>The steps of a push, a removal and a change of identity inside one transaction; counts what they changed.</summary>
internal sealed class GraphTransaction(IGraphTransaction transaction, CancellationToken cancellation)
{
    public UpdateCounters Counters { get; private set; }

    public async Task<QueryResult> RunAsync(string text, string parameter, object? value)
    {
        var result = await transaction.RunAsync(new CypherStatement(text, parameter, value), cancellation).ConfigureAwait(false);
        Counters += result.Counters;
        return result;
    }

    /// <summary>Runs the statement on slices of the rows; not at all where there are none.</summary>
    public async Task WriteAsync<T>(string text, IReadOnlyCollection<T> rows)
    {
        if (rows.Count <= Statements.RowsPerStatement)
        {
            if (rows.Count > 0)
            {
                await RunAsync(text, "rows", rows).ConfigureAwait(false);
            }

            return;
        }

        foreach (var slice in rows.Chunk(Statements.RowsPerStatement))
        {
            await RunAsync(text, "rows", slice).ConfigureAwait(false);
        }
    }

    public async Task<List<string>> StringsAsync(string text, string parameter, object? value)
    {
        var result = await RunAsync(text, parameter, value).ConfigureAwait(false);
        return [.. result.Rows.Select(r => (string)r[0]!)];
    }

    public async Task<HashSet<Claim>> ClaimsAsync(string text, string parameter, object? value)
    {
        var result = await RunAsync(text, parameter, value).ConfigureAwait(false);
        return [.. result.Rows.Select(r => new Claim((string)r[0]!, (string)r[1]!, (string)r[2]!))];
    }

    /// <summary>Takes the facts of articles away, not the articles.</summary>
    public async Task RemoveFactsAsync(IReadOnlyCollection<string> articles)
    {
        await RunAsync(Statements.RemoveRelations, "ids", articles).ConfigureAwait(false);
        await RunAsync(Statements.RemoveSentences, "ids", articles).ConfigureAwait(false);
        await RunAsync(Statements.RemoveMentions, "ids", articles).ConfigureAwait(false);
    }

    public async Task WriteFactsAsync(ParameterRows rows)
    {
        await WriteAsync(Statements.WriteArticles, rows.Articles).ConfigureAwait(false);
        await WriteAsync(Statements.WriteSentences, rows.Sentences).ConfigureAwait(false);
        await WriteAsync(Statements.WriteMentions, rows.Mentions).ConfigureAwait(false);
        await WriteAsync(Statements.WriteRelations, rows.Relations).ConfigureAwait(false);
        await WriteAsync(Statements.WriteSubjects, rows.Subjects).ConfigureAwait(false);
        await WriteAsync(Statements.WriteObjects, rows.Objects).ConfigureAwait(false);
        await WriteAsync(Statements.WriteArguments, rows.Arguments).ConfigureAwait(false);
        await WriteAsync(Statements.WriteAttributions, rows.Attributions).ConfigureAwait(false);
    }

    /// <summary>What follows from relations and mentions: direct edges, the entities' own properties, and that nothing is left behind.</summary>
    public async Task DeriveAsync(IEnumerable<Claim> claims, IReadOnlyCollection<string> nodes, RelationTypeList types)
    {
        await WriteAsync(Statements.DescribeEntities, nodes).ConfigureAwait(false);
        foreach (var label in Statements.EntityLabels)
        {
            await WriteAsync(Statements.LabelEntities(label), nodes).ConfigureAwait(false);
        }

        await WriteAsync(Statements.UnlabelEntities, nodes).ConfigureAwait(false);
        foreach (var (type, rows) in EdgeRows(claims))
        {
            if (types.Types.Contains(type))
            {
                await WriteAsync(Statements.DrawEdges(type), rows).ConfigureAwait(false);
            }
        }

        await WriteAsync(Statements.RemoveOrphans, nodes).ConfigureAwait(false);
    }

    /// <summary>Claims as parameter rows, by type; an entity has no direct edge to itself.</summary>
    public static IEnumerable<(string Type, List<Dictionary<string, object?>> Rows)> EdgeRows(IEnumerable<Claim> claims) => claims
        .Where(c => !string.Equals(c.Subject, c.Object, StringComparison.Ordinal))
        .GroupBy(c => c.Type, StringComparer.Ordinal)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => (g.Key, g.OrderBy(c => c.Subject, StringComparer.Ordinal).ThenBy(c => c.Object, StringComparer.Ordinal)
            .Select(c => ParameterRows.Row(("subject", c.Subject), ("object", c.Object), ("claim", c.Key))).ToList()));
}
