using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Resolving;

internal enum Gender
{
    Unknown,
    Male,
    Female,
}

internal enum GrammaticalNumber
{
    Unknown,
    Singular,
    Plural,
}

/// <summary>What is known of a mention before any joining: grammar, words, country, office.</summary>
internal sealed class MentionFacts
{
    public required EntityMention Mention { get; init; }

    public int Index => Mention.Index;

    public EntityType Type => Mention.Type;

    public MentionKind Kind => Mention.Kind;

    public required int Sentence { get; init; }

    public Pronoun? Pronoun { get; init; }

    /// <summary>Lemma of what is meant: the head, or the complement of a collective ("groups of [fighters]").</summary>
    public required string Lemma { get; init; }

    public required GrammaticalNumber Number { get; init; }

    public Gender Gender { get; set; }

    /// <summary>Canonical name where the mention names a country, by name or demonym.</summary>
    public string? Country { get; init; }

    /// <summary>Lower-cased words of the name proper; empty for others.</summary>
    public required string[] Name { get; init; }

    /// <summary>Lower-cased content words besides the head: adjectives, compounds, complements; no titles' countries.</summary>
    public required HashSet<string> Modifiers { get; init; }

    /// <summary>Mention of a country that the mention belongs to ("[Fooish] president", "president of [Fooland]"); −1 if none.</summary>
    public int CountryMention { get; set; } = -1;

    /// <summary>Mention of a possessor ("[his] forces"); −1 if none.</summary>
    public int Possessor { get; set; } = -1;

    /// <summary>Mention of a body or place behind the head word ("head of [the agency]"); −1 if none.</summary>
    public int Complement { get; set; } = -1;

    /// <summary>A clause without a comma singles out which one is meant ("the country that …").</summary>
    public bool IsRestricted { get; init; }

    /// <summary>the, this, that, a possessor: something known.</summary>
    public bool IsDefinite { get; init; }

    /// <summary>a, an, another, some, numbers: something new.</summary>
    public bool IsIndefinite { get; init; }

    /// <summary>Office nouns with their modifiers in the mention ("prime minister"), for persons.</summary>
    public IReadOnlyList<string> Offices { get; init; } = [];

    /// <summary>"former", "ousted" and the like stand in the mention.</summary>
    public bool IsFormer { get; init; }

    public required bool IsQuoted { get; init; }

    public required bool IsSubject { get; init; }
}
