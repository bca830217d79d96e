using NewsGraph.Knowledge;
using NewsGraph.Texts;
using NewsGraph.Texts.Features;

namespace NewsGraph.Resolving;

/// <summary>The learnt antecedent scores of a document (Lee et al. 2017, on words): how much better a pair is than starting anew.</summary>
internal sealed class CoreferenceHead
{
    private readonly float[][] rows;

    private CoreferenceHead(float[][] rows) => this.rows = rows;

    /// <summary>Scores of all pairs within reach, or null where the document has no learnt heads.</summary>
    public static CoreferenceHead? Of(Doc doc, MentionLayer layer)
    {
        if (doc.TryGet<HeadScores>() is not { } scores || layer.Mentions.Count < 2)
        {
            return null;
        }

        var forms = layer.Mentions.Select(m => new MentionForm(m.Head, (int)m.Kind, (int)m.Type, m.First, m.End)).ToArray();
        var pairs = new CoreferenceFeatures(new SyntaxFeatures(doc), forms).Pairs();
        var (score, none) = scores.Pairs.ScoreCoreference(
            scores.Vectors,
            [.. forms.Select(f => f.Head)],
            [.. forms.Select(f => f.Kind)],
            [.. forms.Select(f => f.Type)],
            pairs);
        var scoresOf = new float[forms.Length][];
        for (var i = 0; i < scoresOf.Length; i++)
        {
            scoresOf[i] = new float[Math.Min(i, CoreferenceFeatures.Antecedents)];
        }

        for (var p = 0; p < score.Length; p++)
        {
            var (later, earlier) = (pairs.First[p], pairs.Second[p]);
            scoresOf[later][later - earlier - 1] = score[p] - none[later];
        }

        return new CoreferenceHead(scoresOf);
    }

    /// <summary>Log odds of the antecedent against "new entity"; strongly negative beyond reach. The order of the two does not matter.</summary>
    public double Score(int a, int b)
    {
        var (later, earlier) = a > b ? (a, b) : (b, a);
        var back = later - earlier - 1;
        return back >= 0 && back < rows[later].Length ? rows[later][back] : -10;
    }
}
