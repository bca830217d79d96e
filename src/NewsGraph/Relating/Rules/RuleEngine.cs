using NewsGraph.Knowledge;

namespace NewsGraph.Relating.Rules;

/// <summary>
/// Runs the rule book over a document: each token's lemma is looked up once, the rules it triggers look for their participants in the tree.
/// Linear in the length of the text.
/// </summary>
internal sealed class RuleEngine(RuleBook book, Syntax syntax, MentionMap map)
{
    private const int MostConjuncts = 6;
    private readonly RoleFinder roles = new(syntax);
    private readonly List<int> subjects = [];
    private readonly List<int> objects = [];
    private readonly List<Candidate> here = [];

    /// <summary>Proposals of the rules that the token triggers.</summary>
    public void Match(int token, List<Candidate> found)
    {
        // "the arrested journalists": rules for adjectives name the participle, not its verb
        var participle = syntax.Tags.Upos[token] == "VERB" && syntax.Tree.Relation(token) == "amod";
        var triggers = (participle ? book.At(syntax.Words.Word(token)) : null) ?? book.At(syntax.Lemma(token));
        if (triggers is null)
        {
            return;
        }

        var tag = TagOf(token);
        here.Clear();
        foreach (var trigger in triggers)
        {
            if (trigger.Tag == tag || trigger.Tag == 'A' && tag == 'V' && syntax.Tree.Relation(token) == "amod")
            {
                Try(trigger, token);
            }
        }

        Best(found);
    }

    private static bool IsNounTrigger(Trigger trigger) => trigger.Tag == 'N';

    private char TagOf(int token) => syntax.Tags.Upos[token] switch
    {
        "VERB" => 'V',
        "NOUN" or "PROPN" => 'N',
        "ADJ" or "ADV" => 'A',
        "AUX" when syntax.Tree.BaseRelation(token) is not ("aux" or "cop") => 'V',
        _ => '-',
    };

    /// <summary>
    /// At one trigger the rules that ask for more than the word win over those that do not ("took office" over "took"); equal ones stay
    /// side by side for the merger to weigh. Rules marked "also" always stay.
    /// </summary>
    private void Best(List<Candidate> found)
    {
        var most = 0;
        foreach (var candidate in here)
        {
            most = Math.Max(most, candidate.Specificity);
        }

        foreach (var candidate in here)
        {
            if (candidate.Also || candidate.Specificity == most)
            {
                found.Add(candidate);
            }
        }
    }

    private void Try(Trigger trigger, int token)
    {
        var rule = trigger.Rule;
        var noun = IsNounTrigger(trigger);
        if (noun && IsModifierOnly(token))
        {
            return;
        }

        var complement = -1;
        var last = token;
        if (trigger.Particle is not null && (last = Particle(token, trigger.Particle)) < 0
            || trigger.Object is not null && (complement = Complement(token, trigger.Object, true)) < 0
            || trigger.Oblique is not null && (complement = Complement(token, trigger.Oblique, false)) < 0
            || !Holds(rule, token, noun))
        {
            return;
        }

        if (complement >= 0)
        {
            last = Math.Max(token, complement);
        }

        var (subject, @object) = noun ? (rule.NounSubject, rule.NounObject) : (rule.Subject, rule.Object);
        var subjectSaid = Fill(subject, token, noun, complement, rule, subjects, rule.SubjectTypes);
        var objectSaid = Fill(@object, token, noun, complement, rule, objects, rule.ObjectTypes);
        Without(subjects, objects);
        if (subjects.Count == 0 && !subject.IsOptional || objects.Count == 0 && !@object.IsOptional)
        {
            // "Fooland and Barland signed …": a symmetric doing of several subjects is between them
            if (!(rule.Type.IsSymmetric && objects.Count == 0 && subjects.Count > 1 && !objectSaid))
            {
                return;
            }
        }

        if (subjects.Count == 0 && objects.Count == 0)
        {
            return;
        }

        var confidence = rule.Confidence * (subjects.Count == 0 && subjectSaid || objects.Count == 0 && objectSaid ? 0.6 : 1);
        if (rule.Type.IsSymmetric && objects.Count == 0 && subjects.Count > 1)
        {
            for (var i = 1; i < subjects.Count; i++)
            {
                Emit(trigger, token, last, subjects[0], subjects[i], confidence);
            }

            return;
        }

        for (var s = 0; s < Math.Max(1, Math.Min(subjects.Count, MostConjuncts)); s++)
        {
            for (var o = 0; o < Math.Max(1, Math.Min(objects.Count, MostConjuncts)); o++)
            {
                Emit(trigger, token, last, subjects.Count == 0 ? -1 : subjects[s], objects.Count == 0 ? -1 : objects[o], confidence);
            }
        }
    }

