using NewsGraph.Texts;

namespace NewsGraph.Knowledge;

public enum SpeechKind
{
    Indirect,
    Direct,
}

/// <summary>Reported speech or thought: somebody is made responsible for a stretch of the text.</summary>
public sealed record Statement
{
    /// <summary>Mention of the speaker; null where the text names none ("reportedly").</summary>
    public required int? Source { get; init; }

    /// <summary>"said", "according to".</summary>
    public required TextSpan Cue { get; init; }

    /// <summary>Head token of the cue.</summary>
    public required int CueToken { get; init; }

    /// <summary>What is reported: one or more runs of characters, in text order (a quote may go on over sentences or around its cue).</summary>
    public required IReadOnlyList<TextSpan> Content { get; init; }

    public required SpeechKind Kind { get; init; }

    /// <summary>When it was said.</summary>
    public TimeValue? Time { get; init; }

    /// <summary>False where the cue denies its content ("denied that").</summary>
    public bool Affirms { get; init; } = true;

    public required double Confidence { get; init; }

    public required string Extractor { get; init; }

    /// <summary>True if the position lies in what is reported.</summary>
    public bool Covers(TextSpan span)
    {
        foreach (var part in Content)
        {
            if (part.Contains(span))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>All statements, by cue; content of one may lie inside another's (nested sources).</summary>
public sealed record StatementLayer(IReadOnlyList<Statement> Statements);

public enum Polarity
{
    Positive,
    Negative,
}

/// <summary>The order is that of the model's modality head.</summary>
public enum Modality
{
    Actual,
    Future,
    Possible,
    Attempted,

    /// <summary>Ordered, asked, authorised, urged: content not yet a fact.</summary>
    Requested,
}

/// <summary>Whether what a predicate token says is so, and why we think so ("never", "will", "attempted to").</summary>
public readonly record struct Factuality(Polarity Polarity, Modality Modality, string? Reason);

/// <summary>One per token; meaningful for predicates and event nouns, (positive, actual) elsewhere.</summary>
public sealed record FactualityLayer(IReadOnlyList<Factuality> Tokens);
