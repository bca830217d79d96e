using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace NewsGraph.Neo4j.Connecting.QueryApi;

/// <summary>An answer without errors.</summary>
internal sealed record QueryApiAnswer(JsonDocument Json, string? Affinity) : IDisposable
{
    public void Dispose() => Json.Dispose();
}

/// <summary>Requests to one database's query endpoint; turns every kind of failure into a sentence.</summary>
internal sealed class QueryApiChannel : IDisposable
{
    /// <summary>On a cluster the requests of a transaction go to the member that holds it.</summary>
    private const string AffinityHeader = "neo4j-cluster-affinity";

    /// <summary>A server that lives tells its version at once, however long a statement may take.</summary>
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(30);

    private readonly ConnectionSettings settings;
    private readonly HttpClient client;
    private readonly Uri root;
    private readonly string endpoint;
    private readonly string place;

    public QueryApiChannel(ConnectionSettings settings)
    {
        this.settings = settings;
        place = $"{settings.Uri.Scheme}://{settings.Uri.Authority}";
        root = new Uri(place + "/");
        endpoint = $"{place}/db/{Uri.EscapeDataString(settings.Database)}/query/v2";
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };
        if (settings.CertificateFile is { } file)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = Trusting(file);
        }

        client = new HttpClient(handler) { Timeout = settings.RequestTimeout };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}")));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>The page at <c>/</c>; null where the answer is not HTTP that succeeds.</summary>
    public async Task<string?> GetRootAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, root);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(FirstAnswer);
        try
        {
            using var response = await SendAsync(request, committing: false, patience.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode ? await ReadAsync(response, committing: false, patience.Token).ConfigureAwait(false) : null;
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            throw new GraphDatabaseException($"{place} takes the connection but says nothing. Is it the port of another protocol? Neo4j's are 7474 (http), 7473 (https) and 7687 (bolt) by default.", inner: failure);
        }
    }

    /// <param name="path">Below the database's query endpoint; empty for a statement with a transaction of its own.</param>
    /// <param name="committing">True where a lost answer leaves open whether the work was committed.</param>
    public async Task<QueryApiAnswer> PostAsync(string path, byte[] body, string? affinity, bool committing, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint + path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (affinity is not null)
        {
            request.Headers.TryAddWithoutValidation(AffinityHeader, affinity);
        }

        using var response = await SendAsync(request, committing, cancellation).ConfigureAwait(false);
        var text = await ReadAsync(response, committing, cancellation).ConfigureAwait(false);
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 256 });
        }
        catch (JsonException failure)
        {
            throw Unexpected(response, committing, failure);
        }

        try
        {
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Unexpected(response, committing, inner: null);
            }

            if (json.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
            {
                throw Failure(errors[0], response, path);
            }

            if (!response.IsSuccessStatusCode)
            {
                throw Unexpected(response, committing, inner: null);
            }

            return new QueryApiAnswer(json, response.Headers.TryGetValues(AffinityHeader, out var values) ? values.First() : affinity);
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }

    /// <summary>Rolls back, as well as it can: a transaction that is not rolled back dies of itself.</summary>
    public async Task DeleteAsync(string path, string? affinity)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, endpoint + path);
            if (affinity is not null)
            {
                request.Headers.TryAddWithoutValidation(AffinityHeader, affinity);
            }

            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            using var response = await client.SendAsync(request, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            // Nothing is lost: the server rolls back when the transaction's minute is over.
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, bool committing, CancellationToken cancellation)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            throw Unreachable(failure, committing);
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            throw TooSlow(failure, committing);
        }
    }

    private async Task<string> ReadAsync(HttpResponseMessage response, bool committing, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new GraphDatabaseException($"The connection to {place} broke before its answer was complete.", inner: failure) { IsTransient = true, OutcomeUnknown = committing };
        }
        catch (OperationCanceledException failure) when (!cancellation.IsCancellationRequested)
        {
            throw TooSlow(failure, committing);
        }
    }

    private GraphDatabaseException TooSlow(Exception inner, bool committing) =>
        new($"{place} gave no answer within {settings.RequestTimeout.TotalSeconds:0} s.", inner: inner) { IsTransient = true, OutcomeUnknown = committing };

    private GraphDatabaseException Failure(JsonElement error, HttpResponseMessage response, string path)
    {
        var code = error.TryGetProperty("code", out var c) ? c.GetString() ?? "" : "";
        var message = error.TryGetProperty("message", out var m) ? m.GetString() ?? "" : "";
        if (response.StatusCode == HttpStatusCode.NotFound && path.StartsWith("/tx/", StringComparison.Ordinal) && code == "Neo.ClientError.Request.Invalid")
        {
            // The server was restarted, or the transaction waited longer than its minute.
            return new GraphDatabaseException($"{place} no longer knows the transaction; nothing of it was kept.", code) { IsTransient = true };
        }

        return FailureMessages.FromServer(settings, code, message);
    }

    private GraphDatabaseException Unexpected(HttpResponseMessage response, bool committing, Exception? inner)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
        {
            return new GraphDatabaseException($"{place} answered with something that is not the Query API's JSON. Is a proxy in between?", inner: inner) { OutcomeUnknown = committing };
        }

        return status switch
        {
            401 => FailureMessages.FromServer(settings, "Neo.ClientError.Security.Unauthorized", ""),
            404 => new GraphDatabaseException($"{place} has no HTTP Query API at /db/{settings.Database}/query/v2. It is there from Neo4j 5.19 on, and on by default from 5.25.", inner: inner),
            429 or 502 or 503 or 504 => new GraphDatabaseException($"{place} is busy or not up (HTTP {status}).", inner: inner) { IsTransient = true, OutcomeUnknown = committing && status is 502 or 504 },
            _ => new GraphDatabaseException($"{place} answered HTTP {status} without a reason.", inner: inner) { OutcomeUnknown = committing && status >= 500 },
        };
    }

    private GraphDatabaseException Unreachable(HttpRequestException failure, bool committing)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException when settings.Uri.Scheme == "https":
                    return IsNotTls(failure)
                        ? new GraphDatabaseException($"{place} does not speak TLS. Give http:// instead of https://, or the HTTPS port (7473 by default).", inner: failure)
                        : new GraphDatabaseException($"The certificate of {place} is not trusted by this machine. If it is your server's own, give its PEM file with --certificate FILE.", inner: failure);
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return new GraphDatabaseException($"Nothing answers at {place}. Start the server (docker compose up -d --wait neo4j), or give its address with --neo4j.", inner: failure) { IsTransient = true };
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData }:
                    return new GraphDatabaseException($"There is no host '{settings.Uri.Host}'. Check the address given with --neo4j.", inner: failure);
            }
        }

        if (failure.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded && !committing)
        {
            return new GraphDatabaseException(
                $"{place} does not answer in HTTP. If this is the Bolt port (7687 by default), give the HTTP port (7474 by default); if it is the HTTPS port (7473), write https://.", inner: failure)
            {
                IsTransient = failure.HttpRequestError == HttpRequestError.ResponseEnded,
            };
        }

        return new GraphDatabaseException($"The connection to {place} broke: {failure.Message}", inner: failure) { IsTransient = true, OutcomeUnknown = committing };
    }

    private static bool IsNotTls(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            // The handshake failed on the first bytes, before any certificate was seen.
            if (cause.Message.Contains("frame", StringComparison.OrdinalIgnoreCase) || cause.Message.Contains("wrong version", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private RemoteCertificateValidationCallback Trusting(string file)
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

        if (trusted.Count == 0)
        {
            throw new GraphDatabaseException($"'{file}' holds no PEM certificate (-----BEGIN CERTIFICATE-----).");
        }

        return (_, certificate, _, errors) =>
        {
            if (errors == SslPolicyErrors.None)
            {
                return true;
            }

            if (certificate is not X509Certificate2 server || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            {
                return false;
            }

            // The very certificate: whoever holds its key is the server, whatever name it was made for.
            if (trusted.Any(t => t.RawDataMemory.Span.SequenceEqual(server.RawDataMemory.Span)))
            {
                return true;
            }

            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && chain.Build(server);
        };
    }
}
