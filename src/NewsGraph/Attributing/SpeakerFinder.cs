using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Attributing;

/// <summary>Who speaks: from a reporting word through the tree to the head words of its speakers, and to their mentions.</summary>
internal sealed class SpeakerFinder
{
    private const int MostSteps = 6;

    private readonly TokenLayer tokens;
    private readonly TagLayer tags;
    private readonly TreeLayer tree;
    private readonly MentionLayer mentions;
    private readonly int[] cover;

    public SpeakerFinder(Doc doc)
    {
        tokens = doc.Get<TokenLayer>();
        tags = doc.Get<TagLayer>();
        tree = doc.Get<TreeLayer>();
        mentions = doc.Get<MentionLayer>();
        cover = new int[tokens.Count];
        Array.Fill(cover, -1);
        foreach (var mention in mentions.Mentions.OrderByDescending(m => m.End - m.First))
        {
            Array.Fill(cover, mention.Index, mention.First, mention.End - mention.First);
        }
    }

    /// <summary>Head word of the speaker of a verb, or −1 where none is said.</summary>
    public int OfVerb(int verb, bool ofQuoted = false)
    {
        if (IsPassive(verb))
        {
            var agent = Agent(verb);
            return agent >= 0 ? agent : ofQuoted ? tree.Child(verb, "nsubj") : -1;
        }

        if (Subject(verb) is var own && own != -1)
        {
            return own < 0 ? -1 : Author(own);
        }

        var head = tree.Head(verb);
        if (head < 0)
        {
            return -1;
        }

        switch (tree.BaseRelation(verb))
        {
            case "acl" when tags.Upos[head] is "NOUN" or "PROPN" or "PRON":
                return Author(head);
            case "parataxis" or "root":
                // "…, says Smith" read as an object.
                var inverted = tree.Child(verb, "obj");
                return inverted > verb && mentions.AtHead(inverted) is not null ? inverted : -1;
            default:
                return Controller(verb, 0);
        }
    }

    /// <summary>Head word of the one who makes the claim that a noun names ("the army's claim", "a claim by the army"), or −1.</summary>
    public int OfNoun(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (tree.Relation(child) == "nmod:poss")
            {
                return child;
            }

            if (tree.BaseRelation(child) == "nmod" && Case(child) is "by" or "from" or "of" && mentions.AtHead(child) is { Type: EntityType.Person or EntityType.Organization or EntityType.Country or EntityType.Group })
            {
                return child;
            }
        }

        foreach (var child in tree.Children(noun))
        {
            if (tree.BaseRelation(child) is "amod" or "compound" && mentions.AtHead(child) is { Type: EntityType.Country or EntityType.Organization or EntityType.Person })
            {
                return child;
            }
        }

        var verb = tree.Head(noun);
        return verb >= 0 && tree.BaseRelation(noun) is "obj" or "obl" && tags.Upos[verb] == "VERB" && tags.Lemmas[verb] is "make" or "release" or "issue" or "give" or "publish" or "send" or "write" or "post" or "repeat" or "express" or "say" or "read"
            ? Controller(verb, 0)
            : -1;
    }

    /// <summary>The speaker's head word and those coordinated with it ("both the mayor and the bishop").</summary>
    public List<int> Coordinated(int speaker)
    {
        List<int> heads = [speaker];
        foreach (var child in tree.Children(speaker))
        {
            if (tree.BaseRelation(child) == "conj" && mentions.AtHead(child) is { Kind: MentionKind.Name or MentionKind.Nominal or MentionKind.Pronoun })
            {
                heads.Add(child);
            }
        }

        return heads;
    }

    /// <summary>Index of the mention with this head word, or of the innermost one around it, or null.</summary>
    public int? MentionOf(int head)
    {
        if (head < 0)
        {
            return null;
        }

        if (mentions.AtHead(head) is { } mention)
        {
            return mention.Index;
        }

        foreach (var child in tree.Children(head))
        {
            if (tree.BaseRelation(child) is "flat" or "appos" or "compound" && child > head && mentions.AtHead(child) is { } named)
            {
                return named.Index;
            }
        }

        return cover[head] >= 0 ? cover[head] : null;
    }

    public bool IsPassive(int verb) => tags.Xpos[verb] == "VBN" && (tree.Child(verb, "aux:pass") >= 0 || tree.Child(verb, "nsubj:pass") >= 0
        || (tree.Child(verb, "aux") < 0 && tree.Child(verb, "nsubj") < 0 && Agent(verb) >= 0));

    /// <summary>The preposition of a nominal, lower-cased; empty without.</summary>
    public string Case(int token) => tree.Child(token, "case") is var mark && mark >= 0 ? tags.Lemmas[mark] : "";

    private int Agent(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.BaseRelation(child) == "obl" && (tree.Relation(child) == "obl:agent" || Case(child) == "by"))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The subject's head word, antecedents for relative pronouns; −1 none, −2 an expletive ("it was said").</summary>
    private int Subject(int verb)
    {
        if (tree.Child(verb, "expl") >= 0)
        {
            return -2;
        }

        var subject = tree.Child(verb, "nsubj");
        if (subject < 0)
        {
            return -1;
        }

        if (tags.Xpos[subject] is "WP" or "WDT" or "WP$" || (tags.Lemmas[subject] == "that" && tags.Upos[subject] == "PRON" && tree.BaseRelation(verb) == "acl"))
        {
            var clause = verb;
            for (var i = 0; i < 3 && clause >= 0; i++)
            {
                if (tree.BaseRelation(clause) == "acl")
                {
                    return tree.Head(clause);
                }

                clause = tree.Head(clause);
            }
        }

        return subject;
    }

    /// <summary>The understood subject of a participle, infinitive or second conjunct.</summary>
    private int Controller(int verb, int steps)
    {
        if (Subject(verb) is var own && own != -1)
        {
            return own < 0 ? -1 : Author(own);
        }

        var head = tree.Head(verb);
        if (head < 0 || steps >= MostSteps)
        {
            return -1;
        }

        return tree.BaseRelation(verb) switch
        {
            // "asked him to say": the object speaks.
            "xcomp" when tags.Xpos[verb] == "VB" && tree.Child(head, "obj") is var controlled && controlled >= 0 => Author(controlled),
            "acl" when tags.Upos[head] is "NOUN" or "PROPN" or "PRON" => Author(head),
            "conj" or "xcomp" or "advcl" or "parataxis" or "acl" or "ccomp" or "dep" or "obl" or "nmod" => Controller(head, steps + 1),
            _ => -1,
        };
    }

    /// <summary>For "the ministry's statement" the ministry; else the word itself.</summary>
    private int Author(int subject) =>
        tags.Upos[subject] == "NOUN" && CueLexicon.Shared.SayingNouns.Contains(tags.Lemmas[subject]) && OfNoun(subject) is var author && author >= 0 ? author : subject;
}
