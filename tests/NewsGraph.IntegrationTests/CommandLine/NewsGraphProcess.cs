using System.Diagnostics;

namespace NewsGraph.IntegrationTests.CommandLine;

/// <summary>What a run of the program left.</summary>
internal sealed record Run(int ExitCode, string Output, string Error, TimeSpan Time);

/// <summary>Runs the built command in its own process, as a user does, in a folder of its own.</summary>
internal sealed class NewsGraphProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "NewsGraph.Cli.dll");

    /// <summary>Working folder of the runs, deleted on disposal.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("newsgraph-test-").FullName;

    /// <summary>The seed article, found above the test's folder.</summary>
    public static string Seed { get; } = FindSeed();

    public Run Start(params string[] arguments) => Start(arguments, interruptAfter: null);

    /// <summary>Runs the command and, as Ctrl-C does, interrupts it after a while.</summary>
    public Run Start(string[] arguments, TimeSpan? interruptAfter)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (interruptAfter is { } wait && !process.WaitForExit(wait))
        {
            using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }

        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"newsgraph {string.Join(' ', arguments)} did not end within two minutes.");
        }

        return new Run(process.ExitCode, output.Result, error.Result, watch.Elapsed);
    }

    /// <summary>Writes an input file into the working folder and returns its name.</summary>
    public string File(string name, string text) => File(name, new System.Text.UTF8Encoding(false).GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return name;
    }

    public byte[] Bytes(string name) => System.IO.File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>Files below the folder, sorted; empty if there is no such folder.</summary>
    public string[] Files(string folder)
    {
        var path = Path.Combine(Folder, folder);
        return Directory.Exists(path) ? [.. Directory.GetFiles(path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string FindSeed()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "seeds", "articles", "kazakhstan-crisis.txt");
            if (System.IO.File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("seeds/articles/kazakhstan-crisis.txt was not found above the tests.");
    }
}
