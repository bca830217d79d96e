using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Attributing;

/// <summary>Negation, auxiliaries and modifiers at the word itself, and the few facts about a clause that others ask for.</summary>
internal sealed class LocalOperators(Doc doc)
{
    private static readonly FactualityLexicon Lexicon = FactualityLexicon.Shared;

    private readonly TokenLayer tokens = doc.Get<TokenLayer>();
    private readonly TagLayer tags = doc.Get<TagLayer>();
    private readonly TreeLayer tree = doc.Get<TreeLayer>();
    private readonly Quotations quotations = Quotations.Find(doc);
    private readonly IReadOnlyList<TimeValue>? times = doc.TryGet<TimeLayer>()?.Times;

    /// <summary>What the token is, given what its governor passes on.</summary>
    public Factuality Apply(int token, Factuality outer)
    {
        var turned = false;
        Modality? modality = null;
        string? reason = null;
        var would = false;
        var perfect = false;
        var be = false;
        foreach (var child in tree.Children(token))
        {
            switch (tree.BaseRelation(child))
            {
                case "aux":
                    would |= tags.Lemmas[child] == "would";
                    perfect |= tags.Lemmas[child] == "have";
                    be |= tags.Lemmas[child] == "be" && tags.Xpos[child] is "VBD" or "VBZ" or "VBP";
                    if (OfAuxiliary(child) is { } aux)
                    {
                        (modality, reason) = (aux, tags.Lemmas[child]);
                    }

                    break;
                case "mark" or "case" when tags.Xpos[token] == "VB" && (tags.Lemmas[child] == "due" || (be && tags.Xpos[child] == "TO")):
                    (modality, reason) = (Modality.Future, "to");
                    break;
                case "advmod" or "cc" or "cc:preconj" or "det" or "amod" or "discourse" or "compound":
                    if (OfModifier(token, child) is { } effect)
                    {
                        turned |= effect.Turns;
                        modality = effect.Modality ?? modality;
                        reason = effect.Lemma;
                    }

                    break;
                case "mark" or "case" when tags.Lemmas[child] is "without" || (tags.Lemmas[child] is "instead" or "rather" && child < token):
                    turned = true;
                    reason = tags.Lemmas[child];
                    break;
                case "nsubj" or "obj" or "obl" when IsNegativeNominal(child):
                    turned = true;
                    reason = "no";
                    break;
            }
        }

        if (would)
        {
            modality = perfect || HasCondition(token) || !IsReported(token) ? Modality.Possible : Modality.Future;
            reason = perfect ? "would have" : "would";
        }

        // "hopes that talks will start", "demands that he should go": what is hoped and asked stays so.
        if (modality is Modality.Future or Modality.Requested && outer.Modality is Modality.Possible or Modality.Requested)
        {
            modality = outer.Modality;
        }

        if (modality is null && outer.Modality == Modality.Actual && OfMood(token) is { } mood)
        {
            (modality, reason) = mood;
        }

        if (!turned && modality is null)
        {
            return outer;
        }

        // "There is no agreement": one "no" denies verb and noun.
        var negative = outer.Polarity == Polarity.Negative ^ turned || (turned && reason == "no" && outer.Reason == "no");
        return new Factuality(negative ? Polarity.Negative : Polarity.Positive, modality ?? outer.Modality, reason);
    }

    /// <summary>The subordinating word of a clause: "to", "that", "if", "from", "without"; empty for none.</summary>
    public string MarkOf(int clause)
    {
        var found = "";
        foreach (var child in tree.Children(clause))
        {
            if (child < clause && tree.BaseRelation(child) is "mark" or "case" || (child < clause && tags.Xpos[child] == "TO") || (child < clause && tags.Xpos[child] == "WRB" && tree.BaseRelation(child) == "advmod"))
            {
                // "in order to": the infinitive decides.
                found = tags.Xpos[child] == "TO" ? "to" : found.Length == 0 ? tags.Lemmas[child] : found;
            }
        }

        return found;
    }

    public string CaseOf(int nominal) => tree.Child(nominal, "case") is var mark && mark >= 0 ? tags.Lemmas[mark] : "";

