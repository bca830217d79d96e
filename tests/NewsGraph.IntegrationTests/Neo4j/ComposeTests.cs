using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>The compose file at the top of the repository.</summary>
public sealed partial class ComposeTests
{
    private static readonly string Folder = FindRepository();

    private static Dictionary<object, object> Service(string name)
    {
        var file = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(File.ReadAllText(Path.Combine(Folder, "docker-compose.yml")));
        return (Dictionary<object, object>)((Dictionary<object, object>)file["services"])[name];
    }

    [Test]
    public void Compose_Neo4j_IsCommunity526WithHealthCheckVolumeAndNoDefaultPassword()
    {
        var neo4j = Service("neo4j");
        var environment = (Dictionary<object, object>)neo4j["environment"];

        Assert.That(neo4j["image"], Is.EqualTo("neo4j:5.26-community"));
        Assert.That(neo4j, Does.ContainKey("healthcheck"));
        Assert.That(neo4j["volumes"], Does.Contain("neo4j-data:/data"));
        Assert.That(environment["NEO4J_AUTH"], Does.StartWith("neo4j/${NEO4J_PASSWORD:?"));
        Assert.That(neo4j["ports"], Has.All.StartsWith("127.0.0.1:"));
        Assert.That(File.ReadLines(Path.Combine(Folder, ".env.example")), Does.Contain("NEO4J_PASSWORD="));
    }

    [Test]
    public void Compose_SeedProfile_PushesTheSeedWhenTheServerIsHealthy()
    {
        var service = Service("newsgraph");

        Assert.That(service["profiles"], Is.EqualTo(new[] { "seed" }));
        Assert.That(((Dictionary<object, object>)((Dictionary<object, object>)service["depends_on"])["neo4j"])["condition"], Is.EqualTo("service_healthy"));
        var command = ((List<object>)service["command"]).Cast<string>().ToList();
        Assert.That(command[0], Is.EqualTo("push"));
        Assert.That(Path.Combine(Folder, command[1]), Does.Exist);
    }

    [Test]
    public async Task Compose_Config_IsAcceptedWithAPasswordAndRefusedWithoutOne()
    {
        string[]? compose = null;
        foreach (var candidate in new[] { new[] { "docker", "compose" }, ["docker-compose"] })
        {
            if (await RunAsync([.. candidate, "version"], "x") is (0, _))
            {
                compose = candidate;
                break;
            }
        }

        if (compose is null)
        {
            Assert.Ignore("There is neither 'docker compose' nor 'docker-compose' on this machine.");
            return;
        }

        string[] config = [.. compose, "-f", Path.Combine(Folder, "docker-compose.yml"), "--env-file", "/dev/null", "config"];
        var (accepted, words) = await RunAsync(config, "a-password-of-mine");
        var (refused, why) = await RunAsync(config, "");
        Assert.That(accepted, Is.Zero, words);
        Assert.That(refused, Is.Not.Zero);
        Assert.That(WhiteSpace().Replace(why, " "), Does.Contain("Choose a password first"));
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string[] command, string password)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["NEO4J_PASSWORD"] = password;
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output + await errors);
        }
        catch (Win32Exception)
        {
            return (127, "");
        }
    }

    private static string FindRepository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KazakhCrisis.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }

    [GeneratedRegex("\\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}
