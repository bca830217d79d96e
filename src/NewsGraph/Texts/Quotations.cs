namespace NewsGraph.Texts;

/// <summary>A quoted stretch: tokens <c>[First, End)</c> with its marks, where they are there.</summary>
/// <param name="Continues">The paragraph before ended inside the same quotation (quote marks open again, without having closed).</param>
public readonly record struct Quotation(int First, int End, bool Continues);

/// <summary>
/// Finds quoted stretches by their marks. Straight marks are told apart by the characters around them, so that one missing
/// mark does not turn the rest of an article inside out; a quotation left open ends with its paragraph.
/// </summary>
public sealed class Quotations
{
    private readonly int[] indexOf;

    private Quotations(IReadOnlyList<Quotation> all, int tokens)
    {
        All = all;
        indexOf = new int[tokens];
        Array.Fill(indexOf, -1);
        for (var i = 0; i < all.Count; i++)
        {
            Array.Fill(indexOf, i, all[i].First, all[i].End - all[i].First);
        }
    }

    /// <summary>In text order; not nested (a quotation inside another belongs to it).</summary>
    public IReadOnlyList<Quotation> All { get; }

    /// <summary>Index of the first quotation that ends after this token; <see cref="All"/>'s count if none does.</summary>
    public int FirstEndingAfter(int token)
    {
        var low = 0;
        var high = All.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = All[middle].End <= token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Index of the quotation that holds this token, its marks included, or −1.</summary>
    public int At(int token) => indexOf[token];

    public static Quotations Find(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var tokens = doc.Get<TokenLayer>();
        List<Quotation> found = [];
        var block = 0;
        var blocks = doc.Article.Blocks;
        var open = -1;
        var mark = '\0';
        var continues = false;
        var leftOpen = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            var start = tokens.Tokens[i].Span.Start;
            var entered = i == 0;
            while (block < blocks.Count && start >= blocks[block].Span.End)
            {
                block++;
                entered = true;
            }

            if (entered && open >= 0)
            {
                found.Add(new Quotation(open, EndUnclosed(tokens, open, i), continues));
                open = -1;
                leftOpen = true;
            }
            else if (entered)
            {
                leftOpen = false;
            }

            var kind = MarkAt(doc.Text, tokens.Tokens[i].Span, tokens.Word(i), open >= 0 ? mark : '\0');
            if (open < 0 && kind is 'o' or 'O' && (kind == 'O' || ClosesLater(doc.Text, tokens, i)))
            {
                open = i;
                mark = kind;
                continues = entered && leftOpen;
            }
            else if (open >= 0 && kind is 'c' or 'C' && char.ToLowerInvariant(mark) == 'o' && (mark == 'O') == (kind == 'C'))
            {
                found.Add(new Quotation(open, i + 1, continues));
                open = -1;
            }
        }

        if (open >= 0)
        {
            found.Add(new Quotation(open, EndUnclosed(tokens, open, tokens.Count), continues));
        }

        return new Quotations(found, tokens.Count);
    }

    /// <summary>O, C: a double mark that opens, closes; o, c: a single one; 0: none.</summary>
    private static char MarkAt(string text, TextSpan span, string word, char open)
    {
        switch (word)
        {
            case "“" or "„" or "«" or "``":
                return 'O';
            case "”" or "»":
                return 'C';
            case "\"" or "''":
                var before = span.Start > 0 ? text[span.Start - 1] : ' ';
                var after = span.End < text.Length ? text[span.End] : ' ';
                var opens = (char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–' or '-' or '\'') && !char.IsWhiteSpace(after);
                var closes = !char.IsWhiteSpace(before) && (char.IsWhiteSpace(after) || char.IsPunctuation(after));
                return opens == closes ? (open == 'O' ? 'C' : 'O') : opens ? 'O' : 'C';
            case "‘":
                return 'o';
            case "’" or "'":
                var left = span.Start > 0 ? text[span.Start - 1] : ' ';
                var right = span.End < text.Length ? text[span.End] : ' ';
                if (word == "'" && (char.IsWhiteSpace(left) || left is '(' or '"') && char.IsLetterOrDigit(right))
                {
                    return 'o';
                }

                return open == 'o' && !char.IsWhiteSpace(left) && !char.IsLetterOrDigit(right) ? 'c' : '\0';
            default:
                return '\0';
        }
    }

    /// <summary>A single mark opens a quotation only if one closes in the same sentence ("the '90s" does not).</summary>
    private static bool ClosesLater(string text, TokenLayer tokens, int i)
    {
        var end = tokens.SentenceOf(i).End;
        for (var k = i + 2; k < end; k++)
        {
            if (tokens.Word(k) is "'" or "’" && MarkAt(text, tokens.Tokens[k].Span, tokens.Word(k), 'o') == 'c')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A quotation that its paragraph leaves open: the paragraph's end, unless other speech follows its first sentence's end mark.</summary>
    private static int EndUnclosed(TokenLayer tokens, int open, int end)
    {
        var sentence = tokens.SentenceOf(open);
        // One that opens in the middle of its sentence quotes a few words, and its closing mark was forgotten.
        return open - sentence.First > 1 && tokens.Word(open - 1) is not ("," or ":") ? Math.Min(end, sentence.End) : end;
    }
}
