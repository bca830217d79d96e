using System.Globalization;

namespace NewsGraph.Scoring.Language;

/// <summary>One annotated word. <paramref name="Head"/>: 0 the root, else the 1-based word of the sentence.</summary>
/// <param name="Unit">Words of one surface token ("don't") share a number, which is unique in the sentence.</param>
public readonly record struct ConlluWord(string Form, string Lemma, string Upos, string Xpos, int Head, string Relation, int Unit);

/// <summary>A sentence of a CoNLL-U file.</summary>
/// <param name="Text">The raw sentence (<c># text</c>).</param>
/// <param name="BeginsParagraph">A new paragraph or document begins here.</param>
/// <param name="SpaceAfter">A space separates it from the next sentence of its paragraph.</param>
public sealed record ConlluSentence(string Document, string Id, string Text, bool BeginsParagraph, bool SpaceAfter, IReadOnlyList<ConlluWord> Words);

/// <summary>Reads CoNLL-U; empty nodes are left out, multiword tokens become units of words.</summary>
public static class ConlluReader
{
    /// <exception cref="FormatException">A line is neither comment, word nor blank; the message names it.</exception>
    public static List<ConlluSentence> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<ConlluSentence> sentences = [];
        List<ConlluWord> words = [];
        string document = "", id = "", text = "";
        bool paragraph = true, space = true;
        int unitEnd = 0, unit = 0, number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                paragraph |= line.StartsWith("# newpar", StringComparison.Ordinal) || line.StartsWith("# newdoc", StringComparison.Ordinal);
                document = Comment(line, "# newdoc id") ?? document;
                id = Comment(line, "# sent_id") ?? id;
                text = Comment(line, "# text") ?? text;
            }
            else if (line.Length == 0)
            {
                if (words.Count > 0)
                {
                    sentences.Add(new ConlluSentence(document, id, text, paragraph, space, [.. words]));
                    (paragraph, space, unitEnd, unit) = (false, true, 0, 0);
                    words.Clear();
                }
            }
            else if (line[0] != '#')
            {
                var cells = line.Split('\t');
                if (cells.Length != 10)
                {
                    throw new FormatException($"Line {number} has {cells.Length} columns, CoNLL-U has 10: {line}");
                }

                if (cells[0].Contains('.'))
                {
                    continue;
                }

                var dash = cells[0].IndexOf('-');
                if (dash > 0)
                {
                    unitEnd = int.Parse(cells[0].AsSpan(dash + 1), CultureInfo.InvariantCulture);
                    unit++;
                    space = !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
                    continue;
                }

                var inside = words.Count < unitEnd;
                unit += inside ? 0 : 1;
                space = inside ? space : !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
                words.Add(new ConlluWord(cells[1], cells[2], cells[3], cells[4], int.Parse(cells[6], CultureInfo.InvariantCulture), cells[7], unit));
            }
        }

        if (words.Count > 0)
        {
            sentences.Add(new ConlluSentence(document, id, text, paragraph, space, [.. words]));
        }

        return sentences;
    }

    private static string? Comment(string line, string name) =>
        line.StartsWith(name, StringComparison.Ordinal) && line.IndexOf('=') is var sign and > 0 && line.AsSpan(name.Length, sign - name.Length).Trim().IsEmpty ? line[(sign + 1)..].Trim() : null;
}