    public bool HasFiniteAuxiliary(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.BaseRelation(child) == "aux" && tags.Xpos[child] is "MD" or "VBD" or "VBZ" or "VBP")
            {
                return true;
            }
        }

        return false;
    }

    public bool IsPresent(int verb) => tags.Xpos[verb] is "VBZ" or "VBP" or "VBG" or "VB" || (tree.Child(verb, "aux") is var aux && aux >= 0 && tags.Xpos[aux] is "VBZ" or "VBP");

    public bool IsDefinite(int noun)
    {
        if (tags.Upos[noun] == "PROPN")
        {
            return true;
        }

        foreach (var child in tree.Children(noun))
        {
            if (tree.Relation(child) == "nmod:poss" || (tree.BaseRelation(child) == "det" && tags.Lemmas[child] is "the" or "this" or "that" or "these" or "those"))
            {
                return true;
            }
        }

        return false;
    }

    private Modality? OfAuxiliary(int aux) => tags.Lemmas[aux] switch
    {
        "will" or "shall" or "'ll" or "wo" => Modality.Future,
        "may" or "might" or "could" or "can" or "ca" => Modality.Possible,
        "must" or "should" or "ought" => Modality.Requested,
        _ => null,
    };

    private Effect? OfModifier(int token, int child)
    {
        var lemma = tags.Lemmas[child];
        if (lemma is "no" or "neither" or "nor" or "never" or "not" or "n't")
        {
            // "no longer", "not only" do not deny.
            if (lemma == "not" && child + 1 < tokens.Count && tags.Lemmas[child + 1] is "only" or "just")
            {
                return null;
            }

            return tree.BaseRelation(child) is "advmod" or "det" or "cc" || child < token ? new Effect(lemma, 'R', "mod", Turns: true, null, "") : null;
        }

        if (tree.BaseRelation(child) == "compound" || tree.BaseRelation(child) == "det")
        {
            return null;
        }

        return tree.BaseRelation(child) is "amod" or "advmod" ? ModifierEffect(child) : null;
    }

    /// <summary>What an adjective, participle or adverb does to the word it modifies, or null; "attempted" counts as a word, not as a form of "attempt".</summary>
    public Effect? ModifierEffect(int modifier)
    {
        var upos = tree.BaseRelation(modifier) == "amod" ? "ADJ" : "ADV";
        return Lexicon.Find(tags.Lemmas[modifier], upos, "mod")
            ?? Lexicon.Find(tokens.Word(modifier).ToLowerInvariant(), upos, "mod");
    }

    private bool IsNegativeNominal(int nominal)
    {
        if (tags.Lemmas[nominal] is "nobody" or "nothing" or "none" or "noone")
        {
            return true;
        }

        foreach (var child in tree.Children(nominal))
        {
            if (child < nominal && tree.BaseRelation(child) is "det" or "advmod" or "cc" && tags.Lemmas[child] is "no" or "neither")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"said that he would come": a future seen from the past; in a main or relative clause "would" only supposes.</summary>
    private bool IsReported(int verb)
    {
        for (var i = verb; i >= 0; i = tree.Head(i))
        {
            switch (tree.BaseRelation(i))
            {
                case "ccomp" or "parataxis":
                    return true;
                case "acl" or "root" or "advcl":
                    return false;
            }
        }

        return false;
    }

    private bool HasCondition(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.BaseRelation(child) == "advcl" && tree.Child(child, "mark") is var mark && mark >= 0 && tags.Lemmas[mark] is "if" or "unless")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Moods without an auxiliary: headline infinitives, imperatives, yes–no questions.</summary>
    private (Modality Modality, string Reason)? OfMood(int token)
    {
        if (tags.Xpos[token] is "VBZ" or "VBP" or "VBG" && IsPresent(token) && HasTimeAhead(token))
        {
            return (Modality.Future, "time ahead");
        }

        if (tree.Head(token) >= 0 && !(tree.BaseRelation(token) is "ccomp" or "parataxis" && quotations.At(token) >= 0))
        {
            return null;
        }

        if (tags.Upos[token] is not ("VERB" or "AUX"))
        {
            return null;
        }

        var sentence = tokens.SentenceOf(token);
        if (MarkOf(token) == "to")
        {
            return (Modality.Future, "infinitive");
        }

        if (tags.Xpos[token] == "VB" && tree.Child(token, "nsubj") < 0 && tree.Child(token, "aux") < 0)
        {
            return (Modality.Requested, "imperative");
        }

        var last = sentence.End - 1;
        var asks = tokens.Word(last) == "?" || (last > sentence.First && tokens.Word(last - 1) == "?");
        if (!asks)
        {
            return null;
        }

        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (tags.Xpos[i].StartsWith('W') && tree.Head(i) == token)
            {
                return null;
            }
        }

        return (Modality.Possible, "question");
    }

    /// <summary>"opens on Friday": a calendar time after the day of publication hangs on the verb.</summary>
    private bool HasTimeAhead(int verb)
    {
        if (times is null || doc.Article.Published is not { } published)
        {
            return false;
        }

        var sentence = tokens.SentenceOf(verb);
        for (var i = FirstTimeFrom(sentence.First); i < times.Count && times[i].First < sentence.End; i++)
        {
            var time = times[i];
            if (time.IsCalendar && tree.Head(time.End - 1) == verb
                && DateOnly.TryParseExact(time.Value, "yyyy-MM-dd", out var day) && day > published)
            {
                return true;
            }
        }

        return false;
    }

    private int FirstTimeFrom(int token)
    {
        var low = 0;
        var high = times!.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
