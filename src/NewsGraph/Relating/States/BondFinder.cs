using NewsGraph.Knowledge;
using NewsGraph.Relating.Ontologies;
using NewsGraph.Relating.Rules;

namespace NewsGraph.Relating.States;

/// <summary>Bonds that a noun names between its bearer and its owner: kin, allies, opponents, lawyers and envoys, predecessors and successors.</summary>
internal sealed class BondFinder(Syntax syntax, MentionMap map) : IStateFinder
{
    private static readonly (HashSet<string> Nouns, RelationType Type, string Rule)[] Bonds =
    [
        (WordLists.Of("kin"), Ontology.Default["FAMILY_OF"], "kin-noun"),
        (WordLists.Of("ally"), Ontology.Default["ALLY_OF"], "ally-noun"),
        (WordLists.Of("opponent"), Ontology.Default["OPPONENT_OF"], "opponent-noun"),
        (WordLists.Of("represent"), Ontology.Default["REPRESENTED"], "represent-noun"),
        (WordLists.Of("predecessor"), Ontology.Default["PREDECESSOR_OF"], "predecessor-noun"),
        (WordLists.Of("successor"), Ontology.Default["PREDECESSOR_OF"], "successor-noun"),
    ];

    private static readonly int Anyone = NounPhrase.Bits(EntityType.Person, EntityType.Organization, EntityType.Country, EntityType.Group);

    private readonly NounPhrase phrase = new(syntax, map);

    public void Match(int token, List<Candidate> found)
    {
        if (!syntax.IsNoun(token))
        {
            return;
        }

        var lemma = syntax.Lemma(token);
        foreach (var (nouns, type, rule) in Bonds)
        {
            if (!nouns.Contains(lemma))
            {
                continue;
            }

            var bearer = phrase.Bearer(token);
            var owner = phrase.Scope(token, Anyone, nearName: true);
            if (bearer < 0 || owner < 0 || map.EntityOf(bearer) == map.EntityOf(owner) || !type.AllowsSubject(map.TypeOf(bearer)) || !type.AllowsObject(map.TypeOf(owner)))
            {
                continue;
            }

            var turned = rule == "successor-noun";
            found.Add(new Candidate
            {
                Type = type,
                Subject = turned ? owner : bearer,
                Object = turned ? bearer : owner,
                Trigger = token,
                First = token,
                End = token + 1,
                Confidence = 0.65,
                Extractor = rule,
                Attributes = rule == "kin-noun" ? new SortedDictionary<string, string>(StringComparer.Ordinal) { ["kin"] = lemma } : null,
                Also = true,
            });
        }
    }
}
