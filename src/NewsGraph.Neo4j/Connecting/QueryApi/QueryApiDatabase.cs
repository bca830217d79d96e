using System.Globalization;
using System.Text.Json;

namespace NewsGraph.Neo4j.Connecting.QueryApi;

/// <summary>
/// Transport over the HTTP Query API v2 (Neo4j 5.19 and later, on by default from 5.25). A request without a transaction
/// is committed by the server when its answer is complete; 202 alone proves nothing, an <c>errors</c> member may follow rows.
/// </summary>
internal sealed class QueryApiDatabase(ConnectionSettings settings) : IGraphDatabase
{
    private readonly QueryApiChannel channel = new(settings);

    public async Task<ServerInfo> VerifyAsync(CancellationToken cancellation = default)
    {
        var server = await DiscoverAsync(cancellation).ConfigureAwait(false);
        await RunAsync(new CypherStatement("RETURN 1"), AccessMode.Read, cancellation).ConfigureAwait(false);
        return server;
    }

    public async Task<QueryResult> RunAsync(CypherStatement statement, AccessMode mode, CancellationToken cancellation = default)
    {
        using var answer = await channel.PostAsync("", QueryApiJson.Request(statement, mode), affinity: null, committing: mode == AccessMode.Write, cancellation).ConfigureAwait(false);
        return QueryApiJson.Result(answer.Json.RootElement);
    }

    public async Task<IGraphTransaction> BeginAsync(CancellationToken cancellation = default)
    {
        using var answer = await channel.PostAsync("/tx", "{}"u8.ToArray(), affinity: null, committing: false, cancellation).ConfigureAwait(false);
        var id = answer.Json.RootElement.GetProperty("transaction").GetProperty("id").GetString()!;
        return new QueryApiTransaction(channel, id, answer.Affinity);
    }

    public ValueTask DisposeAsync()
    {
        channel.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What the root of the HTTP port tells without a login: version, edition and whether there is a Query API.</summary>
    private async Task<ServerInfo> DiscoverAsync(CancellationToken cancellation)
    {
        var place = $"{settings.Uri.Scheme}://{settings.Uri.Authority}";
        var root = await channel.GetRootAsync(cancellation).ConfigureAwait(false);
        string? version = null;
        string? edition = null;
        var hasQueryApi = false;
        if (root is not null)
        {
            try
            {
                using var json = JsonDocument.Parse(root);
                if (json.RootElement.ValueKind == JsonValueKind.Object)
                {
                    version = Text(json.RootElement, "neo4j_version");
                    edition = Text(json.RootElement, "neo4j_edition");
                    hasQueryApi = json.RootElement.TryGetProperty("query", out _);
                }
            }
            catch (JsonException)
            {
                // Somebody else's page: told below.
            }
        }

        if (version is null)
        {
            throw new GraphDatabaseException(
                $"{place} answers, but not as a Neo4j server's HTTP port. If this is the Bolt port (7687 by default), give the HTTP port (7474 by default), or bolt://{settings.Uri.Authority} in a build with -p:Neo4jDriver=true.");
        }

        if (!hasQueryApi)
        {
            throw new GraphDatabaseException(IsOld(version)
                ? $"{place} is Neo4j {version}, which has no HTTP Query API. Use Neo4j 5.25 or later (5.19 to 5.24 with server.http_enabled_modules and the Query API switched on)."
                : $"{place} is Neo4j {version} with its HTTP Query API switched off. Add QUERY_API_ENDPOINTS to server.http_enabled_modules and restart it.");
        }

        return new ServerInfo(version, edition ?? "");

        static string? Text(JsonElement element, string name) =>
            element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private static bool IsOld(string version)
    {
        var parts = version.Split('.');
        return parts.Length > 1
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            && (major < 5 || (major == 5 && minor < 19));
    }
}

/// <summary>A transaction that the server keeps between requests, for a minute at most without one.</summary>
internal sealed class QueryApiTransaction(QueryApiChannel channel, string id, string? affinity) : IGraphTransaction
{
    private bool ended;

    public async Task<QueryResult> RunAsync(CypherStatement statement, CancellationToken cancellation = default)
    {
        try
        {
            using var answer = await channel.PostAsync("/tx/" + id, QueryApiJson.Request(statement, mode: null), affinity, committing: false, cancellation).ConfigureAwait(false);
            return QueryApiJson.Result(answer.Json.RootElement);
        }
        catch (GraphDatabaseException failure) when (failure.Code is not null)
        {
            // An error ends the transaction at the server.
            ended = true;
            throw;
        }
    }

    public async Task CommitAsync(CancellationToken cancellation = default)
    {
        ended = true;
        using var answer = await channel.PostAsync($"/tx/{id}/commit", "{}"u8.ToArray(), affinity, committing: true, cancellation).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (!ended)
        {
            ended = true;
            await channel.DeleteAsync("/tx/" + id, affinity).ConfigureAwait(false);
        }
    }
}
