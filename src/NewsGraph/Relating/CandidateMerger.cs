using NewsGraph.Knowledge;
using NewsGraph.Relating.Learnt;
using NewsGraph.Relating.Ontologies;
using NewsGraph.Texts;

namespace NewsGraph.Relating;

/// <summary>The one place that decides which proposals of rules and heads become relations.</summary>
internal sealed class CandidateMerger(Doc doc, MentionMap map, Ontology ontology)
{
    private const double LeastAny = 0.12;
    private const double LeastType = 0.08;
    private const double LeastArgument = 0.12;
    private const int MostArguments = 3;

    /// <summary>Below it a rule's proposal is dropped where there are no heads to ask.</summary>
    private const double LeastRule = 0.35;

    /// <summary>A second type between the same two at the same trigger must be as sure as this.</summary>
    private const double BesideAnother = 0.7;

    private readonly TokenLayer words = doc.Get<TokenLayer>();
    private readonly TagLayer tags = doc.Get<TagLayer>();

    /// <summary>The relations to keep, by trigger.</summary>
    public List<Proposal> Merge(List<Candidate> candidates)
    {
        var proposals = Weigh(candidates);
        var weights = doc.TryGet<HeadScores>() is null ? null : ProposalWeights.Default;
        return Select(proposals.FindAll(p => weights?.Accepts(p) ?? p.Confidence >= LeastRule));
    }

    /// <summary>All proposals with their confidence.</summary>
    public List<Proposal> Weigh(List<Candidate> candidates)
    {
        if (doc.TryGet<HeadScores>() is not { } scores || map.Mentions.Mentions.Count == 0)
        {
            return candidates.ConvertAll(c => new Proposal { Type = c.Type, Token = c.Trigger, Subject = c.Subject, Object = c.Object, Rule = c, RuleType = c.Confidence, RuleSubject = true, RuleObject = true, Confidence = c.Confidence });
        }

        var prior = TypePrior.Of(scores.RelationTypes);
        var index = TypePrior.IndexOf(scores.RelationTypes);
        var triggers = HeadReading.FindTriggers(doc, scores, prior, LeastAny, LeastType);
        triggers.RemoveAll(t => !IsNews(t.Token));
        HashSet<(int, int)> known = [.. triggers.Select(t => (t.Token, t.Type))];
        Dictionary<(int Token, string Type), List<Candidate>> byTrigger = [];
        Dictionary<int, double> ruleAt = [];
        HashSet<int> plainAt = [];
        foreach (var candidate in candidates)
        {
            if (candidate.Extractor is "predecessor-noun" or "successor-noun" or "capital-noun" or "kin-noun")
            {
                plainAt.Add(candidate.Trigger);
            }

            if (index.TryGetValue(candidate.Type.Name, out var type) && known.Add((candidate.Trigger, type)))
            {
                triggers.Add(HeadReading.Opinion(scores, prior, candidate.Trigger, type, words.Word(candidate.Trigger), tags.Upos[candidate.Trigger]));
            }

            (byTrigger.TryGetValue((candidate.Trigger, candidate.Type.Name), out var list) ? list : byTrigger[(candidate.Trigger, candidate.Type.Name)] = []).Add(candidate);
            ruleAt[candidate.Trigger] = Math.Max(ruleAt.GetValueOrDefault(candidate.Trigger), candidate.Confidence);
        }

        triggers.Sort(static (a, b) => a.Token != b.Token ? a.Token.CompareTo(b.Token) : a.Type.CompareTo(b.Type));
        List<Proposal> proposals = [];
        if (triggers.Count > 0)
        {
            var reading = new HeadReading(doc, scores, triggers);
            for (var k = 0; k < triggers.Count; k++)
            {
                var name = scores.RelationTypes[triggers[k].Type];
                // "His predecessor", "her brother", "the economic capital": such nouns mean one thing, which their rule knows.
                if (ontology.TryGet(name, out var type) && !(type.IsState && plainAt.Contains(triggers[k].Token) && !byTrigger.ContainsKey((triggers[k].Token, name))))
                {
                    Propose(reading, prior, k, triggers[k], type, byTrigger.GetValueOrDefault((triggers[k].Token, name)), ruleAt.GetValueOrDefault(triggers[k].Token), proposals);
                }
            }
        }

        return proposals;
    }

    private bool IsNews(int token) => words.SentenceOf(token).Part is ArticlePart.Title or ArticlePart.Body or ArticlePart.Caption;

