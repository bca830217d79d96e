using System.CommandLine;
using System.Text;
using NewsGraph.Neo4j.Asking;
using NewsGraph.Neo4j.Exporting;
using NewsGraph.Neo4j.Planning;

namespace NewsGraph.Cli.Neo4j;

/// <summary><c>newsgraph export</c>: the load plan as files, and the kit for Neo4j Browser.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var input = new GraphInput();
        var format = new Option<string>("--format") { Description = "cypher (a script for cypher-shell and Browser), neo4j-csv (for neo4j-admin database import) or browser-kit (saved questions and style; needs no FILE).", Required = true, HelpName = "FORMAT" };
        var output = new Option<string?>("--output", "-o") { Description = "The script's file (default: standard output), or the folder of the others (default: newsgraph-out).", HelpName = "PATH" };
        var command = new Command("export", "Write what 'push' would load as a file for Neo4j.") { format, output };
        input.AddTo(command, optional: true);
        Neo4jCommands.SetAction(command, (parsed, cancel) =>
        {
            var path = parsed.GetValue(output);
            try
            {
                return Task.FromResult(parsed.GetValue(format) switch
                {
                    "cypher" => Script(Articles(input, parsed, cancel), path),
                    "neo4j-csv" => Csv(Articles(input, parsed, cancel), path ?? "newsgraph-out"),
                    "browser-kit" => Kit(path ?? "newsgraph-out"),
                    var other => throw new UserError($"--format: '{other}' is not known. Choose cypher, neo4j-csv or browser-kit."),
                });
            }
            catch (Exception error) when (error is IOException and not FileNotFoundException or UnauthorizedAccessException)
            {
                throw new UserError($"{path ?? "newsgraph-out"} cannot be written ({error.Message.TrimEnd('.')}).");
            }
        });
        return command;
    }

    private static List<ArticleRecord> Articles(GraphInput input, ParseResult parsed, CancellationToken cancel) =>
        [.. input.Read(parsed, cancel).SelectMany(g => new GraphPlanner(g, Neo4jCommands.Types).Articles()).DistinctBy(a => a.Id, StringComparer.Ordinal)];

    private static int Script(List<ArticleRecord> articles, string? path)
    {
        if (path is null)
        {
            CypherScript.Write(articles, Console.Out);
        }
        else
        {
            using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            CypherScript.Write(articles, writer);
            Console.Error.WriteLine($"Written: {path}. Run it with: cypher-shell -f {path}");
        }

        return articles.Count > 0 ? CommandLine.Done : CommandLine.NothingFound;
    }

    private static int Csv(List<ArticleRecord> articles, string folder)
    {
        Directory.CreateDirectory(folder);
        var arguments = BulkCsv.Write(articles, folder);
        Console.Error.WriteLine($"Written to {folder}. In that folder, with the server stopped and the database empty, run:");
        Console.WriteLine($"neo4j-admin database import full neo4j {string.Join(' ', arguments)}");
        Console.Error.WriteLine("Then start the server; 'newsgraph push' of any file makes the indexes.");
        return articles.Count > 0 ? CommandLine.Done : CommandLine.NothingFound;
    }

    private static int Kit(string folder)
    {
        Directory.CreateDirectory(folder);
        using (var zip = File.Create(Path.Combine(folder, "saved-queries.zip")))
        {
            BrowserKit.WriteQueries(zip);
        }

        File.WriteAllText(Path.Combine(folder, "style.grass"), BrowserKit.Style);
        Console.Error.WriteLine($"Written to {folder}: saved-queries.zip (Browser: Favorites, Import), style.grass (drop it on Browser).");
        return CommandLine.Done;
    }
}
