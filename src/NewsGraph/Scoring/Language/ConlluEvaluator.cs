using NewsGraph.Texts;

namespace NewsGraph.Scoring.Language;

/// <summary>Scores tokens, tags, lemmas and trees against a CoNLL-U file.</summary>
public static class ConlluEvaluator
{
    /// <summary>
    /// Gold tokens: UPOS, XPOS, Lemmas, UAS, LAS (labels with subtypes), as accuracies.
    /// Raw text: Tokens, Sentences, Words and the same on aligned words, as F of the CoNLL 2018 shared task, LAS there by universal labels
    /// and <c>LAS:sub</c> with subtypes.
    /// </summary>
    /// <param name="pipeline">Has the stages tokenizing, encoding, parsing; later ones are not needed.</param>
    /// <param name="raw">True to begin from the sentences' raw text.</param>
    public static LanguageScores Evaluate(string path, Pipeline pipeline, bool raw = false)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        using var reader = new StreamReader(path);
        var sentences = ConlluReader.Read(reader);
        var scores = new LanguageScores();
        foreach (var document in GoldDocuments.Runs(sentences, s => s.Document))
        {
            if (raw)
            {
                var doc = GoldDocuments.Raw(document[0].Document, document);
                GoldDocuments.Annotate(doc, pipeline);
                ScoreRaw(document, doc, scores);
            }
            else
            {
                var doc = GoldDocuments.WithTokens(document[0].Document, document.Select(s => s.Words.Select(w => w.Form).ToList()));
                GoldDocuments.Annotate(doc, pipeline);
                ScoreGold(document, doc, scores);
            }
        }

        return scores;
    }

    private static void ScoreGold(List<ConlluSentence> gold, Doc doc, LanguageScores scores)
    {
        var tags = doc.Get<TagLayer>();
        var tree = doc.Get<TreeLayer>();
        var token = 0;
        foreach (var sentence in gold)
        {
            var first = token;
            foreach (var word in sentence.Words)
            {
                var head = tree.Head(token) < 0 ? 0 : tree.Head(token) - first + 1;
                Count(scores, "UPOS", tags.Upos[token] == word.Upos);
                Count(scores, "XPOS", tags.Xpos[token] == word.Xpos);
                Count(scores, "Lemmas", tags.Lemmas[token] == word.Lemma || word.Lemma == "_");
                Count(scores, "UAS", head == word.Head);
                Count(scores, "LAS", head == word.Head && tree.Relation(token) == word.Relation);
                token++;
            }
        }
    }

    private static void Count(LanguageScores scores, string name, bool right) => scores.Of(name).Add(right ? 1 : 0, 1, 1);

    private static void ScoreRaw(List<ConlluSentence> gold, Doc doc, LanguageScores scores)
    {
        var goldWords = gold.SelectMany(s => s.Words).ToArray();
        var goldSides = new RawSide(gold);
        var systemSide = new RawSide(doc);
        Spans(scores.Of("Tokens"), goldSides.Tokens, systemSide.Tokens);
        Spans(scores.Of("Sentences"), goldSides.Sentences, systemSide.Sentences);
        var pairs = WordAlignment.Align(goldSides.Words, systemSide.Words);
        var systemOf = new int[goldWords.Length];
        Array.Fill(systemOf, -2);
        foreach (var (g, s) in pairs)
        {
            systemOf[g] = s;
        }

        var tags = doc.Get<TagLayer>();
        var tree = doc.Get<TreeLayer>();
        int upos = 0, xpos = 0, lemmas = 0, uas = 0, las = 0, sub = 0;
        foreach (var (g, s) in pairs)
        {
            var word = goldWords[g];
            upos += tags.Upos[s] == word.Upos ? 1 : 0;
            xpos += tags.Xpos[s] == word.Xpos ? 1 : 0;
            lemmas += tags.Lemmas[s] == word.Lemma || word.Lemma == "_" ? 1 : 0;
            var head = word.Head == 0 ? -1 : systemOf[goldSides.SentenceStart[g] + word.Head - 1];
            if (head == tree.Head(s))
            {
                uas++;
                las += tree.BaseRelation(s) == word.Relation.Split(':')[0] ? 1 : 0;
                sub += tree.Relation(s) == word.Relation ? 1 : 0;
            }
        }

        var found = systemSide.Words.Length;
        scores.Of("Words").Add(pairs.Count, found, goldWords.Length);
        scores.Of("UPOS").Add(upos, found, goldWords.Length);
        scores.Of("XPOS").Add(xpos, found, goldWords.Length);
        scores.Of("Lemmas").Add(lemmas, found, goldWords.Length);
        scores.Of("UAS").Add(uas, found, goldWords.Length);
        scores.Of("LAS").Add(las, found, goldWords.Length);
        scores.Of("LAS:sub").Add(sub, found, goldWords.Length);
    }

    private static void Spans(Counts counts, List<(int, int)> gold, List<(int, int)> system) =>
        counts.Add(gold.ToHashSet().Intersect(system).Count(), system.Count, gold.Count);
}
