using System.IO.Compression;
using NewsGraph.Cli.Neo4j;
using NewsGraph.Neo4j.Asking;
using NewsGraph.Neo4j.Connecting;

namespace NewsGraph.Tests.Neo4j;

public sealed class AskingTests
{
    [Test]
    public void With_ValueForABlank_BecomesAParameter()
    {
        var query = SavedQueries.Find("path-between")!;

        var statement = query.With(new Dictionary<string, object?> { ["from"] = "'] DETACH DELETE n //" });

        Assert.That(query.Blanks, Is.EqualTo(new[] { "from", "to" }));
        Assert.That(statement.Text, Does.Contain("WITH $from AS from, '' AS to"));
    }

    [Test]
    public void All_SavedQueries_BeginWithTheirQuestion() =>
        Assert.That(SavedQueries.All.Select(q => q.Cypher.Split('\n')[0]), Is.EqualTo(SavedQueries.All.Select(q => "// " + q.Question)));

    [Test]
    public void WriteQueries_Twice_GivesTheSameZip()
    {
        using var one = new MemoryStream();
        using var two = new MemoryStream();
        BrowserKit.WriteQueries(one);
        BrowserKit.WriteQueries(two);

        Assert.That(two.ToArray(), Is.EqualTo(one.ToArray()));
        using var zip = new ZipArchive(one);
        Assert.That(zip.Entries.Select(e => e.Name), Is.EqualTo(SavedQueries.All.Select(q => q.Name + ".cypher")));
    }

    [Test]
    public void WriteTable_RowsOfManyKinds_AreAlignedAndTame()
    {
        var node = new GraphElement(IsNode: true, ["Entity", "Person"], new Dictionary<string, object?> { ["name"] = "Ana\u001b[31m" });
        var edge = new GraphElement(IsNode: false, ["MET"], new Dictionary<string, object?>());
        var output = new StringWriter { NewLine = "\n" };

        ResultWriter.WriteTable(new QueryResult(["who", "n"], [[node, 1L], [new List<object?> { node, edge, node }, null]], default), output);

        Assert.That(output.ToString().Split('\n'), Is.EqualTo(new[] { "who".PadRight(27) + "n", new string('-', 25) + "  -", "Ana [31m".PadRight(27) + "1", "Ana [31m -[MET]- Ana [31m", "" }));
    }

    [Test]
    public void WriteJson_Path_KeepsLabelsAndTypes()
    {
        var output = new StringWriter { NewLine = "\n" };

        ResultWriter.WriteJson(new QueryResult(["r"], [[new GraphElement(IsNode: false, ["MET"], new Dictionary<string, object?> { ["count"] = 2L })]], default), output);

        Assert.That(output.ToString().ReplaceLineEndings("").Replace(" ", ""), Is.EqualTo("""[{"r":{"type":"MET","properties":{"count":2}}}]"""));
    }
}
