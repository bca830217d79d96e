using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>The compose file at the top of the repository.</summary>
public sealed partial class ComposeTests
{
    private static readonly string Folder = FindRepository();

    private static string File => System.IO.File.ReadAllText(Path.Combine(Folder, "docker-compose.yml"));

    [Test]
    public void Compose_Neo4j_IsCommunity526WithHealthCheckVolumeAndNoDefaultPassword()
    {
        Assert.That(File, Does.Contain("image: neo4j:5.26-community").And.Contain("healthcheck:").And.Contain("- neo4j-data:/data"));
        Assert.That(Password().Matches(File).Select(m => m.Value).ToList(), Has.Count.EqualTo(2).And.All.StartsWith("${NEO4J_PASSWORD:?"), "no default anywhere");
        Assert.That(Port().Matches(File).Select(m => m.Value).ToList(), Has.Count.EqualTo(2).And.All.Contain("127.0.0.1:"));
        Assert.That(System.IO.File.ReadLines(Path.Combine(Folder, ".env.example")), Does.Contain("NEO4J_PASSWORD="));
    }

    [Test]
    public void Compose_SeedProfile_PushesTheSeedWhenTheServerIsHealthy()
    {
        Assert.That(File, Does.Contain("profiles: [seed]").And.Contain("condition: service_healthy"));
        var command = Command().Match(File);
        Assert.That(command.Success);
        Assert.That(Path.Combine(Folder, command.Groups["file"].Value), Does.Exist);
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
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "KazakhCrisis.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"(?<!\$)\$\{[^}]*", RegexOptions.None, 1000)]
    private static partial Regex Password();

    [GeneratedRegex("- \".*:7(474|687)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Port();

    [GeneratedRegex("command: \\[\"push\", \"(?<file>[^\"]+)\"\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Command();

    [GeneratedRegex("\\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}
