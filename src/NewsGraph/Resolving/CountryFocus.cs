using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Resolving;

/// <summary>Which country "the country" means at a place of the text: one often named, and lately.</summary>
internal sealed class CountryFocus(SyntaxView view, MentionFacts[] facts, Clusters clusters)
{
    private const double PerSentence = 0.3;
    private const int FarthestSentence = 6;

    /// <summary>What each mention adds, wherever it stands.</summary>
    private const double PerMention = 0.25;

    /// <summary>A mention of the country in focus before (in the title: after) the description, or −1.</summary>
    public int At(MentionFacts description)
    {
        Dictionary<int, double> scores = [];
        foreach (var fact in facts)
        {
            if (fact.Country is null)
            {
                continue;
            }

            var root = clusters.Root(fact.Index);
            var back = description.Sentence - fact.Sentence;
            var score = fact.Index < description.Index || description.Sentence == 0
                ? (IsAdjective(fact) ? 0.6 : 1) * Math.Exp(-PerSentence * Math.Min(Math.Abs(back), FarthestSentence))
                : 0.05;
            if (fact.Index < description.Index && back == 0 && AreArguments(fact, description))
            {
                score = -1;
            }

            scores[root] = scores.GetValueOrDefault(root) + score + PerMention;
        }

        var best = -1;
        foreach (var (root, score) in scores)
        {
            if (score > 0 && clusters.MayJoin(root, clusters.Root(description.Index)) && (best < 0 || score > scores[best] || (score == scores[best] && root < best)))
            {
                best = root;
            }
        }

        return best;
    }

    private bool IsAdjective(MentionFacts fact) => view.Upos(fact.Mention.Head) == "ADJ" || view.Tree.BaseRelation(fact.Mention.Head) is "amod" or "compound";

    private bool AreArguments(MentionFacts a, MentionFacts b) =>
        view.Tree.Head(a.Mention.Head) == view.Tree.Head(b.Mention.Head) && view.Tree.BaseRelation(a.Mention.Head) is "nsubj" or "obj" or "obl";
}
