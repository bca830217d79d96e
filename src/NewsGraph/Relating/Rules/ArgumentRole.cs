namespace NewsGraph.Relating.Rules;

/// <summary>Where a participant stands, seen from the trigger.</summary>
internal enum RoleKind
{
    /// <summary>Who acts: active subject, by-phrase, owner of a noun of action, lender of a support verb's noun.</summary>
    Agent,

    /// <summary>Who is acted upon: object, passive subject, of-phrase of a noun.</summary>
    Patient,

    /// <summary>The indirect object.</summary>
    Recipient,

    /// <summary>The dependent with a given preposition.</summary>
    Preposition,

    /// <summary>The owner ("X's").</summary>
    Possessor,

    /// <summary>A name or nominal that modifies the noun: "the Fooish invasion".</summary>
    Modifier,

    /// <summary>The trigger's own mention ("his predecessor").</summary>
    Self,

    /// <summary>The noun that an adjective or participle modifies, or whose predicate it is.</summary>
    Modified,

    /// <summary>Who does what happens meanwhile: the minister of "the minister spoke during a call with X", "the minister's remarks came in a call with X".</summary>
    Context,

    /// <summary>The object of the verb in the trigger's clausal complement: "vowed to punish X".</summary>
    ComplementPatient,

    /// <summary>Who shall do what the clausal complement says: "demanded that X leave".</summary>
    ComplementAgent,
}

/// <summary>One alternative of a role pattern.</summary>
internal readonly record struct RoleStep(RoleKind Kind, string Preposition);

/// <summary>Alternatives in order of preference; <see cref="IsOptional"/> allows the text to leave the participant unsaid.</summary>
internal sealed class ArgumentRole
{
    private ArgumentRole(RoleStep[] steps, bool isOptional)
    {
        Steps = steps;
        IsOptional = isOptional;
    }

    public RoleStep[] Steps { get; }

    public bool IsOptional { get; }

    /// <summary>Reads <c>patient|against|on?</c>; <c>-</c> is nothing at all.</summary>
    public static ArgumentRole Parse(string pattern)
    {
        var text = pattern.Trim();
        var optional = text.EndsWith('?') || text == "-";
        List<RoleStep> steps = [];
        foreach (var word in text.TrimEnd('?').Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == "-")
            {
                continue;
            }

            steps.Add(word switch
            {
                "agent" => new RoleStep(RoleKind.Agent, string.Empty),
                "patient" => new RoleStep(RoleKind.Patient, string.Empty),
                "recipient" => new RoleStep(RoleKind.Recipient, string.Empty),
                "poss" => new RoleStep(RoleKind.Possessor, string.Empty),
                "mod" => new RoleStep(RoleKind.Modifier, string.Empty),
                "self" => new RoleStep(RoleKind.Self, string.Empty),
                "context" => new RoleStep(RoleKind.Context, string.Empty),
                "noun" => new RoleStep(RoleKind.Modified, string.Empty),
                "comp-patient" => new RoleStep(RoleKind.ComplementPatient, string.Empty),
                "comp-agent" => new RoleStep(RoleKind.ComplementAgent, string.Empty),
                _ => new RoleStep(RoleKind.Preposition, word),
            });
        }

        return new ArgumentRole([.. steps], optional);
    }
}
