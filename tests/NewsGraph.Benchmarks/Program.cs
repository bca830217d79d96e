using BenchmarkDotNet.Running;
using NewsGraph.Benchmarks;

// dotnet run -c Release --project tests/NewsGraph.Benchmarks -- quick [FILE …]     words per second of every stage, 20 seconds
// dotnet run -c Release --project tests/NewsGraph.Benchmarks -- --filter '*'       BenchmarkDotNet
// dotnet run -c Release --project tests/NewsGraph.Benchmarks -- corpus FILE.jsonl.gz [N]  every (Nth) article of a corpus: exceptions and time
if (args is ["quick", .. var files])
{
    QuickRun.Run(files, Console.Out);
    return 0;
}

if (args is ["corpus", var corpus, .. var rest])
{
    return CorpusRun.Run(corpus, rest is [var every] ? int.Parse(every, System.Globalization.CultureInfo.InvariantCulture) : 1, Console.Out) == 0 ? 0 : 1;
}

BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
return 0;
