using NewsGraph.Knowledge;
using NewsGraph.Neo4j.Planning;
using NewsGraph.Relating.Ontologies;
using NewsGraph.Writing;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>
/// The seed article's graph as a person annotated it (<c>Fixtures/kazakhstan-crisis.graph.json</c>): answers to questions about it
/// do not change when the extraction does.
/// </summary>
internal static class SeedGraph
{
    public static string File => Path.Combine(AppContext.BaseDirectory, "Fixtures", "kazakhstan-crisis.graph.json");

    public static RelationTypeList Types { get; } = new(Ontology.Default.Types.Select(t => t.Name));

    public static KnowledgeGraph Read()
    {
        using var stream = System.IO.File.OpenRead(File);
        return JsonGraphReader.Read(stream);
    }

    public static IEnumerable<ArticleRecord> Articles() => new GraphPlanner(Read(), Types).Articles();
}
