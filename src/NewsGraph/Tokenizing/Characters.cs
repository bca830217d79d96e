using System.Globalization;

namespace NewsGraph.Tokenizing;

internal enum CharacterKind : byte
{
    /// <summary>Separates tokens and belongs to none: white space, control and direction marks, zero-width signs.</summary>
    Space,

    /// <summary>Part of words: letters, marks, soft hyphens, low lines, and surrogates of letters beyond the first plane.</summary>
    Letter,
    Digit,
    Symbol,
}

/// <summary>Kinds of UTF-16 code units, from a table; never throws, lone surrogates included.</summary>
internal static class Characters
{
    private static readonly CharacterKind[] Table = MakeTable();

    public static CharacterKind Kind(char c) => Table[c];

    public static bool IsSpace(char c) => Table[c] == CharacterKind.Space;

    public static bool IsLetter(char c) => Table[c] == CharacterKind.Letter;

    public static bool IsDigit(char c) => Table[c] == CharacterKind.Digit;

    public static bool IsWord(char c) => Table[c] is CharacterKind.Letter or CharacterKind.Digit;

    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`' or '´' or '＇';

    public static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？';

    /// <summary>Closes what was open: brackets and quotes; straight quotes may do either.</summary>
    public static bool IsCloser(char c) => c is '"' or '\'' or '”' or '’' or ')' or ']' or '}' or '»' or '›' or '＂';

    private static CharacterKind[] MakeTable()
    {
        var table = new CharacterKind[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = CharUnicodeInfo.GetUnicodeCategory((char)i) switch
            {
                UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => CharacterKind.Space,
                UnicodeCategory.Format => (char)i is '\u00AD' or '\u200C' or '\u200D' ? CharacterKind.Letter : CharacterKind.Space,
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                    or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.LetterNumber => CharacterKind.Letter,
                UnicodeCategory.DecimalDigitNumber => CharacterKind.Digit,
                UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse => CharacterKind.Letter,
                _ => CharacterKind.Symbol,
            };
        }

        table['_'] = CharacterKind.Letter;
        table['ʼ'] = CharacterKind.Symbol;
        return table;
    }
}
