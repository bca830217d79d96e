using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

// Runs ONNX graphs for a Python caller over stdin and stdout. Request: a JSON line {"model": path, "inputs": [{"name", "type", "shape"}]}
// and the raw little-endian tensors; answer: a JSON line {"outputs": […], "milliseconds"} and the raw tensors.
using var input = Console.OpenStandardInput();
using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
var sessions = new Dictionary<string, InferenceSession>();
while (ReadLine(input) is { Length: > 0 } line)
{
    using var request = JsonDocument.Parse(line);
    var path = request.RootElement.GetProperty("model").GetString()!;
    if (!sessions.TryGetValue(path, out var session))
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        sessions[path] = session = new InferenceSession(path, options);
    }
    var names = new List<string>();
    var values = new List<OrtValue>();
    foreach (var entry in request.RootElement.GetProperty("inputs").EnumerateArray())
    {
        var shape = entry.GetProperty("shape").EnumerateArray().Select(x => x.GetInt64()).ToArray();
        var count = shape.Aggregate(1L, (a, b) => a * b);
        names.Add(entry.GetProperty("name").GetString()!);
        if (entry.GetProperty("type").GetString() == "int64")
        {
            var data = new long[count];
            input.ReadExactly(MemoryMarshal.AsBytes(data.AsSpan()));
            values.Add(OrtValue.CreateTensorValueFromMemory(data, shape));
        }
        else
        {
            var data = new float[count];
            input.ReadExactly(MemoryMarshal.AsBytes(data.AsSpan()));
            values.Add(OrtValue.CreateTensorValueFromMemory(data, shape));
        }
    }
    using var run = new RunOptions();
    var before = Environment.CpuUsage.TotalTime;
    using var results = session.Run(run, names, values, session.OutputNames);
    var spent = Environment.CpuUsage.TotalTime - before;
    var heads = results.Select((r, i) => new { name = session.OutputNames[i], type = r.GetTensorTypeAndShape().ElementDataType.ToString(), shape = r.GetTensorTypeAndShape().Shape }).ToList();
    output.Write(JsonSerializer.SerializeToUtf8Bytes(new { outputs = heads, milliseconds = spent.TotalMilliseconds }));
    output.WriteByte((byte)'\n');
    foreach (var result in results)
    {
        output.Write(result.GetTensorMutableRawData());
    }
    output.Flush();
    foreach (var value in values)
    {
        value.Dispose();
    }
}

static string? ReadLine(Stream stream)
{
    var bytes = new List<byte>();
    for (int b; (b = stream.ReadByte()) >= 0 && b != '\n';)
    {
        bytes.Add((byte)b);
    }
    return bytes.Count == 0 ? null : System.Text.Encoding.UTF8.GetString([.. bytes]);
}
