using System.Collections.Frozen;
using System.Globalization;
using NewsGraph.Resources;

namespace NewsGraph.Decoding;

/// <summary>
/// Lemmas from word and Penn tag: a table of words, else suffix rules, else the word in small letters
/// (names keep theirs). Table and rules are learnt by <c>src/training/lemma_table.py</c>, whose <c>Table.lemma</c> this equals.
/// </summary>
public sealed class Lemmatizer
{
    private const int LongestSuffix = 7;

    private static readonly FrozenDictionary<string, string> Groups = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["VBD"] = "VBD", ["VBN"] = "VBD", ["VBG"] = "VBG", ["VBZ"] = "VBZ", ["NNS"] = "NNS", ["NNPS"] = "NNS",
        ["JJR"] = "JJR", ["RBR"] = "JJR", ["JJS"] = "JJS", ["RBS"] = "JJS",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (string Base, string[] Endings)> Endings = new Dictionary<string, (string, string[])>(StringComparer.Ordinal)
    {
        ["VBD"] = ("VBD", ["ed", "d"]), ["VBG"] = ("VBD", ["ing"]), ["VBZ"] = ("VBD", ["es", "s"]), ["NNS"] = ("NNS", ["es", "s"]),
        ["JJR"] = ("JJR", ["er", "r"]), ["JJS"] = ("JJR", ["est", "st"]),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, Dictionary<string, string>> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, (int Off, string Add)>> rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> bases = new(StringComparer.Ordinal);

    private Lemmatizer()
    {
        foreach (var row in ResourceFiles.ReadTable("lexicons/lemmas.tsv"))
        {
            switch (row[0][0])
            {
                case '=':
                    bases[row[0][1..]] = new HashSet<string>(row[1].Split(' '), StringComparer.Ordinal);
                    break;
                case '-' when row.Length == 4:
                    var group = row[0][1..];
                    if (!rules.TryGetValue(group, out var suffixes))
                    {
                        rules[group] = suffixes = new(StringComparer.Ordinal);
                    }

                    suffixes[row[1]] = (int.Parse(row[2], CultureInfo.InvariantCulture), row[3]);
                    break;
                default:
                    if (!words.TryGetValue(row[0], out var lemmas))
                    {
                        words[row[0]] = lemmas = new(StringComparer.Ordinal);
                    }

                    lemmas[row[1]] = row[2];
                    break;
            }
        }
    }

    public static Lemmatizer Shared { get; } = new();

    /// <summary>Dictionary form of a word.</summary>
    /// <param name="xpos">Penn Treebank tag.</param>
    /// <param name="first">True for the first word of a sentence, whose capital says nothing.</param>
    public string Lemma(string word, string xpos, bool first)
    {
        var low = Plain(word);
        if (words.TryGetValue(xpos, out var ofTag) && ofTag.TryGetValue(low, out var known))
        {
            return known;
        }

        switch (xpos)
        {
            case "NNP" or "FW" or "GW" or "ADD" or "LS":
                return word;
            case "CD":
                return low.Contains(',') ? low.Replace(",", "", StringComparison.Ordinal) : low;
            case "NN" when word.Length <= 5 && IsUpper(word):
                return word;
            case "JJ" when !first && char.IsUpper(word[0]) && !IsUpper(word) && !bases["JJR"].Contains(low):
                return word;
            default:
                break;
        }

        if (!Groups.TryGetValue(xpos, out var group))
        {
            return low;
        }

        if (xpos is "NNS" or "NNPS" && word.Length > 2 && word[^1] == 's' && IsUpper(word.AsSpan(0, word.Length - 1)))
        {
            return word[..^1];
        }

        var (off, add) = KnownBase(group, low, SuffixRule(group, low));
        return string.Concat((xpos == "NNPS" ? word : low).AsSpan(0, low.Length - off), add);
    }

    private (int Off, string Add) SuffixRule(string group, string word)
    {
        if (group == "VBD" && !word.EndsWith('d'))
        {
            return (0, "");
        }

        var suffixes = rules[group].GetAlternateLookup<ReadOnlySpan<char>>();
        for (var n = Math.Min(LongestSuffix, word.Length); n >= 0; n--)
        {
            if (suffixes.TryGetValue(word.AsSpan(word.Length - n), out var rule) && word.Length > rule.Off)
            {
                return rule;
            }
        }

        return (0, "");
    }

    /// <summary>The rule's lemma unless only another way to undo the ending gives a known word: "voting" is "vote".</summary>
    private (int Off, string Add) KnownBase(string group, string word, (int Off, string Add) rule)
    {
        var (name, endings) = Endings[group];
        var known = bases[name].GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[64];
        if (word.Length >= buffer.Length - 2 || IsKnown(known, buffer, word, rule.Off, rule.Add))
        {
            return rule;
        }

        foreach (var ending in endings)
        {
            var n = word.Length - ending.Length;
            if (n < 2 || !word.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            if (IsKnown(known, buffer, word, ending.Length, ""))
            {
                return (ending.Length, "");
            }

            if (IsKnown(known, buffer, word, ending.Length, "e"))
            {
                return (ending.Length, "e");
            }

            if (n > 2 && word[n - 1] == word[n - 2] && IsKnown(known, buffer, word, ending.Length + 1, ""))
            {
                return (ending.Length + 1, "");
            }

            if (word[n - 1] == 'i' && IsKnown(known, buffer, word, ending.Length + 1, "y"))
            {
                return (ending.Length + 1, "y");
            }
        }

        return rule;
    }

    private static bool IsKnown(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known, Span<char> buffer, string word, int off, string add)
    {
        var stem = word.Length - off;
        word.AsSpan(0, stem).CopyTo(buffer);
        add.CopyTo(buffer[stem..]);
        return known.Contains(buffer[..(stem + add.Length)]);
    }

    /// <summary>Small letters, typographic apostrophes as typed.</summary>
    private static string Plain(string word)
    {
        var plain = word.AsSpan().IndexOfAny('’', '‘') < 0 ? word : word.Replace('’', '\'').Replace('‘', '\'');
        return plain.ToLowerInvariant();
    }

    /// <summary>At least one capital and no small letter.</summary>
    private static bool IsUpper(ReadOnlySpan<char> word)
    {
        var any = false;
        foreach (var c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            any |= char.IsUpper(c);
        }

        return any;
    }
}
