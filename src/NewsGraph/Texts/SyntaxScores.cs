namespace NewsGraph.Texts;

/// <summary>The model's label lists for syntax, in index order (labels.json).</summary>
public sealed record SyntaxLabels(IReadOnlyList<string> Upos, IReadOnlyList<string> Xpos, IReadOnlyList<string> Relations, IReadOnlyList<string> Roles, IReadOnlyList<string> Names);

/// <summary>
/// What the encoder's heads for tags, trees, names and roles say of each token, in document token indices;
/// the decoder makes layers of it.
/// </summary>
public sealed class SyntaxScores
{
    public const int BestHeadCount = 3;

    public required SyntaxLabels Labels { get; init; }

    /// <summary>Best tag of each token, index into <see cref="SyntaxLabels.Upos"/>.</summary>
    public required byte[] Upos { get; init; }

    /// <summary>Best tag of each token, index into <see cref="SyntaxLabels.Xpos"/>.</summary>
    public required byte[] Xpos { get; init; }

    /// <summary>Of each sentence with n tokens n×(n+1) logits: row the dependent, column 0 the root, column 1+i its token i.</summary>
    public required float[][] Arcs { get; init; }

    /// <summary>N×3 best heads, numbered as the columns of <see cref="Arcs"/>; −1 where there are fewer.</summary>
    public required short[] BestHeads { get; init; }

    /// <summary>N×3: the arc's label for each of <see cref="BestHeads"/>.</summary>
    public required byte[] BestLabels { get; init; }

    /// <summary>N×7 emissions over <see cref="SyntaxLabels.Names"/>.</summary>
    public required float[] Names { get; init; }

    /// <summary>Tokens that are predicates, in text order.</summary>
    public required int[] Predicates { get; init; }

    /// <summary>Of each predicate the role (0 none) of each token of its sentence.</summary>
    public required byte[][] Roles { get; init; }
}
