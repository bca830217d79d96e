using NewsGraph.Knowledge;

namespace NewsGraph.Resources;

/// <summary>What stages that find and join mentions ask of the lexicons.</summary>
internal sealed class MentionLexicon(
    IReadOnlyDictionary<string, string> countries,
    IReadOnlyDictionary<string, string> demonyms,
    IReadOnlyDictionary<string, EntityType> nouns)
{
    public static MentionLexicon Standard { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, EntityType>());

    /// <summary>The canonical name of the country that goes by this name ("Britain" → "United Kingdom").</summary>
    public string? Country(string name) => countries.GetValueOrDefault(name);

    /// <summary>The canonical name of the country of this demonym ("British" → "United Kingdom").</summary>
    public string? CountryOfDemonym(string word) => demonyms.GetValueOrDefault(word);

    /// <summary>What one of this noun is, by its singular lemma: a protester is a Person; null if the lexicons do not know.</summary>
    public EntityType? TypeOfNoun(string lemma) => nouns.TryGetValue(lemma, out var type) ? type : null;
}
