using System.Collections.Frozen;
using System.Collections.Immutable;
using NewsGraph.Knowledge;

namespace NewsGraph.Resources;

/// <summary>A country of <c>countries.tsv</c>.</summary>
/// <param name="Iso">ISO 3166 code; empty for states that have none.</param>
public sealed record Country(
    string Name,
    string Iso,
    ImmutableArray<string> Aliases,
    ImmutableArray<string> Adjectives,
    ImmutableArray<string> Citizen,
    ImmutableArray<string> Citizens,
    ImmutableArray<string> Capitals,
    ImmutableArray<string> Languages,
    string? Wikidata);

/// <summary>What a known name is the name of.</summary>
public enum WorldNameKind
{
    Country,

    /// <summary>"Norwegian".</summary>
    CountryAdjective,

    /// <summary>"Norwegian", "Dane".</summary>
    Citizen,

    /// <summary>"Norwegians", "Danes", "the French".</summary>
    Citizens,
    Capital,
    City,
    Region,

    /// <summary>Continent, sea, several countries.</summary>
    Area,
    Organization,
    Media,
}

/// <summary>One meaning of a known name.</summary>
/// <param name="Name">The usual name: of the country for adjectives and citizens too.</param>
/// <param name="Iso">ISO 3166 code of the country, or empty.</param>
/// <param name="Subtype">"party", "agency", "newspaper" … for organizations and media; the country for capitals; empty elsewhere.</param>
public readonly record struct WorldName(WorldNameKind Kind, string Name, string Iso, string Subtype)
{
    public EntityType Type => Kind switch
    {
        WorldNameKind.Country or WorldNameKind.CountryAdjective => EntityType.Country,
        WorldNameKind.Citizen => EntityType.Person,
        WorldNameKind.Citizens => EntityType.Group,
        WorldNameKind.Organization or WorldNameKind.Media => EntityType.Organization,
        _ => EntityType.Place,
    };
}

/// <summary>An office, rank or form of address.</summary>
/// <param name="Words">Lower case, singular.</param>
/// <param name="Kind"><c>office</c>, <c>military</c> or <c>honorific</c>.</param>
/// <param name="HeldOf"><c>country</c>, <c>organization</c> or empty: what one usually holds it of.</param>
/// <param name="IsPlural">True for "ministers".</param>
public sealed record Office(string Words, string Kind, string HeldOf, bool IsPlural);

/// <summary>What a common noun denotes.</summary>
/// <param name="Lemma">Singular, lower case.</param>
/// <param name="Kind">Finer: "kin", "profession", "facility", "weapon" …</param>
/// <param name="IsPlural">Persons in the plural have type Group.</param>
public readonly record struct NounSense(string Lemma, EntityType Type, string Kind, bool IsPlural);

public enum NameGender
{
    Male,
    Female,
    Both,
}

/// <summary>
/// General knowledge of names and nouns (<c>lexicons/*.tsv</c>): countries with their adjectives, citizens and capitals, cities,
/// organizations, media, offices, given names, and what common nouns denote. Immutable; made on first use.
/// </summary>
public sealed class WorldKnowledge
{
    private static readonly Lazy<WorldKnowledge> Shared = new(() => new WorldKnowledge());

    private readonly FrozenDictionary<string, Country> countries;
    private readonly FrozenDictionary<string, NameGender> givenNames;

