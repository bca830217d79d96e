using System.Diagnostics;
using System.Globalization;
using NewsGraph.Texts;

namespace NewsGraph.Benchmarks;

/// <summary>
/// One thread, about 20 seconds: load time, words per second of every stage, memory. A stage's speed is that of its fastest
/// round over all articles, in processor time where the system tells it, so that a busy machine disturbs little.
/// </summary>
internal static class QuickRun
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(18);

    public static void Run(IReadOnlyList<string> files, TextWriter output)
    {
        var articles = Samples.Read(files);
        var clock = Stopwatch.StartNew();
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var pipeline = PipelineBuilder.Build();
        pipeline.Run(new Article("warm", "It begins.", [new TextBlock(new TextSpan(0, 10), ArticlePart.Body)]));
        var load = clock.Elapsed;
        process.Refresh();
        var loadCpu = (process.TotalProcessorTime - cpu).TotalMilliseconds;
        clock.Restart();
        var words = articles.Sum(a => pipeline.Run(a).Get<TokenLayer>().Count);
        var first = clock.Elapsed;

        var best = Enumerable.Repeat(double.MaxValue, pipeline.Stages.Count).ToArray();
        var rounds = 0;
        clock.Restart();
        while (clock.Elapsed < Budget || rounds < 3)
        {
            var round = new double[best.Length];
            foreach (var article in articles)
            {
                var doc = new Doc(article);
                for (var s = 0; s < round.Length; s++)
                {
                    var start = ThreadClock.Seconds;
                    pipeline.Stages[s].Annotate(doc);
                    round[s] += ThreadClock.Seconds - start;
                }
            }

            for (var s = 0; s < best.Length; s++)
            {
                best[s] = Math.Min(best[s], round[s]);
            }

            rounds++;
        }

        void Line(string name, double seconds) =>
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24}{words / seconds,10:0} words/s {1e6 * seconds / words,8:0.0} µs a word"));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles.Count} articles, {words} words, {rounds} rounds, one thread"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"loaded and first sentence done {load.TotalMilliseconds:0} ms elapsed, {loadCpu:0} ms processor, first round {first.TotalMilliseconds:0} ms"));
        for (var s = 0; s < best.Length; s++)
        {
            Line(pipeline.Stages[s].Name, best[s]);
        }

        Line("language core", best[..3].Sum());
        Line("encoding and parsing", best[1..3].Sum());
        Line("all", best.Sum());
        process.Refresh();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory {process.PeakWorkingSet64 >> 20} MB at most, managed {GC.GetTotalMemory(true) >> 20} MB"));
    }
}
