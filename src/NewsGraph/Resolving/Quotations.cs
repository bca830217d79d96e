using NewsGraph.Texts;

namespace NewsGraph.Resolving;

/// <summary>Which tokens stand between quotation marks; a straight mark toggles, a paragraph begins outside.</summary>
internal static class Quotations
{
    public static bool[] Find(SyntaxView view)
    {
        var quoted = new bool[view.Count];
        var inside = false;
        for (var i = 0; i < quoted.Length; i++)
        {
            if (i > 0 && view.SentenceOf(i) != view.SentenceOf(i - 1) && IsNewParagraph(view, i))
            {
                inside = false;
            }

            inside = view.Word(i) switch
            {
                "\"" => !inside,
                "“" or "``" => true,
                "”" or "''" => false,
                _ => inside,
            };
            quoted[i] = inside;
        }

        return quoted;
    }

    private static bool IsNewParagraph(SyntaxView view, int token)
    {
        var from = view.Tokens.Tokens[token - 1].Span.End;
        var to = view.Tokens.Tokens[token].Span.Start;
        return view.Doc.Text.AsSpan(from, to - from).Contains('\n');
    }
}
