using NewsGraph.Knowledge;
using NewsGraph.Relating.Rules;

namespace NewsGraph.Relating.States;

/// <summary>Questions about a noun and what it is said of, shared by the finders of states.</summary>
internal sealed class NounPhrase(Syntax syntax, MentionMap map)
{
    public Syntax Syntax { get; } = syntax;

    public MentionMap Map { get; } = map;

    /// <summary>
    /// The mention that a descriptive noun describes: its own, the name it stands before or beside ("President X", "X, the president"),
    /// or the subject it is predicated of; −1 for none.
    /// </summary>
    public int Bearer(int noun)
    {
        var tree = Syntax.Tree;
        var around = Map.Around(noun);
        if (Map.Mentions.AtHead(noun) is { } own)
        {
            return own.Index;
        }

        if (around >= 0 && Map[around].Kind == MentionKind.Name && Map.TypeOf(around) == EntityType.Person && Map[around].Head > noun)
        {
            return around;
        }

        foreach (var child in tree.Children(noun))
        {
            if (tree.BaseRelation(child) is "appos" or "flat" && Map.Mentions.AtHead(child) is { } named)
            {
                return named.Index;
            }
        }

        var head = tree.Head(noun);
        if (head < 0)
        {
            return Syntax.HasPredicate(noun) ? Map.Of(Syntax.Subject(noun)) : -1;
        }

        if (tree.BaseRelation(noun) is "appos" || tree.BaseRelation(noun) is "compound" or "nmod" or "flat" && head > noun && Map.Mentions.AtHead(head) is { } bearer && Map.TypeOf(bearer.Index) == EntityType.Person && tree.Child(noun, "case") < 0)
        {
            return Map.Of(head);
        }

        if (Syntax.HasPredicate(noun))
        {
            return Map.Of(Syntax.Subject(noun));
        }

        return AsRole(noun, head);
    }

    /// <summary>"became president", "elected president", "serves as mayor": who the verb says it of.</summary>
    private int AsRole(int noun, int verb)
    {
        if (!Syntax.IsVerb(verb))
        {
            return -1;
        }

        var relation = Syntax.Tree.BaseRelation(noun);
        var lemma = Syntax.Lemma(verb);
        if (relation is "xcomp" or "obj" && lemma is "become" or "remain" or "elect" or "appoint" or "name" or "make" || relation is "obl" && Syntax.HasMarker(noun, "as"))
        {
            var patient = Syntax.Patient(verb);
            return Map.Of(patient >= 0 && patient != noun ? patient : Syntax.Subject(verb));
        }

        return -1;
    }

    /// <summary>
    /// The mention of a country, body or place that narrows the noun: "of Fooland", "Fooland's", "Fooish", or standing before the title of a name.
    /// </summary>
    public int Scope(int noun, int allowed, bool nearName)
    {
        var tree = Syntax.Tree;
        var scope = -1;
        foreach (var child in tree.Children(noun))
        {
            var relation = tree.Relation(child);
            if (relation is "nmod:poss" || tree.BaseRelation(child) is "amod" or "compound" or "nmod" or "flat" or "nmod:desc" && tree.Child(child, "case") < 0)
            {
                scope = Take(child, allowed, noun, scope);
            }
        }

        if (scope >= 0)
        {
            return scope;
        }

        foreach (var child in tree.Children(noun))
        {
            if (tree.BaseRelation(child) is "nmod" or "obl" && Syntax.Marker(child) is "of" or "for" or "at" or "in" or "to" or "with" or "from")
            {
                var found = Take(child, allowed, noun, -1);
                if (found >= 0)
                {
                    return found;
                }

                // "minister of defence of Fooland", "head of the army's staff"
                foreach (var below in tree.Children(child))
                {
                    if (tree.BaseRelation(below) is "nmod" or "amod" or "compound" && Take(below, allowed, noun, -1) is >= 0 and var deeper)
                    {
                        return deeper;
                    }
                }
            }
        }

        if (!nearName)
        {
            return -1;
        }

        var head = tree.Head(noun);
        if (head > noun && tree.BaseRelation(noun) is "compound" or "flat" or "nmod" or "amod" or "appos")
        {
            foreach (var child in tree.Children(head))
            {
                if (child < noun && tree.BaseRelation(child) is "compound" or "amod" or "nmod" or "flat")
                {
                    scope = Take(child, allowed, noun, scope);
                }
            }
        }

        return scope;
    }

    private int Take(int token, int allowed, int noun, int before)
    {
        var mention = Map.Of(token);
        return mention >= 0 && Map[mention].Head != noun && (allowed & (1 << (int)Map.TypeOf(mention))) != 0 && !(Map[mention].First <= noun && noun < Map[mention].End && Map[mention].Head != token) ? mention : before;
    }

    public static int Bits(params ReadOnlySpan<EntityType> types)
    {
        var bits = 0;
        foreach (var type in types)
        {
            bits |= 1 << (int)type;
        }

        return bits;
    }
}
