using NewsGraph.Knowledge;
using NewsGraph.Resources;

namespace NewsGraph.Attributing;

/// <summary>What a word does to the truth of a complement. A null modality keeps that of the word itself.</summary>
internal sealed record Effect(string Lemma, char Class, string Frame, bool Turns, Modality? Modality, string Example);

/// <summary>The words of <c>lexicons/factuality.tsv</c>.</summary>
internal sealed class FactualityLexicon
{
    private readonly Dictionary<string, List<Effect>> effects = new(StringComparer.Ordinal);

    private FactualityLexicon()
    {
        foreach (var row in ResourceFiles.ReadTable("lexicons/factuality.tsv"))
        {
            if (!effects.TryGetValue(row[0], out var list))
            {
                effects.Add(row[0], list = []);
            }

            list.Add(new Effect(row[0], row[1][0], row[2], row[3] == "-", row[4] == "=" ? null : Enum.Parse<Modality>(row[4], ignoreCase: true), row[5]));
        }

        LightVerbs = ResourceFiles.ReadLines("lexicons/light-verbs.txt").ToHashSet(StringComparer.Ordinal);
    }

    public static FactualityLexicon Shared { get; } = new();

    public IEnumerable<Effect> All => effects.Values.SelectMany(e => e);

    /// <summary>Verbs that say of an event noun only that it takes place ("hold", "launch").</summary>
    public IReadOnlySet<string> LightVerbs { get; }

    /// <summary>Effect of a word of this part of speech (Universal Dependencies tag) on a complement in this frame, or null.</summary>
    public Effect? Find(string lemma, string upos, string frame)
    {
        if (!effects.TryGetValue(lemma, out var list))
        {
            return null;
        }

        var wanted = upos switch { "VERB" or "AUX" => 'V', "NOUN" or "PROPN" => 'N', "ADJ" => 'A', _ => 'R' };
        foreach (var effect in list)
        {
            // A participle may be tagged as verb or adjective ("is expected", "the planned visit").
            if ((effect.Class == wanted || (wanted is 'V' or 'A' && effect.Class is 'V' or 'A')) && string.Equals(effect.Frame, frame, StringComparison.Ordinal))
            {
                return effect;
            }
        }

        return null;
    }
}
