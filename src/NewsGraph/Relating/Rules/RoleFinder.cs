namespace NewsGraph.Relating.Rules;

/// <summary>Finds the token that fills a role of a trigger. −1 for none.</summary>
internal sealed class RoleFinder(Syntax syntax)
{
    /// <param name="step">Which role.</param>
    /// <param name="trigger">Head token of the trigger.</param>
    /// <param name="noun">True if the trigger is a noun.</param>
    /// <param name="complement">The object or oblique noun of a light verb's trigger ("talks" of "hold talks"), or −1.</param>
    /// <param name="rule">For its other role: an owner goes to the role that nothing else fills.</param>
    public int Find(RoleStep step, int trigger, bool noun, int complement, Rule rule) => step.Kind switch
    {
        RoleKind.Agent => noun ? NounAgent(trigger, rule) : syntax.Agent(trigger),
        RoleKind.Patient => noun ? NounPatient(trigger, rule) : complement >= 0 && syntax.Tree.Child(trigger, "obj") == complement ? -1 : Other(syntax.Patient(trigger), complement),
        RoleKind.Recipient => syntax.Tree.Child(trigger, "iobj"),
        RoleKind.Preposition => ByPreposition(step.Preposition, trigger, noun, complement),
        RoleKind.Possessor => Possessor(complement >= 0 && !noun ? complement : trigger),
        RoleKind.Modifier => Modifier(complement >= 0 && !noun ? complement : trigger),
        RoleKind.Self => trigger,
        RoleKind.Modified => Modified(trigger),
        RoleKind.Context => Context(trigger),
        RoleKind.ComplementPatient => Complement(trigger) is >= 0 and var clause ? syntax.IsVerb(clause) ? syntax.Patient(clause) : -1 : -1,
        RoleKind.ComplementAgent => Complement(trigger) is >= 0 and var clause ? syntax.Subject(clause) : -1,
        _ => -1,
    };

    /// <summary>The verb (or predicate) that the trigger takes as a clause: xcomp, ccomp, or an infinitive on its noun.</summary>
    public int Complement(int trigger)
    {
        foreach (var child in syntax.Tree.Children(trigger))
        {
            if (syntax.Tree.Relation(child) is "xcomp" or "ccomp")
            {
                return child;
            }
        }

        foreach (var child in syntax.Tree.Children(trigger))
        {
            if (child > trigger && syntax.Tree.Relation(child) is "acl" or "advcl" && syntax.HasMarker(child, "to"))
            {
                return child;
            }
        }

        return -1;
    }

    public int Possessor(int noun) => syntax.Tree.Child(noun, "nmod:poss");

    private static int Other(int token, int complement) => token == complement ? -1 : token;

    private int ByPreposition(string preposition, int trigger, bool noun, int complement)
    {
        var found = Dependent(trigger, preposition);
        if (found < 0 && complement >= 0)
        {
            found = Dependent(complement, preposition);
        }

        if (found < 0 && noun && preposition != "of" && syntax.Tree.Head(trigger) is >= 0 and var governor && syntax.IsVerb(governor) && syntax.Tree.BaseRelation(trigger) is "obj" or "nsubj" or "obl")
        {
            found = Dependent(governor, preposition);
            if (found == trigger || found >= 0 && found < trigger)
            {
                found = -1;
            }
        }

        if (found < 0 && !noun && syntax.Tree.Relation(trigger) == "conj" && complement < 0)
        {
            return -1;
        }

        return found;
    }

    private int Dependent(int head, string preposition)
    {
        foreach (var child in syntax.Tree.Children(head))
        {
            var relation = syntax.Tree.BaseRelation(child);
            if (relation is "obl" or "nmod" or "obj" && syntax.HasMarker(child, preposition) && !syntax.IsTemporal(child))
            {
                return syntax.Antecedent(child, head);
            }
        }

        return -1;
    }

    private int NounAgent(int noun, Rule rule)
    {
        var by = Dependent(noun, "by");
        if (by >= 0)
        {
            return by;
        }

        if (syntax.SupportVerb(noun) is >= 0 and var verb && syntax.Agent(verb) is >= 0 and var lender && lender != noun)
        {
            return lender;
        }

        var owner = Possessor(noun);
        if (owner >= 0 && (!rule.OwnerUndergoes || Dependent(noun, "of") >= 0))
        {
            return owner;
        }

        return Modifier(noun);
    }

    private int NounPatient(int noun, Rule rule)
    {
        var of = Dependent(noun, "of");
        if (of >= 0)
        {
            return of;
        }

        var owner = Possessor(noun);
        if (owner >= 0 && (rule.OwnerUndergoes || Dependent(noun, "by") >= 0))
        {
            return owner;
        }

        return rule.OwnerUndergoes ? Modifier(noun) : -1;
    }

    private int Modifier(int noun)
    {
        foreach (var child in syntax.Tree.Children(noun))
        {
            if (syntax.Tree.BaseRelation(child) is "amod" or "compound" or "nmod" && child < noun && syntax.Tags.Upos[child] is "PROPN" or "ADJ" or "NOUN" && syntax.Tree.Child(child, "case") < 0)
            {
                return child;
            }
        }

        return -1;
    }

    private int Context(int noun)
    {
        var governor = syntax.Tree.Head(noun);
        if (governor < 0 || !syntax.IsVerb(governor) || syntax.Tree.BaseRelation(noun) is not "obl")
        {
            return -1;
        }

        var subject = syntax.Subject(governor);
        return subject >= 0 && Possessor(subject) is >= 0 and var owner ? owner : subject;
    }

    private int Modified(int token)
    {
        var relation = syntax.Tree.BaseRelation(token);
        if (relation is "amod" or "acl" or "compound")
        {
            return syntax.Tree.Head(token);
        }

        return syntax.Subject(token);
    }
}
