using System.Diagnostics;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>A file system of a few megabytes in memory, to be filled up.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string filler;

    private SmallDisk(string folder)
    {
        Folder = folder;
        filler = Path.Combine(folder, "filler");
    }

    public string Folder { get; }

    /// <summary>Null where none can be mounted.</summary>
    public static async Task<SmallDisk?> TryMountAsync(int megabytes)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("newsgraph-disk-").FullName;
        if (await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder))
        {
            return new SmallDisk(folder);
        }

        Directory.Delete(folder);
        return null;
    }

    /// <summary>Writes a file that leaves this many bytes free.</summary>
    public async Task FillAsync(long leave)
    {
        var free = new DriveInfo(Folder).AvailableFreeSpace - leave;
        await File.WriteAllBytesAsync(filler, new byte[Math.Max(0, free)]);
    }

    public void Free() => File.Delete(filler);

    public async ValueTask DisposeAsync()
    {
        await RunAsync("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
