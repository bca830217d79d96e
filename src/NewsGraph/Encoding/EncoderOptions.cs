// The namespace is not called Encoding: that would hide System.Text.Encoding from everything below NewsGraph.
namespace NewsGraph.Encoders;

/// <summary>How the encoder runs; the defaults suit many documents on many threads.</summary>
public sealed record EncoderOptions
{
    /// <summary>Threads inside one pass. 1 when documents run in parallel; more makes a single document faster.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Word pieces of one pass, padding included (a full window has 200). With one thread larger passes are slower, as they leave the cache.</summary>
    public int BatchPieces { get; init; } = 200;
}
