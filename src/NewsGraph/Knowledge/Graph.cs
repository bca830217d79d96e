using NewsGraph.Texts;

namespace NewsGraph.Knowledge;

/// <summary>A mention as the graph keeps it.</summary>
public sealed record MentionEvidence(string Article, string Sentence, TextSpan Span, MentionKind Kind);

/// <summary>A vertex: what mentions, of one or several articles, refer to.</summary>
public sealed record Entity
{
    /// <summary>Derived from content; the same input gives the same id.</summary>
    public required string Id { get; init; }

    public required EntityType Type { get; init; }

    public string? Subtype { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string? Wikidata { get; init; }

    public Quantity? Quantity { get; init; }

    public IReadOnlyList<MentionEvidence> Mentions { get; init; } = [];
}

/// <summary>On whose word a relation stands.</summary>
/// <param name="Source">Entity id of the speaker; null where unnamed.</param>
/// <param name="Time">ISO 8601 value of the saying, or null.</param>
public sealed record Attribution(string? Source, TextSpan Cue, SpeechKind Kind, string? Time);

/// <summary>A further participant of a relation.</summary>
public sealed record RelationArgument(string Role, string Entity);

/// <summary>A typed statement with its evidence.</summary>
public sealed record Relation
{
    public required string Id { get; init; }

    public required string Article { get; init; }

    public required string Sentence { get; init; }

    public required string Type { get; init; }

    /// <summary>PLOVER root code, null for states.</summary>
    public string? Plover { get; init; }

    public string? Mode { get; init; }

    public string? Subject { get; init; }

    public string? Object { get; init; }

    public TextSpan? SubjectMention { get; init; }

    public TextSpan? ObjectMention { get; init; }

    public required TextSpan Trigger { get; init; }

    public IReadOnlyList<RelationArgument> Arguments { get; init; } = [];

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>ISO 8601 value with the span of the expression it came from.</summary>
    public (string Value, TextSpan Span)? Time { get; init; }

    public Polarity Polarity { get; init; }

    public Modality Modality { get; init; }

    public IReadOnlyList<Attribution> Attribution { get; init; } = [];

    public required double Confidence { get; init; }

    public required string Extractor { get; init; }
}

/// <summary>Reported speech, by entity.</summary>
public sealed record AttributedStatement(string Article, string? Source, TextSpan Cue, IReadOnlyList<TextSpan> Content, SpeechKind Kind, string? Time);

/// <summary>A time expression of an article.</summary>
public sealed record ArticleTime(string Article, TextSpan Span, string Value);

/// <summary>A sentence as evidence: id <c>article#n</c>.</summary>
public sealed record ArticleSentence(string Id, TextSpan Span, ArticlePart Part);

/// <summary>An article with its sentences.</summary>
public sealed record GraphArticle(Article Article, IReadOnlyList<ArticleSentence> Sentences);
