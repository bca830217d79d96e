using System.Diagnostics;
using NewsGraph.Neo4j.Loading;

namespace NewsGraph.Cli.Neo4j;

/// <summary>A bar on standard error, when that is a terminal and the work takes a while; waits are told in any case.</summary>
internal sealed class PushProgress : IProgress<LoadProgress>, IDisposable
{
    private const int Width = 30;
    private static readonly bool IsTerminal = !Console.IsErrorRedirected;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int shown;

    public void Report(LoadProgress value)
    {
        if (value.Waiting is { } why)
        {
            Clear();
            CommandLine.Complain(why);
        }
        else if (IsTerminal && watch.ElapsedMilliseconds > 700 && value.Total > 0)
        {
            Clear();
            var full = (int)((long)Width * value.Articles / value.Total);
            var line = $"[{new string('#', full)}{new string('.', Width - full)}] {value.Articles:N0} of {value.Total:N0} articles, {value.Counters.NodesCreated:N0} nodes, {value.Counters.RelationshipsCreated:N0} relationships";
            Console.Error.Write(line);
            shown = line.Length;
        }
    }

    public void Dispose() => Clear();

    private void Clear()
    {
        if (shown > 0)
        {
            Console.Error.Write("\r" + new string(' ', shown) + "\r");
            shown = 0;
        }
    }
}