    private void Emit(Trigger trigger, int token, int last, int subject, int @object, double confidence)
    {
        if (subject >= 0 && @object >= 0 && map.EntityOf(subject) == map.EntityOf(@object))
        {
            @object = Unbound(token, @object);
            if (@object < 0 || map.EntityOf(subject) == map.EntityOf(@object))
            {
                return;
            }
        }

        here.Add(new Candidate
        {
            Type = trigger.Rule.Type,
            Subject = subject,
            Object = @object,
            Trigger = token,
            First = last == token + 1 ? token : Math.Min(token, last),
            End = Math.Abs(last - token) <= 3 ? Math.Max(token, last) + 1 : token + 1,
            Confidence = confidence,
            Extractor = trigger.Rule.Id,
            Modality = trigger.Rule.Modality,
            Polarity = trigger.Rule.Polarity,
            Specificity = trigger.Specificity + trigger.Rule.Conditions.Count(static c => c[0] != '!'),
            Also = trigger.Rule.Also,
        });
    }

    /// <summary>
    /// "X let Y replace him": a plain pronoun cannot mean the subject of its own verb, so it is taken for the subject of the verb above; −1 where that does not help.
    /// </summary>
    private int Unbound(int token, int mention)
    {
        var above = syntax.Tree.Head(token);
        if (map[mention].Kind != MentionKind.Pronoun || above < 0 || syntax.Tree.BaseRelation(token) is not ("xcomp" or "ccomp")
            || syntax.Words.Word(map[mention].Head).EndsWith("self", StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        var other = map.Of(syntax.Subject(above));
        return other >= 0 && map.TypeOf(other) == map.TypeOf(mention) ? other : -1;
    }

    /// <summary>Fills a role with the mentions of its first alternative that has any; true if the text says a participant there at all.</summary>
    private bool Fill(ArgumentRole role, int token, bool noun, int complement, Rule rule, List<int> into, int allowed)
    {
        into.Clear();
        var said = false;
        foreach (var step in role.Steps)
        {
            var at = roles.Find(step, token, noun, complement, rule);
            if (at < 0 || at == token && step.Kind != RoleKind.Self)
            {
                continue;
            }

            said = true;
            map.Collect(at, into);
            for (var i = into.Count - 1; i >= 0; i--)
            {
                if ((allowed & (1 << (int)map.TypeOf(into[i]))) == 0 || map[into[i]].Head == token && step.Kind != RoleKind.Self)
                {
                    into.RemoveAt(i);
                }
            }

            if (into.Count > 0)
            {
                return true;
            }
        }

        return said;
    }

    private void Without(List<int> subjects, List<int> objects)
    {
        foreach (var subject in subjects)
        {
            objects.Remove(subject);
        }
    }

    private bool IsModifierOnly(int noun) => syntax.Tree.BaseRelation(noun) is "compound" or "flat" && syntax.Tree.Head(noun) != noun - 1;

    private int Particle(int verb, string particle)
    {
        foreach (var child in syntax.Tree.Children(verb))
        {
            if (syntax.Words.Word(child).Equals(particle, StringComparison.OrdinalIgnoreCase)
                && (syntax.Tree.Relation(child) is "compound:prt" or "advmod" || syntax.Tags.Upos[child] is "ADP" or "ADV"))
            {
                return child;
            }
        }

        return -1;
    }

    private int Complement(int verb, string[] lemmas, bool isObject)
    {
        foreach (var child in syntax.Tree.Children(verb))
        {
            var relation = syntax.Tree.BaseRelation(child);
            if ((isObject ? relation is "obj" or "xcomp" || syntax.Tree.Relation(child) is "nsubj:pass" : relation is "obl" or "nmod" or "advmod" or "xcomp" or "compound")
                && Array.Exists(lemmas, l => l.Equals(syntax.Lemma(child), StringComparison.OrdinalIgnoreCase)))
            {
                return child;
            }
        }

        return -1;
    }

    private bool Holds(Rule rule, int token, bool noun)
    {
        foreach (var condition in rule.Conditions)
        {
            var not = condition[0] == '!';
            if (Holds(not ? condition[1..] : condition, token, noun) == not)
            {
                return false;
            }
        }

        return true;
    }

    private bool Holds(string condition, int token, bool noun) => condition switch
    {
        "passive" => !noun && syntax.IsPassive(token),
        "active" => noun || !syntax.IsPassive(token),
        "xcomp" => syntax.Tree.Child(token, "xcomp") >= 0 || roles.Complement(token) is >= 0 and var clause && syntax.HasMarker(clause, "to"),
        "ccomp" => syntax.Tree.Child(token, "ccomp") >= 0,
        "clause" => roles.Complement(token) >= 0,
        "object" => syntax.Tree.Child(token, "obj") >= 0,
        "amod" => syntax.Tree.Relation(token) == "amod",
        "verb" => !noun,
        "noun" => noun,
        "owner" => syntax.Tree.Child(token, "nmod:poss") >= 0,
        "self" => map.Mentions.AtHead(token) is not null,
        _ when condition.StartsWith("word:", StringComparison.Ordinal) => HasWord(token, condition[5..]),
        _ when condition[0] == '+' => HasPreposition(token, condition[1..]),
        _ => throw new FormatException($"'{condition}' is no condition of a rule."),
    };

    private bool HasWord(int token, string words)
    {
        foreach (var child in syntax.Tree.Children(token))
        {
            if (words.Split('|').Contains(syntax.Words.Word(child), StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasPreposition(int token, string word)
    {
        foreach (var child in syntax.Tree.Children(token))
        {
            if (syntax.HasMarker(child, word))
            {
                return true;
            }
        }

        return false;
    }
}
