using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Resolving;

/// <summary>How well a pronoun fits an earlier mention by its place, where no learnt head is there (after Lappin and Leass 1994), and who speaks in a quotation.</summary>
internal sealed class PronounRules(SyntaxView view, MentionLayer layer, MentionFacts[] facts, CoreferenceWords words)
{
    /// <summary>How many sentences back a pronoun looks.</summary>
    public const int Reach = 3;

    /// <summary>Salience of an antecedent; agreement is checked elsewhere.</summary>
    public double Score(MentionFacts pronoun, MentionFacts earlier)
    {
        var sentences = pronoun.Sentence - earlier.Sentence;
        var score = 1.0 - (0.9 * sentences) - (0.02 * (pronoun.Index - earlier.Index));
        score += earlier.IsSubject ? 0.8 : view.Tree.BaseRelation(earlier.Mention.Head) is "obj" ? 0.3 : 0;
        score += earlier.Kind == MentionKind.Name ? 0.3 : earlier.Kind == MentionKind.Pronoun ? 0.4 : 0;
        score += earlier.Pronoun is { } other && pronoun.Pronoun is { } own && other.Gender == own.Gender && other.Person == own.Person ? 0.7 : 0;
        score -= view.Tree.BaseRelation(earlier.Mention.Head) is "amod" or "compound" ? 1 : 0;
        score += pronoun.Pronoun?.Gender == "thing" && earlier.Type is EntityType.Organization or EntityType.Country ? 0.4 : 0;
        score += pronoun.Pronoun?.Number == "plural" && earlier.Type == EntityType.Group ? 0.6 : 0;
        return score;
    }

    /// <summary>"[the mayor] and [his] deputy": the mention right before the conjunction; −1 where there is none.</summary>
    public int FirstConjunct(MentionFacts possessive)
    {
        var and = possessive.Mention.Head - 1;
        if (and < 1 || view.Upos(and) != "CCONJ" || view.SentenceOf(and) != possessive.Sentence)
        {
            return -1;
        }

        for (var i = possessive.Index - 1; i >= 0 && i >= possessive.Index - 4; i--)
        {
            if (layer.Mentions[i].End == and && facts[i].Kind != MentionKind.Pronoun)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The subject of the reflexive's verb, or −1.</summary>
    public int SubjectOf(MentionFacts reflexive)
    {
        var verb = view.Tree.Head(reflexive.Mention.Head);
        for (var steps = 0; verb >= 0 && steps < 2; steps++, verb = view.Tree.Head(verb))
        {
            if (view.Tree.Child(verb, "nsubj") is var subject and >= 0)
            {
                return layer.AtHead(subject)?.Index ?? -1;
            }
        }

        return -1;
    }

    /// <summary>The mention that speaks the quotation around a token, or −1: subject of the nearest verb of speech outside the marks.</summary>
    public int SpeakerOf(MentionFacts quoted)
    {
        var sentence = quoted.Sentence;
        for (var distance = 0; distance <= 3; distance++)
        {
            foreach (var s in distance == 0 ? [sentence] : new[] { sentence - distance, sentence + distance })
            {
                if (s >= 0 && s < view.Tokens.Sentences.Count && Speaker(view.Tokens.Sentences[s]) is var speaker and >= 0)
                {
                    return speaker;
                }
            }
        }

        return -1;
    }

    private int Speaker(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
        {
            if (view.Upos(i) == "VERB" && words.Is("speech", view.Lemma(i)) && view.Tree.Child(i, "nsubj") is var subject and >= 0
                && layer.AtHead(subject) is { } mention && !facts[mention.Index].IsQuoted)
            {
                return mention.Index;
            }
        }

        return -1;
    }

    public static bool IsFirstPerson(Pronoun pronoun) => pronoun.Person == 1;
}
