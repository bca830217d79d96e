using System.Text;

namespace NewsGraph.Neo4j.Planning;

/// <summary>
/// A claim is "this type between these two": all relations of one claim, of any article, polarity and time, decide together
/// which direct edges there are. One edge per set of attributes and time; none for a relation that another one denies
/// (<see cref="Contradicts"/>).
/// </summary>
public readonly record struct Claim(string Type, string Subject, string Object)
{
    /// <summary>Property <c>claim</c> of the relations.</summary>
    public string Key => Digest.Of($"{Type}\n{Subject}\n{Object}", 24);

    /// <summary>Property <c>edge</c> of the relations that one direct edge stands for, and the edge's <c>key</c>.</summary>
    public string EdgeKey(IReadOnlyList<KeyValuePair<string, string>> attributes, string? timeValue)
    {
        var text = new StringBuilder(Key);
        foreach (var (name, value) in attributes)
        {
            text.Append('\n').Append(name).Append('=').Append(value);
        }

        return Digest.Of(text.Append("\n@").Append(timeValue).ToString(), 24);
    }

    /// <summary>A denial without a time denies every time; one with a time denies that time and what has none.</summary>
    public static bool Contradicts(string? deniedTime, string? statedTime) =>
        deniedTime is null || statedTime is null || string.Equals(deniedTime, statedTime, StringComparison.Ordinal);
}
