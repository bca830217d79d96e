using NewsGraph.Knowledge;
using NewsGraph.Resources;

namespace NewsGraph.Resolving;

/// <summary>How well a description fits an earlier mention: same noun, modifiers that do not contradict, words of one field.</summary>
internal sealed class DescriptionRules(MentionFacts[] facts, Clusters clusters, CoreferenceWords words)
{
    private const int SharedStem = 5;

    /// <summary>Log odds that rules give to a pair of a description and an earlier mention that is no pronoun.</summary>
    public double Score(MentionFacts later, MentionFacts earlier)
    {
        if (later.IsIndefinite && !(later.Type == EntityType.Event && SameWords(later, earlier)))
        {
            return -2;
        }

        var sameNoun = later.Lemma == earlier.Lemma;
        if (!sameNoun)
        {
            return later.IsDefinite && earlier.Kind == MentionKind.Nominal && words.AreSynonyms(later.Lemma, earlier.Lemma) && ModifiersAgree(later, earlier) ? 0.9
                : later.IsDefinite && words.Covers(later.Lemma, earlier.Lemma) && later.Modifiers.Count == 0 ? 0.7
                : 0;
        }

        if (CountriesDiffer(later, earlier) || PossessorsDiffer(later, earlier))
        {
            return -1.5;
        }

        var general = words.Is("general", later.Lemma);
        if (SameWords(later, earlier))
        {
            return later.Modifiers.Count > 0 ? 2.5 : general && !later.IsDefinite ? -0.5 : later.IsDefinite || IsInstitution(later) ? 1.8 : 0.5;
        }

        if (!ModifiersAgree(later, earlier))
        {
            return -0.7;
        }

        return later.IsDefinite ? general ? 0.6 : 1.6 : 0.2;
    }

    /// <summary>Bodies are definite without an article: "police", "government".</summary>
    private static bool IsInstitution(MentionFacts fact) => fact.Type is EntityType.Organization || fact.Lemma == "police";

    private static bool SameWords(MentionFacts a, MentionFacts b) => a.Lemma == b.Lemma && a.Modifiers.SetEquals(b.Modifiers);

    /// <summary>What the later one adds to the earlier one's modifiers is nothing, up to endings ("anti-terror", "anti-terrorism").</summary>
    private static bool ModifiersAgree(MentionFacts later, MentionFacts earlier)
    {
        foreach (var modifier in later.Modifiers)
        {
            if (!earlier.Modifiers.Contains(modifier) && modifier != earlier.Lemma && !earlier.Modifiers.Any(m => SharesStem(m, modifier)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SharesStem(string a, string b) =>
        a.Length >= SharedStem && b.Length >= SharedStem && a.AsSpan(0, SharedStem).SequenceEqual(b.AsSpan(0, SharedStem));

    private bool CountriesDiffer(MentionFacts a, MentionFacts b) =>
        a.CountryMention >= 0 && b.CountryMention >= 0 && !clusters.IsJoined(a.CountryMention, b.CountryMention)
        && facts[a.CountryMention].Country is not null && facts[b.CountryMention].Country is not null;

    private bool PossessorsDiffer(MentionFacts a, MentionFacts b) =>
        a.Possessor >= 0 && b.Possessor >= 0 && !clusters.IsJoined(a.Possessor, b.Possessor)
        && facts[a.Possessor].Kind == MentionKind.Name && facts[b.Possessor].Kind == MentionKind.Name;
}
