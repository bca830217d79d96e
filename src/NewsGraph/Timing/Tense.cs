using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Timing;

/// <summary>Where the clause around an expression lies, seen from the day of publication.</summary>
internal enum Tense
{
    Unknown,
    Past,
    Present,
    Future,
}

/// <summary>Reads the tense of the verb that governs a time expression off tags and tree.</summary>
internal sealed class TenseReader(TagLayer tags, TreeLayer tree)
{
    private static readonly HashSet<string> FutureGovernors =
        ResourceFiles.ReadTable("lexicons/future-governors.tsv").Select(r => r[0]).ToHashSet(StringComparer.Ordinal);

    /// <summary>Tense of the clause of this token; Unknown in verbless headlines.</summary>
    public Tense At(int token)
    {
        var at = token;
        var insideNominal = false;
        for (var steps = 0; at >= 0 && steps < 12; steps++)
        {
            if (at != token && IsPredicate(at))
            {
                // "comes after Friday's attack": a present verb says nothing of what its nominals hold.
                return OfPredicate(at, 0) is var tense && insideNominal && tense == Tense.Present ? Tense.Unknown : tense;
            }

            insideNominal |= tree.BaseRelation(at) == "nmod" || (at != token && tree.BaseRelation(at) == "compound");
            at = tree.Head(at);
        }

        return Tense.Unknown;
    }

    private bool IsPredicate(int i) =>
        tags.Upos[i] is "VERB" or "AUX" || tree.Child(i, "cop") >= 0 || FutureGovernors.Contains(tags.Lemmas[i]);

    private Tense OfPredicate(int verb, int depth)
    {
        var would = false;
        var infinitive = false;
        var perfect = false;
        var be = Tense.Unknown;
        foreach (var child in tree.Children(verb))
        {
            var relation = tree.BaseRelation(child);
            if (relation is "aux" or "cop")
            {
                switch (tags.Lemmas[child])
                {
                    case "will" or "shall" or "wo" or "'ll":
                        return Tense.Future;
                    case "would":
                        would = true;
                        break;
                    case "have":
                        perfect = true;
                        break;
                    default:
                        be = tags.Xpos[child] switch { "VBD" => Tense.Past, "VBP" or "VBZ" => Tense.Present, _ => be };
                        break;
                }
            }

            infinitive |= tags.Xpos[child] == "TO" && relation is "mark" or "aux";
        }

        if (FutureGovernors.Contains(tags.Lemmas[verb]) && !perfect)
        {
            return be == Tense.Past && tags.Lemmas[verb] is "expect" or "schedule" or "due" or "set" or "plan" ? Tense.Unknown : Tense.Future;
        }

        if (infinitive)
        {
            return OfInfinitive(verb, depth);
        }

        if (would)
        {
            return perfect ? Tense.Past : Tense.Future;
        }

        if (perfect)
        {
            return Tense.Past;
        }

        return tags.Xpos[verb] switch
        {
            "VBD" => Tense.Past,
            "VBN" => be == Tense.Unknown ? OfParticiple(verb, depth) : be,
            "VBG" => be == Tense.Unknown ? OfParticiple(verb, depth) : be == Tense.Present ? Tense.Present : Tense.Past,
            "VBP" or "VBZ" => Tense.Present,
            _ => be,
        };
    }

    /// <summary>"to meet on Friday": ahead unless its governor tells of something done ("managed to leave on Friday").</summary>
    private Tense OfInfinitive(int verb, int depth)
    {
        var head = tree.Head(verb);
        if (head < 0 || tree.BaseRelation(verb) is "acl" or "advcl")
        {
            return Tense.Future;
        }

        if (FutureGovernors.Contains(tags.Lemmas[head]) || tags.Lemmas[head] is "go" or "be")
        {
            return Tense.Future;
        }

        return depth < 4 && IsPredicate(head) ? OfPredicate(head, depth + 1) : Tense.Unknown;
    }

    /// <summary>A participle without auxiliary has the tense of its governor ("leaving on Monday, he …"); one after a noun is past.</summary>
    private Tense OfParticiple(int verb, int depth)
    {
        if (tags.Xpos[verb] == "VBN")
        {
            return Tense.Past;
        }

        var head = tree.Head(verb);
        return head >= 0 && depth < 4 && IsPredicate(head) ? OfPredicate(head, depth + 1) : Tense.Unknown;
    }
}
