using System.CommandLine;
using NewsGraph.Scoring;
using NewsGraph.Scoring.Language;

namespace NewsGraph.Cli;

/// <summary><c>newsgraph evaluate</c>: figures of the analysis against annotated files; a thin shell over Scoring.</summary>
internal static class EvaluateCommand
{
    public static Command Create() => new("evaluate", "Measure the analysis against annotated files: articles, treebanks, names, roles.")
    {
        Gold(), Conllu(), Names(), Roles(), Proposals(),
    };

    private static Command Gold()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of NAME.gold.json (news-gold/1), each with NAME.txt beside it or in articles/." };
        var texts = new Option<string[]>("--texts") { Description = "Further folders with texts.", HelpName = "DIR" };
        var only = new Option<string[]>("--only") { Description = "Only these articles.", HelpName = "NAME" };
        var errors = new Option<bool>("--errors") { Description = "List what was missed, invented or given wrong, too." };
        var command = new Command("gold", "Entities, relations, attributions, times and quantities against annotated articles.") { folder, texts, only, errors };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder)!;
            if (!Directory.Exists(path))
            {
                throw new UserError($"{path} is no folder. Give a folder of NAME.gold.json files.");
            }

            var picked = parsed.GetValue(only) ?? [];
            GoldReport report;
            try
            {
                report = GoldEvaluation.Run(
                    path, PipelineBuilder.Build(), PipelineBuilder.Assembler(), parsed.GetValue(texts), picked.Length == 0 ? null : id => picked.Contains(id, StringComparer.Ordinal));
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                throw new UserError(error.Message);
            }

            if (parsed.GetValue(errors))
            {
                foreach (var article in report.Articles)
                {
                    Console.Out.WriteLine(article.Article);
                    foreach (var error in article.Errors)
                    {
                        Console.Out.WriteLine($"  {error}");
                    }
                }

                Console.Out.WriteLine();
            }

            Console.Out.WriteLine(report.ToText());
            Console.Out.Flush();
            return CommandLine.Done;
        });
        return command;
    }

    private static Command Proposals()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder of NAME.gold.json, each with NAME.txt beside it or in articles/." };
        var output = new Option<string>("--output", "-o") { Description = "Write to this file.", Required = true, HelpName = "FILE" };
        var texts = new Option<string[]>("--texts") { Description = "Further folders with texts.", HelpName = "DIR" };
        var only = new Option<string[]>("--only") { Description = "Only these articles.", HelpName = "NAME" };
        var command = new Command("proposals", "Write what the weighing of relations sees, an article a line (JSON): src/training/fit_proposals.py fits the weights on it.") { folder, output, texts, only };
        command.SetAction(parsed =>
        {
            var (path, file, picked) = (parsed.GetValue(folder)!, parsed.GetValue(output)!, parsed.GetValue(only) ?? []);
            if (!Directory.Exists(path))
            {
                throw new UserError($"{path} is no folder. Give a folder of NAME.gold.json files.");
            }

            try
            {
                using var writer = new StreamWriter(file);
                var count = ProposalDump.Write(path, PipelineBuilder.Build(), writer, parsed.GetValue(texts), picked.Length == 0 ? null : id => picked.Contains(id, StringComparer.Ordinal));
                return count > 0 ? CommandLine.Done : throw new UserError($"{path} holds no gold file (NAME.gold.json) that was asked for.");
            }
            catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                throw new UserError(error.Message);
            }
        });
        return command;
    }

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
