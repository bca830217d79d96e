using System.Globalization;
using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Resolving;

/// <summary>One document's joining, step by step.</summary>
internal sealed class Resolution
{
    /// <summary>Mentions that a description or pronoun is compared with, counted back.</summary>
    private const int Window = 60;

    /// <summary>Same noun, same entity: so far back a description looks for its own noun.</summary>
    private const int FarWindow = 400;

    private const int PronounWindow = 30;

    /// <summary>A third person pronoun joins its best antecedent unless the odds are as bad as this.</summary>
    private const double LeastOdds = -3;

    /// <summary>"he" and "she" always mean somebody of the article, whatever the learnt head prefers among what grammar forbids.</summary>
    private const double LeastOddsOfPerson = -10;

    /// <summary>Rules' log odds beside the learnt head.</summary>
    private const double RuleBesideHead = 0.8;

    private const double SalienceBesideHead = 0.2;

    /// <summary>Log odds added to the learnt head's: it was trained to start entities too readily.</summary>
    private const double HeadBias = 0.2;

    /// <summary>Log odds of a description's joining anything where no head is there.</summary>
    private const double DescriptionBase = -1;

    private readonly SyntaxView view;
    private readonly MentionLayer layer;
    private readonly MentionFacts[] facts;
    private readonly Doc doc;
    private readonly MentionLexicon lexicon;
    private readonly CoreferenceWords words = CoreferenceWords.Standard;
    private readonly Clusters clusters;
    private readonly Binding binding;
    private readonly OfficeRules offices;
    private readonly DescriptionRules descriptions;
    private readonly PronounRules pronouns;
    private readonly CountryFocus focus;
    private CoreferenceHead antecedents;
    private readonly Dictionary<string, List<int>> byLemma = new(StringComparer.Ordinal);

    public Resolution(SyntaxView view, MentionLayer layer, MentionFacts[] facts, MentionLexicon lexicon)
    {
        this.view = view;
        this.layer = layer;
        this.facts = facts;
        this.lexicon = lexicon;
        doc = view.Doc;
        antecedents = null!;
        binding = new Binding(view, layer);
        clusters = new Clusters(facts, binding.Excludes);
        offices = new OfficeRules(facts, clusters, words);
        descriptions = new DescriptionRules(facts, clusters, words);
        pronouns = new PronounRules(view, layer, facts, words);
        focus = new CountryFocus(view, facts, clusters);
    }

    public Clusters Run()
    {
        new NameRules(view, facts, clusters, lexicon).Join();
        JoinPlaces();
        JoinAppositions();
        foreach (var fact in facts)
        {
            if (fact.Kind == MentionKind.Name || clusters.Members(clusters.Root(fact.Index)).Count > 1)
            {
                offices.Note(fact);
            }
        }

        foreach (var fact in facts)
        {
            (byLemma.TryGetValue(fact.Lemma, out var list) ? list : byLemma[fact.Lemma] = []).Add(fact.Index);
        }

        antecedents = CoreferenceHead.Of(doc, layer, Candidates);
        foreach (var fact in facts)
        {
            if (!IsInTitle(fact) && fact.Pronoun is not { Person: 1 })
            {
                Resolve(fact);
            }
        }

        // quotations after the rest, so that speakers are known; the title last, it looks ahead
        foreach (var fact in facts)
        {
            if (!IsInTitle(fact) && fact.Pronoun is { Person: 1 })
            {
                Resolve(fact);
            }
        }

        foreach (var fact in facts)
        {
            if (IsInTitle(fact))
            {
                Resolve(fact);
            }
        }

        return clusters;
    }

    private bool IsInTitle(MentionFacts fact) => view.Tokens.Sentences[fact.Sentence].Part == ArticlePart.Title;

