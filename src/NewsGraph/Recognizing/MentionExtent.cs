using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Recognizing;

/// <summary>The words of a mention, from its head word and the tree: modifiers and complements, without clauses, appositions and conjuncts.</summary>
internal sealed class MentionExtent(SyntaxView view)
{
    private readonly bool[] isTime = Times(view);
    private readonly List<int> stack = [];
    private readonly bool[] kept = new bool[view.Count];
    private readonly List<int> marked = [];

    /// <summary>Tokens <c>[First, End)</c> of the mention headed by <paramref name="head"/>.</summary>
    public (int First, int End) Of(int head)
    {
        Keep(head);
        stack.Add(head);
        var tree = view.Tree;
        while (stack.Count > 0)
        {
            var token = stack[^1];
            stack.RemoveAt(stack.Count - 1);
            foreach (var child in tree.Children(token))
            {
                var relation = tree.Relation(child);
                if (token == head ? IsOutsideOfHead(child, relation, head) : IsOutsideOfModifier(relation))
                {
                    continue;
                }

                Keep(child);
                stack.Add(child);
            }
        }

        var (first, end) = Contiguous(head);
        foreach (var token in marked)
        {
            kept[token] = false;
        }

        marked.Clear();
        return (WithoutForeground(first, head), WithoutClause(head, end));
    }

    /// <summary>Ends before a finite verb: a clause that the tree hangs on the noun by mistake.</summary>
    private int WithoutClause(int head, int end)
    {
        for (var i = head + 1; i < end; i++)
        {
            if (view.Upos(i) == "AUX" && view.Xpos(i) is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>Steps over what stands before the mention proper: marks, prepositions, times, and a name that a comma parts from it.</summary>
    private int WithoutForeground(int first, int head)
    {
        for (var i = first; i < head - 1; i++)
        {
            // "Foo, the capital": two mentions side by side
            if (view.Word(i + 1) == "," && view.IsNoun(i) && view.Upos(i + 2) is "DET" or "PRON" or "NOUN" or "PROPN")
            {
                first = i + 2;
            }
        }

        while (first < head && ((view.Upos(first) is "PUNCT" or "SYM" or "ADP" or "CCONJ" or "SCONJ" && view.Xpos(first) != "HYPH" && view.Word(first) is not ("$" or "£" or "€"))
            || isTime[first] || (view.Lower(first) == "that" && view.Upos(first + 1) == "DET")))
        {
            first++;
        }

        return first;
    }

    /// <summary>Dependents of the head word that say something about the mention but do not belong to it.</summary>
    private bool IsOutsideOfHead(int child, string relation, int head) => relation switch
    {
        "acl:relcl" or "appos" or "conj" or "cc" or "punct" or "parataxis" or "acl" or "advcl" or "advcl:relcl" or "ccomp"
            or "dep" or "list" or "cop" or "nsubj" or "nsubj:pass" or "nsubj:outer" or "case" or "mark" or "discourse" or "csubj"
            or "aux" or "aux:pass" or "expl" or "obl" or "obl:agent" or "obl:unmarked" or "xcomp" or "obj" or "vocative"
            or "reparandum" or "orphan" or "dislocated" => true,
        "advmod" => child > head,
        _ => false,
    };

    private static bool IsOutsideOfModifier(string relation) => relation is "acl:relcl" or "appos" or "parataxis" or "punct";

    /// <summary>True for the tokens of time expressions.</summary>
    public bool IsTime(int token) => isTime[token];

    private static bool[] Times(SyntaxView view)
    {
        var inside = new bool[view.Count];
        foreach (var time in view.Doc.TryGet<TimeLayer>()?.Times ?? [])
        {
            Array.Fill(inside, true, time.First, time.End - time.First);
        }

        return inside;
    }

    private void Keep(int token)
    {
        kept[token] = true;
        marked.Add(token);
    }

    /// <summary>The run of kept tokens around the head; single punctuation marks inside it are bridged.</summary>
    private (int First, int End) Contiguous(int head)
    {
        var sentence = view.Tokens.SentenceOf(head);
        var first = head;
        while (first > sentence.First && (kept[first - 1] || (first - 2 >= sentence.First && view.IsPunctuation(first - 1) && kept[first - 2])))
        {
            first -= kept[first - 1] ? 1 : 2;
        }

        var end = head + 1;
        while (end < sentence.End && (kept[end] || (end + 1 < sentence.End && view.IsPunctuation(end) && view.Word(end) != "," && kept[end + 1])))
        {
            end += kept[end] ? 1 : 2;
        }

        return (first, end);
    }
}
