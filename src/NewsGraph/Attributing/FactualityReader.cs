using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Attributing;

/// <summary>Reads polarity and modality of one document, governors before what they govern.</summary>
internal sealed class FactualityReader
{
    private static readonly FactualityLexicon Lexicon = FactualityLexicon.Shared;

    private readonly TokenLayer tokens;
    private readonly TagLayer tags;
    private readonly TreeLayer tree;
    private readonly MentionLayer? mentions;
    private readonly LocalOperators local;
    private readonly Factuality[] state;

    /// <summary>What the governor passes on, before the token's own operators.</summary>
    private readonly Factuality[] context;

    public FactualityReader(Doc doc)
    {
        tokens = doc.Get<TokenLayer>();
        tags = doc.Get<TagLayer>();
        tree = doc.Get<TreeLayer>();
        mentions = doc.TryGet<MentionLayer>();
        local = new LocalOperators(doc);
        state = new Factuality[tokens.Count];
        context = new Factuality[tokens.Count];
    }

    public Factuality[] Read()
    {
        Stack<int> open = new();
        for (var root = 0; root < tokens.Count; root++)
        {
            if (tree.Head(root) >= 0)
            {
                continue;
            }

            open.Push(root);
            while (open.TryPop(out var token))
            {
                context[token] = FromGovernor(token);
                state[token] = local.Apply(token, context[token]);
                foreach (var child in tree.Children(token))
                {
                    open.Push(child);
                }
            }
        }

        return state;
    }

    private Factuality FromGovernor(int token)
    {
        var head = tree.Head(token);
        if (head < 0)
        {
            return default;
        }

        var relation = tree.BaseRelation(token);
        return relation switch
        {
            "conj" => FromConjunct(token, head),
            "xcomp" or "ccomp" or "csubj" or "acl" or "advcl" => FromClauseGovernor(token, head, relation),
            "obj" or "nsubj" or "obl" or "nmod" or "iobj" => FromNominalGovernor(token, head, relation),
            "compound" => Lexicon.Find(tags.Lemmas[head], tags.Upos[head], "beside") is { } beside ? Applied(beside, head) : state[head],
            "amod" when local.ModifierEffect(token) is { } own => Applied(own, head),
            "amod" or "flat" or "fixed" or "cop" or "aux" => state[head],
            "case" when tree.BaseRelation(head) is "obl" or "xcomp" or "root" => OfClause(head),
            "parataxis" or "dep" or "list" => context[head],
            _ => default,
        };
    }

    /// <summary>A preposition says something ("in Geneva") as surely as the clause that it belongs to.</summary>
    private Factuality OfClause(int nominal)
    {
        for (var i = nominal; i >= 0; i = tree.Head(i))
        {
            if (tags.Upos[i] is "VERB" or "AUX" || tree.Head(i) < 0)
            {
                return state[i];
            }
        }

        return default;
    }

    /// <summary>"will meet and sign": a conjunct without subject and auxiliary of its own shares what its first conjunct has.</summary>
    private Factuality FromConjunct(int token, int head)
    {
        var verbal = tags.Upos[token] is "VERB" or "AUX";
        if (!verbal)
        {
            return state[head];
        }

        var own = tree.Child(token, "nsubj") >= 0 || local.HasFiniteAuxiliary(token);
        if (own)
        {
            // "He said he would go and they will stay": a conjoined clause shares the governor, not the auxiliaries.
            return context[head];
        }

        var alike = tags.Xpos[token] == tags.Xpos[head] || tags.Xpos[token] is not ("VBD" or "VBZ" or "VBP");
        if (!alike)
        {
            return context[head];
        }

        var shared = state[head];
        var but = tree.Child(token, "cc") is var cc && cc >= 0 && tags.Lemmas[cc] is "but";
        return but ? shared with { Polarity = context[head].Polarity } : shared;
    }

    private Factuality FromClauseGovernor(int token, int head, string relation)
    {
        if (tree.Relation(token) == "acl:relcl")
        {
            return default;
        }

        var mark = local.MarkOf(token);
        var infinitive = mark == "to";
        var effect = mark.Length > 0 && !infinitive && mark != "that" && mark != "whether" && mark != "if" ? Lexicon.Find(tags.Lemmas[head], tags.Upos[head], mark) : null;
        if (effect is not null && AgentlessPassive(effect, head) is { } passive)
        {
            effect = passive;
        }

        if (effect is null && (relation != "advcl" || infinitive || mark.Length == 0))
        {
            effect = Lexicon.Find(tags.Lemmas[head], tags.Upos[head], "comp");
            if (effect is not null && !Reaches(effect, token, head, relation, infinitive))
            {
                effect = null;
            }
        }

        if (effect is not null)
        {
            return Applied(effect, head);
        }

        switch (relation)
        {
            case "xcomp":
                return tags.Lemmas[head] == "be" && infinitive && state[head].Modality == Modality.Actual
                    ? new Factuality(state[head].Polarity, Modality.Future, "be to")
                    : state[head];
            case "ccomp":
                if (mark is "whether" or "if")
                {
                    return new Factuality(Polarity.Positive, Modality.Possible, mark);
                }

                return infinitive && tags.Lemmas[head] == "be" ? new Factuality(state[head].Polarity, Modality.Future, "be to") : default;
            case "advcl":
                return FromMain(token, head, mark, infinitive);
            case "acl":
                return infinitive
                    ? new Factuality(Polarity.Positive, state[head].Modality == Modality.Actual ? Modality.Future : state[head].Modality, "to")
                    : mark.Length == 0 ? WithoutPolarity(state[head]) : default;
            default:
                return default;
        }
    }

