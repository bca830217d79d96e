namespace NewsGraph.Resources;

/// <summary>Grammar of one pronoun.</summary>
/// <param name="Person">1, 2 or 3.</param>
/// <param name="Number">singular, plural or both.</param>
/// <param name="Gender">male, female, thing, people (persons or groups, never things) or any.</param>
/// <param name="Form">subject, object, possessive, reflexive, demonstrative or indefinite.</param>
internal sealed record Pronoun(string Word, int Person, string Number, string Gender, string Form)
{
    public bool IsPersonal => Form is not ("demonstrative" or "indefinite");
}

/// <summary>The pronouns of <c>lexicons/pronouns.tsv</c>.</summary>
internal sealed class PronounTable
{
    private readonly Dictionary<string, Pronoun> byWord;

    private PronounTable(Dictionary<string, Pronoun> byWord) => this.byWord = byWord;

    public static PronounTable Standard { get; } = new(
        ResourceFiles.ReadTable("lexicons/pronouns.tsv")
            .Select(r => new Pronoun(r[0], r[1][0] - '0', r[2], r[3], r[4]))
            .ToDictionary(p => p.Word, StringComparer.Ordinal));

    /// <summary>The pronoun of this lower-cased word, or null.</summary>
    public Pronoun? Find(string word) => byWord.GetValueOrDefault(word);
}
