using System.Globalization;
using System.Text;
using NewsGraph.Texts;

namespace NewsGraph.Encoders;

/// <summary>Case ids and affix hashes: what the uncased encoder cannot see of a word. Equal to <c>src/training/wordshapes.py</c>.</summary>
internal static class WordShapes
{
    public const int HashRows = 4096;

    public const int Normal = 0;
    public const int Headline = 1;
    public const int AllCaps = 2;

    /// <summary>
    /// 1–14: lower, Title, UPPER, single capital, mixed (capital first or not), digits, letters with digits, digits with signs,
    /// letters with signs (capital first or not), punctuation, other single sign, other.
    /// </summary>
    public static int Shape(string word)
    {
        int letters = 0, digits = 0, upper = 0, lower = 0, title = 0, count = 0;
        bool firstUpper = false, restHasCapital = false;
        var first = UnicodeCategory.OtherNotAssigned;
        foreach (var rune in word.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            first = count == 0 ? category : first;
            switch (category)
            {
                case UnicodeCategory.UppercaseLetter:
                    letters++;
                    upper++;
                    firstUpper |= count == 0;
                    restHasCapital |= count > 0;
                    break;
                case UnicodeCategory.TitlecaseLetter:
                    letters++;
                    title++;
                    restHasCapital |= count > 0;
                    break;
                case UnicodeCategory.LowercaseLetter:
                    letters++;
                    lower++;
                    break;
                case UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter:
                    letters++;
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    digits++;
                    break;
                case UnicodeCategory.OtherNumber:
                    // Python's isdigit holds for superscripts and circled digits, not for fractions.
                    digits += Rune.GetNumericValue(rune) is >= 0 and <= 9 and var value && value == Math.Floor(value) ? 1 : 0;
                    break;
                default:
                    break;
            }

            count++;
        }

        if (letters == count)
        {
            if (lower > 0 && upper + title == 0)
            {
                return 1;
            }

            if (upper > 0 && lower + title == 0)
            {
                return count == 1 ? 4 : 3;
            }

            if (firstUpper && !restHasCapital && lower > 0)
            {
                return 2;
            }

            return firstUpper ? 5 : 6;
        }

        if (digits == count)
        {
            return 7;
        }

        if (letters > 0)
        {
            return digits > 0 ? 8 : firstUpper ? 10 : 11;
        }

        if (digits > 0)
        {
            return 9;
        }

        if (count > 1)
        {
            return 14;
        }

        return first is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation ? 12 : 13;
    }

    /// <summary>Headline: four or more words of letters, 60 % with a capital; all caps: three or more, 70 % capitals only.</summary>
    public static int Style(ReadOnlySpan<byte> shapes)
    {
        int alphabetic = 0, capitals = 0, titles = 0;
        foreach (var shape in shapes)
        {
            alphabetic += shape <= 6 ? 1 : 0;
            capitals += shape is 3 or 4 ? 1 : 0;
            titles += shape is >= 2 and <= 5 ? 1 : 0;
        }

        if (alphabetic >= 3 && capitals >= 0.7 * alphabetic)
        {
            return AllCaps;
        }

        return alphabetic >= 4 && titles >= 0.6 * alphabetic ? Headline : Normal;
    }

    public static int CaseId(int shape, bool first, int style) => shape + (16 * ((first ? 1 : 0) + (2 * style)));

    /// <summary>Row of the last three letters, lower-cased: 1…4095.</summary>
    public static int Suffix(string word) => Hash("s" + Last(word, 3).ToLowerInvariant());

    /// <summary>Row of the first three letters: 1…4095.</summary>
    public static int Prefix(string word) => Hash("p" + First(word, 3));

    private static int Hash(string text) => (int)(1 + (FeatureHash.Of(text) % (HashRows - 1)));

    private static string First(string word, int count)
    {
        var end = 0;
        while (end < word.Length && count-- > 0)
        {
            end += char.IsHighSurrogate(word[end]) && end + 1 < word.Length && char.IsLowSurrogate(word[end + 1]) ? 2 : 1;
        }

        return word[..end];
    }

    private static string Last(string word, int count)
    {
        var start = word.Length;
        while (start > 0 && count-- > 0)
        {
            start -= start > 1 && char.IsLowSurrogate(word[start - 1]) && char.IsHighSurrogate(word[start - 2]) ? 2 : 1;
        }

        return word[start..];
    }
}
