using NewsGraph.Texts;

namespace NewsGraph.Knowledge;

/// <summary>A further participant: role ("place", "instrument", "topic") and its mention.</summary>
public readonly record struct RoleArgument(string Role, int Mention);

/// <summary>A typed statement at one place of the text.</summary>
public sealed record RelationMention
{
    /// <summary>Type of the ontology, UPPER_SNAKE, read subject → object.</summary>
    public required string Type { get; init; }

    /// <summary>Mention of the subject; null where the text leaves it unsaid.</summary>
    public int? Subject { get; init; }

    public int? Object { get; init; }

    public IReadOnlyList<RoleArgument> Arguments { get; init; } = [];

    public required TextSpan Trigger { get; init; }

    /// <summary>Head token of the trigger.</summary>
    public required int TriggerToken { get; init; }

    /// <summary><c>office</c>, <c>status</c>, <c>kin</c>, <c>charge</c> …, sorted by key.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    public TimeValue? Time { get; init; }

    public Polarity Polarity { get; init; }

    public Modality Modality { get; init; }

    /// <summary>Indices into <see cref="StatementLayer.Statements"/>: on whose word; empty means the article's own voice.</summary>
    public IReadOnlyList<int> Statements { get; init; } = [];

    /// <summary>0–1.</summary>
    public required double Confidence { get; init; }

    /// <summary>The rule ("rule:arrested-passive") or head ("head:trigger") that found it.</summary>
    public required string Extractor { get; init; }
}

/// <summary>Relations in text order of their triggers.</summary>
public sealed record RelationLayer(IReadOnlyList<RelationMention> Relations);
