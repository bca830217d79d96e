using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Recognizing;

/// <summary>Names as mentions: title and name together ("President Foo"), one mention per head word.</summary>
internal sealed class NameMentions(SyntaxView view, MentionLexicon lexicon, MentionExtent extent)
{
    public void Propose(IReadOnlyList<FoundName> names, Dictionary<int, MentionDraft> drafts, bool[] taken)
    {
        foreach (var name in names)
        {
            var top = Top(name);
            if (drafts.ContainsKey(top) && drafts.ContainsKey(top = view.HeadOf(name.First, name.End)) && (top = Free(name, drafts)) < 0)
            {
                continue;
            }

            var draft = new MentionDraft(top, name.First, name.End, MentionKind.Name, name.Country is null ? "rule:name" : "rule:country")
            {
                NameFirst = name.First,
                NameEnd = name.End,
                OtherHead = top == name.End - 1 ? -1 : name.End - 1,
                Prior = name.Type is null ? 0.5 : name.Country is not null || IsKnown(name) ? 5 : 3,
            };
            var (first, end) = extent.Of(top);
            if (name.Country is null && first <= name.First && IsOwnPremodification(first, name.First))
            {
                draft.First = first;
            }

            // the title that governs the name belongs to the mention even where a comma stands before it
            draft.First = Math.Min(draft.First, top);

            while (name.Type == NameType.Person && draft.First > 0 && IsTitleBefore(draft.First))
            {
                draft.First--;
            }

            draft.End = Math.Max(name.End, name.Type == NameType.Organization && !HasComma(name.End, end) ? end : name.End);
            Weigh(draft, name);
            drafts.Add(top, draft);
            for (var i = draft.First; i < draft.End; i++)
            {
                taken[i] |= i >= name.First && i < name.End;
                taken[i] |= top != i && i < name.First && IsTitlePart(i, top, name);
            }
        }
    }

    /// <summary>The word that governs the name in the tree, or the title that it is attached to without a comma.</summary>
    private int Top(FoundName name)
    {
        var top = view.HeadOf(name.First, name.End);
        if (name.Country is not null || name.Type is NameType.Location)
        {
            return top;
        }

        var parent = view.Tree.Head(top);
        var relation = view.Tree.Relation(top);
        var isTitled = relation is "flat" or "appos" or "nmod:desc" or "compound" && parent >= 0 && parent < name.First && view.IsNoun(parent) && !HasPunctuation(parent, name.First);
        return isTitled && (relation == "flat" || IsPersonNoun(parent)) && parent >= name.First - 3 ? parent : top;
    }

    private bool IsKnown(FoundName name) => name.Type == NameType.Organization && lexicon.Organization(view.Text(name.First, name.End)) is not null;

    /// <summary>"southern Fooland" is a region, not the country.</summary>
    private bool RegionWord(int first) =>
        first > 0 && view.SentenceOf(first - 1) == view.SentenceOf(first) && view.Upos(first) == "PROPN" && view.Lower(first - 1) is var word
        && (word.EndsWith("ern", StringComparison.Ordinal) || word == "central") && view.Upos(first - 1) == "ADJ" && !view.IsCapitalized(first - 1);

    /// <summary>"Miss", "President" right before a name, whatever the tree says.</summary>
    private bool IsTitleBefore(int first) =>
        view.SentenceOf(first - 1) == view.SentenceOf(first) && view.IsCapitalized(first - 1) && view.Xpos(first - 1) is "NNP" or "NN"
        && (lexicon.IsHonorific(view.Lower(first - 1)) || IsPersonNoun(first - 1));

    private bool IsPersonNoun(int token) => lexicon.TypeOfNoun(view.Lemma(token)) is EntityType.Person;

    /// <summary>Words before a name belong to its mention unless a comma or another name's own structure intervenes.</summary>
    private bool IsOwnPremodification(int first, int nameFirst)
    {
        for (var i = first; i < nameFirst; i++)
        {
            if (view.Word(i) is "," or ":" or ";")
            {
                return false;
            }
        }

        return true;
    }

    private bool IsTitlePart(int token, int top, FoundName name) =>
        name.Country is null && view.IsNoun(token) && view.Tree.Relation(token) is "nmod:desc" or "flat" or "compound" && view.Tree.IsInSubtree(token, top)
        && (view.Tree.Head(token) == top || view.Tree.Head(token) >= name.First);

    private bool HasPunctuation(int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (view.IsPunctuation(i) && view.Word(i) is not ("\"" or "“" or "”" or "-"))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasComma(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (view.Word(i) is "," or "(" or ":")
            {
                return true;
            }
        }

        return false;
    }

    private static int Free(FoundName name, Dictionary<int, MentionDraft> drafts)
    {
        for (var i = name.End - 1; i >= name.First; i--)
        {
            if (!drafts.ContainsKey(i))
            {
                return i;
            }
        }

        return -1;
    }

    private void Weigh(MentionDraft draft, FoundName name)
    {
        if (name.Country is not null)
        {
            var isPart = RegionWord(name.First);
            draft.Favour(isPart ? EntityType.Place : EntityType.Country, 6);
            draft.First = isPart ? name.First - 1 : name.First;
            return;
        }

        switch (name.Type)
        {
            case NameType.Person: draft.Favour(EntityType.Person, 4); break;
            case NameType.Organization: draft.Favour(EntityType.Organization, 3); break;
            case NameType.Location: draft.Favour(EntityType.Place, 3); break;
            default: draft.Favour(EntityType.Organization, 0.5); break;
        }

        var text = view.Text(name.First, name.End);
        if (name.Type != NameType.Person && lexicon.CountryOfCitizens(text) is not null && lexicon.CountryOfDemonym(text) is null)
        {
            draft.Favour(EntityType.Group, 5);
        }
        else if (lexicon.Organization(text) is not null)
        {
            draft.Favour(EntityType.Organization, name.Type == NameType.Person ? 1 : 3);
        }
        else if (lexicon.Place(text) is not null)
        {
            draft.Favour(EntityType.Place, name.Type == NameType.Person ? 1 : 3);
        }

        // what the head noun says: "Foo Airport", "Bar Protests"
        if (name.Type != NameType.Person && lexicon.TypeOfNoun(view.Lower(name.End - 1)) is { } type and not EntityType.Person)
        {
            draft.Favour(type, 2);
        }
        else if (draft.First < name.First || draft.Head < name.First)
        {
            for (var i = draft.First; i < name.First; i++)
            {
                if (IsPersonNoun(i) && !view.IsPlural(i) && i + 1 < name.First is var _ && (i == name.First - 1 || i == draft.Head))
                {
                    draft.Favour(EntityType.Person, 2);
                }
            }
        }
    }
}
