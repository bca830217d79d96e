using System.CommandLine;
using NewsGraph.Assembling;
using NewsGraph.Knowledge;
using NewsGraph.Reading;
using NewsGraph.Writing;

namespace NewsGraph.Cli.Neo4j;

/// <summary>Graphs from files: a <c>graph.json</c> as it is, articles through the pipeline.</summary>
internal sealed class GraphInput
{
    private readonly Argument<string[]> files = new("FILE") { Description = "graph.json files of 'newsgraph build', or articles as plain text, or folders of them." };
    private readonly Option<string?> published = new("--published") { Description = "Day of publication of the articles (2022-01-10).", HelpName = "DATE" };
    private readonly Option<string?> source = new("--source") { Description = "The outlet, as \"Reuters\".", HelpName = "NAME" };
    private readonly Option<string?> url = new("--url") { Description = "Where the article was published.", HelpName = "URL" };

    /// <param name="optional">True where the command can do without.</param>
    public void AddTo(Command command, bool optional = false)
    {
        files.Arity = optional ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore;
        command.Add(files);
        command.Add(published);
        command.Add(source);
        command.Add(url);
    }

    /// <summary>One graph a graph file, one for all articles together; read when it is needed.</summary>
    public IEnumerable<KnowledgeGraph> Read(ParseResult parsed, CancellationToken cancel)
    {
        var paths = parsed.GetValue(files) ?? [];
        if (paths.Length == 0)
        {
            throw new UserError("Name a graph.json or an article.");
        }

        foreach (var path in paths.Where(IsGraph))
        {
            yield return ReadGraph(path);
        }

        var texts = paths.Where(p => !IsGraph(p)).ToArray();
        if (texts.Length > 0)
        {
            var known = new ArticleMetadata { Published = Options.Date(parsed.GetValue(published)), Source = parsed.GetValue(source), Url = parsed.GetValue(url) };
            var articles = InputFiles.Read(texts, known, CommandLine.Complain, cancel);
            var pipeline = PipelineBuilder.Build();
            yield return PipelineBuilder.Assembler().Assemble(articles.ConvertAll(a =>
            {
                cancel.ThrowIfCancellationRequested();
                return GraphAssembler.Reduce(pipeline.Run(a));
            }));
        }
    }

    private static bool IsGraph(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static KnowledgeGraph ReadGraph(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonGraphReader.Read(stream);
        }
        catch (InvalidDataException error)
        {
            throw new UserError($"{path}: {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path} cannot be read ({error.Message.TrimEnd('.')}). Give a graph.json that 'newsgraph build' wrote.");
        }
    }
}
