using NewsGraph.Knowledge;
using NewsGraph.Relating.Ontologies;
using NewsGraph.Relating.Rules;

namespace NewsGraph.Relating.States;

/// <summary>Who belongs to what by a modifier or owner: "the Fooish army" (PART_OF), "Fooish tourists" (CITIZEN_OF), "a Foo Corp executive" (WORKS_FOR), "members of the X" (MEMBER_OF).</summary>
internal sealed class BelongingFinder(Syntax syntax, MentionMap map) : IStateFinder
{
    private static readonly HashSet<string> Bodies = WordLists.Of("body");
    private static readonly HashSet<string> People = WordLists.Of("people");
    private static readonly HashSet<string> Staff = WordLists.Of("staff");
    private static readonly HashSet<string> Member = WordLists.Of("member");
    private static readonly int Country = NounPhrase.Bits(EntityType.Country);
    private static readonly int Body = NounPhrase.Bits(EntityType.Organization, EntityType.Group);
    private static readonly RelationType PartOf = Ontology.Default["PART_OF"];
    private static readonly RelationType CitizenOf = Ontology.Default["CITIZEN_OF"];
    private static readonly RelationType WorksFor = Ontology.Default["WORKS_FOR"];
    private static readonly RelationType MemberOf = Ontology.Default["MEMBER_OF"];

    private readonly NounPhrase phrase = new(syntax, map);

    public void Match(int token, List<Candidate> found)
    {
        if (!syntax.IsNoun(token))
        {
            return;
        }

        var lemma = syntax.Lemma(token);
        var own = map.Mentions.AtHead(token);
        if (own is not null && (Bodies.Contains(lemma) || own.Kind == MentionKind.Name && map.TypeOf(own.Index) == EntityType.Organization) && map.TypeOf(own.Index) is EntityType.Organization or EntityType.Group)
        {
            Add(PartOf, own.Index, phrase.Scope(token, Country, nearName: false), token, "part-of-country", 0.75, found);
            Add(PartOf, own.Index, phrase.Scope(token, Body, nearName: false), token, "part-of-body", 0.55, found);
            return;
        }

        if (Member.Contains(lemma))
        {
            Add(MemberOf, phrase.Bearer(token), phrase.Scope(token, Body, nearName: true), token, "member-noun", 0.65, found);
        }
        else if (Staff.Contains(lemma))
        {
            Add(WorksFor, phrase.Bearer(token), phrase.Scope(token, Body, nearName: true), token, "works-for-noun", 0.55, found);
        }

        if (People.Contains(lemma))
        {
            Add(CitizenOf, phrase.Bearer(token), phrase.Scope(token, Country, nearName: true), token, "citizen-noun", 0.6, found);
        }
    }

    private void Add(RelationType type, int subject, int @object, int token, string rule, double confidence, List<Candidate> found)
    {
        if (subject < 0 || @object < 0 || map.EntityOf(subject) == map.EntityOf(@object) || !type.AllowsSubject(map.TypeOf(subject)))
        {
            return;
        }

        found.Add(new Candidate { Type = type, Subject = subject, Object = @object, Trigger = token, First = token, End = token + 1, Confidence = confidence, Extractor = rule, Also = true });
    }
}
