using NewsGraph.Neo4j.Connecting;
using NewsGraph.Neo4j.Planning;

namespace NewsGraph.Neo4j.Loading;

/// <summary>What a push or removal did.</summary>
/// <param name="Written">Articles that were written, new or replaced.</param>
/// <param name="Unchanged">Articles that the database already holds exactly so.</param>
/// <param name="Missing">Articles that were to be removed and are not there.</param>
public sealed record LoadReport(int Written, int Unchanged, int Removed, IReadOnlyList<string> Missing, UpdateCounters Counters);

/// <summary>Progress of a push, after each transaction.</summary>
public readonly record struct LoadProgress(int Articles, int Total, UpdateCounters Counters, string? Waiting);

/// <summary>
/// Loads articles into a database and takes them out again. A transaction holds whole articles: whatever ends a push
/// midway, each article is there entirely or not at all, and the same push completes the work.
/// </summary>
public sealed class GraphLoader(IGraphDatabase database, RelationTypeList types)
{
    /// <summary>Rows that a transaction collects before it is committed; one article may exceed it.</summary>
    public int RowsPerTransaction { get; init; } = 10_000;

    public Retry Retry { get; init; } = Retry.Default;

    /// <summary>Writes articles even if the database holds them exactly so.</summary>
    public bool Force { get; init; }

    /// <summary>Makes constraints and indexes where they are missing. Not part of any other transaction.</summary>
    public async Task<UpdateCounters> EnsureSchemaAsync(CancellationToken cancellation = default)
    {
        var counters = default(UpdateCounters);
        foreach (var text in Statements.Schema)
        {
            var result = await Retry.RunAsync(() => database.RunAsync(new CypherStatement(text), AccessMode.Write, cancellation), onRetry: null, cancellation).ConfigureAwait(false);
            counters += result.Counters;
        }

        if (counters.ContainsUpdates)
        {
            await database.RunAsync(new CypherStatement(Statements.AwaitIndexes), AccessMode.Read, cancellation).ConfigureAwait(false);
        }

        return counters;
    }

    /// <param name="articles">Read one transaction's worth at a time.</param>
    /// <param name="total">Number of articles, for <paramref name="progress"/> only.</param>
    public async Task<LoadReport> PushAsync(IEnumerable<ArticleRecord> articles, int total = 0, IProgress<LoadProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var report = new LoadReport(0, 0, 0, [], default);
        foreach (var batch in Batches(articles))
        {
            var before = report;
            var (written, unchanged, counters) = await Retry.RunAsync(
                () => PushBatchAsync(batch, cancellation),
                (failure, delay) => progress?.Report(new LoadProgress(before.Written + before.Unchanged, total, before.Counters, $"{failure.Message} Trying again in {delay.TotalSeconds:0.0} s.")),
                cancellation).ConfigureAwait(false);
            report = report with { Written = report.Written + written, Unchanged = report.Unchanged + unchanged, Counters = report.Counters + counters };
            progress?.Report(new LoadProgress(report.Written + report.Unchanged, total, report.Counters, Waiting: null));
        }

        return report;
    }

    /// <summary>Takes articles out, with all that rests on them alone.</summary>
    public async Task<LoadReport> RemoveAsync(IReadOnlyList<string> articles, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var report = new LoadReport(0, 0, 0, [], default);
        foreach (var id in articles.Distinct(StringComparer.Ordinal))
        {
            var counters = await Retry.RunAsync(() => RemoveOneAsync(id, cancellation), onRetry: null, cancellation).ConfigureAwait(false);
            report = counters is { } known
                ? report with { Removed = report.Removed + 1, Counters = report.Counters + known }
                : report with { Missing = [.. report.Missing, id] };
        }

        return report;
    }

