using System.Buffers;
using Microsoft.ML.OnnxRuntime;
using NewsGraph.Resources;

namespace NewsGraph.Encoders;

/// <summary>One ONNX graph of the library's models, run with pooled inputs. Thread-safe.</summary>
internal sealed class OnnxSession
{
    private static readonly OrtMemoryInfo Memory = OrtMemoryInfo.DefaultInstance;

    private readonly InferenceSession session;
    private readonly RunOptions options = new();
    private readonly string[] inputs;
    private readonly string[] outputs;

    public OnnxSession(string resource, string[] inputs, string[] outputs, int threads = 1)
    {
        this.inputs = inputs;
        this.outputs = outputs;
        using var sessionOptions = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            // Shapes differ from run to run: patterns would only be kept, never reused.
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        sessionOptions.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        session = new InferenceSession(ResourceFiles.ReadAllBytes(resource), sessionOptions);
    }

    /// <summary>Runs the graph; the caller disposes the outputs.</summary>
    public IDisposableReadOnlyCollection<OrtValue> Run(params ReadOnlySpan<OrtValue> values) => session.Run(options, inputs, values.ToArray(), outputs);

    public static OrtValue Tensor(long[] data, int count, long[] shape) => OrtValue.CreateTensorValueFromMemory(Memory, data.AsMemory(0, count), shape);

    public static OrtValue Tensor(float[] data, long[] shape) => OrtValue.CreateTensorValueFromMemory(Memory, data.AsMemory(), shape);

    /// <summary>An array of at least <paramref name="count"/> zeros, to be given back.</summary>
    public static long[] Rent(int count)
    {
        var data = ArrayPool<long>.Shared.Rent(count);
        data.AsSpan(0, count).Clear();
        return data;
    }

    public static void Return(long[] data) => ArrayPool<long>.Shared.Return(data);
}
