namespace NewsGraph.Cli;

/// <summary>Where results go; proved writable before the work begins, and taken away again where it was made for nothing.</summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly bool isNew;

    /// <exception cref="UserError">Files cannot be made there.</exception>
    public OutputFolder(string path)
    {
        Path = path;
        isNew = !Directory.Exists(path);
        var probe = System.IO.Path.Combine(path, $".newsgraph-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(path);
            using var stream = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UserError($"the output folder '{path}' cannot be written ({error.Message.TrimEnd('.')}). Choose another one with -o DIR.");
        }
    }

    public string Path { get; }

    public void Dispose()
    {
        try
        {
            if (isNew && !Directory.EnumerateFileSystemEntries(Path).Any())
            {
                Directory.Delete(Path);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // An empty folder stays behind; the message about what went wrong matters more.
        }
    }
}
