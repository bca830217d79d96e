namespace NewsGraph.Tests.Gold;

/// <summary>
/// The gold articles that are not part of the repository (their texts belong to others): the folder in NEWSGRAPH_GOLD,
/// else <c>shared/gold</c> beside the repository.
/// </summary>
internal static class GoldFolder
{
    public static string? Path { get; } = Find();

    /// <summary>The folder; the test is skipped where there is none.</summary>
    public static string Required() =>
        Path ?? throw new IgnoreException("The annotated Wikinews articles are not here: set NEWSGRAPH_GOLD to their folder.");

    /// <summary>Ids of <c>train/index.tsv</c> of one split ("train", "dev").</summary>
    public static HashSet<string> Split(string split) =>
        [.. File.ReadLines(System.IO.Path.Combine(Required(), "train", "index.tsv")).Skip(1).Select(l => l.Split('\t')).Where(c => c[2] == split).Select(c => c[0])];

    private static string? Find()
    {
        var path = Environment.GetEnvironmentVariable("NEWSGRAPH_GOLD") ?? System.IO.Path.Combine(Repository.Root, "..", "shared", "gold");
        return Directory.Exists(path) ? System.IO.Path.GetFullPath(path) : null;
    }
}
