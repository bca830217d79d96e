namespace NewsGraph.Neo4j.Connecting;

/// <summary>From Neo4j's status codes to a sentence that says what to do; shared by the transports.</summary>
internal static class FailureMessages
{
    /// <param name="settings">For the address in the message.</param>
    /// <param name="code">"Neo.ClientError.Security.Unauthorized".</param>
    /// <param name="message">The server's words. They may quote the statement, whose values are all parameters.</param>
    public static GraphDatabaseException FromServer(ConnectionSettings settings, string code, string message)
    {
        var place = $"{settings.Uri.Scheme}://{settings.Uri.Authority}";
        var text = code switch
        {
            "Neo.ClientError.Security.Unauthorized" or "Neo.ClientError.Security.TokenExpired" =>
                $"{place} does not let user '{settings.User}' in: wrong user or password. Set NEO4J_PASSWORD or give --password-file.",
            "Neo.ClientError.Security.CredentialsExpired" =>
                $"{place} wants a new password for user '{settings.User}' before anything else. Log in once in Neo4j Browser, or run: cypher-shell -d system \"ALTER CURRENT USER SET PASSWORD FROM 'old' TO 'new'\".",
            "Neo.ClientError.Security.AuthenticationRateLimit" =>
                $"{place} has locked user '{settings.User}' after too many wrong passwords. Wait some seconds, then give the right one.",
            "Neo.ClientError.Database.DatabaseNotFound" =>
                $"{place} has no database '{settings.Database}'. 'SHOW DATABASES' lists what there is; choose with --database (Community Edition has only 'neo4j').",
            "Neo.ClientError.Security.Forbidden" =>
                $"User '{settings.User}' may not do this in database '{settings.Database}' of {place}. A push needs a user who may write and make indexes (role 'architect' or 'admin').",
            "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase" or "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase" =>
                $"Database '{settings.Database}' of {place} is read-only. Make it writable (server.databases.default_to_read_only, ALTER DATABASE … SET ACCESS READ WRITE) or choose another with --database.",
            "Neo.ClientError.Statement.AccessMode" =>
                "The statement writes, and this command only reads. Use 'newsgraph push', 'remove', 'merge' or 'split' to change the graph.",
            "Neo.TransientError.General.MemoryPoolOutOfMemoryError" or "Neo.TransientError.General.TransactionMemoryLimit" or "Neo.TransientError.General.OutOfMemoryError" =>
                $"{place} ran out of memory for a transaction. Give --batch a smaller number or the server more memory (dbms.memory.transaction.total.max). Nothing of this batch was kept.",
            "Neo.TransientError.Database.DatabaseUnavailable" =>
                $"Database '{settings.Database}' of {place} is not up at the moment. Try again; if it lasts, its log says why (a full disk, for one).",
            "Neo.ClientError.Statement.SyntaxError" or "Neo.ClientError.Statement.ParameterMissing" or "Neo.ClientError.Statement.TypeError" =>
                message,
            _ => $"{place}: {message} ({code})",
        };
        return new GraphDatabaseException(text, code) { IsTransient = IsTransient(code) };
    }

    /// <summary>True for what Neo4j's own drivers retry.</summary>
    public static bool IsTransient(string code) =>
        (code.StartsWith("Neo.TransientError.", StringComparison.Ordinal)
            && code is not ("Neo.TransientError.Transaction.Terminated" or "Neo.TransientError.Transaction.LockClientStopped" or "Neo.TransientError.General.TransactionMemoryLimit"))
        || code is "Neo.ClientError.Cluster.NotALeader" or "Neo.ClientError.Security.AuthorizationExpired" or "Neo.ClientError.Transaction.TransactionNotFound";
}
