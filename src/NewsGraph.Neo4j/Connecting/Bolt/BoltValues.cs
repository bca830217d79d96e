using System.Collections;
using System.Globalization;
using Driver = global::Neo4j.Driver;

namespace NewsGraph.Neo4j.Connecting.Bolt;

/// <summary>Parameters to what the driver packs, and its values to those of the port.</summary>
internal static class BoltValues
{
    public static Dictionary<string, object?> Parameters(CypherStatement statement) =>
        statement.Parameters.ToDictionary(p => p.Key, p => Packed(p.Value), StringComparer.Ordinal);

    public static async Task<QueryResult> ReadAsync(Driver.IResultCursor cursor, CancellationToken cancellation)
    {
        var fields = await cursor.KeysAsync().WaitAsync(cancellation).ConfigureAwait(false);
        var rows = new List<IReadOnlyList<object?>>();
        while (await cursor.FetchAsync().WaitAsync(cancellation).ConfigureAwait(false))
        {
            rows.Add([.. fields.Select(f => Value(cursor.Current[f]))]);
        }

        var counters = (await cursor.ConsumeAsync().WaitAsync(cancellation).ConfigureAwait(false)).Counters;
        return new QueryResult(fields, rows, new UpdateCounters(
            counters.NodesCreated,
            counters.NodesDeleted,
            counters.RelationshipsCreated,
            counters.RelationshipsDeleted,
            counters.PropertiesSet,
            counters.LabelsAdded,
            counters.ConstraintsAdded + counters.ConstraintsRemoved + counters.IndexesAdded + counters.IndexesRemoved));
    }

    private static object? Packed(object? value) => value switch
    {
        string text => QueryApi.QueryApiJson.WellFormed(text),
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(p => p.Key, p => Packed(p.Value), StringComparer.Ordinal),
        IEnumerable items => items.Cast<object?>().Select(Packed).ToList(),
        _ => value,
    };

    private static object? Value(object? value) => value switch
    {
        null or string or bool or long or double => value,
        Driver.INode node => new GraphElement(IsNode: true, node.Labels, Map(node.Properties)),
        Driver.IRelationship edge => new GraphElement(IsNode: false, [edge.Type], Map(edge.Properties)),
        Driver.IPath path => Path(path),
        IReadOnlyDictionary<string, object> map => Map(map),
        IDictionary<string, object> map => map.ToDictionary(p => p.Key, p => Value(p.Value), StringComparer.Ordinal),
        IEnumerable items => items.Cast<object?>().Select(Value).ToList(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static List<object?> Path(Driver.IPath path)
    {
        List<object?> steps = [Value(path.Nodes[0])];
        for (var i = 0; i < path.Relationships.Count; i++)
        {
            steps.Add(Value(path.Relationships[i]));
            steps.Add(Value(path.Nodes[i + 1]));
        }

        return steps;
    }

    private static Dictionary<string, object?> Map(IReadOnlyDictionary<string, object> map) => map.ToDictionary(p => p.Key, p => Value(p.Value), StringComparer.Ordinal);
}
