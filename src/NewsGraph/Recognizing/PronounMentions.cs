using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Recognizing;

/// <summary>Pronouns that refer; expletive "it" and relative pronouns do not.</summary>
internal sealed class PronounMentions(SyntaxView view, PronounTable pronouns)
{
    public void Propose(Dictionary<int, MentionDraft> drafts, bool[] taken)
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (taken[i] || view.Upos(i) is not ("PRON" or "DET") || pronouns.Find(view.Lower(i)) is not { } pronoun)
            {
                continue;
            }

            if (view.Xpos(i) is "WP" or "WDT" or "WP$" or "EX" || (!pronoun.IsPersonal && view.Tree.BaseRelation(i) is "det" or "mark"))
            {
                continue;
            }

            var draft = new MentionDraft(i, i, i + 1, MentionKind.Pronoun, "rule:pronoun") { Prior = Prior(i, pronoun) };
            Weigh(draft, pronoun);
            drafts[i] = draft;
        }
    }

    private double Prior(int token, Pronoun pronoun)
    {
        if (view.Tree.Relation(token) == "expl" || (pronoun.Word == "it" && IsExtraposed(token)))
        {
            return -5;
        }

        return pronoun.Form switch
        {
            "demonstrative" => view.Tree.BaseRelation(token) == "nsubj" ? -1 : -2,
            "indefinite" => 0,
            _ => pronoun.Person == 3 ? 3 : 1.5,
        };
    }

    /// <summary>"It is clear that …", "It takes time to …": the subject clause stands behind.</summary>
    private bool IsExtraposed(int token)
    {
        var tree = view.Tree;
        var head = tree.Head(token);
        if (head < 0 || tree.BaseRelation(token) != "nsubj")
        {
            return false;
        }

        return tree.Child(head, "csubj") >= 0
            || (view.Upos(head) == "ADJ" && tree.Child(head, "cop") >= 0 && (tree.Child(head, "ccomp") >= 0 || tree.Child(head, "xcomp") >= 0 || tree.Child(head, "advcl") >= 0));
    }

    private static void Weigh(MentionDraft draft, Pronoun pronoun)
    {
        switch (pronoun.Gender)
        {
            case "male" or "female":
                draft.Favour(EntityType.Person, 6);
                break;
            case "thing":
                draft.Favour(EntityType.Organization, 1);
                draft.Favour(EntityType.Country, 0.9);
                draft.Favour(EntityType.Event, pronoun.Form == "demonstrative" ? 2 : 0.5);
                break;
            case "people" when pronoun.Number == "singular":
                draft.Favour(EntityType.Person, 5);
                break;
            default:
                draft.Favour(EntityType.Group, 2);
                draft.Favour(EntityType.Organization, pronoun.Person == 1 ? 1.5 : 1);
                break;
        }
    }
}
