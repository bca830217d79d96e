namespace NewsGraph.Writing;

/// <summary>
/// Several files that appear together or not at all: each is written under a temporary name in its folder,
/// <see cref="Commit"/> gives them their names, and whatever was not committed is deleted on disposal.
/// </summary>
public sealed class StagedFiles : IDisposable
{
    private readonly List<(string Temporary, string Final)> files = [];

    /// <summary>Writes one file under a temporary name.</summary>
    public void Add(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var temporary = path + ".partial";
        files.Add((temporary, path));
        using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16);
        write(stream);
    }

    public void Commit()
    {
        while (files.Count > 0)
        {
            var (temporary, final) = files[0];
            File.Move(temporary, final, overwrite: true);
            files.RemoveAt(0);
        }
    }

    public void Dispose()
    {
        foreach (var (temporary, _) in files)
        {
            File.Delete(temporary);
        }

        files.Clear();
    }
}
