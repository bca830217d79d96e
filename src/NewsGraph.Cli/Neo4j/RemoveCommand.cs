using System.CommandLine;
using NewsGraph.Neo4j.Loading;

namespace NewsGraph.Cli.Neo4j;

/// <summary><c>newsgraph remove</c>: takes articles, and what rests on them alone, out of the database.</summary>
internal static class RemoveCommand
{
    public static Command Create()
    {
        var articles = new Argument<string[]>("ARTICLE-ID") { Description = "Ids of articles, as 'newsgraph query --saved articles' lists them.", Arity = ArgumentArity.OneOrMore };
        var connection = new ConnectionOptions();
        var command = new Command("remove", "Take articles out of Neo4j, with all that rests on them alone.") { articles };
        connection.AddTo(command);
        Neo4jCommands.SetAction(command, async (parsed, cancel) =>
        {
            var database = connection.Open(parsed);
            await using var closing = database.ConfigureAwait(false);
            var report = await new GraphLoader(database, Neo4jCommands.Types).RemoveAsync(parsed.GetValue(articles)!, cancel).ConfigureAwait(false);
            foreach (var missing in report.Missing)
            {
                CommandLine.Complain($"the database holds no article '{missing}'.");
            }

            await Console.Error.WriteLineAsync($"{report.Removed} articles removed: {Neo4jCommands.Describe(report.Counters)}.").ConfigureAwait(false);
            return report.Removed > 0 ? CommandLine.Done : CommandLine.NothingFound;
        });
        return command;
    }
}
