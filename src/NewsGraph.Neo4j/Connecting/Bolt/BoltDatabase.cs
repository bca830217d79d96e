using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Driver = global::Neo4j.Driver;

namespace NewsGraph.Neo4j.Connecting.Bolt;

/// <summary>Transport over Bolt with Neo4j's own driver (5.28). Compiled with <c>-p:Neo4jDriver=true</c> only.</summary>
internal sealed class BoltDatabase : IGraphDatabase
{
    private readonly ConnectionSettings settings;
    private readonly Driver.IDriver driver;

    public BoltDatabase(ConnectionSettings settings)
    {
        this.settings = settings;
        try
        {
            driver = Driver.GraphDatabase.Driver(settings.Uri, Driver.AuthTokens.Basic(settings.User, settings.Password), Configure);
        }
        catch (ArgumentException failure)
        {
            throw new GraphDatabaseException($"{settings.Uri.Scheme}://{settings.Uri.Authority} cannot be used: {failure.Message}", inner: failure);
        }
    }

    public async Task<ServerInfo> VerifyAsync(CancellationToken cancellation = default)
    {
        var result = await RunAsync(new CypherStatement("CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' RETURN versions[0], edition"), AccessMode.Read, cancellation).ConfigureAwait(false);
        return result.Rows is [var row, ..] ? new ServerInfo((string)row[0]!, (string)row[1]!) : new ServerInfo("", "");
    }

    public Task<QueryResult> RunAsync(CypherStatement statement, AccessMode mode, CancellationToken cancellation = default) => GuardAsync(
        async () =>
        {
            var session = Session(mode);
            await using var closing = session.ConfigureAwait(false);
            return await BoltValues.ReadAsync(await session.RunAsync(statement.Text, BoltValues.Parameters(statement)).WaitAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        },
        committing: mode == AccessMode.Write);

    public async Task<IGraphTransaction> BeginAsync(CancellationToken cancellation = default)
    {
        var session = Session(AccessMode.Write);
        try
        {
            var transaction = await GuardAsync(() => session.BeginTransactionAsync().WaitAsync(cancellation), committing: false).ConfigureAwait(false);
            return new BoltTransaction(this, session, transaction);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => driver.DisposeAsync();

    /// <summary>Runs work with the driver and turns its failures into sentences.</summary>
    /// <param name="committing">True where a lost connection leaves open whether the work was committed.</param>
    internal async Task<T> GuardAsync<T>(Func<Task<T>> work, bool committing)
    {
        var place = $"{settings.Uri.Scheme}://{settings.Uri.Authority}";
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Driver.ServiceUnavailableException failure)
        {
            throw Unreachable(failure, place, committing);
        }
        catch (Driver.SessionExpiredException failure)
        {
            throw new GraphDatabaseException($"The connection to {place} was lost.", inner: failure) { IsTransient = true, OutcomeUnknown = committing };
        }
        catch (Driver.Neo4jException failure) when (failure.Code is { Length: > 0 } code)
        {
            throw FailureMessages.FromServer(settings, code, failure.Message);
        }
        catch (Exception failure) when (failure is Driver.Neo4jException or NotSupportedException)
        {
            // The driver tells an HTTP answer by NotSupportedException.
            throw Unreachable(failure, place, committing);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            throw new GraphDatabaseException($"The connection to {place} broke: {failure.Message}", inner: failure) { IsTransient = true, OutcomeUnknown = committing };
        }
    }

    private static GraphDatabaseException Unreachable(Exception failure, string place, bool committing)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                    return new GraphDatabaseException($"No trusted TLS connection to {place}. If the certificate is your server's own, give its PEM file with --certificate FILE; if the server speaks no TLS, write bolt:// or neo4j://.", inner: failure);
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return new GraphDatabaseException($"Nothing answers at {place}. Start the server (docker compose up -d --wait neo4j), or give its address with --neo4j.", inner: failure) { IsTransient = true };
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData }:
                    return new GraphDatabaseException($"There is no host of that name: {place}. Check the address given with --neo4j.", inner: failure);
            }

            if (cause.Message.Contains("HTTP", StringComparison.Ordinal))
            {
                return new GraphDatabaseException($"{place} does not answer in Bolt. If this is the HTTP port (7474 by default), write http://, or give the Bolt port (7687 by default).", inner: failure);
            }
        }

        return new GraphDatabaseException($"The connection to {place} broke: {failure.Message}", inner: failure) { IsTransient = true, OutcomeUnknown = committing };
    }

    private Driver.IAsyncSession Session(AccessMode mode) => driver.AsyncSession(s => s
        .WithDatabase(settings.Database)
        .WithDefaultAccessMode(mode == AccessMode.Read ? Driver.AccessMode.Read : Driver.AccessMode.Write));

    private void Configure(Driver.ConfigBuilder config)
    {
        config.WithConnectionTimeout(TimeSpan.FromSeconds(10)).WithUserAgent("newsgraph").WithTelemetryDisabled().WithNotificationsDisabled();
        if (settings.CertificateFile is { } file)
        {
            X509Certificate2Collection trusted = [];
            try
            {
                trusted.ImportFromPemFile(file);
            }
            catch (Exception failure) when (failure is IOException or CryptographicException or UnauthorizedAccessException)
            {
                throw new GraphDatabaseException($"'{file}' is no readable PEM certificate: {failure.Message}", inner: failure);
            }

            config.WithEncryptionLevel(Driver.EncryptionLevel.Encrypted).WithCertificateTrustRule(Driver.CertificateTrustRule.TrustList, trusted.ToList());
        }
    }
}
