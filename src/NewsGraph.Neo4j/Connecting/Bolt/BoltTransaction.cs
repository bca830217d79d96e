using System.Net.Sockets;
using Driver = global::Neo4j.Driver;

namespace NewsGraph.Neo4j.Connecting.Bolt;

/// <summary>A transaction of the driver, with the session it holds.</summary>
internal sealed class BoltTransaction(BoltDatabase database, Driver.IAsyncSession session, Driver.IAsyncTransaction transaction) : IGraphTransaction
{
    private bool ended;

    public Task<QueryResult> RunAsync(CypherStatement statement, CancellationToken cancellation = default) => database.GuardAsync(
        async () => await BoltValues.ReadAsync(await transaction.RunAsync(statement.Text, BoltValues.Parameters(statement)).WaitAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false),
        committing: false);

    public Task CommitAsync(CancellationToken cancellation = default)
    {
        ended = true;
        return database.GuardAsync(
            async () =>
            {
                await transaction.CommitAsync().WaitAsync(cancellation).ConfigureAwait(false);
                return true;
            },
            committing: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (!ended)
        {
            try
            {
                await transaction.RollbackAsync().ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is Driver.Neo4jException or IOException or SocketException)
            {
                // It ended by the failure that brought us here.
            }
        }

        await session.DisposeAsync().ConfigureAwait(false);
    }
}