    /// <summary>Adverbial clauses: conditions are possible, purposes as their clause, times and manners of what lies ahead lie ahead too.</summary>
    private Factuality FromMain(int token, int head, string mark, bool infinitive)
    {
        switch (mark)
        {
            case "if" or "unless" or "whether" or "lest":
                return new Factuality(mark == "unless" ? Polarity.Negative : Polarity.Positive, Modality.Possible, mark);
            case "to":
                return infinitive ? new Factuality(Polarity.Positive, state[head].Modality, "purpose") : default;
            case "when" or "before" or "after" or "until" or "once" or "while" or "as" or "by":
                return state[head].Modality is Modality.Future or Modality.Possible && local.IsPresent(token) ? WithoutPolarity(state[head]) : default;
            case "":
                return tags.Xpos[token] == "VBG" && tree.Child(token, "nsubj") < 0 && CueLexicon.Shared.At(tags, token) is null ? WithoutPolarity(state[head]) : default;
            default:
                return default;
        }
    }

    private Factuality FromNominalGovernor(int token, int head, string relation)
    {
        if (tags.Upos[token] is not ("NOUN" or "VERB" or "PROPN") || IsParticipant(token))
        {
            return default;
        }

        var passive = tree.Relation(token) == "nsubj:pass";
        var preposition = local.CaseOf(token) is { Length: > 0 } found ? found : local.MarkOf(token);
        var frame = relation == "obj" || passive ? "obj" : preposition;
        var effect = frame.Length > 0 ? Lexicon.Find(tags.Lemmas[head], tags.Upos[head], frame) : null;
        if (effect is not null)
        {
            return Applied(AgentlessPassive(effect, head) ?? effect, head);
        }

        if (state[head] == default)
        {
            return default;
        }

        var light = Lexicon.LightVerbs.Contains(tags.Lemmas[head]);
        return relation switch
        {
            "obj" => light || !local.IsDefinite(token) ? state[head] : default,
            "nsubj" => light || passive && !local.IsDefinite(token) ? state[head] : default,
            "nmod" when preposition == "of" => WithoutPolarity(state[head]),
            "obl" when preposition is "in" or "to" or "with" && !local.IsDefinite(token) => WithoutPolarity(state[head]),
            _ => default,
        };
    }

    /// <summary>Who or what takes part is there, whatever becomes of the deed.</summary>
    private bool IsParticipant(int token) =>
        mentions?.AtHead(token) is { Type: EntityType.Person or EntityType.Organization or EntityType.Country or EntityType.Place or EntityType.Group };

    /// <summary>"is accused of": nobody answers for it.</summary>
    private Effect? AgentlessPassive(Effect effect, int head) =>
        tree.Child(head, "nsubj:pass") >= 0 && tree.Child(head, "obl:agent") < 0 ? Lexicon.Find(effect.Lemma, tags.Upos[head], effect.Frame + ":pass") : null;

    /// <summary>Whether the effect reaches this clause: "told him to go" asks, "told him that she went" does not.</summary>
    private bool Reaches(Effect effect, int token, int head, string relation, bool infinitive)
    {
        if (relation == "acl" && !infinitive && tags.Xpos[token] != "VBG")
        {
            return local.MarkOf(token) == "that" && effect.Modality is null or Modality.Possible;
        }

        if (relation == "advcl")
        {
            // The parser gives "called on them to leave" an adverbial clause.
            return effect.Modality is Modality.Requested or Modality.Attempted && infinitive;
        }

        if (tags.Lemmas[head] == "go" && tags.Xpos[head] != "VBG")
        {
            return false;
        }

        if (relation == "xcomp" && tags.Upos[token] is not ("VERB" or "AUX") && tree.Child(token, "cop") < 0)
        {
            return effect.Modality is null or Modality.Possible or Modality.Future && effect.Lemma != "consider";
        }

        var finite = !infinitive && (tags.Xpos[token] is "VBD" or "VBZ" or "VBP" || local.HasFiniteAuxiliary(token) || tree.Child(token, "cop") >= 0);
        if (!finite)
        {
            return tags.Xpos[token] != "VBN" || tree.Child(token, "aux:pass") >= 0 || relation == "xcomp" || effect.Modality != Modality.Requested;
        }

        return (effect.Turns || effect.Modality == Modality.Possible) && tags.Lemmas[head] is not ("believe" or "think" or "offer");
    }

    private Factuality Applied(Effect effect, int head)
    {
        var outer = state[head];
        var polarity = outer.Polarity == Polarity.Negative ^ effect.Turns ? Polarity.Negative : Polarity.Positive;
        return new Factuality(polarity, effect.Modality ?? outer.Modality, effect.Lemma);
    }

    private static Factuality WithoutPolarity(Factuality outer) => outer with { Polarity = Polarity.Positive };
}
