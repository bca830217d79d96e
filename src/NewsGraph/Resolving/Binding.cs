using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Resolving;

/// <summary>Which mentions of one sentence cannot be the same because of where they stand (Chomsky's binding principles, roughly).</summary>
internal sealed class Binding(SyntaxView view, MentionLayer layer)
{
    public bool Excludes(int a, int b)
    {
        var (x, y) = (layer.Mentions[a], layer.Mentions[b]);
        if (IsApposition(x, y) || IsApposition(y, x))
        {
            return false;
        }

        // a whole and its part: "[the head of [the agency]]"
        if (x.Span.Contains(y.Span) || y.Span.Contains(x.Span))
        {
            return true;
        }

        var (i, j) = (x.Head, y.Head);
        var tree = view.Tree;
        if (AreConjuncts(i, j) || AreConjuncts(j, i))
        {
            return true;
        }

        if (IsReflexive(x) || IsReflexive(y))
        {
            return false;
        }

        // two arguments of one verb: "he called him"; two subjects are an apposition that the parser missed
        var (h, k) = (tree.Head(i), tree.Head(j));
        return h >= 0 && h == k && IsArgument(i) && IsArgument(j) && !(tree.BaseRelation(i) == "nsubj" && tree.BaseRelation(j) == "nsubj");
    }

    /// <summary>The two stand in apposition ("Foo, the capital", "the capital, Foo").</summary>
    public bool IsApposition(EntityMention governor, EntityMention apposition) =>
        view.Tree.Relation(apposition.Head) == "appos" && view.Tree.Head(apposition.Head) is var head && head >= 0
        && (head == governor.Head || (head >= governor.First && head < governor.End && layer.AtHead(head) is null));

    private bool AreConjuncts(int a, int b)
    {
        for (var i = b; view.Tree.Relation(i) == "conj"; i = view.Tree.Head(i))
        {
            if (view.Tree.Head(i) == a)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsReflexive(EntityMention mention) =>
        mention.Kind == MentionKind.Pronoun && view.Lower(mention.Head) is var word && (word.EndsWith("self", StringComparison.Ordinal) || word.EndsWith("selves", StringComparison.Ordinal));

    private bool IsArgument(int token) =>
        view.Tree.BaseRelation(token) is "nsubj" or "obj" or "iobj" or "obl";
}
