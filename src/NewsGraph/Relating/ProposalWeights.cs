using NewsGraph.Knowledge;
using NewsGraph.Resources;

namespace NewsGraph.Relating;

/// <summary>
/// Logistic regression over what rules and heads say of a proposal; its output is the relation's confidence.
/// The weights (<c>ontology/weights.tsv</c>) are fitted on annotated articles that the heads were not trained on.
/// </summary>
internal sealed class ProposalWeights
{
    /// <summary>Names of the features, in the order of <see cref="Fill"/>.</summary>
    public static readonly string[] Names =
    [
        "bias", "head-type", "head-any", "head-subject", "head-object", "no-subject", "no-object", "rule", "rule-confidence", "rule-type", "rule-subject",
        "rule-object", "other-rule", "odd-subject", "odd-object", "state", "title", "rule-no-head", "rule-specific",
    ];

    private readonly double[] weights;

    /// <summary>Least confidence of what a rule proposes, and of what the heads alone do.</summary>
    private readonly double ruleThreshold;

    private readonly double headThreshold;

    private ProposalWeights(double[] weights, double ruleThreshold, double headThreshold)
    {
        this.weights = weights;
        this.ruleThreshold = ruleThreshold;
        this.headThreshold = headThreshold;
    }

    public static ProposalWeights Default => Holder.Value;

    /// <summary>Whether the proposal is likely enough; the heads alone must be surer than a rule.</summary>
    public bool Accepts(Proposal proposal) => proposal.Confidence >= (proposal.Rule is null ? headThreshold : ruleThreshold);

    public double Confidence(Proposal proposal, MentionMap map)
    {
        Span<double> features = stackalloc double[Names.Length];
        Fill(features, proposal, map);
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += weights[i] * features[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    public static void Fill(Span<double> features, Proposal proposal, MentionMap map)
    {
        features[0] = 1;
        features[1] = Logit(proposal.HeadType);
        features[2] = Logit(proposal.HeadAny);
        features[3] = Math.Log(Math.Max(proposal.HeadSubject, 0.005));
        features[4] = Math.Log(Math.Max(proposal.HeadObject, 0.005));
        features[5] = proposal.Subject < 0 ? 1 : 0;
        features[6] = proposal.Object < 0 ? 1 : 0;
        features[7] = proposal.Rule is null ? 0 : 1;
        features[8] = proposal.Rule is null ? 0 : Logit(proposal.Rule.Confidence);
        features[9] = proposal.RuleType > 0 ? 1 : 0;
        features[10] = proposal.RuleSubject ? 1 : 0;
        features[11] = proposal.RuleObject ? 1 : 0;
        features[12] = proposal.OtherRule > 0 && proposal.RuleType <= 0 ? 1 : 0;
        features[13] = proposal.Subject >= 0 && !proposal.Type.AllowsSubject(map.TypeOf(proposal.Subject)) ? 1 : 0;
        features[14] = proposal.Object >= 0 && !proposal.Type.AllowsObject(map.TypeOf(proposal.Object)) ? 1 : 0;
        features[15] = proposal.Type.IsState ? 1 : 0;
        features[16] = map.SentenceOf(proposal.Token) == 0 ? 1 : 0;
        features[17] = proposal.Rule is not null && proposal.HeadAny < 0.1 ? 1 : 0;
        features[18] = proposal.Rule is { Specificity: > 0 } ? 1 : 0;
    }

    private static double Logit(double p)
    {
        p = Math.Clamp(p, 0.005, 0.995);
        return Math.Log(p / (1 - p));
    }

    private static ProposalWeights Load()
    {
        var table = new double[Names.Length];
        var (rule, head) = (0.5, 0.5);
        foreach (var row in ResourceFiles.ReadTable("ontology/weights.tsv"))
        {
            var value = double.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture);
            switch (row[0])
            {
                case "threshold-rule":
                    rule = value;
                    break;
                case "threshold-head":
                    head = value;
                    break;
                default:
                    table[Array.IndexOf(Names, row[0])] = value;
                    break;
            }
        }

        return new ProposalWeights(table, rule, head);
    }

    private static class Holder
    {
        public static readonly ProposalWeights Value = Load();
    }
}
