namespace NewsGraph.Texts;

/// <summary>
/// What the learnt heads of the encoder say of each token: probabilities, row by row.
/// Added by the encoder; read by the stages that weigh them against their rules.
/// </summary>
public sealed class HeadScores
{
    /// <summary>Relation types that the trigger head knows, in the order of <see cref="Trigger"/>'s columns 1…</summary>
    public required IReadOnlyList<string> RelationTypes { get; init; }

    /// <summary>N×4: none, name, nominal, pronoun – the token is the head word of such a mention.</summary>
    public required float[] Mention { get; init; }

    /// <summary>N×8: Person, Organization, Country, Place, Group, Event, Law, Thing.</summary>
    public required float[] EntityType { get; init; }

    /// <summary>N×(1+R): no trigger, then one column per relation type.</summary>
    public required float[] Trigger { get; init; }

    /// <summary>N×3: no cue, cue of indirect, cue of direct speech.</summary>
    public required float[] Cue { get; init; }

    /// <summary>N×<see cref="VectorSize"/> context vectors, input of the pair scorer.</summary>
    public required float[] Vectors { get; init; }

    public required int VectorSize { get; init; }

    /// <summary>Scores pairs of tokens with the model's small heads.</summary>
    public required IPairScorer Pairs { get; init; }
}

/// <summary>Pairs of list indices with the hashed features of each (row-major, fixed width).</summary>
/// <param name="First">First index of each pair.</param>
/// <param name="Second">Second index of each pair.</param>
/// <param name="Features">Pairs × width rows of the hash table.</param>
public sealed record ScoredPairs(int[] First, int[] Second, int[] Features);

/// <summary>
/// The pair graphs of docs/model-interface.md. Methods may be called with empty lists and then return empty arrays.
/// Thread-safe.
/// </summary>
public interface IPairScorer
{
    /// <summary>Antecedent score per pair (later mention, earlier mention) and the score of starting an entity per mention; logits.</summary>
    (float[] Score, float[] None) ScoreCoreference(float[] vectors, int[] mentions, int[] kinds, int[] types, ScoredPairs pairs);

    /// <summary>Pairs×4 (subject, object, source, cue source) and triggers×4 scores of "none"; logits.</summary>
    (float[] Score, float[] None) ScoreArguments(float[] vectors, int[] triggers, int[] types, int[] mentions, int[] kinds, int[] mentionTypes, ScoredPairs pairs);

    /// <summary>Triggers×2 (positive, negative) and triggers×5 (actual, future, possible, attempted, requested); logits.</summary>
    (float[] Polarity, float[] Modality) ScoreFactuality(float[] vectors, int[] triggers, int[] types, int[] features);

    /// <summary>Score of each (cue, token) pair that the token heads what the cue reports; logits.</summary>
    float[] ScoreContent(float[] vectors, int[] cues, ScoredPairs pairs);
}
