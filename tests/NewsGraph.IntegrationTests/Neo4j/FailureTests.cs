using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using NewsGraph.Neo4j.Connecting;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>What goes wrong on the way to a server is told in a sentence that says what to do and holds no password.</summary>
public sealed class FailureTests
{
    private const string Password = "S3cret-Of-Mine";
    private const string Root = """{"neo4j_version":"5.26.30","neo4j_edition":"community","query":"http://x/db/{databaseName}/query/v2"}""";

    private static IEnumerable<TestCaseData> Codes()
    {
        static TestCaseData Case(string code, string says, int status = 400) => new TestCaseData(code, status, says).SetArgDisplayNames(code);
        yield return Case("Neo.ClientError.Security.Unauthorized", "wrong user or password", 401);
        yield return Case("Neo.ClientError.Security.CredentialsExpired", "ALTER CURRENT USER SET PASSWORD", 403);
        yield return Case("Neo.ClientError.Security.AuthenticationRateLimit", "too many wrong passwords", 429);
        yield return Case("Neo.ClientError.Security.Forbidden", "may not do this", 403);
        yield return Case("Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "is read-only", 403);
        yield return Case("Neo.ClientError.Database.DatabaseNotFound", "has no database 'neo4j'", 404);
        yield return Case("Neo.TransientError.General.MemoryPoolOutOfMemoryError", "ran out of memory", 500);
        yield return Case("Neo.ClientError.Statement.AccessMode", "this command only reads");
        yield return Case("Neo.DatabaseError.Transaction.TransactionCommitFailed", "words of the server", 500);
    }

    [TestCaseSource(nameof(Codes))]
    public async Task Run_ServerRefuses_SaysWhatToDo(string code, int status, string says)
    {
        using var server = new FakeServer(path => path == "/" ? (200, Root) : (status, $$"""{"errors":[{"code":"{{code}}","message":"words of the server"}]}"""));

        await AssertMessageAsync(server.Uri, says);
    }

    [Test]
    public async Task Run_ErrorsAfterRowsWithStatus202_Fails()
    {
        using var server = new FakeServer(path => path == "/" ? (200, Root) : (202, """{"data":{"fields":["x"],"values":[[1]]},"errors":[{"code":"Neo.ClientError.Statement.ArithmeticError","message":"/ by zero"}]}"""));

        await AssertMessageAsync(server.Uri, "/ by zero");
    }

    [Test]
    public async Task Verify_OldServer_NamesTheVersionThatIsNeeded()
    {
        using var server = new FakeServer(_ => (200, """{"neo4j_version":"4.4.30","neo4j_edition":"community","transaction":"http://x/db/{databaseName}/tx"}"""));

        await AssertMessageAsync(server.Uri, "is Neo4j 4.4.30, which has no HTTP Query API. Use Neo4j 5.25 or later");
    }

    [Test]
    public async Task Verify_QueryApiSwitchedOff_SaysWhichSettingIsMissing()
    {
        using var server = new FakeServer(_ => (200, """{"neo4j_version":"5.26.30","neo4j_edition":"community"}"""));

        await AssertMessageAsync(server.Uri, "server.http_enabled_modules");
    }

    [Test]
    public async Task Verify_SomeOtherWebServer_SaysSo()
    {
        using var server = new FakeServer(_ => (200, "<html>Welcome</html>"));

        await AssertMessageAsync(server.Uri, "not as a Neo4j server's HTTP port");
    }

    [Test]
    public async Task Verify_NothingListens_SaysHowToStart()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        await AssertMessageAsync(new Uri($"http://127.0.0.1:{port}"), "docker compose up");
    }

    [Test]
    public Task Verify_NoSuchHost_SaysSo() => AssertMessageAsync(new Uri("http://no-such-host.invalid:7474"), "no host 'no-such-host.invalid'");

    [Test]
    public async Task Verify_TlsWithUnknownCertificate_AsksForItsFile()
    {
        using var certificate = SelfSigned();
        using var server = new FakeServer(path => path == "/" ? (200, Root) : (202, """{"data":{"fields":["1"],"values":[[1]]}}"""), certificate);

        await AssertMessageAsync(server.Uri, "--certificate FILE");
    }

