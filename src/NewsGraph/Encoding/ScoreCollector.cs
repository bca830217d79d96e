using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using NewsGraph.Texts;

namespace NewsGraph.Encoders;

/// <summary>Gathers the outputs of all passes over a document into arrays in token order.</summary>
internal sealed class ScoreCollector(IReadOnlyList<Sentence> sentences, int tokens, ModelLabels labels)
{
    private const int Names = 7;
    private const int Best = SyntaxScores.BestHeadCount;

    private readonly byte[] upos = new byte[tokens];
    private readonly byte[] xpos = new byte[tokens];
    private readonly float[][] arcs = new float[sentences.Count][];
    private readonly short[] bestHeads = new short[tokens * Best];
    private readonly byte[] bestLabels = new byte[tokens * Best];
    private readonly float[] names = new float[tokens * Names];
    private readonly List<(int Token, byte[] Roles)> predicates = [];
    private readonly float[] mention = new float[tokens * 4];
    private readonly float[] type = new float[tokens * 8];
    private readonly float[] trigger = new float[tokens * (1 + labels.Relations.Length)];
    private readonly float[] cue = new float[tokens * 3];
    private float[] vectors = [];
    private int vectorSize;

    /// <summary>Output names, in the order that <see cref="Add"/> expects.</summary>
    public static string[] Outputs { get; } = ["upos", "xpos", "arc", "headk", "labk", "ner", "pred", "predidx", "role", "mention", "etype", "trigger", "cue", "vec"];

    public void Add(ReadOnlySpan<Window> windows, int width, IReadOnlyList<OrtValue> outputs)
    {
        var uposRows = outputs[0].GetTensorDataAsSpan<byte>();
        var xposRows = outputs[1].GetTensorDataAsSpan<byte>();
        var arc = outputs[2].GetTensorDataAsSpan<float>();
        var heads = outputs[3].GetTensorDataAsSpan<int>();
        var headLabels = outputs[4].GetTensorDataAsSpan<byte>();
        if (vectorSize == 0)
        {
            vectorSize = (int)outputs[13].GetTensorTypeAndShape().Shape[2];
            vectors = new float[tokens * vectorSize];
        }

        for (var row = 0; row < windows.Length; row++)
        {
            var window = windows[row];
            var from = row * width;
            uposRows.Slice(from, window.Words).CopyTo(upos.AsSpan(window.First));
            xposRows.Slice(from, window.Words).CopyTo(xpos.AsSpan(window.First));
            headLabels.Slice(from * Best, window.Words * Best).CopyTo(bestLabels.AsSpan(window.First * Best));
            for (var s = window.FirstSentence; s < window.EndSentence; s++)
            {
                AddArcs(s, arc, heads, from, width, sentences[s].First - window.First);
            }

            Copy(outputs[5], names, Names, from, window);
            Copy(outputs[13], vectors, vectorSize, from, window);
            Softmax(outputs[9], mention, 4, from, window);
            Softmax(outputs[10], type, 8, from, window);
            Softmax(outputs[11], trigger, 1 + labels.Relations.Length, from, window);
            Softmax(outputs[12], cue, 3, from, window);
        }

        AddRoles(windows, width, outputs[7].GetTensorDataAsSpan<int>(), outputs[8].GetTensorDataAsSpan<byte>());
    }

    public SyntaxScores Syntax()
    {
        predicates.Sort(static (a, b) => a.Token.CompareTo(b.Token));
        return new SyntaxScores
        {
            Labels = labels.Syntax,
            Upos = upos,
            Xpos = xpos,
            Arcs = arcs,
            BestHeads = bestHeads,
            BestLabels = bestLabels,
            Names = names,
            Predicates = [.. predicates.Select(p => p.Token)],
            Roles = [.. predicates.Select(p => p.Roles)],
        };
    }

    public HeadScores Heads(IPairScorer pairs) => new()
    {
        RelationTypes = labels.Relations,
        Mention = mention,
        EntityType = type,
        Trigger = trigger,
        Cue = cue,
        Vectors = vectors,
        VectorSize = vectorSize,
        Pairs = pairs,
    };

    /// <summary>Cuts the sentence's square out of the window's and renumbers its best heads.</summary>
    private void AddArcs(int index, ReadOnlySpan<float> arc, ReadOnlySpan<int> heads, int from, int width, int offset)
    {
        var sentence = sentences[index];
        var n = sentence.Count;
        var square = new float[n * (n + 1)];
        for (var i = 0; i < n; i++)
        {
            var place = from + offset + i;
            var row = arc.Slice(place * (width + 1), width + 1);
            square[i * (n + 1)] = row[0];
            row.Slice(1 + offset, n).CopyTo(square.AsSpan((i * (n + 1)) + 1));
            for (var k = 0; k < Best; k++)
            {
                var head = heads[(place * Best) + k];
                var local = head - offset;
                bestHeads[((sentence.First + i) * Best) + k] = (short)(head == 0 ? 0 : local >= 1 && local <= n ? local : -1);
            }
        }

        arcs[index] = square;
    }

    private void AddRoles(ReadOnlySpan<Window> windows, int width, ReadOnlySpan<int> places, ReadOnlySpan<byte> roles)
    {
        for (var k = 0; k * 2 < places.Length; k++)
        {
            var window = windows[places[k * 2]];
            var word = places[(k * 2) + 1];
            var token = window.First + word;
            for (var s = window.FirstSentence; s < window.EndSentence; s++)
            {
                if (token < sentences[s].End)
                {
                    predicates.Add((token, roles.Slice((k * width) + sentences[s].First - window.First, sentences[s].Count).ToArray()));
                    break;
                }
            }
        }
    }

    private static void Copy(OrtValue source, float[] target, int size, int from, Window window) =>
        source.GetTensorDataAsSpan<float>().Slice(from * size, window.Words * size).CopyTo(target.AsSpan(window.First * size));

    private static void Softmax(OrtValue source, float[] target, int size, int from, Window window)
    {
        var data = source.GetTensorDataAsSpan<float>();
        for (var i = 0; i < window.Words; i++)
        {
            TensorPrimitives.SoftMax(data.Slice((from + i) * size, size), target.AsSpan((window.First + i) * size, size));
        }
    }
}
