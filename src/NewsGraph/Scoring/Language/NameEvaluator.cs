using NewsGraph.Texts;

namespace NewsGraph.Scoring.Language;

/// <summary>Scores names against an IOB2 file (Universal NER): number, word, tag a line; PER, ORG and LOC count, other types do not.</summary>
public static class NameEvaluator
{
    /// <summary>Strict: type, first and last word must agree. Scores <c>Names</c>, <c>PER</c>, <c>ORG</c>, <c>LOC</c>.</summary>
    public static LanguageScores Evaluate(string path, Pipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        var scores = new LanguageScores();
        foreach (var document in GoldDocuments.Runs(Read(path), s => s.Document))
        {
            var doc = GoldDocuments.WithTokens(document[0].Document, document.Select(s => s.Words));
            GoldDocuments.Annotate(doc, pipeline);
            var found = doc.Get<NameLayer>().Names.ToHashSet();
            HashSet<NameSpan> gold = [];
            var first = 0;
            foreach (var sentence in document)
            {
                AddSpans(sentence.Tags, first, gold);
                first += sentence.Words.Count;
            }

            scores.Of("Names").Add(gold.Intersect(found).Count(), found.Count, gold.Count);
            foreach (var (name, type) in new[] { ("PER", NameType.Person), ("ORG", NameType.Organization), ("LOC", NameType.Location) })
            {
                scores.Of(name).Add(gold.Intersect(found).Count(n => n.Type == type), found.Count(n => n.Type == type), gold.Count(n => n.Type == type));
            }
        }

        return scores;
    }

    private static List<(string Document, List<string> Words, List<string> Tags)> Read(string path)
    {
        List<(string, List<string>, List<string>)> sentences = [];
        List<string> words = [], tags = [];
        var document = "";
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                document = line[(line.IndexOf('=') + 1)..].Trim();
            }
            else if (line.Length == 0 && words.Count > 0)
            {
                sentences.Add((document, words, tags));
                (words, tags) = ([], []);
            }
            else if (line.Length > 0 && (line[0] != '#' || line.Contains('\t')))
            {
                var cells = line.Split('\t');
                if (cells.Length >= 3 && cells[0].AsSpan().IndexOfAny('-', '.') < 0)
                {
                    words.Add(cells[1]);
                    tags.Add(cells[2]);
                }
            }
        }

        return sentences;
    }

    /// <summary>Names of a tagged sentence; an I without its B begins a name.</summary>
    private static void AddSpans(List<string> tags, int first, HashSet<NameSpan> names)
    {
        for (var i = 0; i < tags.Count;)
        {
            var type = TypeOf(tags[i]);
            var end = i + 1;
            while (type is not null && end < tags.Count && tags[end].StartsWith("I-", StringComparison.Ordinal) && TypeOf(tags[end]) == type)
            {
                end++;
            }

            if (type is { } known)
            {
                names.Add(new NameSpan(first + i, first + end, known));
            }

            i = end;
        }
    }

    private static NameType? TypeOf(string tag) => tag.Length < 5 ? null : tag[2..] switch
    {
        "PER" => NameType.Person,
        "ORG" => NameType.Organization,
        "LOC" => NameType.Location,
        _ => null,
    };
}
