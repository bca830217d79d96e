using System.Globalization;
using NewsGraph.Texts;

namespace NewsGraph.Reading;

/// <summary>A line without the space around it; <see cref="AfterBlank"/> tells that a blank line (or the text's start) precedes it.</summary>
internal readonly record struct TextLine(TextSpan Span, bool AfterBlank);

/// <summary>Cuts a text into its lines and joins those that only a narrow column broke apart.</summary>
internal static class LineScanner
{
    private const int NarrowestColumn = 40;
    private const int WidestColumn = 120;

    /// <summary>Lines with at least one visible character. Line ends: LF, CR, CRLF, FF, VT, NEL, LS, PS.</summary>
    public static List<TextLine> Scan(string text)
    {
        List<TextLine> lines = [];
        var blank = true;
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny("\n\r\f\v\u0085\u2028\u2029");
            var end = length < 0 ? text.Length : at + length;
            int first = at, last = end;
            while (first < last && IsBlank(text[first]))
            {
                first++;
            }

            while (last > first && IsBlank(text[last - 1]))
            {
                last--;
            }

            if (first < last)
            {
                lines.Add(new TextLine(new TextSpan(first, last), blank));
                blank = false;
            }
            else
            {
                blank = true;
            }

            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    /// <summary>
    /// The same lines with hard-wrapped paragraphs as one: consecutive lines, none wider than a column of text,
    /// each so full that the next one's first word had no room in it.
    /// </summary>
    public static List<TextLine> JoinWrapped(string text, List<TextLine> lines, Predicate<TextLine> standsAlone)
    {
        List<TextLine> joined = new(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            var end = i + 1;
            while (end < lines.Count && !lines[end].AfterBlank)
            {
                end++;
            }

            for (var start = i; start < end;)
            {
                var stop = start + 1;
                if (!standsAlone(lines[start]))
                {
                    while (stop < end && !standsAlone(lines[stop]))
                    {
                        stop++;
                    }
                }

                if (stop - start > 1 && IsWrapped(text, lines, start, stop))
                {
                    joined.Add(new TextLine(new TextSpan(lines[start].Span.Start, lines[stop - 1].Span.End), lines[start].AfterBlank));
                }
                else
                {
                    joined.AddRange(lines[start..stop]);
                }

                start = stop;
            }

            i = end;
        }

        return joined;
    }

    private static bool IsWrapped(string text, List<TextLine> lines, int start, int end)
    {
        var width = 0;
        for (var i = start; i < end; i++)
        {
            width = Math.Max(width, lines[i].Span.Length);
        }

        if (width is < NarrowestColumn or > WidestColumn)
        {
            return false;
        }

        var open = 0;
        for (var i = start; i + 1 < end; i++)
        {
            var next = lines[i + 1].Span;
            var word = text.AsSpan(next.Start, next.Length).IndexOfAny(' ', '\t');
            if (lines[i].Span.Length + 1 + (word < 0 ? next.Length : word) < width)
            {
                return false;
            }

            open += text[lines[i].Span.End - 1] is '.' or '!' or '?' or '"' or '”' ? 0 : 1;
        }

        return open * 2 > end - 1 - start;
    }

    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
