namespace NewsGraph.Resources;

/// <summary>The vocabulary of <c>lexicons/coreference.tsv</c>.</summary>
internal sealed class CoreferenceWords
{
    private readonly Dictionary<string, int> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> covers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> sets = new(StringComparer.Ordinal);

    private CoreferenceWords(IEnumerable<string[]> rows)
    {
        var field = 0;
        foreach (var row in rows)
        {
            switch (row[0])
            {
                case "synonyms":
                    field++;
                    foreach (var word in row[1].Split(' '))
                    {
                        fields.TryAdd(word, field);
                    }

                    break;
                case "covers":
                    (covers.TryGetValue(row[1], out var words) ? words : covers[row[1]] = new(StringComparer.Ordinal)).UnionWith(row[2].Split(' '));
                    break;
                default:
                    (sets.TryGetValue(row[0], out var set) ? set : sets[row[0]] = new(StringComparer.Ordinal)).Add(row[1]);
                    break;
            }
        }
    }

    public static CoreferenceWords Standard { get; } = new(ResourceFiles.ReadTable("lexicons/coreference.tsv"));

    /// <summary>Two nouns of one field ("protest", "demonstration").</summary>
    public bool AreSynonyms(string a, string b) => fields.TryGetValue(a, out var x) && fields.TryGetValue(b, out var y) && x == y;

    /// <summary>The general noun may stand for the other ("leader" for "president").</summary>
    public bool Covers(string general, string special) => covers.TryGetValue(general, out var words) && words.Contains(special);

    /// <summary>Membership in one of the plain lists: general, collective, country, named, speech, turned, former, present, male, female.</summary>
    public bool Is(string list, string word) => sets.TryGetValue(list, out var set) && set.Contains(word);
}
