namespace NewsGraph.Neo4j.Connecting;

/// <summary>The declared purpose of a statement; a server refuses writing under <see cref="Read"/>.</summary>
public enum AccessMode
{
    Read,
    Write,
}

/// <summary>A database of a Neo4j server. Every failure is a <see cref="GraphDatabaseException"/>.</summary>
public interface IGraphDatabase : IAsyncDisposable
{
    /// <summary>Checks that a supported server answers, that the user may enter and that the database exists.</summary>
    Task<ServerInfo> VerifyAsync(CancellationToken cancellation = default);

    /// <summary>Runs one statement in a transaction of its own.</summary>
    Task<QueryResult> RunAsync(CypherStatement statement, AccessMode mode, CancellationToken cancellation = default);

    /// <summary>Opens a writing transaction; disposing it without a commit rolls it back.</summary>
    Task<IGraphTransaction> BeginAsync(CancellationToken cancellation = default);
}

/// <summary>An open transaction. The first failure ends it.</summary>
public interface IGraphTransaction : IAsyncDisposable
{
    Task<QueryResult> RunAsync(CypherStatement statement, CancellationToken cancellation = default);

    /// <exception cref="GraphDatabaseException">Not committed, or, with <see cref="GraphDatabaseException.OutcomeUnknown"/>, perhaps.</exception>
    Task CommitAsync(CancellationToken cancellation = default);
}

/// <summary>Who answers.</summary>
/// <param name="Version">"5.26.30", "2026.09.0".</param>
/// <param name="Edition">"community" or "enterprise"; empty where the transport does not tell.</param>
public sealed record ServerInfo(string Version, string Edition);
