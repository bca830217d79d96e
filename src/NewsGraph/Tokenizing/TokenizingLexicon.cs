using System.Collections.Frozen;
using NewsGraph.Resources;

namespace NewsGraph.Tokenizing;

/// <summary>Word lists of the tokenizer, from <c>Resources/lexicons</c>; looked up by span.</summary>
internal sealed class TokenizingLexicon
{
    private readonly FrozenDictionary<string, AbbreviationKind> abbreviations;
    private readonly FrozenDictionary<string, int[]> contractions;
    private readonly FrozenDictionary<string, bool> starters = ResourceFiles.ReadTable("lexicons/sentence-starters.txt").ToFrozenDictionary(r => r[0], r => r.Length > 1, StringComparer.OrdinalIgnoreCase);
    private readonly FrozenSet<string> hyphenPrefixes = Words("lexicons/hyphen-prefixes.txt");
    private readonly FrozenSet<string> units = ResourceFiles.ReadLines("lexicons/number-units.txt").ToFrozenSet(StringComparer.Ordinal);
    private readonly int longestAbbreviation;

    private TokenizingLexicon()
    {
        // "No." and "no." differ, so abbreviations keep their case; a capitalised form of a small one is added.
        Dictionary<string, AbbreviationKind> kinds = new(StringComparer.Ordinal);
        foreach (var row in ResourceFiles.ReadTable("lexicons/abbreviations.txt"))
        {
            var kind = row[1] switch
            {
                "before" => AbbreviationKind.Before,
                "either" => AbbreviationKind.Either,
                "number" => AbbreviationKind.BeforeNumber,
                _ => throw new InvalidDataException($"lexicons/abbreviations.txt: '{row[1]}' after '{row[0]}' is none of before, either, number."),
            };
            kinds[row[0]] = kind;
            kinds.TryAdd(char.ToUpperInvariant(row[0][0]) + row[0][1..], kind);
        }

        abbreviations = kinds.ToFrozenDictionary(StringComparer.Ordinal);
        longestAbbreviation = kinds.Keys.Max(k => k.Length);
        Dictionary<string, int[]> cuts = new(StringComparer.OrdinalIgnoreCase);
        foreach (var row in ResourceFiles.ReadTable("lexicons/contractions.tsv"))
        {
            var at = 0;
            List<int> ends = [];
            foreach (var part in row[1].Split(' '))
            {
                ends.Add(at += part.Length);
            }

            cuts[row[0]] = [.. ends];
        }

        contractions = cuts.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public static TokenizingLexicon Shared { get; } = new();

    /// <summary>What is known of a word with its final period.</summary>
    public AbbreviationKind Abbreviation(ReadOnlySpan<char> word) =>
        word.Length <= longestAbbreviation && abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var kind) ? kind : AbbreviationKind.None;

    /// <summary>Ends of the words inside a contraction, or null.</summary>
    public int[]? Contraction(ReadOnlySpan<char> word) =>
        word.Length <= 8 && contractions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var ends) ? ends : null;

    /// <summary>A word that begins sentences, when it has a capital.</summary>
    public bool IsStarter(ReadOnlySpan<char> word) => starters.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word);

    /// <summary>A word that begins sentences in small letters too.</summary>
    public bool IsSmallStarter(ReadOnlySpan<char> word) => starters.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var small) && small;

    public bool JoinsAcrossHyphen(ReadOnlySpan<char> prefix) => hyphenPrefixes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(prefix);

    public bool IsUnit(ReadOnlySpan<char> word) => word.Length <= 4 && units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Words(string path) => ResourceFiles.ReadLines(path).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}

internal enum AbbreviationKind
{
    None,

    /// <summary>Something always follows.</summary>
    Before,

    /// <summary>May end a sentence.</summary>
    Either,

    /// <summary>An abbreviation only before a number: "No. 5".</summary>
    BeforeNumber,
}
