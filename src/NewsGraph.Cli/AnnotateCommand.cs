using System.CommandLine;
using NewsGraph.Reading;

namespace NewsGraph.Cli;

/// <summary><c>newsgraph annotate</c>: what one stage left in the document.</summary>
internal static class AnnotateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Articles as plain text.", Arity = ArgumentArity.OneOrMore };
        var stage = new Option<string>("--stage")
        {
            Description = $"What to show: {string.Join(", ", LayerPrinter.Views)}.",
            DefaultValueFactory = _ => "parsing",
            HelpName = "STAGE",
        };
        var published = new Option<string?>("--published") { Description = "Day of publication (2022-01-10).", HelpName = "DATE" };
        var command = new Command("annotate", "Show what a stage of the analysis left in the document; tokens, tags and trees as CoNLL-U.") { files, stage, published };
        command.SetAction((parsed, cancel) =>
        {
            var view = parsed.GetValue(stage)!;
            if (!LayerPrinter.Views.Contains(view, StringComparer.Ordinal))
            {
                throw new UserError($"--stage: there is no stage '{view}'. Choose one of {string.Join(", ", LayerPrinter.Views)}.");
            }

            var loading = Task.Run(PipelineBuilder.Build, cancel);
            var known = new ArticleMetadata { Published = Options.Date(parsed.GetValue(published)) };
            var articles = InputFiles.Read(parsed.GetValue(files)!, known, CommandLine.Complain, cancel);
            var pipeline = loading.GetAwaiter().GetResult();
            var last = LayerPrinter.StageOf(pipeline, view);
            foreach (var article in articles)
            {
                cancel.ThrowIfCancellationRequested();
                LayerPrinter.Print(pipeline.Run(article, last), view, Console.Out);
            }

            Console.Out.Flush();
            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }
}
