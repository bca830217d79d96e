namespace NewsGraph.Neo4j.Connecting;

/// <summary>A statement and its parameters. Values never stand in the text.</summary>
/// <param name="Text">Cypher; the same text for the same kind of work, so that the server plans it once.</param>
/// <param name="Parameters">
/// Null, string, bool, int, long, double, or lists and string-keyed dictionaries of these. Dates travel as ISO strings
/// that the statement turns into DATE.
/// </param>
public sealed record CypherStatement(string Text, IReadOnlyDictionary<string, object?> Parameters)
{
    public CypherStatement(string text)
        : this(text, new Dictionary<string, object?>(StringComparer.Ordinal))
    {
    }

    public CypherStatement(string text, string parameter, object? value)
        : this(text, new Dictionary<string, object?>(StringComparer.Ordinal) { [parameter] = value })
    {
    }
}

/// <summary>What a statement changed, as the server counted.</summary>
public readonly record struct UpdateCounters(
    long NodesCreated,
    long NodesDeleted,
    long RelationshipsCreated,
    long RelationshipsDeleted,
    long PropertiesSet,
    long LabelsAdded,
    long SchemaChanges)
{
    /// <summary>False if the statement left the database as it was.</summary>
    public bool ContainsUpdates =>
        (NodesCreated | NodesDeleted | RelationshipsCreated | RelationshipsDeleted | PropertiesSet | LabelsAdded | SchemaChanges) != 0;

    public static UpdateCounters operator +(UpdateCounters left, UpdateCounters right) => new(
        left.NodesCreated + right.NodesCreated,
        left.NodesDeleted + right.NodesDeleted,
        left.RelationshipsCreated + right.RelationshipsCreated,
        left.RelationshipsDeleted + right.RelationshipsDeleted,
        left.PropertiesSet + right.PropertiesSet,
        left.LabelsAdded + right.LabelsAdded,
        left.SchemaChanges + right.SchemaChanges);
}

/// <summary>
/// Rows of an answer. Values are null, string, bool, long, double, lists, and string-keyed dictionaries; temporal values
/// are ISO strings, nodes and relationships are <see cref="GraphElement"/>s, a path is the list of what it passes.
/// </summary>
public sealed record QueryResult(IReadOnlyList<string> Fields, IReadOnlyList<IReadOnlyList<object?>> Rows, UpdateCounters Counters)
{
    /// <summary>The value in the first row's first column; null where there is no row.</summary>
    public object? Scalar => Rows.Count > 0 && Rows[0].Count > 0 ? Rows[0][0] : null;
}

/// <summary>A node (with labels) or a relationship (with its one type) in an answer.</summary>
/// <param name="Kinds">Labels, or the type.</param>
public sealed record GraphElement(bool IsNode, IReadOnlyList<string> Kinds, IReadOnlyDictionary<string, object?> Properties);
