using System.IO.Compression;
using System.Text;

namespace NewsGraph.Neo4j.Asking;

/// <summary>What makes Neo4j Browser ready for a news graph: the saved questions as the archive that Browser imports, and a style sheet.</summary>
public static class BrowserKit
{
    /// <summary>The style sheet (.grass): drop it on Browser, or paste it after <c>:style</c>.</summary>
    public static string Style => PackagedFiles.ReadText("browser/style.grass");

    /// <summary>A zip of .cypher files in one folder; Browser names each by its first comment line. The same bytes each time.</summary>
    public static void WriteQueries(Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var query in SavedQueries.All)
        {
            var entry = zip.CreateEntry($"News graph/{query.Name}.cypher");
            entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var stream = entry.Open();
            stream.Write(Encoding.UTF8.GetBytes(query.Cypher + "\n"));
        }
    }
}
