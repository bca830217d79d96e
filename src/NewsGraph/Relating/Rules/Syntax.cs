using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Relating.Rules;

/// <summary>
/// Who does what in a clause, read off the dependency tree whatever the construction: active, passive, participles and infinitives
/// whose subject stands elsewhere, relative clauses, shared subjects and objects. All results are tokens, −1 for none.
/// </summary>
internal sealed class Syntax
{
    private const int MaxDepth = 8;
    private static readonly HashSet<string> SubjectControl = WordLists.Of("subject-control");
    private static readonly HashSet<string> ObjectGerund = WordLists.Of("object-gerund");
    private static readonly HashSet<string> Support = WordLists.Of("support");

    private readonly FrameLayer? frames;

    public Syntax(Doc doc)
    {
        Words = doc.Get<TokenLayer>();
        Tags = doc.Get<TagLayer>();
        Tree = doc.Get<TreeLayer>();
        frames = doc.TryGet<FrameLayer>();
    }

    public TokenLayer Words { get; }

    public TagLayer Tags { get; }

    public TreeLayer Tree { get; }

    public string Lemma(int token) => Tags.Lemmas[token];

    public bool IsVerb(int token) => Tags.Upos[token] is "VERB" or "AUX";

    public bool IsNoun(int token) => Tags.Upos[token] is "NOUN" or "PROPN";

    public bool Is(int token, string relation) => TreeLayer.Matches(Tree.Relation(token), relation);

    /// <summary>The word that marks a dependent: "against" of "against the government", "of" of "of killing"; empty for none.</summary>
    public string Marker(int token)
    {
        foreach (var child in Tree.Children(token))
        {
            var relation = Tree.Relation(child);
            if (relation is "case" or "mark")
            {
                return Words.Word(child);
            }
        }

        return string.Empty;
    }

