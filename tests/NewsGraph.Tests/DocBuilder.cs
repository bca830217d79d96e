using NewsGraph.Texts;

namespace NewsGraph.Tests;

/// <summary>
/// A Doc written by hand, no model needed: one line a token, <c>word UPOS XPOS lemma head relation [NER]</c>,
/// heads 1-based within the sentence as in CoNLL-U, 0 the root; a blank line ends a sentence.
/// Words are joined by spaces, but none before punctuation and clitics.
/// </summary>
internal static class DocBuilder
{
    public static Doc Parse(string conll, DateOnly? published = null, string id = "test")
    {
        List<string[]> rows = [];
        List<int> sentenceOf = [];
        var sentence = 0;
        var any = false;
        foreach (var raw in conll.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0)
            {
                sentence += any ? 1 : 0;
                any = false;
                continue;
            }

            rows.Add(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            sentenceOf.Add(sentence);
            any = true;
        }

        var text = new System.Text.StringBuilder();
        List<Token> tokens = [];
        for (var i = 0; i < rows.Count; i++)
        {
            var word = rows[i][0];
            var glue = text.Length == 0 || rows[i][1] == "PUNCT" && word is not ("(" or "“" or "-") || word is "'s" or "’s" or "n't";
            if (!glue)
            {
                text.Append(' ');
            }

            tokens.Add(new Token(new TextSpan(text.Length, text.Length + word.Length), sentenceOf[i]));
            text.Append(word);
        }

        List<Sentence> sentences = [];
        for (var first = 0; first < rows.Count;)
        {
            var end = first;
            while (end < rows.Count && sentenceOf[end] == sentenceOf[first])
            {
                end++;
            }

            sentences.Add(new Sentence(sentences.Count, new TextSpan(tokens[first].Span.Start, tokens[end - 1].Span.End), first, end, ArticlePart.Body));
            first = end;
        }

        var all = text.ToString();
        var doc = new Doc(new Article(id, all, [new TextBlock(new TextSpan(0, all.Length), ArticlePart.Body)]) { Published = published });
        doc.Add(new TokenLayer(all, sentences, tokens));
        doc.Add(new TagLayer([.. rows.Select(r => r[1])], [.. rows.Select(r => r[2])], [.. rows.Select(r => r[3])]));
        var heads = rows.Select((r, i) => int.Parse(r[4], System.Globalization.CultureInfo.InvariantCulture) is var h && h == 0 ? -1 : sentences[sentenceOf[i]].First + h - 1).ToArray();
        doc.Add(new TreeLayer(heads, [.. rows.Select(r => r[5])]));
        doc.Add(new NameLayer(Names(rows)));
        doc.Add(new FrameLayer([]));
        return doc;
    }

    private static List<NameSpan> Names(List<string[]> rows)
    {
        List<NameSpan> names = [];
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length < 7 || !rows[i][6].StartsWith("B-", StringComparison.Ordinal))
            {
                continue;
            }

            var end = i + 1;
            while (end < rows.Count && rows[end].Length > 6 && rows[end][6].StartsWith("I-", StringComparison.Ordinal))
            {
                end++;
            }

            names.Add(new NameSpan(i, end, rows[i][6][2..] switch { "PER" => NameType.Person, "ORG" => NameType.Organization, _ => NameType.Location }));
        }

        return names;
    }
}
