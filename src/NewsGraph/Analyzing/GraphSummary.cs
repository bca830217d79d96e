using NewsGraph.Knowledge;

namespace NewsGraph.Analyzing;

/// <summary>What a graph says, in the order in which a reader wants it. Made by <see cref="GraphSummarizer"/>.</summary>
public sealed record GraphSummary
{
    public required IReadOnlyList<ArticleLine> Articles { get; init; }

    public required GraphFacts Facts { get; init; }

    /// <summary>Most central first.</summary>
    public required IReadOnlyList<CentralEntity> Central { get; init; }

    /// <summary>Entities by type in the order of the types; within one the most mentioned first.</summary>
    public required IReadOnlyList<EntityGroup> Who { get; init; }

    /// <summary>Events in text order; what several sentences say alike is one.</summary>
    public required IReadOnlyList<Happening> Happenings { get; init; }

    /// <summary>States ("holds office", "located in"), likewise.</summary>
    public required IReadOnlyList<Happening> Background { get; init; }

    /// <summary>The events that involve the most mentioned and are facts by the article's or a named one's word; weightiest first.</summary>
    public required IReadOnlyList<Happening> Chief { get; init; }

    /// <summary>The most quoted speaker first.</summary>
    public required IReadOnlyList<Speaker> Speakers { get; init; }

    /// <summary>Figures in text order.</summary>
    public required IReadOnlyList<Figure> Figures { get; init; }

    /// <summary>Earliest first; relations and sayings whose time is a place in the calendar.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
}

public sealed record ArticleLine(string Id, string? Title, string? Source, DateOnly? Published, string? Url, int Sentences);

/// <param name="Edges">Relations with both ends.</param>
/// <param name="Components">Weakly connected components that have an edge.</param>
/// <param name="Largest">Vertices of the largest component.</param>
/// <param name="Isolated">Vertices without an edge.</param>
public sealed record GraphFacts(int Vertices, int Edges, int Relations, int Statements, int Times, int Components, int Largest, int Isolated);

/// <param name="Degree">Edges at the vertex, in both directions.</param>
/// <param name="PageRank">Of all vertices they sum to 1.</param>
public sealed record CentralEntity(Entity Entity, int Degree, double PageRank);

public sealed record EntityGroup(EntityType Type, IReadOnlyList<Entity> Entities);

/// <summary>A sentence by its number in its article, from 1.</summary>
public readonly record struct Place(string Article, int Sentence);

/// <summary>One or more relations that say the same, with what a reader needs beside it.</summary>
/// <param name="Relation">The first of them.</param>
/// <param name="Subject">Name of the subject; null where the text does not say.</param>
/// <param name="Sources">Names of those on whose word it stands; empty for the article's own voice.</param>
/// <param name="Places">Where it is said, in text order.</param>
/// <param name="Marks">"negated", "future", "possible", "attempted", "requested".</param>
public sealed record Happening(Relation Relation, string? Subject, string? Object, string TriggerText, IReadOnlyList<string> Sources, IReadOnlyList<Place> Places, IReadOnlyList<string> Marks);

/// <param name="Name">Null for those whom the text does not name ("reportedly").</param>
public sealed record Speaker(string? Name, IReadOnlyList<Claim> Claims);

/// <param name="Text">The reported words, spaces evened out.</param>
public sealed record Claim(Place Place, string Cue, SpeechKind Kind, string? Time, string Text);

/// <summary>A counted group or event with what is said about it.</summary>
/// <param name="Text">"nearly 8,000 people".</param>
/// <param name="Includes">Parts that the text counts in ("three children").</param>
/// <param name="What">"killed", "detained by police"; null where no relation tells.</param>
public sealed record Figure(Entity Entity, string Text, Quantity Quantity, IReadOnlyList<string> Includes, string? What, IReadOnlyList<string> Marks, IReadOnlyList<string> Sources, string? Time, Place Place);

/// <param name="Time">The value as it stands in the graph.</param>
/// <param name="Text">"Lund REPLACED Berg (office: mayor)", "Lund said: …".</param>
public sealed record TimelineEntry(string Time, DateOnly Start, string Text, IReadOnlyList<string> Marks, IReadOnlyList<string> Sources, Place Place);
