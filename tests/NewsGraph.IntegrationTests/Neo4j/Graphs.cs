using NewsGraph.Knowledge;
using NewsGraph.Neo4j.Planning;
using NewsGraph.Tests.Neo4j;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>Small invented graphs.</summary>
internal static class Graphs
{
    public static RelationTypeList Types { get; } = new(["MET", "ACCUSED", "KILLED", "LOCATED_IN", "HOLDS_OFFICE", "PART_OF", "CITIZEN_OF", "VISITED"]);

    /// <summary>A meeting, and an accusation that somebody reports.</summary>
    public static KnowledgeGraph Visit() => new TestGraph()
        .Article("visit", "A visit to Porto", "2021-05-04")
        .Say("Ana Silva met Rui Costa in Porto on Monday.").Relate("MET", "e1", "e2", "met", time: "2021-05-03", arguments: [("place", "e3")])
        .Say("Silva, the prime minister, accused armed men of violence, Costa said.").Relate("ACCUSED", "e1", "e4", "accused", by: [("e2", "said")])
        .Relate("HOLDS_OFFICE", "e1", null, "prime minister", attributes: new() { ["office"] = "prime minister" })
        .Entity("e1", EntityType.Person, "Ana Silva", ["Silva"])
        .Entity("e2", EntityType.Person, "Rui Costa", ["Costa"])
        .Entity("e3", EntityType.Place, "Porto")
        .Entity("e4", EntityType.Group, "armed men")
        .Build();

    /// <summary>Another article on the same two people.</summary>
    public static KnowledgeGraph Second() => new TestGraph()
        .Article("second", "Another meeting", "2021-06-02")
        .Say("President Silva, that is Ana Silva, met Rui Costa, Rui Costa says.").Relate("MET", "e1", "e2", "met", time: "2021-06", by: [("e2", "says")])
        .Entity("e1", EntityType.Person, "Ana Silva", ["President Silva"])
        .Entity("e2", EntityType.Person, "Rui Costa")
        .Build();

    /// <summary>Denies that the two of <see cref="Visit"/> met, at any time.</summary>
    public static KnowledgeGraph Denial() => new TestGraph()
        .Article("denial", "They never met", "2021-05-05")
        .Say("Ana Silva never met Rui Costa.").Relate("MET", "e1", "e2", "met", polarity: Polarity.Negative)
        .Entity("e1", EntityType.Person, "Ana Silva")
        .Entity("e2", EntityType.Person, "Rui Costa")
        .Build();

    /// <summary>One more article on the meeting of the two.</summary>
    public static KnowledgeGraph Met(string id, string time) => new TestGraph()
        .Article(id, "They met", "2021-06-05")
        .Say("Ana Silva met Rui Costa.").Relate("MET", "e1", "e2", "met", time: time, confidence: 0.75)
        .Entity("e1", EntityType.Person, "Ana Silva")
        .Entity("e2", EntityType.Person, "Rui Costa")
        .Build();
}
