using NewsGraph.Knowledge;

namespace NewsGraph.Resources;

/// <summary>What the stages that find and join mentions ask of the lexicons.</summary>
internal sealed class MentionLexicon
{
    private readonly Dictionary<string, string> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> demonyms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> citizens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> capitals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> wikidata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> organizations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityType> nouns = new(StringComparer.Ordinal);
    private readonly HashSet<string> offices = new(StringComparer.Ordinal);
    private readonly HashSet<string> honorifics = new(StringComparer.Ordinal);

    private MentionLexicon()
    {
        foreach (var row in Rows("countries"))
        {
            AddCountry(row);
        }

        foreach (var row in Rows("organizations"))
        {
            Add(organizations, row[0], row[0]);
            Add(organizations, Cell(row, 1), row[0]);
        }

        foreach (var row in Rows("cities"))
        {
            Add(places, row[0], row[0]);
            Add(places, Cell(row, 2), row[0]);
        }

        foreach (var row in Rows("offices"))
        {
            (Cell(row, 1) == "honorific" ? honorifics : offices).Add(row[0]);
            AddNoun(row[0], EntityType.Person);
        }

        AddNouns("person-nouns", EntityType.Person);
        foreach (var row in Rows("organization-nouns"))
        {
            AddNoun(row[0], Enum.Parse<EntityType>(row[1]));
        }

        AddNouns("group-nouns", EntityType.Group);
        AddNouns("place-nouns", EntityType.Place);
        AddNouns("event-nouns", EntityType.Event);
        AddNouns("law-nouns", EntityType.Law);
        AddNouns("thing-nouns", EntityType.Thing);
        AddNoun("country", EntityType.Country);
        AddNoun("nation", EntityType.Country);
    }

    public static MentionLexicon Standard { get; } = new();

    /// <summary>The canonical name of the country that goes by this name ("Britain" → "United Kingdom"), or null.</summary>
    public string? Country(string name) => countries.GetValueOrDefault(name);

    /// <summary>The canonical name of the country of this adjective ("British" → "United Kingdom"), or null.</summary>
    public string? CountryOfDemonym(string word) => demonyms.GetValueOrDefault(word);

    /// <summary>The country whose citizens are called so ("Britons" → "United Kingdom"), or null.</summary>
    public string? CountryOfCitizens(string word) => citizens.GetValueOrDefault(word);

    /// <summary>The country whose capital this is, or null.</summary>
    public string? CountryOfCapital(string name) => capitals.GetValueOrDefault(name);

    /// <summary>The Wikidata id of a country by its canonical name, or null.</summary>
    public string? WikidataOf(string country) => wikidata.GetValueOrDefault(country);

    /// <summary>The full name of a known body ("UN" → "United Nations"), or null.</summary>
    public string? Organization(string name) => organizations.GetValueOrDefault(name);

    /// <summary>The usual name of a known city, region or area, or null.</summary>
    public string? Place(string name) => places.GetValueOrDefault(name);

    /// <summary>What one of this noun (or fixed phrase of nouns) is: a protester is a Person; null if the lexicons do not know.</summary>
    public EntityType? TypeOfNoun(string lemma) => nouns.TryGetValue(lemma, out var type) ? type : null;

    /// <summary>Offices and ranks ("prime minister"), lower-cased.</summary>
    public bool IsOffice(string phrase) => offices.Contains(phrase);

    /// <summary>Forms of address ("mr.", "gen."), lower-cased.</summary>
    public bool IsHonorific(string word) => honorifics.Contains(word);

    private static IEnumerable<string[]> Rows(string name)
    {
        var path = $"lexicons/{name}.tsv";
        return ResourceFiles.List(path).Count > 0 ? ResourceFiles.ReadTable(path) : [];
    }

    private static string Cell(string[] row, int column) => column < row.Length ? row[column] : "";

    private static void Add(Dictionary<string, string> index, string names, string canonical)
    {
        foreach (var name in names.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            index.TryAdd(name, canonical);
        }
    }

    /// <summary>name, ISO code, other names, adjectives, a citizen, citizens, capitals, languages, Wikidata id.</summary>
    private void AddCountry(string[] row)
    {
        Add(countries, row[0], row[0]);
        Add(countries, Cell(row, 2), row[0]);
        Add(demonyms, Cell(row, 3), row[0]);
        Add(citizens, Cell(row, 4), row[0]);
        Add(citizens, Cell(row, 5), row[0]);
        Add(capitals, Cell(row, 6), row[0]);
        if (Cell(row, 8).Length > 0)
        {
            wikidata.TryAdd(row[0], Cell(row, 8));
        }
    }

    private void AddNouns(string file, EntityType type)
    {
        foreach (var row in Rows(file))
        {
            AddNoun(row[0], type);
        }
    }

    private void AddNoun(string noun, EntityType type) => nouns.TryAdd(noun, type);
}
