using NewsGraph.Knowledge;

namespace NewsGraph.Resources;

/// <summary>What the stages that find and join mentions ask of <see cref="WorldKnowledge"/>, in their words.</summary>
internal sealed class MentionLexicon(WorldKnowledge world)
{
    public static MentionLexicon Standard { get; } = new(WorldKnowledge.Default);

    /// <summary>The usual name of the country that goes by this name ("Britain" → "United Kingdom"), or null.</summary>
    public string? Country(string name) => Find(name, WorldNameKind.Country);

    /// <summary>The usual name of the country of this adjective ("British" → "United Kingdom"), or null.</summary>
    public string? CountryOfDemonym(string word) => Find(word, WorldNameKind.CountryAdjective);

    /// <summary>The country whose citizens are called so ("Britons" → "United Kingdom"), or null.</summary>
    public string? CountryOfCitizens(string word) => Find(word, WorldNameKind.Citizens);

    /// <summary>The country whose capital this is, or null.</summary>
    public string? CountryOfCapital(string name) => world.CountryWithCapital(name)?.Name;

    /// <summary>The Wikidata id of a country by its usual name, or null.</summary>
    public string? WikidataOf(string country) => world.Country(country)?.Wikidata;

    /// <summary>The full name of a known body or medium ("UN" → "United Nations"), or null.</summary>
    public string? Organization(string name) => Find(name, WorldNameKind.Organization) ?? Find(name, WorldNameKind.Media);

    /// <summary>The usual name of a known city, region or area, or null.</summary>
    public string? Place(string name)
    {
        foreach (var found in world.Names.Find(name))
        {
            if (found.Kind is WorldNameKind.Capital or WorldNameKind.City or WorldNameKind.Region or WorldNameKind.Area)
            {
                return found.Name;
            }
        }

        return null;
    }

    /// <summary>What one of this noun (or fixed phrase of nouns) is: a protester is a Person; null if the lexicons do not know.</summary>
    public EntityType? TypeOfNoun(string words) =>
        words is "country" or "nation" ? EntityType.Country : world.Noun(words)?.Type;

    /// <summary>Forms of address ("mr.", "gen."), lower-cased.</summary>
    public bool IsHonorific(string word) => world.Office(word) is { Kind: "honorific" };

    /// <summary>Who bears this given name; null if it is unknown.</summary>
    public NameGender? GenderOf(string givenName) => world.GenderOf(givenName);

    private string? Find(string name, WorldNameKind kind)
    {
        foreach (var found in world.Names.Find(name))
        {
            if (found.Kind == kind)
            {
                return found.Name;
            }
        }

        return null;
    }
}
