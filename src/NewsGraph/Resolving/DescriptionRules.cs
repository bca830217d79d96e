using NewsGraph.Knowledge;
using NewsGraph.Resources;

namespace NewsGraph.Resolving;

/// <summary>How well a description fits an earlier mention: same noun, modifiers that do not contradict, words of one field.</summary>
internal sealed class DescriptionRules(MentionFacts[] facts, Clusters clusters, CoreferenceWords words)
{
    private const int SharedStem = 5;

    /// <summary>What a contradiction between two descriptions weighs: nothing makes up for it.</summary>
    public const double Contradiction = -100;

    /// <summary>Log odds that rules give to a pair of a description and an earlier mention that is no pronoun.</summary>
    public double Score(MentionFacts later, MentionFacts earlier)
    {
        if (Contradict(later, earlier))
        {
            return Contradiction;
        }

        if (later.IsIndefinite && !(later.Type == EntityType.Event && SameWords(later, earlier)))
        {
            return -2;
        }

        var sameNoun = later.Lemma == earlier.Lemma;
        if (!sameNoun)
        {
            return later.IsDefinite && earlier.Kind == MentionKind.Nominal && words.AreSynonyms(later.Lemma, earlier.Lemma) && ModifiersAgree(later, earlier) ? 0.9
                : later.IsDefinite && words.Covers(later.Lemma, earlier.Lemma) && later.Modifiers.Count == 0 ? 0.7
                : earlier.Kind == MentionKind.Nominal && later.Type is EntityType.Organization or EntityType.Place ? -1.5
                : 0;
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

    /// <summary>Two countries, two owners, two bodies behind the noun: two things.</summary>
    private bool Contradict(MentionFacts a, MentionFacts b)
    {
        if (a.Type == EntityType.Person && b.Type == EntityType.Person && a.Kind == MentionKind.Nominal && a.Complement >= 0 && IsNamed(b.Index) && !SharesOffice(a, b))
        {
            return true;
        }

        var (x, y) = (CountryOf(a), CountryOf(b));
        return (x is not null && y is not null && x != y && a.Country is null && b.Country is null)
            || (Owner(a) is var i and >= 0 && Owner(b) is var j and >= 0 && !clusters.IsJoined(i, j) && IsNamed(i) && IsNamed(j))
            || (a.Lemma == b.Lemma && a.Complement >= 0 && b.Complement >= 0 && !clusters.IsJoined(a.Complement, b.Complement) && facts[a.Complement].Kind == MentionKind.Name && facts[b.Complement].Kind == MentionKind.Name);
    }

    /// <summary>Some mention of the named person bears the office that the description names.</summary>
    private bool SharesOffice(MentionFacts description, MentionFacts person)
    {
        foreach (var member in clusters.Members(clusters.Root(person.Index)))
        {
            if (facts[member].Offices.Intersect(description.Offices, StringComparer.Ordinal).Any())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The country that the mention belongs to: by its own words, or that of the office of a possessor ("[the president]'s forces").</summary>
    private string? CountryOf(MentionFacts fact)
    {
        var mention = fact.CountryMention;
        if (mention < 0 && fact.Possessor >= 0)
        {
            foreach (var member in clusters.Members(clusters.Root(fact.Possessor)))
            {
                if (facts[member].CountryMention >= 0 && facts[member].Offices.Count > 0)
                {
                    mention = facts[member].CountryMention;
                    break;
                }
            }
        }

        if (mention < 0)
        {
            return null;
        }

        foreach (var member in clusters.Members(clusters.Root(mention)))
        {
            if (facts[member].Country is { } country)
            {
                return country;
            }
        }

        return null;
    }

    private int Owner(MentionFacts fact) => fact.Possessor;

    private bool IsNamed(int mention) => clusters.Members(clusters.Root(mention)).Any(m => facts[m].Kind == MentionKind.Name);
}
