using System.Collections.Frozen;

namespace NewsGraph.Reading;

/// <summary>
/// Tells English from other languages by its function words: they make up 35–50 % of running English
/// and below a tenth of other languages' words (where "in", "a", "on" happen to be words too).
/// </summary>
internal static class EnglishTest
{
    /// <summary>Shorter texts are judged by their script alone: a headline may have no function word.</summary>
    private const int FewestWords = 20;

    /// <summary>The test looks at so many words from the start; more would not change its mind.</summary>
    private const int MostWords = 4_000;

    private const double LeastShare = 0.14;

    private static readonly FrozenSet<string> FunctionWords = new[]
    {
        "the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "it", "as", "by", "at", "from", "his", "her", "their", "has", "have",
        "had", "are", "were", "been", "be", "will", "would", "which", "who", "this", "these", "those", "they", "not", "but", "an", "or", "its",
        "after", "said", "about", "when", "there", "could", "should", "into", "than", "then", "because", "while", "your", "you", "my", "we", "our",
        "he", "she", "on", "if", "out", "what", "did", "does", "over", "before", "against", "between", "through", "during", "under",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>In running text nine of ten visible characters are letters; tables of numbers, code and rows of brackets are no articles.</summary>
    private const double LeastLetters = 0.4;

    private const int ShortestTable = 1_000;

    /// <exception cref="ArticleFormatException">The text is not English, holds no words, or few words among other characters.</exception>
    public static void Require(string text, string name)
    {
        var lookup = FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();
        int words = 0, common = 0, letters = 0, latin = 0;
        for (var at = 0; at < text.Length && words < MostWords;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && char.IsLetter(text[at]))
            {
                latin += text[at] < 0x250 ? 1 : 0;
                at++;
            }

            letters += at - start;
            words++;
            common += at - start <= 8 && lookup.Contains(text.AsSpan(start, at - start)) ? 1 : 0;
        }

        if (letters == 0)
        {
            throw new ArticleFormatException(name, "holds no words.", "Give a file that holds the text of an article.");
        }

        RequireProse(text, name);
        if (latin < letters / 2)
        {
            throw new ArticleFormatException(name, $"is not English: {100 - (100L * latin / letters)} % of its letters are not Latin.", "NewsGraph reads English; give it a translation.");
        }

        if (words >= FewestWords && common < words * LeastShare)
        {
            throw new ArticleFormatException(
                name,
                $"does not look English: {common} of its {(words == MostWords ? "first " : "")}{words} words are common English words (the, of, and, to …); English has at least {LeastShare * 100:0} %.",
                "NewsGraph reads English; give it a translation.");
        }
    }

    private static void RequireProse(string text, string name)
    {
        int visible = 0, letters = 0;
        foreach (var c in text)
        {
            visible += char.IsWhiteSpace(c) ? 0 : 1;
            letters += char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark ? 1 : 0;
        }

        if (visible >= ShortestTable && letters < visible * LeastLetters)
        {
            throw new ArticleFormatException(name, $"is not running text: only {100L * letters / visible} % of its characters are letters.", "Give a file that holds the text of an article.");
        }
    }
}
