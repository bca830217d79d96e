using System.Diagnostics;

namespace NewsGraph.Cli;

/// <summary>"123 of 5137 articles, 4,100 words/s" on standard error, when that is a terminal and the work takes a while.</summary>
internal sealed class BuildProgress(int total) : IDisposable
{
    private static readonly bool IsTerminal = !Console.IsErrorRedirected;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private int done;
    private long words;
    private long lastShown;

    public void Add(int articleWords)
    {
        if (!IsTerminal)
        {
            return;
        }

        lock (gate)
        {
            done++;
            words += articleWords;
            var now = watch.ElapsedMilliseconds;
            if (now > 700 && now - lastShown > 200)
            {
                lastShown = now;
                Console.Error.Write($"\r{done} of {total} articles, {words * 1000 / now:N0} words/s ");
            }
        }
    }

    public void Dispose()
    {
        if (lastShown > 0)
        {
            Console.Error.Write("\r" + new string(' ', 60) + "\r");
        }
    }
}
