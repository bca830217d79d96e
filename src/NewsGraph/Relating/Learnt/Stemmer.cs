namespace NewsGraph.Relating.Learnt;

/// <summary>A rough stem of English words, the key of the learnt trigger lexicon; the same as <c>src/training/stems.py</c>.</summary>
internal static class Stemmer
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["shot"] = "shoot", ["held"] = "hold", ["said"] = "say", ["met"] = "meet", ["won"] = "win", ["led"] = "lead",
        ["fought"] = "fight", ["sent"] = "send", ["took"] = "take", ["taken"] = "take", ["struck"] = "strike",
        ["broke"] = "break", ["withdrew"] = "withdraw", ["withdrawn"] = "withdraw", ["fled"] = "flee", ["told"] = "tell",
        ["bought"] = "buy", ["paid"] = "pay", ["gave"] = "give", ["given"] = "give", ["left"] = "leave",
        ["stole"] = "steal", ["fell"] = "fall", ["sworn"] = "swear", ["beaten"] = "beat", ["went"] = "go",
        ["came"] = "come", ["men"] = "man", ["children"] = "child",
    };

    private static readonly (string Ending, string Replacement)[] Endings =
    [
        ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""),
    ];

    /// <summary>
    /// Lower-cased, irregular forms by table, the first ending that fits taken off (three letters stay),
    /// a doubled last consonant halved (not l, s), final e dropped.
    /// </summary>
    public static string Stem(string word)
    {
        word = word.ToLowerInvariant();
        word = Irregular.GetValueOrDefault(word, word);
        foreach (var (ending, replacement) in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= 3
                && !(ending is "s" && word.EndsWith("ss", StringComparison.Ordinal)))
            {
                word = string.Concat(word.AsSpan(0, word.Length - ending.Length), replacement);
                break;
            }
        }

        if (word.Length > 4 && word[^1] == word[^2] && word[^1] is not ('s' or 'l'))
        {
            word = word[..^1];
        }

        return word.TrimEnd('e');
    }
}
