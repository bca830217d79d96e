namespace NewsGraph.Texts;

/// <summary>Part-of-speech tags and lemmas, one per token.</summary>
/// <param name="Upos">Universal Dependencies tags (NOUN, PROPN, VERB …).</param>
/// <param name="Xpos">Penn Treebank tags (NNP, VBD …).</param>
/// <param name="Lemmas">Dictionary forms, lower-cased but for proper nouns.</param>
public sealed record TagLayer(IReadOnlyList<string> Upos, IReadOnlyList<string> Xpos, IReadOnlyList<string> Lemmas);

/// <summary>A name as the name recognizer saw it: tokens <c>[First, End)</c>.</summary>
public readonly record struct NameSpan(int First, int End, NameType Type);

public enum NameType
{
    Person,
    Organization,
    Location,
}

/// <summary>Names in text order, not nested.</summary>
public sealed record NameLayer(IReadOnlyList<NameSpan> Names);

/// <summary>One argument of a frame: PropBank label (<c>ARG0</c>, <c>ARGM-TMP</c> …) and its head token; the span is that token's subtree.</summary>
public readonly record struct FrameArgument(string Role, int Head);

/// <summary>A predicate and its semantic roles (PropBank).</summary>
public sealed record Frame(int Predicate, IReadOnlyList<FrameArgument> Arguments)
{
    /// <summary>Head token of the first argument with this role, or −1.</summary>
    public int Argument(string role)
    {
        foreach (var argument in Arguments)
        {
            if (string.Equals(argument.Role, role, StringComparison.Ordinal))
            {
                return argument.Head;
            }
        }

        return -1;
    }
}

/// <summary>All frames, by predicate.</summary>
public sealed class FrameLayer(IReadOnlyList<Frame> frames)
{
    private readonly Dictionary<int, Frame> byPredicate = frames.ToDictionary(f => f.Predicate);

    public IReadOnlyList<Frame> Frames { get; } = frames;

    /// <summary>The frame of this predicate token, or null.</summary>
    public Frame? At(int token) => byPredicate.GetValueOrDefault(token);
}
