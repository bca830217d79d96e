using System.Text.RegularExpressions;
using NewsGraph.Neo4j.Connecting;

namespace NewsGraph.Neo4j.Asking;

/// <summary>A question that people ask, with its Cypher. The text runs in Neo4j Browser as it is.</summary>
/// <param name="Name">Name of its file without the number: <c>office-holders</c>.</param>
/// <param name="Question">The file's first line.</param>
public sealed partial record SavedQuery(string Name, string Question, string Cypher)
{
    /// <summary>
    /// What may be filled in: <c>WITH '' AS person</c> has the blank <c>person</c>. In Browser one writes between the quotes;
    /// left empty, the query chooses for itself.
    /// </summary>
    public IReadOnlyList<string> Blanks { get; } = [.. Blank().Matches(Cypher).Select(m => m.Groups["name"].Value)];

    /// <summary>The statement with values in some of its blanks, as parameters.</summary>
    public CypherStatement With(IReadOnlyDictionary<string, object?> values) => new(
        Blank().Replace(Cypher, m => values.ContainsKey(m.Groups["name"].Value) ? $"${m.Groups["name"].Value} AS {m.Groups["name"].Value}" : m.Value),
        values);

    [GeneratedRegex("'' AS (?<name>[a-z]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blank();
}

/// <summary>The questions that ship with the program (<c>Resources/queries</c>).</summary>
public static class SavedQueries
{
    private const string Folder = "queries/";

    /// <summary>In the order in which somebody new to a graph would ask.</summary>
    public static IReadOnlyList<SavedQuery> All { get; } = [.. PackagedFiles.List(Folder).Select(Read)];

    public static SavedQuery? Find(string name) => All.FirstOrDefault(q => string.Equals(q.Name, name, StringComparison.Ordinal));

    private static SavedQuery Read(string path)
    {
        var text = PackagedFiles.ReadText(path).TrimEnd();
        var file = Path.GetFileNameWithoutExtension(path);
        // "03-office-holders": the number is the place in the list.
        return new SavedQuery(file[(file.IndexOf('-', StringComparison.Ordinal) + 1)..], text[3..text.IndexOf('\n', StringComparison.Ordinal)].Trim(), text);
    }
}
