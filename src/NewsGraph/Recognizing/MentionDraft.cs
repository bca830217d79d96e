using NewsGraph.Knowledge;

namespace NewsGraph.Recognizing;

/// <summary>A mention while the evidence for it is weighed.</summary>
internal sealed class MentionDraft(int head, int first, int end, MentionKind kind, string rule)
{
    public int Head { get; } = head;

    public int First { get; set; } = first;

    public int End { get; set; } = end;

    public MentionKind Kind { get; set; } = kind;

    /// <summary>The rule that proposed it.</summary>
    public string Rule { get; } = rule;

    /// <summary>Log odds that rules alone give to its being a mention.</summary>
    public double Prior { get; set; }

    /// <summary>Log weight of each entity type, in the order of <see cref="EntityType"/>.</summary>
    public double[] Types { get; } = new double[8];

    /// <summary>Tokens of the name proper, without titles and articles; empty for others.</summary>
    public int NameFirst { get; set; } = -1;

    public int NameEnd { get; set; } = -1;

    /// <summary>Another token of a fixed phrase that the learnt head may have taken for its head word ("coup" of "coup d'état"); −1 if none.</summary>
    public int OtherHead { get; set; } = -1;

    public Quantity? Quantity { get; set; }

    public double Confidence { get; set; }

    public void Favour(EntityType type, double weight) => Types[(int)type] += weight;

    public EntityType BestType()
    {
        var best = 0;
        for (var i = 1; i < Types.Length; i++)
        {
            best = Types[i] > Types[best] ? i : best;
        }

        return (EntityType)best;
    }
}
