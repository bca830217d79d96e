using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Recognizing;

/// <summary>Descriptions as mentions: nouns, and numbers or quantifiers that stand for what they count ("At least 107", "hundreds").</summary>
internal sealed class NominalMentions(SyntaxView view, MentionLexicon lexicon, MentionExtent extent, QuantityReader quantities, CoreferenceWords words)
{
    public void Propose(Dictionary<int, MentionDraft> drafts, bool[] taken)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (taken[i] || extent.IsTime(i) || drafts.ContainsKey(i))
            {
                continue;
            }

            if (view.IsNoun(i) || (view.Upos(i) == "X" && lexicon.TypeOfNoun(view.Lower(i)) is not null) || (view.Upos(i) == "SYM" && view.Word(i) is "$" or "£" or "€"))
            {
                ProposeNoun(i, drafts);
            }
            else if (view.Upos(i) is "NUM" or "ADJ" or "DET" && (StandsForNoun(i) || IsCounted(i)))
            {
                ProposeCount(i, drafts);
            }
        }
    }

    private void ProposeNoun(int token, Dictionary<int, MentionDraft> drafts)
    {
        var lemma = view.Lemma(token);
        if (quantities.IsMeasure(lemma) && !IsDayOfEvent(token))
        {
            return;
        }

        var (first, end) = extent.Of(token);
        var draft = new MentionDraft(token, first, end, MentionKind.Nominal, "rule:nominal");
        draft.Quantity = view.Upos(token) == "SYM"
            ? token + 1 < view.Tokens.SentenceOf(token).End ? quantities.Read(view, token + 1, Math.Max(end, token + 2), view.Word(token)) : null
            : IsCounted(token) || quantities.IsNumber(view, token) ? ReadQuantity(first, token, Unit(token)) : null;
        var type = TypeOf(token, lemma, draft.Quantity is not null);
        var isPhrase = type is not null && (lexicon.TypeOfNoun(lemma) is null || quantities.IsMeasure(lemma));
        draft.OtherHead = !isPhrase ? -1 : IsDayOfEvent(token) ? view.Tree.Child(token, "nmod") : token - 1;
        if (draft.Quantity is not null)
        {
            draft.End = WithIncluded(draft.End);
        }

        draft.Prior = (type is null ? -2.5 : 0.6) + Place(token) + (draft.Quantity is not null ? 2.5 : isPhrase ? 2 : type is null && HasNestedName(token, drafts) ? 1.7 : 0);
        draft.Favour(type ?? EntityType.Thing, type is null ? 0.5 : 2);
        draft.Favour(EntityType.Country, type is null or EntityType.Country ? 0 : -4);
        drafts.Add(token, draft);
    }

    private void ProposeCount(int token, Dictionary<int, MentionDraft> drafts)
    {
        var (first, end) = extent.Of(token);
        var draft = new MentionDraft(token, first, end, MentionKind.Nominal, "rule:count");
        draft.Quantity = view.Upos(token) == "NUM" || IsCounted(token) ? ReadQuantity(first, token, null) : null;
        draft.Prior = (draft.Quantity is not null ? 0.3 : IsNominalized(token) ? 0.2 : -1.5) + Place(token);
        draft.Favour(view.Lower(token) == "old" ? EntityType.Person : EntityType.Group, 2);
        drafts.Add(token, draft);
    }

    /// <summary>"164 people, including three children": what is included belongs to the mention.</summary>
    private int WithIncluded(int end)
    {
        if (end + 2 >= view.Count || view.Word(end) != "," || view.Lower(end + 1) != "including")
        {
            return end;
        }

        var included = end + 2;
        while (included < view.Count && view.SentenceOf(included) == view.SentenceOf(end) && !view.IsNoun(included) && view.Upos(included) is "NUM" or "ADJ" or "DET" or "ADV" or "SYM")
        {
            included++;
        }

        return included < view.Count && view.IsNoun(included) && view.SentenceOf(included) == view.SentenceOf(end) ? Math.Max(included + 1, extent.Of(included).End) : end;
    }

    /// <summary>A name or pronoun inside tells whose it is: "[his] legal fees".</summary>
    private bool HasNestedName(int token, Dictionary<int, MentionDraft> drafts)
    {
        foreach (var child in view.Tree.Children(token))
        {
            if (view.Tree.BaseRelation(child) is "nmod" or "compound" or "amod" && drafts.ContainsKey(child))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"the armed forces" are one body in the plural.</summary>
    private bool IsArmedForces(int token, string lemma) => lemma == "force" && token > 0 && view.Lower(token - 1) == "armed" && view.Tree.Child(token, "nummod") < 0;

    private Quantity? ReadQuantity(int first, int head, string? unit)
    {
        var quantity = quantities.Read(view, first, head + 1, unit);
        return quantity is { Value: >= 1900 and <= 2100, Approximation: Approximation.Exact } && !quantity.Text.Contains(',') && IsYear(first, head) ? null : quantity;
    }

    /// <summary>"the 2014 protests": four digits before a noun that is no plural of persons.</summary>
    private bool IsYear(int first, int head) =>
        view.Lower(first) is "the" or "its" or "their" || !view.IsPlural(head);

    /// <summary>What is counted: the noun, or what follows "of" where the noun is itself a count ("dozens of victims").</summary>
    private string? Unit(int token)
    {
        if (!quantities.IsNumber(view, token))
        {
            return view.Lemma(token);
        }

        var of = view.Tree.Child(token, "nmod");
        return of < 0 ? null : view.Lemma(of);
    }

    private bool IsCounted(int token)
    {
        foreach (var child in view.Tree.Children(token))
        {
            if (child < token && (view.Tree.Relation(child).StartsWith("nummod", StringComparison.Ordinal) || quantities.IsNumber(view, child)))
            {
                return true;
            }
        }

        return false;
    }

    private EntityType? TypeOf(int token, string lemma, bool counted)
    {
        var counts = quantities.IsNumber(view, token);
        if (counts || words.Is("collective", lemma))
        {
            var of = view.Tree.Child(token, "nmod");
            if (of >= 0 && view.CaseWord(of) == "of" && view.IsPlural(of) && lexicon.TypeOfNoun(view.Lemma(of)) is { } whole)
            {
                return whole is EntityType.Person or EntityType.Country ? EntityType.Group : whole;
            }

            if (counts)
            {
                return EntityType.Group;
            }
        }

        var type = IsDayOfEvent(token) && quantities.IsMeasure(lemma) ? EntityType.Event : TypeOfPhrase(token, lemma);
        var plural = view.IsPlural(token) || counted;
        return type is EntityType.Person or EntityType.Country or EntityType.Organization && plural && !IsArmedForces(token, lemma) ? EntityType.Group : type;
    }

    /// <summary>"a day of mourning" happens, "two days of talks" measures.</summary>
    private bool IsDayOfEvent(int token) =>
        !view.IsPlural(token) && view.Tree.Child(token, "nummod") < 0 && view.Tree.Child(token, "nmod") is var of and >= 0
        && view.CaseWord(of) == "of" && lexicon.TypeOfNoun(view.Lemma(of)) is EntityType.Event;

    /// <summary>By the longest known phrase that ends here ("air base"), by the surface ("police"), by the lemma.</summary>
    private EntityType? TypeOfPhrase(int token, string lemma) =>
        (token > 0 && view.SentenceOf(token - 1) == view.SentenceOf(token) ? lexicon.TypeOfNoun(view.Lower(token - 1) + " " + lemma) : null)
        ?? lexicon.TypeOfNoun(lemma) ?? lexicon.TypeOfNoun(view.Lower(token));

    /// <summary>Log odds from the place in the sentence: arguments of verbs refer, predicates and modifiers do not.</summary>
    private double Place(int token)
    {
        var tree = view.Tree;
        if (tree.Child(token, "cop") >= 0)
        {
            return -4;
        }

        return tree.BaseRelation(token) switch
        {
            "nsubj" or "obj" or "iobj" => 0.8,
            "obl" or "nmod" or "appos" or "conj" or "vocative" => 0.2,
            "compound" or "flat" or "fixed" => -4,
            "amod" or "advmod" or "nummod" or "det" or "case" or "acl" or "cc" => -2.5,
            "xcomp" => -1.5,
            _ => -0.5,
        };
    }

    /// <summary>"the dead", "the 21-year-old".</summary>
    private bool IsNominalized(int token) => view.Upos(token) == "ADJ" && view.Tree.Child(token, "det") >= 0;

    /// <summary>A number, adjective or determiner in an argument's place ("many", "the dead", "107").</summary>
    private bool StandsForNoun(int token) =>
        view.Tree.BaseRelation(token) is "nsubj" or "obj" or "iobj" or "obl" or "nmod" && view.Xpos(token) is not ("WDT" or "PDT")
        && (view.Upos(token) != "NUM" || !IsDateOrScore(token));

    private bool IsDateOrScore(int token) =>
        view.Word(token).Length == 4 && int.TryParse(view.Word(token), out var year) && year is > 1000 and < 2100
        || view.CaseWord(token) is "in" or "on" or "at" or "since" or "until" or "by";
}
