using NewsGraph.Knowledge;
using NewsGraph.Relating.Ontologies;

namespace NewsGraph.Relating;

/// <summary>A relation under consideration, with what rules and heads say for and against it.</summary>
internal sealed class Proposal
{
    public required RelationType Type { get; init; }

    public required int Token { get; init; }

    /// <summary>Mention index, or −1.</summary>
    public required int Subject { get; init; }

    public required int Object { get; init; }

    /// <summary>The rule's proposal of just these participants, or null.</summary>
    public Candidate? Rule { get; init; }

    /// <summary>A rule proposes this type at this trigger, whatever the participants.</summary>
    public double RuleType { get; init; }

    /// <summary>A rule gives the type this subject, this object.</summary>
    public bool RuleSubject { get; init; }

    public bool RuleObject { get; init; }

    /// <summary>Confidence of the best rule that proposes another type at the trigger.</summary>
    public double OtherRule { get; init; }

    /// <summary>That the word is a trigger at all, and one of this type, by the trigger head.</summary>
    public double HeadAny { get; init; }

    public double HeadType { get; init; }

    /// <summary>That these participants fill their roles, by the argument head.</summary>
    public double HeadSubject { get; init; }

    public double HeadObject { get; init; }

    public double Negative { get; init; }

    public Modality HeadModality { get; init; }

    public double HeadModalityProbability { get; init; }

    public double Confidence { get; set; }
}