    /// <summary>True if a dependent of the token with label <c>case</c> or <c>mark</c> is this word.</summary>
    public bool HasMarker(int token, string word)
    {
        foreach (var child in Tree.Children(token))
        {
            var relation = Tree.Relation(child);
            if (relation is "case" or "mark" && Words.Word(child).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsPassive(int verb)
    {
        foreach (var child in Tree.Children(verb))
        {
            var relation = Tree.Relation(child);
            if (relation is "aux:pass" or "nsubj:pass" or "csubj:pass")
            {
                return true;
            }
        }

        if (Tags.Xpos[verb] is not ("VBN" or "VBD"))
        {
            return false;
        }

        var own = Tree.Relation(verb);
        var bare = Tags.Xpos[verb] == "VBN" && Tree.Child(verb, "aux") < 0;
        if (own is "acl" or "amod" or "acl:relcl")
        {
            return own != "acl:relcl" ? Tree.Child(verb, "nsubj") < 0 && Tree.Child(verb, "obj") < 0 || own == "amod" : bare && Tree.Child(verb, "nsubj") < 0 && Tree.Child(verb, "obj") < 0;
        }

        if (own == "conj" && bare && Tree.Child(verb, "nsubj") < 0 && IsVerb(Tree.Head(verb)) && Tags.Xpos[Tree.Head(verb)] == "VBN")
        {
            return Tree.Child(verb, "obj") < 0 && IsPassive(Tree.Head(verb));
        }

        return own is "advcl" or "xcomp" or "root" or "parataxis" or "ccomp" && bare && Tree.Child(verb, "obj") < 0;
    }

    /// <summary>The grammatical subject of a verb or predicate noun or adjective, found elsewhere where its own clause has none.</summary>
    public int Subject(int verb, int depth = 0)
    {
        foreach (var child in Tree.Children(verb))
        {
            if (Is(child, "nsubj") && Tree.Relation(child) != "nsubj:outer")
            {
                return Antecedent(child, verb);
            }
        }

        var head = Tree.Head(verb);
        if (head < 0 || depth > MaxDepth)
        {
            return -1;
        }

        var relation = Tree.Relation(verb);
        switch (Tree.BaseRelation(verb))
        {
            case "conj":
                return IsNoun(head) && IsVerb(verb) && Tree.Child(head, "cop") < 0 ? -1 : Subject(head, depth + 1);
            case "xcomp":
                if (IsVerb(head) && !SubjectControl.Contains(Lemma(head)))
                {
                    var controller = Tree.Child(head, "obj");
                    controller = controller < 0 ? Tree.Child(head, "iobj") : controller;
                    if (controller >= 0 && controller != verb)
                    {
                        return Antecedent(controller, head);
                    }

                    if (head != verb && Tree.Child(head, "obl") is >= 0 and var oblique && oblique < verb && Lemma(head) is "call" or "appeal" && HasMarker(Tree.Child(head, "obl"), "on"))
                    {
                        return Tree.Child(head, "obl");
                    }
                }

                return Subject(head, depth + 1);
            case "acl" when relation == "acl:relcl":
                return HasRelativeObject(verb) ? -1 : Tree.Child(verb, "nsubj") < 0 ? head : -1;
            case "acl":
                return NounClauseSubject(verb, head, depth);
            case "amod":
                return head;
            case "advcl" or "obl" or "nmod" when IsVerb(verb):
                if (IsNoun(head) && !HasPredicate(head))
                {
                    return relation == "nmod" ? NounClauseSubject(verb, head, depth) : -1;
                }

                if (Tags.Xpos[verb] is "VBG" or "VBN" or "VB")
                {
                    if (ObjectGerund.Contains(Lemma(head)) && Marker(verb) is not ("" or "by" or "after" or "while" or "to") && !IsPassive(head) && Tree.Child(head, "obj") is >= 0 and var @object)
                    {
                        return @object;
                    }

                    return Subject(head, depth + 1);
                }

                return -1;
            case "ccomp" or "parataxis" when Tags.Xpos[verb] is "VB" or "VBG" && Tree.Child(verb, "nsubj") < 0 && IsVerb(head):
                return Tree.Child(head, "obj") is >= 0 and var raised ? raised : Subject(head, depth + 1);
            default:
                return -1;
        }
    }

    /// <summary>Who acts: the subject of an active verb, the by-phrase of a passive one.</summary>
    public int Agent(int verb)
    {
        if (!IsPassive(verb))
        {
            var subject = Subject(verb);
            return subject < 0 && frames?.At(verb) is { } frame && Tree.Child(verb, "nsubj") < 0 ? frame.Argument("ARG0") : subject;
        }

        return ByPhrase(verb);
    }

    /// <summary>Who or what is acted upon: the object of an active verb, the subject of a passive one.</summary>
    public int Patient(int verb)
    {
        if (IsPassive(verb))
        {
            return Subject(verb);
        }

        if (Tree.Child(verb, "obj") is >= 0 and var own)
        {
            return Antecedent(own, verb);
        }

        if (RaisedObject(verb) is >= 0 and var raised)
        {
            return raised;
        }

        if (Tree.Relation(verb) == "acl:relcl" && Tree.Child(verb, "nsubj") >= 0 && HasRelativeObject(verb))
        {
            return Tree.Head(verb);
        }

        if (Tree.Relation(verb) == "acl:relcl" && Tree.Child(verb, "nsubj") is >= 0 and var subject && !IsRelative(subject) && !HasRelativeWord(verb))
        {
            return Tree.Head(verb);
        }

        var head = Tree.Head(verb);
        if (Tree.Relation(verb) == "conj" && head >= 0 && IsVerb(head) && Tree.Child(head, "obj") is >= 0 and var shared && shared > verb)
        {
            return shared;
        }

        // "detained and questioned journalists" where the object hangs on the second verb
        return SharedForward(verb);
    }

    /// <summary>"urged the government to resign" where the tree makes "the government" the infinitive's subject.</summary>
    private int RaisedObject(int verb)
    {
        foreach (var child in Tree.Children(verb))
        {
            if (Tree.Relation(child) is "ccomp" or "xcomp" && (HasMarker(child, "to") || Tags.Upos[child] == "ADJ") && Tree.Child(child, "nsubj") is >= 0 and var subject)
            {
                return subject;
            }
        }

        return -1;
    }

    public int ByPhrase(int verb)
    {
        foreach (var child in Tree.Children(verb))
        {
            if (Is(child, "obl") && HasMarker(child, "by") && !IsTemporal(child))
            {
                return child;
            }
        }

        if (Tree.Relation(verb) == "conj" && Tree.Head(verb) is >= 0 and var head && IsVerb(head) && IsPassive(head))
        {
            return ByPhrase(head) is >= 0 and var by && by > verb ? by : -1;
        }

        return -1;
    }

    /// <summary>True for "by Monday", "by 2009": a time, not an actor.</summary>
    public bool IsTemporal(int token) => Tree.Relation(token) == "obl:tmod" || Tags.Upos[token] == "NUM" || Tree.Relation(token) == "obl:unmarked" || Lemma(token) is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday" or "end" or "week" or "month" or "year" or "today" or "tomorrow" or "yesterday";

    /// <summary>The noun that a relative pronoun stands for; the token itself where it is none.</summary>
    public int Antecedent(int token, int verb)
    {
        if (!IsRelative(token))
        {
            return token;
        }

        for (var clause = verb; clause >= 0; clause = Tree.Head(clause))
        {
            if (Tree.Relation(clause) == "acl:relcl")
            {
                return Tree.Head(clause);
            }

            if (Tree.BaseRelation(clause) is not ("conj" or "ccomp" or "xcomp" or "advcl" or "acl"))
            {
                break;
            }
        }

        return token;
    }

    public bool IsRelative(int token) => Tags.Xpos[token] is "WP" or "WDT" || Tags.Upos[token] == "PRON" && Words.Word(token).ToLowerInvariant() is "who" or "which" or "whom";

    /// <summary>The verb that lends its subject to this noun ("launched an attack"), or −1.</summary>
    public int SupportVerb(int noun)
    {
        var head = Tree.Head(noun);
        if (head < 0 || !IsVerb(head) || !Support.Contains(Lemma(head)))
        {
            return -1;
        }

        return Tree.Relation(noun) is "obj" or "nsubj:pass" ? head : -1;
    }

    /// <summary>True if the token heads a copular clause ("is a threat").</summary>
    public bool HasPredicate(int token) => Tree.Child(token, "cop") >= 0;

    private int SharedForward(int verb)
    {
        foreach (var child in Tree.Children(verb))
        {
            if (Tree.Relation(child) == "conj" && IsVerb(child) && child == Adjacent(verb) && Tree.Child(child, "nsubj") < 0 && !IsPassive(child))
            {
                return Tree.Child(child, "obj");
            }
        }

        return -1;
    }

    private int Adjacent(int verb) => verb + 2 < Words.Count && Tags.Upos[verb + 1] == "CCONJ" ? verb + 2 : -1;

    private int NounClauseSubject(int verb, int noun, int depth)
    {
        if (Tags.Xpos[verb] == "VBN" && Marker(verb).Length == 0)
        {
            return noun;
        }

        if (Tags.Xpos[verb] == "VBG" && Marker(verb).Length == 0)
        {
            return noun;
        }

        // "their plan to attack", "charges of plotting": the noun's owner, or who has the noun as object
        if (Tree.Child(noun, "nmod:poss") is >= 0 and var owner)
        {
            return owner;
        }

        var governor = Tree.Head(noun);
        if (governor >= 0 && IsVerb(governor) && Tree.BaseRelation(noun) is "obj" or "obl")
        {
            var patient = Tree.Relation(noun) != "obj" && ObjectGerund.Contains(Lemma(governor)) ? Patient(governor) : -1;
            return patient >= 0 ? patient : Subject(governor, depth + 1);
        }

        return -1;
    }

    private bool HasRelativeObject(int verb)
    {
        foreach (var child in Tree.Children(verb))
        {
            if (Is(child, "obj") && IsRelative(child))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasRelativeWord(int verb)
    {
        foreach (var child in Tree.Children(verb))
        {
            if (IsRelative(child) || Tags.Xpos[child] is "WRB" or "WP$")
            {
                return true;
            }

            foreach (var below in Tree.Children(child))
            {
                if (Tags.Xpos[below] is "WP$" or "WDT" or "WP")
                {
                    return true;
                }
            }
        }

        return false;
    }
}
