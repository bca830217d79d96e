namespace NewsGraph.Neo4j;

/// <summary>Data files that ship inside this assembly; paths are below <c>Resources/</c>.</summary>
internal static class PackagedFiles
{
    private static readonly System.Reflection.Assembly Home = typeof(PackagedFiles).Assembly;

    public static string ReadText(string path)
    {
        using var reader = new StreamReader(Home.GetManifestResourceStream(path) ?? throw new FileNotFoundException($"The assembly holds no resource '{path}'.", path));
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>Lines that are neither blank nor comments (<c>#</c>).</summary>
    public static IEnumerable<string> ReadLines(string path) => ReadText(path).Split('\n').Where(l => l.Length > 0 && l[0] != '#');

    public static IReadOnlyList<string> List(string prefix) =>
        [.. Home.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
