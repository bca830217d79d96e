using System.CommandLine;
using NewsGraph.Neo4j.Connecting;
using NewsGraph.Neo4j.Planning;
using NewsGraph.Relating.Ontologies;

namespace NewsGraph.Cli.Neo4j;

/// <summary>The commands that talk to Neo4j, and the one that writes files for it.</summary>
internal static class Neo4jCommands
{
    /// <summary>The closed list that types of relationships come from.</summary>
    public static RelationTypeList Types { get; } = new(Ontology.Default.Types.Select(t => t.Name));

    public static void AddTo(RootCommand root)
    {
        root.Add(PushCommand.Create());
        root.Add(QueryCommand.Create());
        root.Add(RemoveCommand.Create());
        root.Add(MergeCommand.Create());
        root.Add(SplitCommand.Create());
        root.Add(ExportCommand.Create());
    }

    /// <summary>Sets what the command does; failures of the database and of the data are the user's to put right (exit code 2).</summary>
    public static void SetAction(Command command, Func<ParseResult, CancellationToken, Task<int>> action) => command.SetAction(async (parsed, cancel) =>
    {
        try
        {
            return await action(parsed, cancel).ConfigureAwait(false);
        }
        catch (GraphDatabaseException failure)
        {
            throw new UserError(failure.Message);
        }
        catch (GraphDataException failure)
        {
            throw new UserError(failure.Message);
        }
    });

    /// <summary>"12 nodes and 30 relationships made, 3 nodes removed, 210 properties set".</summary>
    public static string Describe(UpdateCounters counters)
    {
        List<string> parts = [];
        void Add(long number, string one, string many, string verb)
        {
            if (number > 0)
            {
                parts.Add($"{number:N0} {(number == 1 ? one : many)} {verb}");
            }
        }

        Add(counters.NodesCreated, "node", "nodes", "made");
        Add(counters.NodesDeleted, "node", "nodes", "removed");
        Add(counters.RelationshipsCreated, "relationship", "relationships", "made");
        Add(counters.RelationshipsDeleted, "relationship", "relationships", "removed");
        Add(counters.PropertiesSet, "property", "properties", "set");
        return parts.Count == 0 ? "nothing changed" : string.Join(", ", parts);
    }
}
