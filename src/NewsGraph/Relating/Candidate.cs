using NewsGraph.Knowledge;
using NewsGraph.Relating.Ontologies;

namespace NewsGraph.Relating;

/// <summary>A relation that a rule or head proposes, before the proposals are weighed against each other.</summary>
internal sealed record Candidate
{
    public required RelationType Type { get; init; }

    /// <summary>Mention index, or −1 where unsaid.</summary>
    public required int Subject { get; init; }

    public required int Object { get; init; }

    /// <summary>Head token of the trigger.</summary>
    public required int Trigger { get; init; }

    /// <summary>Tokens <c>[First, End)</c> of the trigger.</summary>
    public required int First { get; init; }

    public required int End { get; init; }

    public required double Confidence { get; init; }

    public required string Extractor { get; init; }

    public Modality? Modality { get; init; }

    public Polarity? Polarity { get; init; }

    public SortedDictionary<string, string>? Attributes { get; init; }

    /// <summary>How much of the rule's pattern was more than the trigger word; decides between rules at one trigger.</summary>
    public int Specificity { get; init; }

    /// <summary>May stand beside another type at the same trigger.</summary>
    public bool Also { get; init; }
}
