using NewsGraph.Knowledge;
using NewsGraph.Relating.Ontologies;
using NewsGraph.Relating.Rules;

namespace NewsGraph.Relating.States;

/// <summary>
/// HOLDS_OFFICE from titles and descriptions: "President X", "the mayor of Y", "Fooland's former army chief", "his Fooish counterpart".
/// A title without a country takes the one its holder has elsewhere in the article, else the article's own country.
/// </summary>
internal sealed class OfficeFinder : IStateFinder
{
    private static readonly HashSet<string> Offices = WordLists.Of("office");
    private static readonly int Bodies = NounPhrase.Bits(EntityType.Country, EntityType.Organization, EntityType.Place, EntityType.Group);
    private static readonly RelationType Type = Ontology.Default["HOLDS_OFFICE"];

    private readonly Syntax syntax;
    private readonly MentionMap map;
    private readonly NounPhrase phrase;
    private readonly Dictionary<int, (string Office, int Scope)> known = [];
    private readonly int focus;

    public OfficeFinder(Syntax syntax, MentionMap map)
    {
        this.syntax = syntax;
        this.map = map;
        phrase = new NounPhrase(syntax, map);
        focus = map.FocusCountry();
    }

    public void Match(int token, List<Candidate> found)
    {
        if (!syntax.IsNoun(token))
        {
            return;
        }

        var lemma = syntax.Lemma(token);
        if (lemma.Equals("counterpart", StringComparison.OrdinalIgnoreCase))
        {
            Counterpart(token, found);
            return;
        }

        if (!Offices.Contains(lemma) || syntax.Tags.Xpos[token] is "NNS" or "NNPS")
        {
            return;
        }

        var bearer = phrase.Bearer(token);
        if (bearer < 0 || map.TypeOf(bearer) is not (EntityType.Person or EntityType.Group) || map[bearer].Kind == MentionKind.Pronoun && map[bearer].Head == token)
        {
            return;
        }

        var scope = phrase.Scope(token, Bodies, nearName: true);
        var entity = map.EntityOf(bearer);
        var (office, status) = OfficeTitle.Describe(syntax, map, token);
        var confidence = 0.8;
        if (scope < 0)
        {
            confidence = 0.55;
            scope = known.TryGetValue(entity, out var before) ? before.Scope : focus;
            if (scope < 0 || map[bearer].Kind != MentionKind.Name && !known.ContainsKey(entity))
            {
                return;
            }
        }
        else
        {
            known[entity] = (office, scope);
        }

        if (map.EntityOf(scope) == entity)
        {
            return;
        }

        found.Add(new Candidate
        {
            Type = Type,
            Subject = bearer,
            Object = scope,
            Trigger = token,
            First = token,
            End = token + 1,
            Confidence = confidence,
            Extractor = confidence < 0.6 ? "office-context" : "office-title",
            Attributes = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["office"] = office, ["status"] = status },
            Also = true,
        });
    }

    /// <summary>"his Fooish counterpart Y": Y holds in Fooland the office that he holds.</summary>
    private void Counterpart(int token, List<Candidate> found)
    {
        var bearer = phrase.Bearer(token);
        var scope = phrase.Scope(token, NounPhrase.Bits(EntityType.Country), nearName: true);
        if (bearer < 0 || scope < 0)
        {
            return;
        }

        var owner = syntax.Tree.Child(token, "nmod:poss");
        owner = owner < 0 && syntax.Tree.Head(token) is >= 0 and var head ? syntax.Tree.Child(head, "nmod:poss") : owner;
        var other = map.Of(owner);
        var office = other >= 0 && known.TryGetValue(map.EntityOf(other), out var held) ? held.Office : "counterpart";
        found.Add(new Candidate
        {
            Type = Type,
            Subject = bearer,
            Object = scope,
            Trigger = token,
            First = token,
            End = token + 1,
            Confidence = 0.8,
            Extractor = "office-counterpart",
            Attributes = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["office"] = office, ["status"] = "current" },
            Also = true,
        });
    }
}
