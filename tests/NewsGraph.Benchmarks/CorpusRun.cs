using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using NewsGraph.Assembling;
using NewsGraph.Reading;
using NewsGraph.Tests.Robustness;
using NewsGraph.Texts;
using Newtonsoft.Json.Linq;

namespace NewsGraph.Benchmarks;

/// <summary>Text to graph for every article of a file of JSON lines (id, text, published), each checked: exceptions, broken spans, time.</summary>
internal static class CorpusRun
{
    /// <param name="every">1: all articles; 10: each tenth.</param>
    /// <returns>Number of articles that failed.</returns>
    public static int Run(string path, int every, TextWriter output)
    {
        var load = Stopwatch.StartNew();
        var pipeline = PipelineBuilder.Build();
        var assembler = PipelineBuilder.Assembler();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"loaded in {load.ElapsedMilliseconds} ms"));
        var reader = new PlainTextReader();
        int number = 0, articles = 0, refused = 0, failed = 0, sentences = 0, relations = 0;
        long words = 0;
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var wall = Stopwatch.StartNew();
        using var lines = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path));
        while (lines.ReadLine() is { } line)
        {
            if (number++ % every != 0)
            {
                continue;
            }

            var item = JObject.Parse(line);
            var id = (string)item["id"]!;
            try
            {
                var published = (string?)item["published"] is { Length: > 0 } day ? DateOnly.Parse(day, CultureInfo.InvariantCulture) : (DateOnly?)null;
                var article = reader.ReadText((string)item["text"]!, id, new ArticleMetadata { Published = published });
                var doc = pipeline.Run(article);
                var graph = assembler.Assemble([doc]);
                articles++;
                words += doc.Get<TokenLayer>().Count;
                sentences += doc.Get<TokenLayer>().Sentences.Count;
                relations += graph.Relations.Count;
                if (DocumentChecker.Check(doc, graph) is { Count: > 0 } broken)
                {
                    failed++;
                    output.WriteLine($"BROKEN {id}: {string.Join("; ", broken.Take(5))}");
                }
            }
            catch (ArticleFormatException error)
            {
                refused++;
                output.WriteLine($"refused {error.Message}");
            }
            catch (Exception error)
            {
                failed++;
                output.WriteLine($"FAILED {id}: {error}");
            }

            if (articles % 500 == 0)
            {
                output.WriteLine(Line("so far"));
                output.Flush();
            }
        }

        output.WriteLine(Line("done"));
        return failed;

        string Line(string head)
        {
            using var process = Process.GetCurrentProcess();
            var used = (process.TotalProcessorTime - cpu).TotalSeconds;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{head}: {articles} articles, {refused} refused, {failed} failed; {sentences} sentences, {words} words, {relations} relations; {wall.Elapsed.TotalSeconds:F0} s on the clock, {used:F0} s of processor time, {words / used:F0} words per processor second, peak memory {process.PeakWorkingSet64 / 1_000_000} MB");
        }
    }
}
