namespace NewsGraph.Neo4j.Connecting;

/// <summary>Where the database is and who asks. <see cref="ToString"/> leaves the password out.</summary>
public sealed class ConnectionSettings
{
    public ConnectionSettings(Uri uri, string user, string password)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (uri.UserInfo.Length > 0)
        {
            throw new GraphDatabaseException("The address holds a user or password. Give the user with --user and the password in NEO4J_PASSWORD or a --password-file.");
        }

        Uri = uri;
        User = user;
        Password = password;
    }

    public Uri Uri { get; }

    public string User { get; }

    public string Password { get; }

    /// <summary>Database of the server; "neo4j" is the default of every edition.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>PEM file of a certificate (the server's own, or its authority's) to trust beside those of the machine.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>How long one request may take, its answer included.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(5);

    public override string ToString() => $"{Uri.Scheme}://{Uri.Authority} (database {Database}, user {User})";
}
