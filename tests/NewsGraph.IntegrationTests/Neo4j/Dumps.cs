using System.Collections;
using System.Globalization;
using NewsGraph.Neo4j.Connecting;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>What a database holds, as text that can be compared.</summary>
internal static class Dumps
{
    /// <summary>All nodes and relationships with all properties, sorted.</summary>
    public static async Task<string> AllAsync(IGraphDatabase database)
    {
        var nodes = await RowsAsync(database, "MATCH (n) RETURN labels(n), properties(n)");
        var edges = await RowsAsync(database, "MATCH (a)-[r]->(b) RETURN coalesce(a.id, a.key), type(r), coalesce(b.id, b.key), properties(r)");
        return string.Join('\n', nodes.Order(StringComparer.Ordinal).Concat(edges.Order(StringComparer.Ordinal)));
    }

    /// <summary>Rows with <c>|</c> between the columns.</summary>
    public static async Task<string[]> RowsAsync(IGraphDatabase database, string cypher)
    {
        var result = await database.RunAsync(new CypherStatement(cypher), AccessMode.Read);
        return [.. result.Rows.Select(r => string.Join('|', r.Select(Text)))];
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        IReadOnlyDictionary<string, object?> map => "{" + string.Join(", ", map.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {Text(p.Value)}")) + "}",
        IEnumerable items => string.Join(",", items.Cast<object?>().Select(Text)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