    private void Propose(HeadReading reading, TypePrior prior, int k, HeadTrigger trigger, RelationType type, List<Candidate>? rules, double otherRule, List<Proposal> proposals)
    {
        var subjects = reading.Subjects(k);
        var objects = reading.Objects(k);
        List<int> subjectChoices = [.. subjects.Choices(map, LeastArgument, MostArguments).Select(c => c.Mention)];
        List<int> objectChoices = [.. objects.Choices(map, LeastArgument, MostArguments).Select(c => c.Mention)];
        foreach (var rule in rules ?? [])
        {
            AddNew(subjectChoices, rule.Subject);
            AddNew(objectChoices, rule.Object);
        }

        var negative = reading.Negative(k);
        var (modality, modalityProbability) = reading.Modality(k);
        foreach (var subject in subjectChoices)
        {
            foreach (var @object in objectChoices)
            {
                if (subject < 0 && @object < 0 || Entity(subject) == Entity(@object) || (subject < 0 || @object < 0) && type.IsState)
                {
                    continue;
                }

                Candidate? same = null;
                bool sameSubject = false, sameObject = false;
                var ruleType = 0.0;
                foreach (var rule in rules ?? [])
                {
                    ruleType = Math.Max(ruleType, rule.Confidence);
                    var s = Entity(rule.Subject) == Entity(subject);
                    var o = Entity(rule.Object) == Entity(@object);
                    sameSubject |= s;
                    sameObject |= o;
                    same = s && o && (same is null || rule.Confidence > same.Confidence) ? rule : same;
                }

                var proposal = new Proposal
                {
                    Type = type,
                    Token = trigger.Token,
                    Subject = same?.Subject ?? subject,
                    Object = same?.Object ?? @object,
                    Rule = same,
                    RuleType = ruleType,
                    RuleSubject = sameSubject,
                    RuleObject = sameObject,
                    OtherRule = otherRule,
                    HeadAny = trigger.Any,
                    HeadType = trigger.OfType,
                    HeadSubject = subjects.Of(Entity(subject), map),
                    HeadObject = objects.Of(Entity(@object), map),
                    Negative = negative,
                    HeadModality = modality,
                    HeadModalityProbability = modalityProbability,
                };
                proposal.Confidence = ProposalWeights.Default.Confidence(proposal, map);
                proposals.Add(proposal);
            }
        }
    }

    private void AddNew(List<int> choices, int mention)
    {
        foreach (var choice in choices)
        {
            if (Entity(choice) == Entity(mention))
            {
                return;
            }
        }

        choices.Add(mention);
    }

    private int Entity(int mention) => mention < 0 ? -1 : map.EntityOf(mention);

    /// <summary>
    /// Of the likely ones, best first: not the same statement twice in a sentence, and at one trigger and type no second reading of a participant
    /// but what is coordinated with the first or comes from a rule.
    /// </summary>
    private List<Proposal> Select(List<Proposal> order)
    {
        order.Sort(static (a, b) => a.Confidence != b.Confidence ? b.Confidence.CompareTo(a.Confidence) : a.Token != b.Token ? a.Token.CompareTo(b.Token) : a.Subject != b.Subject ? b.Subject.CompareTo(a.Subject) : b.Object.CompareTo(a.Object));
        HashSet<(int, string, int, int)> stated = [];
        HashSet<(int, int, int)> pairs = [];
        Dictionary<(int, string), List<Proposal>> at = [];
        List<Proposal> kept = [];
        foreach (var proposal in order)
        {
            var (subject, @object) = (Entity(proposal.Subject), Entity(proposal.Object));
            if (proposal.Type.IsSymmetric && subject > @object)
            {
                (subject, @object) = (@object, subject);
            }

            var here = at.TryGetValue((proposal.Token, proposal.Type.Name), out var list) ? list : at[(proposal.Token, proposal.Type.Name)] = [];
            if (proposal.Confidence < BesideAnother && pairs.Contains((proposal.Token, subject, @object)))
            {
                continue;
            }

            if (here.Exists(other => Excludes(other, proposal)) || !stated.Add((map.SentenceOf(proposal.Token), proposal.Type.Name, subject, @object)))
            {
                continue;
            }

            pairs.Add((proposal.Token, subject, @object));
            here.Add(proposal);
            kept.Add(proposal);
        }

        kept.Sort(static (a, b) => a.Token != b.Token ? a.Token.CompareTo(b.Token) : string.CompareOrdinal(a.Type.Name, b.Type.Name) is var c and not 0 ? c : a.Subject != b.Subject ? a.Subject.CompareTo(b.Subject) : a.Object.CompareTo(b.Object));
        return kept;
    }

    private bool Excludes(Proposal better, Proposal other)
    {
        if (better.Rule is not null && other.Rule is not null)
        {
            return false;
        }

        return !Alike(better.Subject, other.Subject) || !Alike(better.Object, other.Object);
    }

    /// <summary>The same entity, or conjuncts of one phrase.</summary>
    private bool Alike(int a, int b) =>
        Entity(a) == Entity(b) || a >= 0 && b >= 0 && map.AreCoordinated(a, b);
}
