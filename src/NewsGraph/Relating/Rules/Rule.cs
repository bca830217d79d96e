using NewsGraph.Knowledge;
using NewsGraph.Relating.Ontologies;

namespace NewsGraph.Relating.Rules;

/// <summary>A construction of the language and the relation that it states; one entry of <c>ontology/rules/*.yml</c>.</summary>
internal sealed class Rule
{
    public required string Id { get; init; }

    public required RelationType Type { get; init; }

    public required ArgumentRole Subject { get; init; }

    public required ArgumentRole Object { get; init; }

    /// <summary>Participants where the trigger is a noun; the verb's where the rule gives none of its own.</summary>
    public required ArgumentRole NounSubject { get; init; }

    public required ArgumentRole NounObject { get; init; }

    /// <summary>True if a lone owner of the noun undergoes it: "X's arrest"; false where the owner does it: "X's attack".</summary>
    public bool OwnerUndergoes { get; init; }

    /// <summary>What else must hold of the trigger: "xcomp", "ccomp", "passive", "active", "no-object", a preposition as "+for", a dependent word as "word:guilty"; with "!" must not.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>Bits of the entity types that may stand as subject; the relation type's unless the rule narrows them.</summary>
    public required int SubjectTypes { get; init; }

    public required int ObjectTypes { get; init; }

    public Modality? Modality { get; init; }

    public Polarity? Polarity { get; init; }

    /// <summary>Share of right ones among what the rule finds in annotated news, or the author's estimate.</summary>
    public required double Confidence { get; init; }

    /// <summary>True if the rule may stand beside another type at the same trigger.</summary>
    public bool Also { get; init; }

    public string? Example { get; init; }

    /// <summary>What the example states: <c>subject &gt; object</c>, several by semicolon.</summary>
    public string? Finds { get; init; }

    /// <summary>A sentence in which the rule finds nothing.</summary>
    public string? Silent { get; init; }

    /// <summary>Why the example fails for now; null where it must hold.</summary>
    public string? Known { get; init; }
}

/// <summary>A word that may trigger a rule and what must hang on it.</summary>
/// <param name="Tag">V verb, N noun, A adjective.</param>
/// <param name="Particle">"up" of "round up"; null for none.</param>
/// <param name="Object">Lemmas of the object noun: "talk" of "hold talks"; null for none.</param>
/// <param name="Oblique">Lemmas of a prepositional noun: "custody" of "take into custody".</param>
internal sealed record Trigger(Rule Rule, string Lemma, char Tag, string? Particle, string[]? Object, string[]? Oblique)
{
    public int Specificity => (Particle is null ? 0 : 1) + (Object is null ? 0 : 1) + (Oblique is null ? 0 : 1);

    /// <summary>Reads <c>round up</c>, <c>hold obj:talk/meeting</c>, <c>take obl:custody</c>.</summary>
    public static Trigger Parse(Rule rule, string pattern, char tag)
    {
        var words = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string? particle = null;
        string[]? @object = null, oblique = null;
        foreach (var word in words.AsSpan(1))
        {
            if (word.StartsWith("obj:", StringComparison.Ordinal))
            {
                @object = word[4..].Split('/');
            }
            else if (word.StartsWith("obl:", StringComparison.Ordinal))
            {
                oblique = word[4..].Split('/');
            }
            else
            {
                particle = word;
            }
        }

        return new Trigger(rule, words[0], tag, particle, @object, oblique);
    }
}