    private IEnumerable<List<ArticleRecord>> Batches(IEnumerable<ArticleRecord> articles)
    {
        var batch = new List<ArticleRecord>();
        var rows = 0;
        foreach (var article in articles)
        {
            if (rows + article.Rows > RowsPerTransaction && batch.Count > 0)
            {
                yield return batch;
                batch = [];
                rows = 0;
            }

            batch.Add(article);
            rows += article.Rows;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async Task<(int Written, int Unchanged, UpdateCounters Counters)> PushBatchAsync(List<ArticleRecord> batch, CancellationToken cancellation)
    {
        // Also tells, after a commit that was cut off, what arrived.
        var wanted = batch.DistinctBy(a => a.Id, StringComparer.Ordinal).OrderBy(a => a.Id, StringComparer.Ordinal).ToList();
        if (!Force)
        {
            var found = await database.RunAsync(new CypherStatement(Statements.Digests, "ids", wanted.ConvertAll(a => a.Id)), AccessMode.Read, cancellation).ConfigureAwait(false);
            var digests = found.Rows.ToDictionary(r => (string)r[0]!, r => r[1] as string, StringComparer.Ordinal);
            wanted.RemoveAll(a => digests.TryGetValue(a.Id, out var digest) && string.Equals(digest, a.Digest, StringComparison.Ordinal));
        }

        if (wanted.Count == 0)
        {
            return (0, batch.Count, default);
        }

        var transaction = await database.BeginAsync(cancellation).ConfigureAwait(false);
        await using var disposing = transaction.ConfigureAwait(false);
        var work = new GraphTransaction(transaction, cancellation);
        var locked = await work.RunAsync(Statements.LockArticles, "ids", wanted.ConvertAll(a => a.Id)).ConfigureAwait(false);
        var loaded = ((IReadOnlyList<object?>)locked.Scalar!).Cast<string>().ToList();
        var nodes = new SortedSet<string>(StringComparer.Ordinal);
        HashSet<Claim> claims = [];
        if (loaded.Count > 0)
        {
            nodes.UnionWith(await work.StringsAsync(Statements.MentionedNodes, "ids", loaded).ConfigureAwait(false));
            claims = await work.ClaimsAsync(Statements.ClaimsOfArticles, "ids", loaded).ConfigureAwait(false);
        }

        var rows = ParameterRows.Of(wanted, await DecidedAsync(work, wanted).ConfigureAwait(false));
        nodes.UnionWith(rows.Nodes);
        claims.UnionWith(rows.Claims);
        await work.WriteAsync(Statements.LockEntities, nodes).ConfigureAwait(false);
        if (loaded.Count > 0)
        {
            await work.RemoveFactsAsync(loaded).ConfigureAwait(false);
        }

        await work.WriteFactsAsync(rows).ConfigureAwait(false);
        await work.DeriveAsync(claims, nodes, types).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return (wanted.Count, batch.Count - wanted.Count, work.Counters);
    }

    /// <summary>Nodes by key as people decided; a decision for one article goes before one for all.</summary>
    private static async Task<NodeOf> DecidedAsync(GraphTransaction work, List<ArticleRecord> articles)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var article in articles)
        {
            foreach (var entity in article.Entities)
            {
                keys.Add(entity.Node);
                keys.Add(IdentityEditor.InArticle(entity.Node, article.Id));
            }
        }

        var result = await work.RunAsync(Statements.Decisions, "keys", keys).ConfigureAwait(false);
        var decided = result.Rows.ToDictionary(r => (string)r[0]!, r => (string)r[1]!, StringComparer.Ordinal);
        return (key, article) =>
            decided.Count == 0 ? key
            : decided.TryGetValue(IdentityEditor.InArticle(key, article), out var there) ? there
            : decided.GetValueOrDefault(key, key);
    }

    private async Task<UpdateCounters?> RemoveOneAsync(string id, CancellationToken cancellation)
    {
        var transaction = await database.BeginAsync(cancellation).ConfigureAwait(false);
        await using var disposing = transaction.ConfigureAwait(false);
        var work = new GraphTransaction(transaction, cancellation);
        string[] ids = [id];
        var there = await work.RunAsync("UNWIND $ids AS id MATCH (a:Article {id: id}) SET a.digest = 'leaving' RETURN a.id", "ids", ids).ConfigureAwait(false);
        if (there.Rows.Count == 0)
        {
            return null;
        }

        var nodes = new SortedSet<string>(await work.StringsAsync(Statements.MentionedNodes, "ids", ids).ConfigureAwait(false), StringComparer.Ordinal);
        var claims = await work.ClaimsAsync(Statements.ClaimsOfArticles, "ids", ids).ConfigureAwait(false);
        await work.WriteAsync(Statements.LockEntities, nodes).ConfigureAwait(false);
        await work.RemoveFactsAsync(ids).ConfigureAwait(false);
        await work.RunAsync(Statements.RemoveArticles, "ids", ids).ConfigureAwait(false);
        await work.DeriveAsync(claims, nodes, types).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return work.Counters;
    }
}
