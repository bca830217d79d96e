using NewsGraph.Resources;

namespace NewsGraph.Relating.Rules;

/// <summary>Closed sets of words that constructions ask for: <c>ontology/words.tsv</c>, class, tab, words separated by spaces ("prime_minister" holds one).</summary>
internal static class WordLists
{
    private static readonly Dictionary<string, HashSet<string>> Classes = Load();

    /// <exception cref="ArgumentException">There is no such class.</exception>
    public static HashSet<string> Of(string name) =>
        Classes.TryGetValue(name, out var set) ? set : throw new ArgumentException($"words.tsv has no class '{name}'.", nameof(name));

    private static Dictionary<string, HashSet<string>> Load()
    {
        Dictionary<string, HashSet<string>> classes = new(StringComparer.Ordinal);
        foreach (var row in ResourceFiles.ReadTable("ontology/words.tsv"))
        {
            if (!classes.TryGetValue(row[0], out var set))
            {
                classes.Add(row[0], set = new HashSet<string>(StringComparer.OrdinalIgnoreCase));
            }

            foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                set.Add(word.Replace('_', ' '));
            }
        }

        return classes;
    }
}
