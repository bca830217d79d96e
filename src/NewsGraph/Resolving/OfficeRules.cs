using NewsGraph.Knowledge;
using NewsGraph.Resources;

namespace NewsGraph.Resolving;

/// <summary>
/// Who holds which office, as titles and appositions of the article tell, and whom "the president", "the Fooish leader",
/// "the former minister" means therefore.
/// </summary>
internal sealed class OfficeRules(MentionFacts[] facts, Clusters clusters, CoreferenceWords words)
{
    private const double Threshold = 1.5;
    private readonly List<Office> offices = [];

    private readonly record struct Office(int Mention, string Phrase, string Noun, string? Country, bool IsFormer);

    /// <summary>Notes the offices of one mention of a person: those that its words name.</summary>
    public void Note(MentionFacts fact)
    {
        if (fact.Type != EntityType.Person)
        {
            return;
        }

        foreach (var phrase in fact.Offices)
        {
            offices.Add(new Office(fact.Index, phrase, Noun(phrase), CountryOf(fact), fact.IsFormer));
        }
    }

    /// <summary>A mention of the person whom the description means, and how sure that is; −1 if the article names none.</summary>
    public (int Mention, double Score) Find(MentionFacts description)
    {
        if (description.Type != EntityType.Person || description.Kind != MentionKind.Nominal || description.IsIndefinite || description.Offices.Count == 0
            || description.Number == GrammaticalNumber.Plural)
        {
            return (-1, 0);
        }

        var phrase = description.Offices[^1];
        var noun = Noun(phrase);
        if (words.Is("turned", noun))
        {
            return (-1, 0);
        }

        var country = CountryOf(description);
        var (best, bestScore) = (-1, Threshold);
        foreach (var office in offices)
        {
            if (office.Mention == description.Index)
            {
                continue;
            }

            var score = Match(phrase, noun, country, office);
            if (score <= 0 || (country is not null && office.Country is not null && country != office.Country))
            {
                continue;
            }

            if (description.Complement >= 0 && !(facts[office.Mention].Complement is var body and >= 0 && clusters.IsJoined(body, description.Complement)))
            {
                continue;
            }

            score += country is not null && country == office.Country ? 2 : 0;
            score -= office.IsFormer == description.IsFormer ? 0 : description.IsFormer ? 1 : 1.2;
            score += facts[office.Mention].Kind == MentionKind.Name ? 0.5 : 0;
            var distance = description.Index - office.Mention;
            score -= distance > 0 ? Math.Min(0.8, 0.01 * distance) : Math.Min(1, 0.4 - (0.02 * distance));
            if (score > bestScore && clusters.MayJoin(clusters.Root(office.Mention), clusters.Root(description.Index)))
            {
                (best, bestScore) = (office.Mention, score);
            }
        }

        return (best, bestScore);
    }

    /// <summary>Another holder of the same office than the possessor: "his predecessor".</summary>
    public int FindOther(MentionFacts description, int possessor)
    {
        var root = clusters.Root(possessor);
        var nouns = offices.Where(o => clusters.Root(o.Mention) == root).Select(o => o.Noun).ToHashSet(StringComparer.Ordinal);
        var best = -1;
        var bestScore = 0.0;
        foreach (var office in offices)
        {
            if (clusters.Root(office.Mention) == root || !nouns.Contains(office.Noun) || !clusters.MayJoin(clusters.Root(office.Mention), clusters.Root(description.Index)))
            {
                continue;
            }

            var score = 1 + (office.IsFormer ? 1 : 0) - (0.005 * Math.Abs(description.Index - office.Mention));
            if (score > bestScore)
            {
                (best, bestScore) = (office.Mention, score);
            }
        }

        return best;
    }

    private double Match(string phrase, string noun, string? country, Office office)
    {
        if (office.Phrase == phrase)
        {
            return 3;
        }

        if (office.Noun == noun)
        {
            return phrase == noun || office.Phrase == office.Noun ? 2 : 0;
        }

        if (words.Covers(noun, office.Noun) || words.Covers(noun, office.Phrase) || words.Covers(office.Noun, noun))
        {
            return words.Is("general", noun) && country is null ? 1.5 : 2;
        }

        return office.Noun == "counterpart" && country is not null && country == office.Country ? 1 : 0;
    }

    private string? CountryOf(MentionFacts fact) => fact.CountryMention >= 0 ? EntityCountry(fact.CountryMention) : null;

    private string? EntityCountry(int mention)
    {
        foreach (var member in clusters.Members(clusters.Root(mention)))
        {
            if (facts[member].Country is { } country)
            {
                return country;
            }
        }

        return null;
    }

    private static string Noun(string phrase) => phrase[(phrase.LastIndexOf(' ') + 1)..];
}
