using System.CommandLine;
using NewsGraph.Analyzing;
using NewsGraph.Assembling;
using NewsGraph.Knowledge;
using NewsGraph.Reading;
using NewsGraph.Texts;
using NewsGraph.Writing;

namespace NewsGraph.Cli;

/// <summary><c>newsgraph build</c>: articles → summary and graph files.</summary>
internal static class BuildCommand
{
    private sealed record Plan(
        IReadOnlyList<string> Files, string Output, IReadOnlySet<string> Formats, ArticleMetadata Known, string? Gazetteer, int Threads, bool Json, bool Full);

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Articles as plain text, or folders of .txt files. Several make one graph.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "Folder for graph.json and graph.graphml.", DefaultValueFactory = _ => "newsgraph-out", HelpName = "DIR" };
        var published = new Option<string?>("--published") { Description = "Day of publication (2022-01-10); wins over what file and sidecar say.", HelpName = "DATE" };
        var source = new Option<string?>("--source") { Description = "The outlet, as \"Reuters\".", HelpName = "NAME" };
        var url = new Option<string?>("--url") { Description = "Where the article was published.", HelpName = "URL" };
        var gazetteer = new Option<string?>("--gazetteer") { Description = "Table of names with aliases and Wikidata ids (seeds/gazetteer.tsv shows the form).", HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = "What to write: json, graphml or both, comma-separated.", DefaultValueFactory = _ => "json,graphml", HelpName = "LIST" };
        var threads = new Option<int>("--threads") { Description = "Articles worked on at the same time; the result is the same for any number.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON." };
        var full = new Option<bool>("--full") { Description = "Print every line of the summary, however many there are." };
        var command = new Command("build", "Build a knowledge graph from articles, print a summary, write the graph.")
        {
            files, output, published, source, url, gazetteer, format, threads, json, full,
        };
        command.SetAction((parsed, cancel) =>
        {
            var known = new ArticleMetadata { Published = Options.Date(parsed.GetValue(published)), Source = parsed.GetValue(source), Url = parsed.GetValue(url) };
            var plan = new Plan(
                parsed.GetValue(files)!,
                parsed.GetValue(output)!,
                Formats(parsed.GetValue(format)!),
                known,
                parsed.GetValue(gazetteer),
                Threads(parsed.GetValue(threads)),
                parsed.GetValue(json),
                parsed.GetValue(full));
            return Task.FromResult(Run(plan, cancel));
        });
        return command;
    }

    private static int Run(Plan plan, CancellationToken cancel)
    {
        using var folder = new OutputFolder(plan.Output);
        var gazetteer = plan.Gazetteer is null ? null : InputFiles.ReadGazetteer(plan.Gazetteer);
        // The model loads while the articles are read.
        var loading = Task.Run(PipelineBuilder.Build, cancel);
        var articles = InputFiles.Read(plan.Files, plan.Known, CommandLine.Complain, cancel);
        var docs = Annotate(loading, articles, plan.Threads, cancel);
        var graph = PipelineBuilder.Assembler(gazetteer).Assemble(docs);
        if (graph.Entities.Count == 0)
        {
            CommandLine.Complain("found nothing: no person, organization, place or event is mentioned. No file was written.");
            return CommandLine.NothingFound;
        }

        cancel.ThrowIfCancellationRequested();
        var written = Write(graph, plan);
        Print(GraphSummarizer.Summarize(graph, PipelineBuilder.FactsOf), plan);
        Console.Error.WriteLine($"Written: {string.Join(", ", written)}");
        return CommandLine.Done;
    }

    private static Doc[] Annotate(Task<Pipeline> loading, List<Article> articles, int threads, CancellationToken cancel)
    {
        var pipeline = loading.GetAwaiter().GetResult();
        var docs = new Doc[articles.Count];
        using var progress = new BuildProgress(articles.Count);
        if (docs.Length == 1)
        {
            docs[0] = GraphAssembler.Reduce(pipeline.Run(articles[0]));
            return docs;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        try
        {
            Parallel.For(0, docs.Length, options, i =>
            {
                docs[i] = GraphAssembler.Reduce(pipeline.Run(articles[i]));
                progress.Add(docs[i].TryGet<TokenLayer>()?.Count ?? 0);
            });
        }
        catch (AggregateException error) when (error.InnerException is { } first)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }

        return docs;
    }

    private static List<string> Write(KnowledgeGraph graph, Plan plan)
    {
        List<string> paths = [];
        try
        {
            using var files = new StagedFiles();
            foreach (var format in plan.Formats)
            {
                var path = Path.Combine(plan.Output, "graph." + format);
                paths.Add(path);
                files.Add(path, stream => WriteGraph(graph, format, stream));
            }

            files.Commit();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{paths[^1]} cannot be written ({error.Message.TrimEnd('.')}). Free some space or choose another folder with -o DIR.");
        }

        return paths;
    }

    private static void WriteGraph(KnowledgeGraph graph, string format, Stream stream)
    {
        if (string.Equals(format, "json", StringComparison.Ordinal))
        {
            new JsonGraphWriter().Write(graph, stream);
        }
        else
        {
            new GraphMlWriter().Write(graph, stream);
        }
    }

    private static void Print(GraphSummary summary, Plan plan)
    {
        if (plan.Json)
        {
            SummaryJson.Write(summary, Console.Out);
        }
        else if (Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 })
        {
            SummaryText.Write(summary, Console.Out, plan.Full);
        }
        else
        {
            SummaryTables.Write(summary, plan.Full);
        }
    }

    private static SortedSet<string> Formats(string text)
    {
        var formats = new SortedSet<string>(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        foreach (var format in formats)
        {
            if (format is not ("json" or "graphml"))
            {
                throw new UserError($"--format: '{format}' is not known. Choose json, graphml, or both as json,graphml.");
            }
        }

        return formats.Count > 0 ? formats : throw new UserError("--format: name at least one of json and graphml.");
    }

    private static int Threads(int threads) =>
        threads is >= 1 and <= 1024 ? threads : throw new UserError($"--threads: {threads} is out of range. Give a number from 1 to 1024.");
}