    /// <summary>"the city of Foo" is Foo; "Secretary of State Foo" too, though the tree keeps them apart.</summary>
    private void JoinPlaces()
    {
        foreach (var fact in facts)
        {
            if (fact.Kind != MentionKind.Name)
            {
                continue;
            }

            var governor = view.Tree.Head(fact.Mention.Head);
            if (fact.Type is EntityType.Place or EntityType.Country && governor >= 0 && view.Tree.Relation(fact.Mention.Head) == "nmod" && view.CaseWord(fact.Mention.Head) == "of"
                && layer.AtHead(governor) is { } place && words.Is("named", view.Lemma(governor)))
            {
                clusters.Join(place.Index, fact.Index, "rule:place-of-name");
            }

            if (fact.Type == EntityType.Person && fact.Index > 0 && facts[fact.Index - 1] is { Kind: MentionKind.Nominal, Type: EntityType.Person } title && title.Mention.End == fact.Mention.First)
            {
                clusters.TryJoin(title.Index, fact.Index, "rule:title");
            }
        }
    }

    private void JoinAppositions()
    {
        foreach (var fact in facts)
        {
            JoinBehindComma(fact);
            JoinNameBehindComma(fact);
            if (view.Tree.Relation(fact.Mention.Head) != "appos" || fact.Kind == MentionKind.Pronoun)
            {
                continue;
            }

            var governor = view.Tree.Head(fact.Mention.Head);
            for (var i = fact.Index - 1; i >= 0 && i >= fact.Index - 12; i--)
            {
                var other = facts[i];
                if (!(binding.IsApposition(other.Mention, fact.Mention) || other.Mention.Head == governor))
                {
                    continue;
                }

                // "Foo, Fooland" is a place in a country, "Foo, Bar and Baz" a list
                if ((other.Kind != MentionKind.Name || fact.Kind != MentionKind.Name) && other.Kind != MentionKind.Pronoun && other.Number == fact.Number)
                {
                    clusters.TryJoin(i, fact.Index, "rule:apposition");
                }

                break;
            }
        }
    }

    /// <summary>"Foo, the capital," where the tree does not say apposition: a definite description right behind a name and a comma.</summary>
    private void JoinBehindComma(MentionFacts fact)
    {
        var first = fact.Mention.First;
        if (fact.Kind != MentionKind.Nominal || !fact.IsDefinite || first < 2 || view.Word(first - 1) != "," || fact.Number == GrammaticalNumber.Plural)
        {
            return;
        }

        for (var i = fact.Index - 1; i >= 0 && i >= fact.Index - 3; i--)
        {
            var other = facts[i];
            if (other.Kind == MentionKind.Name && other.Mention.End == first - 1 && other.Type == fact.Type && other.Sentence == fact.Sentence && ClosesPhrase(fact.Mention.End))
            {
                clusters.TryJoin(i, fact.Index, "rule:apposition");
                return;
            }
        }
    }

    /// <summary>"Fooland's prime minister, Ada Foo, …": a name right behind a description of a person and a comma.</summary>
    private void JoinNameBehindComma(MentionFacts fact)
    {
        var first = fact.Mention.First;
        if (fact.Kind != MentionKind.Name || fact.Type != EntityType.Person || first < 2 || view.Word(first - 1) != "," || view.Tree.Relation(fact.Mention.Head) == "conj")
        {
            return;
        }

        for (var i = fact.Index - 1; i >= 0 && i >= fact.Index - 4; i--)
        {
            var other = facts[i];
            if (other.Mention.End == first - 1 && other.Kind == MentionKind.Nominal && other.Type == EntityType.Person && other.IsDefinite && other.Offices.Count > 0
                && other.Number == GrammaticalNumber.Singular && other.Sentence == fact.Sentence)
            {
                clusters.TryJoin(i, fact.Index, "rule:apposition");
                return;
            }
        }
    }

    private bool ClosesPhrase(int end) => end >= view.Count || view.Word(end) is "," or "." or ";" or ")" or "(" or "\"" or "”";

