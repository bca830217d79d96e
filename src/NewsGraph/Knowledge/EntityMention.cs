using NewsGraph.Texts;

namespace NewsGraph.Knowledge;

/// <summary>The closed list of entity types (docs: graph model). The order is that of the model's <c>etype</c> head.</summary>
public enum EntityType
{
    Person,
    Organization,
    Country,

    /// <summary>City, region, facility.</summary>
    Place,

    /// <summary>Unnamed or informal collective actor: "armed fighters", "police", "nearly 8,000 people".</summary>
    Group,

    /// <summary>Named or nominal happening that has relations of its own: "the demonstrations", "a video call".</summary>
    Event,

    /// <summary>Bill, law, treaty, ruling.</summary>
    Law,

    /// <summary>Vehicle, weapon, video, website …, only where it takes part in a relation.</summary>
    Thing,
}

/// <summary>How a mention refers. The numbers are those of the model's <c>mention</c> head.</summary>
public enum MentionKind
{
    Name = 1,
    Nominal = 2,
    Pronoun = 3,
}

/// <summary>A span that refers to an entity.</summary>
public sealed record EntityMention
{
    /// <summary>Position in <see cref="MentionLayer.Mentions"/>.</summary>
    public required int Index { get; init; }

    public required TextSpan Span { get; init; }

    /// <summary>Tokens <c>[First, End)</c> of the span.</summary>
    public required int First { get; init; }

    public required int End { get; init; }

    /// <summary>The head word's token; no two mentions of a document share it.</summary>
    public required int Head { get; init; }

    public required MentionKind Kind { get; init; }

    /// <summary>First token of the name proper, without articles and titles ("Foo" of "President Foo"); −1 where the mention is no name.</summary>
    public int NameFirst { get; init; } = -1;

    /// <summary>Token after the name proper; −1 where the mention is no name.</summary>
    public int NameEnd { get; init; } = -1;

    public required EntityType Type { get; init; }

    /// <summary>0–1.</summary>
    public required double Confidence { get; init; }

    /// <summary>"nearly 8,000" of "nearly 8,000 people", where the mention counts something.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>Rule or head that found it.</summary>
    public required string Extractor { get; init; }
}

/// <summary>All mentions, by head token.</summary>
public sealed class MentionLayer
{
    private readonly Dictionary<int, EntityMention> byHead = [];

    public MentionLayer(IReadOnlyList<EntityMention> mentions)
    {
        Mentions = mentions;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Index != i)
            {
                throw new ArgumentException($"Mention {i} carries the index {mentions[i].Index}.", nameof(mentions));
            }

            byHead.Add(mentions[i].Head, mentions[i]);
        }
    }

    /// <summary>In order of their head tokens.</summary>
    public IReadOnlyList<EntityMention> Mentions { get; }

    /// <summary>The mention whose head word this token is, or null.</summary>
    public EntityMention? AtHead(int token) => byHead.GetValueOrDefault(token);
}
