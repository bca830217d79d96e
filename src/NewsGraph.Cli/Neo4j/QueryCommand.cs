using System.CommandLine;
using System.Globalization;
using NewsGraph.Neo4j.Asking;
using NewsGraph.Neo4j.Connecting;

namespace NewsGraph.Cli.Neo4j;

/// <summary><c>newsgraph query</c>: asks the database, in read access mode.</summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var cypher = new Argument<string?>("CYPHER") { Description = "A reading statement; '-' reads it from standard input.", Arity = ArgumentArity.ZeroOrOne };
        var saved = new Option<string?>("--saved") { Description = "A saved question by its name.", HelpName = "NAME" };
        var list = new Option<bool>("--list") { Description = "List the saved questions." };
        var parameters = new Option<string[]>("--param") { Description = "Value of a parameter, or of a saved question's blank.", HelpName = "NAME=VALUE", AllowMultipleArgumentsPerToken = false };
        var format = new Option<string>("--format") { Description = "table or json.", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        var connection = new ConnectionOptions();
        var command = new Command("query", "Ask Neo4j a question in Cypher, or one of the saved ones.") { cypher, saved, list, parameters, format };
        connection.AddTo(command);
        Neo4jCommands.SetAction(command, async (parsed, cancel) =>
        {
            if (parsed.GetValue(list))
            {
                foreach (var query in SavedQueries.All)
                {
                    Console.WriteLine($"{query.Name,-24} {query.Question}{(query.Blanks.Count > 0 ? $" [{string.Join(", ", query.Blanks)}]" : "")}");
                }

                return CommandLine.Done;
            }

            var json = parsed.GetValue(format) switch
            {
                "json" => true,
                "table" => false,
                var other => throw new UserError($"--format: '{other}' is not known. Choose table or json."),
            };
            var statement = await StatementAsync(parsed.GetValue(cypher), parsed.GetValue(saved), Values(parsed.GetValue(parameters) ?? []), cancel).ConfigureAwait(false);
            var database = connection.Open(parsed);
            await using var closing = database.ConfigureAwait(false);
            var result = await database.RunAsync(statement, AccessMode.Read, cancel).ConfigureAwait(false);
            if (json)
            {
                ResultWriter.WriteJson(result, Console.Out);
            }
            else
            {
                ResultWriter.WriteTable(result, Console.Out);
                await Console.Error.WriteLineAsync($"{result.Rows.Count} rows").ConfigureAwait(false);
            }

            return result.Rows.Count > 0 ? CommandLine.Done : CommandLine.NothingFound;
        });
        return command;
    }

    private static async Task<CypherStatement> StatementAsync(string? cypher, string? saved, Dictionary<string, object?> values, CancellationToken cancel)
    {
        if (cypher is null == saved is null)
        {
            throw new UserError("Give a Cypher statement or --saved NAME ('newsgraph query --list' names them).");
        }

        if (saved is not null)
        {
            var query = SavedQueries.Find(saved) ?? throw new UserError($"--saved: there is no '{saved}'. 'newsgraph query --list' names what there is.");
            foreach (var name in values.Keys.Where(n => !query.Blanks.Contains(n, StringComparer.Ordinal)))
            {
                throw new UserError($"--param: '{saved}' has no blank '{name}'{(query.Blanks.Count > 0 ? $"; it has {string.Join(", ", query.Blanks)}" : "")}.");
            }

            return query.With(values);
        }

        return new CypherStatement(cypher == "-" ? await Console.In.ReadToEndAsync(cancel).ConfigureAwait(false) : cypher!, values);
    }

    private static Dictionary<string, object?> Values(IEnumerable<string> assignments)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var assignment in assignments)
        {
            var at = assignment.IndexOf('=', StringComparison.Ordinal);
            if (at < 1)
            {
                throw new UserError($"--param: '{assignment}' is no NAME=VALUE.");
            }

            var text = assignment[(at + 1)..];
            values[assignment[..at]] = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text;
        }

        return values;
    }
}