    private void Resolve(MentionFacts fact)
    {
        if (fact.Kind == MentionKind.Pronoun)
        {
            ResolvePronoun(fact);
        }
        else if (fact.Kind == MentionKind.Nominal && clusters.Root(fact.Index) == fact.Index && clusters.Members(fact.Index).Count == 1)
        {
            ResolveDescription(fact);
        }
    }

    private void ResolveDescription(MentionFacts fact)
    {
        if (words.Is("country", fact.Lemma) && fact.CountryMention >= 0 && fact.Number == GrammaticalNumber.Singular && facts[fact.CountryMention].Kind == MentionKind.Name
            && view.Tree.BaseRelation(layer.Mentions[fact.CountryMention].Head) is "amod" or "compound" && fact.Modifiers.Count == 0)
        {
            // "the Fooish nation"
            clusters.Join(fact.CountryMention, fact.Index, "rule:country-by-adjective");
            return;
        }

        if (words.Is("country", fact.Lemma) && fact.Number == GrammaticalNumber.Singular && fact.IsDefinite && !fact.IsRestricted && focus.At(fact) is var country and >= 0)
        {
            clusters.Join(country, fact.Index, "rule:country-in-focus");
            return;
        }

        if (words.Is("turned", fact.Lemma) && fact.Possessor >= 0 && fact.Type == EntityType.Person && offices.FindOther(fact, fact.Possessor) is var other and >= 0
            && clusters.TryJoin(other, fact.Index, "rule:other-holder-of-office"))
        {
            offices.Note(fact);
            return;
        }

        var (holder, _) = offices.Find(fact);
        if (holder >= 0)
        {
            clusters.Join(holder, fact.Index, "rule:office");
            offices.Note(fact);
            return;
        }

        var (best, score) = Best(fact, Describe);
        if (best >= 0 && score > 0)
        {
            clusters.Join(best, fact.Index, Reason(score));
        }

        offices.Note(fact);
    }

    private double Describe(MentionFacts fact, MentionFacts other, double odds)
    {
        if (other.Kind == MentionKind.Pronoun)
        {
            return -10;
        }

        var rule = descriptions.Score(fact, other);
        if (rule <= DescriptionRules.Contradiction)
        {
            return rule;
        }

        return antecedents.IsLearnt
            ? (RuleBesideHead * rule) + Math.Max(odds + HeadBias, rule > 1 ? -1.2 : -10)
            : DescriptionBase + rule - (0.03 * Math.Abs(fact.Sentence - other.Sentence));
    }

    /// <summary>What a mention may be joined with: what grammar allows among the mentions near it and those of the same noun.</summary>
    private IEnumerable<int> Candidates(int mention)
    {
        var fact = facts[mention];
        return fact.Kind switch
        {
            MentionKind.Pronoun => PronounCandidates(fact),
            MentionKind.Nominal when clusters.Members(clusters.Root(mention)).Count == 1 => DescriptionCandidates(fact),
            _ => [],
        };
    }

    private IEnumerable<int> DescriptionCandidates(MentionFacts fact)
    {
        var last = IsInTitle(fact) ? Math.Min(facts.Length - 1, fact.Index + Window) : fact.Index - 1;
        for (var i = Math.Max(0, fact.Index - Window); i <= last; i++)
        {
            if (i != fact.Index && facts[i].Kind != MentionKind.Pronoun && !clusters.Excludes(fact, facts[i]))
            {
                yield return i;
            }
        }

        foreach (var i in byLemma[fact.Lemma])
        {
            if (i < fact.Index - Window && i >= fact.Index - FarWindow && !clusters.Excludes(fact, facts[i]))
            {
                yield return i;
            }
        }
    }

