using System.Reflection;

namespace NewsGraph.Resources;

/// <summary>General English knowledge that ships inside the library: lexicons, ontology, models.</summary>
public static class ResourceFiles
{
    private static readonly Assembly Home = typeof(ResourceFiles).Assembly;

    /// <summary>Opens <c>lexicons/countries.tsv</c>, <c>models/encoder.onnx</c> …; paths are below <c>Resources/</c>.</summary>
    /// <exception cref="FileNotFoundException">The library holds no such file.</exception>
    public static Stream Open(string path) =>
        Home.GetManifestResourceStream(path) ?? throw new FileNotFoundException($"The library holds no resource '{path}'.", path);

    /// <summary>All resource paths that begin with <paramref name="prefix"/>, sorted.</summary>
    public static IReadOnlyList<string> List(string prefix) =>
        [.. Home.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static byte[] ReadAllBytes(string path)
    {
        using var stream = Open(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Lines of a text file without blank lines and comments (<c>#</c> at the start of a line).</summary>
    public static IEnumerable<string> ReadLines(string path)
    {
        using var reader = new StreamReader(Open(path));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    /// <summary><see cref="ReadLines"/> cut at tabs.</summary>
    public static IEnumerable<string[]> ReadTable(string path) => ReadLines(path).Select(l => l.Split('\t'));
}