    [Test]
    public async Task Verify_TlsWithTheGivenCertificate_Works()
    {
        using var certificate = SelfSigned();
        using var server = new FakeServer(path => path == "/" ? (200, Root) : (202, """{"data":{"fields":["1"],"values":[[1]]}}"""), certificate);
        var file = Path.Combine(Path.GetTempPath(), $"newsgraph-{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());

        await using var database = GraphDatabases.Open(new ConnectionSettings(server.Uri, "neo4j", Password) { CertificateFile = file });

        Assert.That((await database.VerifyAsync()).Version, Is.EqualTo("5.26.30"));
        File.Delete(file);
    }

    [Test]
    public async Task Verify_HttpsToAnHttpPort_SaysSo()
    {
        using var server = new FakeServer(_ => (200, Root));

        await AssertMessageAsync(new Uri($"https://127.0.0.1:{server.Uri.Port}"), "does not speak TLS");
    }

    [TestCase("bolt://localhost:7687", "http://localhost:7474")]
    [TestCase("neo4j+s://graph.example:7687", "https://graph.example:7473")]
    [TestCase("ftp://localhost", "no address of a Neo4j server")]
    public void Open_SchemeWithoutTransport_NamesTheWayOut(string uri, string says)
    {
#if NEO4J_DRIVER
        Assume.That(uri, Does.StartWith("ftp"));
#endif
        Assert.That(() => GraphDatabases.Open(new ConnectionSettings(new Uri(uri), "neo4j", Password)), Throws.TypeOf<GraphDatabaseException>().With.Message.Contains(says));
    }

    [Test]
    public void Settings_PasswordInTheAddress_AreRefusedWithoutRepeatingIt() =>
        Assert.That(
            () => new ConnectionSettings(new Uri($"http://neo4j:{Password}@localhost:7474"), "neo4j", ""),
            Throws.TypeOf<GraphDatabaseException>().With.Message.Contains("--password-file").And.Message.Not.Contains(Password));

    [Test]
    public async Task Verify_RealServerWrongPassword_SaysSo()
    {
        var server = await TestServer.GetAsync();

        await AssertMessageAsync(server.Http, "wrong user or password");
    }

    [Test]
    public async Task Verify_RealServerUnknownDatabase_SaysSo()
    {
        var server = await TestServer.GetAsync();
        await using var database = GraphDatabases.Open(new ConnectionSettings(server.Http, server.User, server.Password) { Database = "nosuch" });

        Assert.That(() => database.VerifyAsync(), Throws.TypeOf<GraphDatabaseException>().With.Message.Contains("has no database 'nosuch'"));
    }

    [Test]
    public async Task Verify_RealServersBoltPort_NamesTheHttpPort()
    {
        var server = await TestServer.GetAsync();
        if (server.Bolt is not { } bolt)
        {
            Assert.Ignore("The server's Bolt port is not known.");
            return;
        }

        await AssertMessageAsync(new Uri($"http://{bolt.Authority}"), "Bolt port");
    }

    [Test]
    public async Task Run_WritingStatementInReadMode_IsRefusedByTheServer()
    {
        await using var database = GraphDatabases.Open((await TestServer.GetAsync()).Settings);

        Assert.That(() => database.RunAsync(new CypherStatement("CREATE (n:Person)"), AccessMode.Read), Throws.TypeOf<GraphDatabaseException>().With.Message.Contains("only reads"));
    }

    private static async Task AssertMessageAsync(Uri uri, string says)
    {
        await using var database = GraphDatabases.Open(new ConnectionSettings(uri, "neo4j", Password));
        var failure = await Assert.ThrowsAsync<GraphDatabaseException>(() => database.VerifyAsync());
        Assert.That(failure!.Message, Does.Contain(says));
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("neo4j:" + Password));
        Assert.That(failure.ToString(), Does.Not.Contain(Password).And.Not.Contain(basic));
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=neo4j.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
