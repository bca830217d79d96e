using NewsGraph.Knowledge;

namespace NewsGraph.Neo4j.Planning;

/// <summary>
/// Everything one article contributes, in terms of node ids that follow from content (<see cref="EntityIdentity"/>).
/// What a person decided about identities in a database is not yet applied.
/// </summary>
public sealed record ArticleRecord
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string? Source { get; init; }

    public DateOnly? Published { get; init; }

    public string? Url { get; init; }

    public required string Language { get; init; }

    public required IReadOnlyList<SentenceRecord> Sentences { get; init; }

    /// <summary>Sorted by node.</summary>
    public required IReadOnlyList<EntityRecord> Entities { get; init; }

    public required IReadOnlyList<RelationRecord> Relations { get; init; }

    /// <summary>Hash of all of the above: the same digest means that a push would change nothing.</summary>
    public required string Digest { get; init; }

    /// <summary>Nodes and relationships that a push of this article writes, without the direct edges.</summary>
    public int Rows { get; init; }
}

public sealed record SentenceRecord(string Id, int Index, string Text, int Start, int End, string Part);

/// <summary>What an article says of an entity: the properties of <c>MENTIONED_IN</c>, from which the entity's own follow.</summary>
/// <param name="Node">Node id; also the <c>key</c> by which a later split finds what belonged together.</param>
/// <param name="Count">Mentions in this article.</param>
/// <param name="Kinds">Of <c>name</c>, <c>nominal</c>, <c>pronoun</c>: those that occur.</param>
public sealed record EntityRecord(
    string Node,
    EntityType Type,
    string? Subtype,
    string Name,
    IReadOnlyList<string> Aliases,
    string? Wikidata,
    Quantity? Quantity,
    int Count,
    IReadOnlyList<string> Kinds);

public sealed record RelationRecord
{
    /// <summary>Unique in the database: the article's id and the relation's.</summary>
    public required string Id { get; init; }

    public required string Type { get; init; }

    public required string Name { get; init; }

    public string? Plover { get; init; }

    public string? Mode { get; init; }

    public string? Subject { get; init; }

    public string? Object { get; init; }

    public required IReadOnlyList<(string Role, string Node)> Arguments { get; init; }

    public required IReadOnlyList<AttributionRecord> Attributions { get; init; }

    /// <summary>Property names made safe (<see cref="GraphPlanner.PropertyName"/>), sorted.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; }

    public required string Trigger { get; init; }

    /// <summary>ISO 8601 or TIMEX3-like, as extracted.</summary>
    public string? TimeValue { get; init; }

    public CalendarSpan? Time { get; init; }

    public required string Polarity { get; init; }

    public required string Modality { get; init; }

    public required double Confidence { get; init; }

    public required string Extractor { get; init; }

    public required string Sentence { get; init; }

    /// <summary>Offsets of the trigger in the article.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>True if it may show as a direct edge: both ends, said to be so, not denied, not merely planned or possible.</summary>
    public bool IsFact => Subject is not null && Object is not null && Polarity == "positive" && Modality == "actual";
}

/// <param name="Node">The speaker; null where the text names none.</param>
/// <param name="Speaker">Readable name of the speaker, or null.</param>
/// <param name="Time">When it was said, where the article tells.</param>
public sealed record AttributionRecord(string? Node, string? Speaker, string Cue, string Kind, CalendarSpan? Time);