    private void ResolvePronoun(MentionFacts fact)
    {
        var pronoun = fact.Pronoun;
        if (pronoun is null || clusters.Members(clusters.Root(fact.Index)).Count > 1)
        {
            return;
        }

        if (pronoun.Form == "reflexive" && pronouns.SubjectOf(fact) is var subject and >= 0 && clusters.TryJoin(subject, fact.Index, "rule:reflexive"))
        {
            return;
        }

        if (pronoun.Form == "possessive" && pronouns.FirstConjunct(fact) is var conjunct and >= 0 && clusters.TryJoin(conjunct, fact.Index, "rule:first-conjunct"))
        {
            return;
        }

        if (pronoun.Person == 1 && fact.IsQuoted && pronouns.SpeakerOf(fact) is var speaker and >= 0)
        {
            if (pronoun.Number == "singular" && clusters.TryJoin(speaker, fact.Index, "rule:speaker"))
            {
                return;
            }

            if (pronoun.Number == "plural" && pronoun.Form != "reflexive")
            {
                clusters.Join(BehindSpeaker(speaker), fact.Index, "rule:speaker");
                return;
            }
        }

        if (pronoun.Person != 3 && !antecedents.IsLearnt)
        {
            return;
        }

        var (best, score) = Best(fact, (p, other, odds) => antecedents.IsLearnt ? odds + HeadBias + (SalienceBesideHead * pronouns.Score(p, other)) : pronouns.Score(p, other));
        if (best >= 0 && (score > 0 || (pronoun.Person == 3 && pronoun.Form is "subject" or "object" or "possessive" && score > (pronoun.Gender is "male" or "female" ? LeastOddsOfPerson : LeastOdds))))
        {
            clusters.Join(best, fact.Index, Reason(score));
        }
    }

    /// <summary>For whom a speaker says "we": the body that a description of the speaker names, the country of an office, else the speaker.</summary>
    private int BehindSpeaker(int speaker)
    {
        if (facts[speaker].Type != EntityType.Person)
        {
            return speaker;
        }

        var country = -1;
        foreach (var member in clusters.Members(clusters.Root(speaker)))
        {
            var fact = facts[member];
            if (fact.Complement >= 0 && facts[fact.Complement].Type is EntityType.Organization && fact.Offices.Count > 0)
            {
                return fact.Complement;
            }

            country = country < 0 && fact.Offices.Count > 0 ? fact.CountryMention : country;
        }

        return country >= 0 ? country : speaker;
    }

    private IEnumerable<int> PronounCandidates(MentionFacts fact)
    {
        // "I", she said: the quoted one is joined to its speaker afterwards, not the speaker to it
        var third = fact.Pronoun is { Person: 3 };
        for (var i = fact.Index - 1; i >= 0 && i >= fact.Index - PronounWindow && facts[i].Sentence >= fact.Sentence - PronounRules.Reach; i--)
        {
            if (!(third && facts[i].Pronoun is { Person: not 3 }) && !clusters.Excludes(fact, facts[i]))
            {
                yield return i;
            }
        }

        if (IsInTitle(fact))
        {
            for (var i = fact.Index + 1; i < facts.Length && facts[i].Sentence <= fact.Sentence + PronounRules.Reach; i++)
            {
                if (!clusters.Excludes(fact, facts[i]))
                {
                    yield return i;
                }
            }
        }
    }

    /// <summary>The best-scored candidate whose entity may be joined.</summary>
    private (int Mention, double Score) Best(MentionFacts fact, Func<MentionFacts, MentionFacts, double, double> score)
    {
        var (best, bestScore) = (-1, double.NegativeInfinity);
        var candidates = antecedents.Candidates(fact.Index);
        for (var c = 0; c < candidates.Length; c++)
        {
            var value = score(fact, facts[candidates[c]], antecedents.IsLearnt ? antecedents.Odds(fact.Index, c) : 0);
            if (value > bestScore && clusters.MayJoin(clusters.Root(candidates[c]), clusters.Root(fact.Index)))
            {
                (best, bestScore) = (candidates[c], value);
            }
        }

        return (best, bestScore);
    }

    private string Reason(double score) => string.Create(CultureInfo.InvariantCulture, $"{(antecedents.IsLearnt ? "head:coreference" : "rule:salience")} {score:F2}");
}
