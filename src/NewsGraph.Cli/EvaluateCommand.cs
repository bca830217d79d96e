using System.CommandLine;
using NewsGraph.Scoring.Language;

namespace NewsGraph.Cli;

/// <summary><c>newsgraph evaluate</c>: figures of the analysis against annotated files; a thin shell over Scoring.</summary>
internal static class EvaluateCommand
{
    public static Command Create() => new("evaluate", "Measure the analysis against annotated files: treebanks, names, roles.")
    {
        Conllu(), Names(), Roles(),
    };

    private static Command Conllu()
    {
        var file = File("Treebank in CoNLL-U.");
        var raw = new Option<bool>("--raw") { Description = "Begin from the raw text, with the program's own sentences and words." };
        var command = new Command("conllu", "Words, tags, lemmas and trees against a treebank.") { file, raw };
        command.SetAction(parsed => Print(parsed.GetValue(file)!, path => ConlluEvaluator.Evaluate(path, PipelineBuilder.LanguageCore(), parsed.GetValue(raw))));
        return command;
    }

    private static Command Names()
    {
        var file = File("Names in IOB2, one word a line.");
        var command = new Command("names", "Names of persons, organizations and places, strict spans.") { file };
        command.SetAction(parsed => Print(parsed.GetValue(file)!, path => NameEvaluator.Evaluate(path, PipelineBuilder.LanguageCore())));
        return command;
    }

    private static Command Roles()
    {
        var file = File("Frames, a JSON object a line.");
        var trees = new Option<string>("--trees") { Description = "CoNLL-U with the same sentences.", Required = true, HelpName = "FILE" };
        var command = new Command("roles", "Predicates and semantic roles against PropBank frames.") { file, trees };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(trees)!;
            MustExist(path);
            return Print(parsed.GetValue(file)!, frames => RoleEvaluator.Evaluate(frames, path, PipelineBuilder.LanguageCore()));
        });
        return command;
    }

    private static Argument<string> File(string description) => new("FILE") { Description = description };

    private static int Print(string path, Func<string, LanguageScores> evaluate)
    {
        MustExist(path);
        LanguageScores scores;
        try
        {
            scores = evaluate(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException or ArgumentException or IndexOutOfRangeException or Newtonsoft.Json.JsonException)
        {
            throw new UserError($"{path} cannot be scored ({error.Message.TrimEnd('.')}). Check that it has the format this command reads ('newsgraph evaluate --help').");
        }

        if (scores.All.Count == 0)
        {
            CommandLine.Complain($"{path} holds nothing to score.");
            return CommandLine.NothingFound;
        }

        scores.Write(Console.Out);
        Console.Out.Flush();
        return CommandLine.Done;
    }

    private static void MustExist(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            throw new UserError($"{path} does not exist. Check the name and the folder.");
        }
    }
}
