using NewsGraph.Knowledge;
using NewsGraph.Relating.Ontologies;
using NewsGraph.Relating.Rules;

namespace NewsGraph.Relating.States;

/// <summary>LOCATED_IN and CAPITAL_OF from phrases: "Foo City, Fooland", "the Fooish city of X", "a factory in X", "Y, the country's capital", "protests in Z".</summary>
internal sealed class PlaceFinder(Syntax syntax, MentionMap map) : IStateFinder
{
    private static readonly HashSet<string> PlaceNouns = WordLists.Of("place-noun");
    private static readonly HashSet<string> Happening = WordLists.Of("happening");
    private static readonly int Spots = NounPhrase.Bits(EntityType.Country, EntityType.Place);
    private static readonly RelationType LocatedIn = Ontology.Default["LOCATED_IN"];
    private static readonly RelationType CapitalOf = Ontology.Default["CAPITAL_OF"];

    private readonly NounPhrase phrase = new(syntax, map);

    public void Match(int token, List<Candidate> found)
    {
        if (map.Mentions.AtHead(token) is not { } mention)
        {
            if (syntax.IsNoun(token) && syntax.Lemma(token).Equals("capital", StringComparison.OrdinalIgnoreCase))
            {
                Capital(token, phrase.Bearer(token), found);
            }

            return;
        }

        var type = map.TypeOf(mention.Index);
        if (syntax.Lemma(token).Equals("capital", StringComparison.OrdinalIgnoreCase) && type == EntityType.Place)
        {
            Capital(token, mention.Index, found);
            return;
        }

        if (type == EntityType.Place)
        {
            AfterComma(mention, found);
            if (PlaceNouns.Contains(syntax.Lemma(token)))
            {
                Add(LocatedIn, mention.Index, phrase.Scope(token, Spots, nearName: true), token, "place-noun", 0.6, found);
            }
        }

        if (mention.Kind != MentionKind.Pronoun)
        {
            Inside(mention, type, found);
        }
    }

    private void Capital(int token, int bearer, List<Candidate> found)
    {
        var kind = CapitalOf;
        foreach (var child in syntax.Tree.Children(token))
        {
            if (syntax.Tree.Relation(child) == "amod" && syntax.Lemma(child) is "economic" or "commercial" or "financial" or "cultural" or "business" or "provincial" or "regional")
            {
                kind = LocatedIn;
            }
        }

        Add(kind, bearer, phrase.Scope(token, Spots, nearName: true), token, "capital-noun", 0.8, found);
    }

    /// <summary>"Foo City, Fooland": a place, a comma, a larger place.</summary>
    private void AfterComma(EntityMention mention, List<Candidate> found)
    {
        var comma = mention.End;
        if (comma + 1 >= syntax.Words.Count || syntax.Words.Word(comma) != "," || syntax.Words.Tokens[comma + 1].Sentence != syntax.Words.Tokens[mention.Head].Sentence)
        {
            return;
        }

        var next = map.StartingAt(comma + 1);
        if (next >= 0 && map[next].Kind == MentionKind.Name && (Spots & (1 << (int)map.TypeOf(next))) != 0 && syntax.Tree.BaseRelation(map[next].Head) is not "conj")
        {
            Add(LocatedIn, mention.Index, next, mention.Head, "place-comma", 0.85, found);
        }
    }

    /// <summary>"a factory in X", "protests across X": a mention with a place of its own; "the blast occurred in X".</summary>
    private void Inside(EntityMention mention, EntityType type, List<Candidate> found)
    {
        foreach (var child in syntax.Tree.Children(mention.Head))
        {
            if (syntax.Tree.BaseRelation(child) is "nmod" && IsWithin(child) && Spot(child) is >= 0 and var place)
            {
                Add(LocatedIn, mention.Index, place, mention.Head, type switch { EntityType.Event => "event-in-place", EntityType.Place => "place-in-place", _ => "thing-in-place" }, 0.5, found);
            }
        }

        var verb = syntax.Tree.Head(mention.Head);
        if (type == EntityType.Event && verb >= 0 && syntax.Tree.BaseRelation(mention.Head) == "nsubj" && Happening.Contains(syntax.Lemma(verb)))
        {
            foreach (var child in syntax.Tree.Children(verb))
            {
                if (syntax.Tree.BaseRelation(child) is "obl" && IsWithin(child) && Spot(child) is >= 0 and var place)
                {
                    Add(LocatedIn, mention.Index, place, verb, "event-happens-in", 0.6, found);
                }
            }
        }
    }

    private bool IsWithin(int token) => syntax.Marker(token).ToLowerInvariant() is "in" or "at" or "near" or "across" or "throughout" or "outside" or "inside" or "around" or "within";

    private int Spot(int token)
    {
        var place = map.Of(token);
        return place >= 0 && (Spots & (1 << (int)map.TypeOf(place))) != 0 ? place : -1;
    }

    private void Add(RelationType type, int subject, int @object, int token, string rule, double confidence, List<Candidate> found)
    {
        if (subject < 0 || @object < 0 || map.EntityOf(subject) == map.EntityOf(@object))
        {
            return;
        }

        found.Add(new Candidate { Type = type, Subject = subject, Object = @object, Trigger = token, First = token, End = token + 1, Confidence = confidence, Extractor = rule, Also = true });
    }
}
