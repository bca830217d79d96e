using NewsGraph.Neo4j.Connecting;

namespace NewsGraph.Neo4j.Loading;

/// <summary>Tries again what may succeed later, waiting twice as long each time.</summary>
/// <param name="Attempts">All in all.</param>
/// <param name="FirstDelay">Before the second attempt.</param>
public sealed record Retry(int Attempts, TimeSpan FirstDelay)
{
    /// <summary>Seven attempts over about 30 s: as long as a server needs to come back.</summary>
    public static Retry Default { get; } = new(7, TimeSpan.FromSeconds(0.5));

    /// <summary>The doubling stops here, so that a long patience still notices soon that a server is back.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromSeconds(16);

    public static Retry None { get; } = new(1, TimeSpan.Zero);

    /// <summary>
    /// Runs work that may be run twice. Work whose outcome is unknown, because the connection was lost while committing, is
    /// run again too: it must find out for itself what is there.
    /// </summary>
    /// <param name="onRetry">Told the failure and the wait before each further attempt.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> work, Action<GraphDatabaseException, TimeSpan>? onRetry, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (GraphDatabaseException failure) when (attempt < Attempts && (failure.IsTransient || failure.OutcomeUnknown))
            {
                var full = TimeSpan.FromSeconds(Math.Min(FirstDelay.TotalSeconds * Math.Pow(2, attempt - 1), LongestDelay.TotalSeconds));
                // Two pushes that met in a deadlock must not meet again.
                var delay = full * (0.75 + (0.5 * Random.Shared.NextDouble()));
                onRetry?.Invoke(failure, delay);
                await Task.Delay(delay, cancellation).ConfigureAwait(false);
            }
        }
    }
}
