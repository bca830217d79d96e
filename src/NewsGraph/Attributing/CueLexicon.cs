using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Attributing;

/// <summary>What a reporting word does to the truth of what it reports.</summary>
internal enum Stance
{
    Affirm,

    /// <summary>The speaker says that it is not so.</summary>
    Deny,
    Ask,
    Order,
}

/// <summary>A word that reports speech or thought.</summary>
/// <param name="Frames">Where its content stands: <c>that</c>, <c>quote</c>, <c>whether</c>, <c>to</c>, <c>object</c>, <c>out</c>, <c>source</c> or a preposition.</param>
internal sealed record Cue(string Lemma, bool IsNoun, IReadOnlySet<string> Frames, Stance Stance, string Example)
{
    public bool Takes(string frame) => Frames.Contains(frame);
}

/// <summary>The reporting words of <c>lexicons/cues.tsv</c> and the nouns for what is said (<c>lexicons/saying-nouns.txt</c>).</summary>
internal sealed class CueLexicon
{
    private readonly Dictionary<string, Cue> verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cue> nouns = new(StringComparer.Ordinal);

    private CueLexicon()
    {
        foreach (var row in ResourceFiles.ReadTable("lexicons/cues.tsv"))
        {
            var cue = new Cue(row[0], row[1] == "N", row[2].Split(' ').ToHashSet(StringComparer.Ordinal), Enum.Parse<Stance>(row[3], ignoreCase: true), row[4]);
            (cue.IsNoun ? nouns : verbs).Add(cue.Lemma, cue);
        }

        SayingNouns = ResourceFiles.ReadLines("lexicons/saying-nouns.txt").ToHashSet(StringComparer.Ordinal);
    }

    public static CueLexicon Shared { get; } = new();

    public IEnumerable<Cue> All => verbs.Values.Concat(nouns.Values);

    /// <summary>"statement", "letter": what says something for its author.</summary>
    public IReadOnlySet<string> SayingNouns { get; }

    public Cue? At(TagLayer tags, int token) => tags.Upos[token] switch
    {
        "VERB" => verbs.GetValueOrDefault(tags.Lemmas[token]),
        "NOUN" => nouns.GetValueOrDefault(tags.Lemmas[token]),
        _ => null,
    };
}
