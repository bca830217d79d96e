using System.CommandLine;
using NewsGraph.Neo4j.Loading;
using NewsGraph.Neo4j.Planning;

namespace NewsGraph.Cli.Neo4j;

/// <summary><c>newsgraph push</c>: graphs → database.</summary>
internal static class PushCommand
{
    public static Command Create()
    {
        var input = new GraphInput();
        var connection = new ConnectionOptions();
        var force = new Option<bool>("--force") { Description = "Write articles again that the database holds exactly so." };
        var batch = new Option<int>("--batch") { Description = "Rows that are committed together; an article is never cut in two.", DefaultValueFactory = _ => 10_000, HelpName = "ROWS" };
        var command = new Command("push", "Load articles into Neo4j; an article that is loaded already is replaced.") { force, batch };
        input.AddTo(command);
        connection.AddTo(command);
        Neo4jCommands.SetAction(command, async (parsed, cancel) =>
        {
            var rows = parsed.GetValue(batch);
            if (rows is < 1 or > 1_000_000)
            {
                throw new UserError($"--batch: {rows} is out of range. Give a number from 1 to 1000000.");
            }

            var database = connection.Open(parsed);
            await using var closing = database.ConfigureAwait(false);
            // Says what is wrong with the connection before the articles are worked through.
            await database.VerifyAsync(cancel).ConfigureAwait(false);
            var loader = new GraphLoader(database, Neo4jCommands.Types) { Force = parsed.GetValue(force), RowsPerTransaction = rows };
            await loader.EnsureSchemaAsync(cancel).ConfigureAwait(false);
            var sum = new LoadReport(0, 0, 0, [], default);
            foreach (var graph in input.Read(parsed, cancel))
            {
                using var progress = new PushProgress();
                var report = await loader.PushAsync(new GraphPlanner(graph, Neo4jCommands.Types).Articles(), graph.Articles.Count, progress, cancel).ConfigureAwait(false);
                sum = sum with { Written = sum.Written + report.Written, Unchanged = sum.Unchanged + report.Unchanged, Counters = sum.Counters + report.Counters };
            }

            await Console.Error.WriteLineAsync($"{sum.Written} articles written, {sum.Unchanged} unchanged: {Neo4jCommands.Describe(sum.Counters)}.").ConfigureAwait(false);
            return sum.Written + sum.Unchanged > 0 ? CommandLine.Done : CommandLine.NothingFound;
        });
        return command;
    }
}
