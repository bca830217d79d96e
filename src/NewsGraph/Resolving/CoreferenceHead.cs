using NewsGraph.Knowledge;
using NewsGraph.Texts;
using NewsGraph.Texts.Features;

namespace NewsGraph.Resolving;

/// <summary>
/// Antecedents that each mention may have, and their learnt scores (Lee et al. 2017, on words): how much better a pair is than
/// starting anew. Only pairs that grammar allows are scored, so that the work grows with the text, not with its square.
/// </summary>
internal sealed class CoreferenceHead
{
    private readonly int[] start;
    private readonly int[] candidates;
    private readonly double[]? odds;

    private CoreferenceHead(int[] start, int[] candidates, double[]? odds)
    {
        this.start = start;
        this.candidates = candidates;
        this.odds = odds;
    }

    /// <summary>True if the document has learnt scores.</summary>
    public bool IsLearnt => odds is not null;

    /// <summary>Scores the candidates of every mention; without learnt heads in the document there are candidates only.</summary>
    public static CoreferenceHead Of(Doc doc, MentionLayer layer, Func<int, IEnumerable<int>> candidatesOf)
    {
        var count = layer.Mentions.Count;
        var start = new int[count + 1];
        List<int> flat = [];
        for (var i = 0; i < count; i++)
        {
            flat.AddRange(candidatesOf(i));
            start[i + 1] = flat.Count;
        }

        var odds = doc.TryGet<HeadScores>() is { } scores && flat.Count > 0 ? Score(doc, layer, scores, start, flat) : null;
        return new CoreferenceHead(start, [.. flat], odds);
    }

    /// <summary>The mentions that this one may be joined with.</summary>
    public ReadOnlySpan<int> Candidates(int mention) => candidates.AsSpan(start[mention], start[mention + 1] - start[mention]);

    /// <summary>Log odds of the mention's n-th candidate against "new entity".</summary>
    public double Odds(int mention, int candidate) => odds![start[mention] + candidate];

    private static double[] Score(Doc doc, MentionLayer layer, HeadScores scores, int[] start, List<int> flat)
    {
        var forms = layer.Mentions.Select(m => new MentionForm(m.Head, (int)m.Kind, (int)m.Type, m.First, m.End)).ToArray();
        var features = new CoreferenceFeatures(SyntaxFeatures.Of(doc), forms);
        var (first, second, rows) = (new int[flat.Count], new int[flat.Count], new int[flat.Count * CoreferenceFeatures.Width]);
        for (var i = 0; i < forms.Length; i++)
        {
            for (var p = start[i]; p < start[i + 1]; p++)
            {
                (first[p], second[p]) = (Math.Max(i, flat[p]), Math.Min(i, flat[p]));
                features.Fill(rows.AsSpan(p * CoreferenceFeatures.Width, CoreferenceFeatures.Width), first[p], second[p]);
            }
        }

        var (score, none) = scores.Pairs.ScoreCoreference(
            scores.Vectors,
            [.. forms.Select(f => f.Head)],
            [.. forms.Select(f => f.Kind)],
            [.. forms.Select(f => f.Type)],
            new ScoredPairs(first, second, rows));
        var odds = new double[flat.Count];
        for (var p = 0; p < odds.Length; p++)
        {
            odds[p] = score[p] - none[first[p]];
        }

        return odds;
    }
}
