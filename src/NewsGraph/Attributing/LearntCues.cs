using NewsGraph.Knowledge;
using NewsGraph.Texts;
using NewsGraph.Texts.Features;

namespace NewsGraph.Attributing;

/// <summary>A reporting word as the learnt heads see it.</summary>
/// <param name="Source">Mention that they take for the speaker, and its probability among the mentions in reach and none.</param>
/// <param name="Content">Head word of what is reported, or −1.</param>
internal readonly record struct LearntCue(int Token, double Probability, SpeechKind Kind, int? Source, double SourceProbability, int Content);

/// <summary>Cues of reported speech from the model's heads: a port of <c>src/training/reporting.py</c> up to the spans.</summary>
internal sealed class LearntCues
{
    /// <summary>Column of the argument head that scores the source of a cue.</summary>
    private const int SourceColumn = 3;
    private const int Columns = 4;

    private readonly Dictionary<int, LearntCue> byToken = [];
    private readonly float[]? cue;

    public LearntCues(Doc doc, double threshold)
    {
        if (doc.TryGet<HeadScores>() is not { } scores)
        {
            return;
        }

        cue = scores.Cue;
        List<int> found = [];
        for (var i = 0; i < cue.Length / 3; i++)
        {
            if (1 - cue[3 * i] > threshold)
            {
                found.Add(i);
            }
        }

        if (found.Count > 0)
        {
            Score(doc, scores, [.. found]);
        }
    }

    public IEnumerable<LearntCue> All => byToken.Values;

    public LearntCue? At(int token) => byToken.TryGetValue(token, out var found) ? found : null;

    /// <summary>Probability that the token is a cue; null without a model.</summary>
    public double? Probability(int token) => cue is null ? null : 1 - cue[3 * token];

    private void Score(Doc doc, HeadScores scores, int[] cues)
    {
        var syntax = SyntaxFeatures.Of(doc);
        var mentions = doc.Get<MentionLayer>().Mentions;
        int[] heads = [.. mentions.Select(m => m.Head)];
        int[] kinds = [.. mentions.Select(m => (int)m.Kind)];
        int[] types = [.. mentions.Select(m => (int)m.Type)];
        var cueType = new int[cues.Length];
        Array.Fill(cueType, scores.RelationTypes.Count);
        var names = new string[cues.Length];
        Array.Fill(names, "");
        var pairs = ArgumentFeatures.Pairs(syntax, cues, names, heads, types);
        var (argument, none) = scores.Pairs.ScoreArguments(scores.Vectors, cues, cueType, heads, kinds, types, pairs);
        var contentPairs = ContentFeatures.Pairs(syntax, cues);
        var content = scores.Pairs.ScoreContent(scores.Vectors, cues, contentPairs);
        var p = 0;
        var c = 0;
        for (var k = 0; k < cues.Length; k++)
        {
            var (source, best, sum) = (-1, float.NegativeInfinity, Math.Exp(none[(k * Columns) + SourceColumn]));
            for (; p < pairs.First.Length && pairs.First[p] == k; p++)
            {
                var score = argument[(p * Columns) + SourceColumn];
                sum += Math.Exp(score);
                if (score > best)
                {
                    (source, best) = (pairs.Second[p], score);
                }
            }

            var (head, most) = (-1, float.NegativeInfinity);
            for (; c < contentPairs.First.Length && contentPairs.First[c] == k; c++)
            {
                if (content[c] > most)
                {
                    (head, most) = (contentPairs.Second[c], content[c]);
                }
            }

            var token = cues[k];
            var direct = cue![(3 * token) + 2] > cue[(3 * token) + 1];
            byToken.Add(token, new LearntCue(
                token, 1 - cue[3 * token], direct ? SpeechKind.Direct : SpeechKind.Indirect, source >= 0 ? source : null, source >= 0 ? Math.Exp(best) / sum : 0, head));
        }
    }
}
