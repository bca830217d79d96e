using NewsGraph.Neo4j.Connecting.QueryApi;

namespace NewsGraph.Neo4j.Connecting;

/// <summary>Chooses the transport by the address: HTTP Query API, or Bolt where the build has the driver.</summary>
public static class GraphDatabases
{
    /// <exception cref="GraphDatabaseException">The scheme has no transport in this build.</exception>
    public static IGraphDatabase Open(ConnectionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        switch (settings.Uri.Scheme)
        {
            case "http" or "https":
                return new QueryApiDatabase(settings);
            case "bolt" or "bolt+s" or "bolt+ssc" or "neo4j" or "neo4j+s" or "neo4j+ssc":
#if NEO4J_DRIVER
                return new Bolt.BoltDatabase(settings);
#else
                var http = settings.Uri.Scheme.EndsWith('s') || settings.Uri.Scheme.EndsWith("ssc", StringComparison.Ordinal) ? "https" : "http";
                var port = http == "https" ? 7473 : 7474;
                throw new GraphDatabaseException(
                    $"This build speaks HTTP only, so {settings.Uri.Scheme}:// cannot be used. Give {http}://{settings.Uri.Host}:{port} (the same server's HTTP port), or build with -p:Neo4jDriver=true.");
#endif
            default:
                throw new GraphDatabaseException($"'{settings.Uri.Scheme}://' is no address of a Neo4j server. Give one like http://localhost:7474.");
        }
    }
}