    private WorldKnowledge()
    {
        Countries = [.. ResourceFiles.ReadTable("lexicons/countries.tsv").Select(ReadCountry)];
        countries = Countries.ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);
        givenNames = ResourceFiles.ReadTable("lexicons/given-names.tsv").ToFrozenDictionary(r => r[0], r => Enum.Parse<NameGender>(r[1], ignoreCase: true), StringComparer.Ordinal);
        Names = new PhraseTrie<WorldName>(AllNames());
        Offices = new PhraseTrie<Office>(AllOffices(), ignoreCase: true);
        Nouns = new PhraseTrie<NounSense>(AllNouns(), ignoreCase: true);
    }

    public static WorldKnowledge Default => Shared.Value;

    public ImmutableArray<Country> Countries { get; }

    /// <summary>Names of countries, citizens, capitals, cities, regions, organizations, media; capitals and small letters matter.</summary>
    public PhraseTrie<WorldName> Names { get; }

    /// <summary>Offices and titles of one or several words, in singular and plural; case does not matter.</summary>
    public PhraseTrie<Office> Offices { get; }

    /// <summary>
    /// Common nouns of one or several words, in singular and plural; case does not matter. Meanings stand in the order person, group,
    /// organization, event, place, law, thing: the first is the most usual in news.
    /// </summary>
    public PhraseTrie<NounSense> Nouns { get; }

    /// <summary>The country with this usual name (as in <see cref="WorldName.Name"/>), or null.</summary>
    public Country? Country(string name) => countries.GetValueOrDefault(name);

    /// <summary>The country that a word names: by name or alias, adjective, citizen or citizens ("US", "Danish", "Danes"); null if none.</summary>
    public Country? CountryOf(string words)
    {
        foreach (var name in Names.Find(words))
        {
            if (name.Kind is WorldNameKind.Country or WorldNameKind.CountryAdjective or WorldNameKind.Citizen or WorldNameKind.Citizens)
            {
                return Country(name.Name);
            }
        }

        return null;
    }

    /// <summary>True if one of the meanings is of this kind.</summary>
    public bool Is(string words, WorldNameKind kind)
    {
        foreach (var name in Names.Find(words))
        {
            if (name.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The country whose capital this is; null if it is none.</summary>
    public Country? CountryWithCapital(string city)
    {
        foreach (var name in Names.Find(city))
        {
            if (name.Kind == WorldNameKind.Capital)
            {
                return Countries.FirstOrDefault(c => c.Capitals.Contains(city)) ?? Country(name.Subtype);
            }
        }

        return null;
    }

    /// <summary>The office of these words, or null.</summary>
    public Office? Office(string words) => Offices.Find(words) is { IsEmpty: false } found ? found[0] : null;

    /// <summary>The most usual meaning of a common noun, or null.</summary>
    public NounSense? Noun(string words) => Nouns.Find(words) is { IsEmpty: false } found ? found[0] : null;

    /// <summary>Who bears this given name; null if it is unknown (which says nothing).</summary>
    public NameGender? GenderOf(string givenName) => givenNames.TryGetValue(givenName, out var gender) ? gender : null;

    private static Country ReadCountry(string[] row) => new(row[0], row[1], List(row[2]), List(row[3]), List(row[4]), List(row[5]), List(row[6]), List(row[7]), row[8].Length > 0 ? row[8] : null);

    private static ImmutableArray<string> List(string cell) => [.. cell.Split('|', StringSplitOptions.RemoveEmptyEntries)];

    private IEnumerable<(string Phrase, WorldName Value)> AllNames()
    {
        foreach (var country in Countries)
        {
            foreach (var name in country.Aliases.Prepend(country.Name))
            {
                yield return (name, new WorldName(WorldNameKind.Country, country.Name, country.Iso, ""));
            }

            foreach (var (words, kind) in new (ImmutableArray<string>, WorldNameKind)[] { (country.Adjectives, WorldNameKind.CountryAdjective), (country.Citizen, WorldNameKind.Citizen), (country.Citizens, WorldNameKind.Citizens) })
            {
                foreach (var word in words)
                {
                    yield return (word, new WorldName(kind, country.Name, country.Iso, ""));
                }
            }

            foreach (var capital in country.Capitals)
            {
                yield return (capital, new WorldName(WorldNameKind.Capital, country.Capitals[0], country.Iso, country.Name));
            }
        }

        foreach (var row in ResourceFiles.ReadTable("lexicons/cities.tsv"))
        {
            var kind = row[3] switch { "city" => WorldNameKind.City, "region" => WorldNameKind.Region, _ => WorldNameKind.Area };
            foreach (var name in List(row[2]).Prepend(row[0]))
            {
                yield return (name, new WorldName(kind, row[0], row[1], ""));
            }
        }

        foreach (var (file, kind) in new (string, WorldNameKind)[] { ("lexicons/organizations.tsv", WorldNameKind.Organization), ("lexicons/media.tsv", WorldNameKind.Media) })
        {
            foreach (var row in ResourceFiles.ReadTable(file))
            {
                foreach (var name in List(row[1]).Prepend(row[0]))
                {
                    yield return (name, new WorldName(kind, row[0], row.Length > 3 ? row[3] : "", row[2]));
                }
            }
        }
    }

    private static IEnumerable<(string Phrase, Office Value)> AllOffices()
    {
        foreach (var row in ResourceFiles.ReadTable("lexicons/offices.tsv"))
        {
            yield return (row[0], new Office(row[0], row[1], row[3], IsPlural: false));
            if (row[2].Length > 0 && row[2] != row[0])
            {
                yield return (row[2], new Office(row[0], row[1], row[3], IsPlural: true));
            }
        }
    }

    private static IEnumerable<(string Phrase, NounSense Value)> AllNouns()
    {
        foreach (var row in ResourceFiles.ReadTable("lexicons/person-nouns.tsv"))
        {
            yield return (row[0], new NounSense(row[0], EntityType.Person, row[1], IsPlural: false));
            yield return (row[2], new NounSense(row[0], EntityType.Group, row[1], IsPlural: true));
        }

        foreach (var row in ResourceFiles.ReadTable("lexicons/offices.tsv").Where(r => r[1] != "honorific"))
        {
            yield return (row[0], new NounSense(row[0], EntityType.Person, row[1], IsPlural: false));
            yield return (row[2], new NounSense(row[0], EntityType.Group, row[1], IsPlural: true));
        }

        foreach (var row in ResourceFiles.ReadTable("lexicons/group-nouns.tsv"))
        {
            yield return (row[0], new NounSense(row[0], EntityType.Group, "people", IsPlural: true));
        }

        foreach (var row in ResourceFiles.ReadTable("lexicons/organization-nouns.tsv"))
        {
            foreach (var sense in Both(row[0], row[3], Enum.Parse<EntityType>(row[1]), row[2]))
            {
                yield return sense;
            }
        }

        foreach (var (file, type) in new (string, EntityType)[] { ("event", EntityType.Event), ("place", EntityType.Place), ("law", EntityType.Law), ("thing", EntityType.Thing) })
        {
            foreach (var row in ResourceFiles.ReadTable($"lexicons/{file}-nouns.tsv"))
            {
                foreach (var sense in Both(row[0], row[^1], type, row.Length > 2 ? row[1] : ""))
                {
                    yield return sense;
                }
            }
        }
    }

    private static IEnumerable<(string Phrase, NounSense Value)> Both(string singular, string plural, EntityType type, string kind)
    {
        yield return (singular, new NounSense(singular, type, kind, IsPlural: false));
        if (plural != singular)
        {
            yield return (plural, new NounSense(singular, type, kind, IsPlural: true));
        }
    }
}
