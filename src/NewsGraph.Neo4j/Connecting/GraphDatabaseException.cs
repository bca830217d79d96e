namespace NewsGraph.Neo4j.Connecting;

/// <summary>
/// A failure on the way to or in the database. The message names the place and says what to do; it never holds a
/// password, a user's token or a statement's parameters.
/// </summary>
public sealed class GraphDatabaseException : Exception
{
    public GraphDatabaseException(string message, string? code = null, Exception? inner = null)
        : base(message, inner) => Code = code;

    /// <summary>Neo4j's status code ("Neo.ClientError.Security.Unauthorized"), or null if the server did not answer.</summary>
    public string? Code { get; }

    /// <summary>True if the same may succeed later: deadlock, lost connection, a server that restarts.</summary>
    public bool IsTransient { get; init; }

    /// <summary>True if the connection was lost while committing: the transaction may be in the database or not.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>True if the server rejected what was asked (a wrong statement) and not who asked or how.</summary>
    public bool IsStatementError => Code is not null && (Code.StartsWith("Neo.ClientError.Statement.", StringComparison.Ordinal) || Code.StartsWith("Neo.ClientError.Schema.", StringComparison.Ordinal));
}
