using NewsGraph.Knowledge;
using NewsGraph.Relating.Rules;
using NewsGraph.Texts;

namespace NewsGraph.Relating;

/// <summary>What goes with a relation: its time, polarity and modality, and on whose word it stands.</summary>
internal sealed class Circumstances
{
    private static readonly SortedDictionary<string, string> NoAttributes = new(StringComparer.Ordinal);
    private readonly Syntax syntax;
    private readonly MentionMap map;
    private readonly FactualityLayer? factuality;
    private readonly StatementLayer? statements;
    private readonly List<List<int>?> statementsOf;
    private readonly Dictionary<int, TimeValue> timeOf = [];
    private readonly Dictionary<int, TimeValue?> onlyTime = [];
    private readonly HashSet<int> cues = [];

    public Circumstances(Doc doc, Syntax syntax, MentionMap map)
    {
        this.syntax = syntax;
        this.map = map;
        factuality = doc.TryGet<FactualityLayer>();
        statements = doc.TryGet<StatementLayer>();
        statementsOf = CoverTokens();
        foreach (var statement in statements?.Statements ?? [])
        {
            cues.Add(statement.CueToken);
        }

        if (doc.TryGet<TimeLayer>() is { } times)
        {
            foreach (var time in times.Times)
            {
                if (time.IsCalendar)
                {
                    Hang(time);
                    var sentence = syntax.Words.Tokens[time.First].Sentence;
                    onlyTime[sentence] = onlyTime.ContainsKey(sentence) ? null : time;
                }
            }
        }
    }

    public RelationMention Complete(Proposal proposal)
    {
        var fact = factuality?.Tokens[proposal.Token] ?? default;
        var rule = proposal.Rule;
        var state = proposal.Type.IsState;
        return new RelationMention
        {
            Type = proposal.Type.Name,
            Subject = proposal.Subject < 0 ? null : proposal.Subject,
            Object = proposal.Object < 0 ? null : proposal.Object,
            Trigger = rule is null ? syntax.Words.Tokens[proposal.Token].Span : syntax.Words.SpanOf(rule.First, rule.End),
            TriggerToken = proposal.Token,
            Attributes = rule?.Attributes ?? (proposal.Type.Name == "HOLDS_OFFICE" ? States.OfficeTitle.Attributes(syntax, map, proposal.Token) : NoAttributes),
            Time = state && proposal.Type.Name is not ("OPPONENT_OF" or "LOCATED_IN") ? null : TimeAt(proposal.Token),
            Polarity = rule?.Polarity ?? fact.Polarity,
            Modality = rule?.Modality ?? fact.Modality,
            // Offices, belongings and places are taken for granted by whoever mentions them: 97 % stand in the article's own voice.
            Statements = statementsOf[proposal.Token] is { } list && !(state && proposal.Type.Name is not ("OPPONENT_OF" or "CONTROLS" or "ALLY_OF")) ? list : [],
            Confidence = Math.Round(proposal.Confidence, 3),
            Extractor = rule is null ? "head:trigger" : proposal.HeadType > 0.3 ? "rule:" + rule.Extractor + "+head" : "rule:" + rule.Extractor,
        };
    }

    /// <summary>For each token the statements whose content holds it, the innermost first.</summary>
    private List<List<int>?> CoverTokens()
    {
        var tokens = syntax.Words.Tokens;
        List<List<int>?> cover = [.. Enumerable.Repeat<List<int>?>(null, tokens.Count)];
        if (statements is null)
        {
            return cover;
        }

        for (var s = 0; s < statements.Statements.Count; s++)
        {
            foreach (var part in statements.Statements[s].Content)
            {
                for (var token = FirstAt(part.Start); token < tokens.Count && tokens[token].Span.Start < part.End; token++)
                {
                    if (part.Contains(tokens[token].Span) && token != statements.Statements[s].CueToken)
                    {
                        (cover[token] ??= []).Add(s);
                    }
                }
            }
        }

        foreach (var list in cover)
        {
            list?.Sort((a, b) => Size(a) != Size(b) ? Size(a).CompareTo(Size(b)) : a.CompareTo(b));
        }

        return cover;
    }

    private int Size(int statement) => statements!.Statements[statement].Content.Sum(static c => c.Length);

    private int FirstAt(int position)
    {
        var (low, high) = (0, syntax.Words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (syntax.Words.Tokens[middle].Span.Start < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>
    /// Gives a time to the words it belongs to: upwards from the expression through nouns to the first verb, and on from an infinitive
    /// to the verb that governs it ("called for help to end the strike last week").
    /// </summary>
    private void Hang(TimeValue time)
    {
        var token = time.End - 1;
        while (syntax.Tree.Head(token) is >= 0 and var above && above >= time.First && above < time.End)
        {
            token = above;
        }

        var from = token;
        for (var at = syntax.Tree.Head(token); at >= 0; at = syntax.Tree.Head(at))
        {
            timeOf.TryAdd(at, time);
            if (syntax.IsVerb(at) || syntax.HasPredicate(at))
            {
                ShareWithConjuncts(at, from, time);
                if (!(syntax.HasMarker(at, "to") && syntax.Tree.BaseRelation(at) is "advcl" or "xcomp" or "acl"))
                {
                    break;
                }
            }

            from = at;
        }
    }

    /// <summary>"arrested and jailed on Monday": a time at the end or the front of coordinated verbs is all of theirs.</summary>
    private void ShareWithConjuncts(int verb, int from, TimeValue time)
    {
        foreach (var child in syntax.Tree.Children(verb))
        {
            if (syntax.Tree.Relation(child) == "conj" && syntax.Tree.Child(child, "nsubj") < 0 && (from < verb || from > child))
            {
                timeOf.TryAdd(child, time);
            }
        }
    }

    /// <summary>The trigger's own time, else that of the verb whose argument or conjunct it is, else the only one that its clause can mean.</summary>
    private TimeValue? TimeAt(int trigger)
    {
        if (timeOf.TryGetValue(trigger, out var own))
        {
            return own;
        }

        var at = trigger;
        for (var steps = 0; steps < 3; steps++)
        {
            var relation = syntax.Tree.BaseRelation(at);
            var head = syntax.Tree.Head(at);
            if (head < 0 || relation is not ("obj" or "nsubj" or "xcomp" or "obl" or "nmod" or "conj" or "appos" or "advcl") || relation is "xcomp" or "advcl" && syntax.HasMarker(at, "to") || relation is "conj" && at != trigger)
            {
                break;
            }

            if (syntax.IsVerb(head) && timeOf.TryGetValue(head, out var time))
            {
                return cues.Contains(head) ? null : time;
            }

            at = head;
        }

        return OnlyTime(trigger);
    }

    /// <summary>The sentence's only time, where its verb stands above or below the trigger and does not tell when something was said.</summary>
    private TimeValue? OnlyTime(int trigger)
    {
        if (onlyTime.GetValueOrDefault(syntax.Words.Tokens[trigger].Sentence) is not { } time)
        {
            return null;
        }

        var verb = time.End - 1;
        while (verb >= 0 && !(syntax.IsVerb(verb) && (verb < time.First || verb >= time.End)))
        {
            verb = syntax.Tree.Head(verb);
        }

        return verb >= 0 && !cues.Contains(verb) && (syntax.Tree.IsInSubtree(verb, trigger) || syntax.Tree.IsInSubtree(trigger, verb)) ? time : null;
    }
}
