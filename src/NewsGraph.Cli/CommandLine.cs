using System.CommandLine;
using System.Globalization;
using NewsGraph.Reading;

namespace NewsGraph.Cli;

/// <summary>The command <c>newsgraph</c>. Data goes to standard output, words about the work to standard error.</summary>
internal static class CommandLine
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The input was fine, but there was nothing in it.</summary>
    public const int NothingFound = 1;

    /// <summary>Wrong use or wrong input.</summary>
    public const int Wrong = 2;

    /// <summary>Stopped by Ctrl-C (128 + SIGINT, as shells have it).</summary>
    public const int Stopped = 130;

    /// <summary>Something that should not happen did (EX_SOFTWARE of sysexits.h).</summary>
    public const int Broken = 70;

    private const string Examples = """
        Turns English news articles into a knowledge graph: who did what to whom, when, on whose word.

        Examples:
          newsgraph build article.txt                     summary on the screen, graph.json and graph.graphml in newsgraph-out/
          newsgraph build news/ -o out --threads 4        one graph of all articles of a folder
          newsgraph build a.txt --published 2022-01-10    "on Monday" is resolved against this date
          newsgraph build a.txt --json | jq .figures      the summary for machines
          newsgraph annotate --stage parsing a.txt        what one stage left, here as CoNLL-U
          newsgraph push newsgraph-out/graph.json         load the graph into Neo4j
          newsgraph query --list                          saved questions to Neo4j

        Exit code: 0 done, 1 nothing found, 2 wrong use or input.
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var root = new RootCommand(Examples) { BuildCommand.Create(), AnnotateCommand.Create(), EvaluateCommand.Create() };
        Neo4j.Neo4jCommands.AddTo(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // One cause often gives several errors; the word that is not known says most.
            Complain((parsed.Errors.FirstOrDefault(e => e.Message.StartsWith("Unrecognized", StringComparison.Ordinal)) ?? parsed.Errors[0]).Message);

            await Console.Error.WriteLineAsync($"Try 'newsgraph {CommandPath(parsed)}--help'.").ConfigureAwait(false);
            return Wrong;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
        }
        catch (Exception error) when (error is UserError or ArticleFormatException)
        {
            Complain(error.Message);
            return Wrong;
        }
        catch (OperationCanceledException)
        {
            Complain("stopped; nothing was written.");
            return Stopped;
        }
        catch (IOException error) when (IsBrokenPipe(error))
        {
            // "newsgraph … | head" has read enough.
            return Done;
        }
#pragma warning disable CA1031 // The last line of defence: a stack trace helps nobody at a terminal.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Complain($"internal error ({error.GetType().Name}): {error.Message} Please report it with the input. NEWSGRAPH_DEBUG=1 shows where it happened.");
            if (Environment.GetEnvironmentVariable("NEWSGRAPH_DEBUG") is { Length: > 0 })
            {
                await Console.Error.WriteLineAsync(error.ToString()).ConfigureAwait(false);
            }

            return Broken;
        }
    }

    /// <summary>One message on standard error, one line whatever is in it.</summary>
    public static void Complain(string message) => Console.Error.WriteLine("newsgraph: " + message.ReplaceLineEndings(" "));

    private static string CommandPath(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? string.Empty : parsed.CommandResult.Command.Name + " ";

    private static bool IsBrokenPipe(IOException error) => error.HResult == 32 || error.Message.Contains("Broken pipe", StringComparison.Ordinal);
}
