namespace NewsGraph.Cli;

/// <summary>Where results go; checked before the work begins.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the folder and proves that files can be made in it.</summary>
    public static void Prepare(string folder)
    {
        var probe = Path.Combine(folder, $".newsgraph-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            using var stream = new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new UserError($"the output folder '{folder}' cannot be written ({error.Message.TrimEnd('.')}). Choose another one with -o DIR.");
        }
    }
}
