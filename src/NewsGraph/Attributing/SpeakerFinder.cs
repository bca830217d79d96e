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
    private readonly int[] widest;

    public SpeakerFinder(Doc doc)
    {
        tokens = doc.Get<TokenLayer>();
        tags = doc.Get<TagLayer>();
        tree = doc.Get<TreeLayer>();
        mentions = doc.Get<MentionLayer>();
        cover = new int[tokens.Count];
        widest = new int[tokens.Count];
        Array.Fill(cover, -1);
        Array.Fill(widest, -1);
        foreach (var mention in mentions.Mentions.OrderByDescending(m => m.End - m.First))
        {
            for (var i = mention.First; i < mention.End; i++)
            {
                cover[i] = mention.Index;
                widest[i] = widest[i] < 0 ? mention.Index : widest[i];
            }
        }
    }

    /// <summary>
    /// Head word of the speaker of a verb, or −1 where none is said. What the tree offers must be able to speak;
    /// else the mention that touches the verb ("…, the envoy said", "…, said the envoy") is taken, for trees of long sentences err.
    /// </summary>
    public int OfVerb(int verb)
    {
        var beside = IsPassive(verb) || tree.Child(verb, "expl") >= 0 ? -1 : Beside(verb);
        if (beside >= 0 && tree.Child(verb, "nsubj") < 0 && tags.Xpos[verb] is "VBD" or "VBZ" or "VBP")
        {
            return Author(beside);
        }

        var speaker = InTree(verb);
        if (speaker >= 0 && CanSpeak(speaker))
        {
            return speaker;
        }

        return beside >= 0 ? beside : speaker >= 0 && mentions.AtHead(speaker) is { Type: EntityType.Event or EntityType.Law } ? -1 : speaker;
    }

    private int InTree(int verb)
    {
        if (IsPassive(verb))
        {
            var agent = Agent(verb);
            return agent;
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
            case "advcl" or "xcomp" or "ccomp" when CueLexicon.Shared.At(tags, head) is { IsNoun: false } citing && citing.Takes("source") && Quoted(head) is var quoted && quoted >= 0:
                return Author(quoted);
            case "parataxis" or "root":
                // "…, says Smith" read as an object.
                var inverted = tree.Child(verb, "obj");
                return inverted > verb && mentions.AtHead(inverted) is not null ? inverted : -1;
            default:
                return Controller(verb, 0);
        }
    }

    private bool CanSpeak(int head) => mentions.AtHead(head) is { } mention
        ? mention.Type is not (EntityType.Event or EntityType.Law or EntityType.Place) || mention.Kind == MentionKind.Name
        : tags.Xpos[head] is "PRP" or "WP" || (tags.Upos[head] == "NOUN" && CueLexicon.Shared.SayingNouns.Contains(tags.Lemmas[head])) || cover[head] >= 0;

    /// <summary>The widest mention that ends right before the verb, auxiliaries and adverbs aside, or one right after it; or −1.</summary>
    private int Beside(int verb)
    {
        var sentence = tokens.SentenceOf(verb);
        for (var i = verb - 1; i >= sentence.First && i >= verb - 5; i--)
        {
            if (widest[i] >= 0 && mentions.Mentions[widest[i]] is var before)
            {
                // A time or place phrase between ("said on Sunday") does not come before the verb; anything else ends the search.
                return IsAgent(before) ? before.Head : -1;
            }

            if (tags.Upos[i] is not ("AUX" or "ADV" or "PART") && tokens.Word(i) is not ("," or ")"))
            {
                break;
            }
        }

        var next = verb + 1 < sentence.End && tags.Upos[verb + 1] == "DET" ? verb + 2 : verb + 1;
        return next < sentence.End && verb > sentence.First && tags.Upos[verb - 1] == "PUNCT" && widest[next] >= 0 && mentions.Mentions[widest[next]] is var after && after.First <= verb + 2
            && IsAgent(after) && tags.Lemmas[verb] is not ("tell" or "inform" or "urge" or "accuse" or "call" or "describe") && tags.Xpos[verb] != "VBG"
            ? after.Head
            : -1;
    }

    private static bool IsAgent(EntityMention mention) =>
        mention.Type is EntityType.Person or EntityType.Organization or EntityType.Country or EntityType.Group;

    /// <summary>Head word of the one who makes the claim that a noun names ("the army's claim", "a claim by the army"), or −1.</summary>
    public int OfNoun(int noun)
    {
        foreach (var child in tree.Children(noun))
        {
            if (tree.Relation(child) == "nmod:poss" && mentions.AtHead(child) is { Type: not (EntityType.Event or EntityType.Law) })
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

    /// <summary>True if the word stands for that mention, or the two overlap (a title and the name it goes with).</summary>
    public bool SameMention(int head, int mention) => MentionOf(head) is { } own && (own == mention || mentions.Mentions[own].Span.Overlaps(mentions.Mentions[mention].Span));

    public bool IsPassive(int verb) => tags.Xpos[verb] == "VBN" && (tree.Child(verb, "aux:pass") >= 0 || tree.Child(verb, "nsubj:pass") >= 0
        || (tree.Child(verb, "aux") < 0 && tree.Child(verb, "nsubj") < 0 && Agent(verb) >= 0));

    /// <summary>The preposition of a nominal, lower-cased; empty without.</summary>
    public string Case(int token) => tree.Child(token, "case") is var mark && mark >= 0 ? tags.Lemmas[mark] : "";

    /// <summary>Whom "quoted X as saying", "X was quoted as saying" lets speak, or −1.</summary>
    public int Quoted(int citing) => IsPassive(citing) ? tree.Child(citing, "nsubj") : tree.Child(citing, "obj");

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
        var head = tree.Head(verb);
        if (Subject(verb) is var own && own != -1)
        {
            if (own < 0 || CanSpeak(own))
            {
                return own < 0 ? -1 : Author(own);
            }

            // "claimed that the riots were a coup, adding that": who claims, not the riots, adds.
            if (CueLexicon.Shared.At(tags, verb) is { IsNoun: false } && Beside(verb) is var beside && beside >= 0)
            {
                return beside;
            }
        }

        else if (steps > 0 && tags.Xpos[verb] is "VBD" or "VBZ" or "VBP" && Beside(verb) is var touching && touching >= 0)
        {
            return touching;
        }

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
