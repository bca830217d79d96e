using Newtonsoft.Json.Linq;
using NewsGraph.Texts;

namespace NewsGraph.Scoring.Language;

/// <summary>
/// Scores predicates and roles against PropBank frames (a JSON object a line: <c>sent_id</c>, <c>tokens</c>, <c>frames</c> with
/// <c>pred</c> and <c>args</c> of role, first and last word). An argument stands on the head word of its span in the gold tree.
/// </summary>
public static class RoleEvaluator
{
    /// <summary>Scores <c>Predicates</c> and <c>Roles</c> (predicate, role and head word agree; predicates are the system's).</summary>
    /// <param name="path">The frames.</param>
    /// <param name="treesPath">CoNLL-U with the same sentences, matched by <c>sent_id</c> and words; others are left out.</param>
    public static LanguageScores Evaluate(string path, string treesPath, Pipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        using var reader = new StreamReader(treesPath);
        var trees = ConlluReader.Read(reader);
        var frames = File.ReadLines(path).Where(l => l.Length > 0).Select(JObject.Parse).ToDictionary(j => (string)j["sent_id"]!, StringComparer.Ordinal);
        var scores = new LanguageScores();
        foreach (var document in GoldDocuments.Runs(trees, s => s.Document))
        {
            var doc = GoldDocuments.WithTokens(document[0].Document, document.Select(s => s.Words.Select(w => w.Form).ToList()));
            GoldDocuments.Annotate(doc, pipeline);
            Score(document, doc, frames, scores);
        }

        return scores;
    }

    private static void Score(List<ConlluSentence> document, Doc doc, Dictionary<string, JObject> frames, LanguageScores scores)
    {
        var layer = doc.Get<FrameLayer>();
        var sentences = doc.Get<TokenLayer>().Sentences;
        for (var s = 0; s < document.Count; s++)
        {
            if (!frames.TryGetValue(document[s].Id, out var json) || !json["tokens"]!.Values<string>().SequenceEqual(document[s].Words.Select(w => w.Form), StringComparer.Ordinal))
            {
                continue;
            }

            HashSet<int> goldPredicates = [], predicates = [];
            HashSet<(int, string, int)> gold = [], found = [];
            foreach (var frame in json["frames"]!)
            {
                var predicate = (int)frame["pred"]!;
                goldPredicates.Add(predicate);
                foreach (var argument in frame["args"]!)
                {
                    gold.Add((predicate, (string)argument[0]!, Head(document[s].Words, (int)argument[1]!, (int)argument[2]!)));
                }
            }

            for (var i = sentences[s].First; i < sentences[s].End; i++)
            {
                if (layer.At(i) is { } frame)
                {
                    predicates.Add(i - sentences[s].First);
                    found.UnionWith(frame.Arguments.Select(a => (i - sentences[s].First, a.Role, a.Head - sentences[s].First)));
                }
            }

            scores.Of("Predicates").Add(goldPredicates.Intersect(predicates).Count(), predicates.Count, goldPredicates.Count);
            scores.Of("Roles").Add(gold.Intersect(found).Count(), found.Count, gold.Count);
        }
    }

    /// <summary>The first word of the span that is governed from outside it, punctuation only if there is no other.</summary>
    private static int Head(IReadOnlyList<ConlluWord> words, int first, int last)
    {
        var punctuation = -1;
        for (var i = first; i <= last; i++)
        {
            var head = words[i].Head - 1;
            if (head >= first && head <= last)
            {
                continue;
            }

            if (words[i].Upos != "PUNCT")
            {
                return i;
            }

            punctuation = punctuation < 0 ? i : punctuation;
        }

        return punctuation < 0 ? first : punctuation;
    }
}
