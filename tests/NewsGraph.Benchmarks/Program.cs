using BenchmarkDotNet.Running;
using NewsGraph.Benchmarks;

// dotnet run -c Release --project tests/NewsGraph.Benchmarks -- quick [FILE …]     words per second of every stage, 20 seconds
// dotnet run -c Release --project tests/NewsGraph.Benchmarks -- --filter '*'       BenchmarkDotNet
if (args is ["quick", .. var files])
{
    QuickRun.Run(files, Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
