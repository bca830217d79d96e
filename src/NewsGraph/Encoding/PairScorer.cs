using Microsoft.ML.OnnxRuntime;
using NewsGraph.Texts;

namespace NewsGraph.Encoders;

/// <summary>The four pair graphs; each is loaded when it is first asked. Thread-safe.</summary>
internal sealed class PairScorer : IPairScorer
{
    private readonly Lazy<OnnxSession> coreference = Load("coreference", ["vec", "mention", "kind", "type", "pair", "feat"], ["score", "none"]);
    private readonly Lazy<OnnxSession> arguments = Load("arguments", ["vec", "trigger", "type", "mention", "kind", "mtype", "pair", "feat"], ["score", "none"]);
    private readonly Lazy<OnnxSession> factuality = Load("factuality", ["vec", "trigger", "type", "feat"], ["polarity", "modality"]);
    private readonly Lazy<OnnxSession> content = Load("content", ["vec", "cue", "pair", "feat"], ["score"]);
    private readonly int vectorSize;

    public PairScorer(int vectorSize) => this.vectorSize = vectorSize;

    public (float[] Score, float[] None) ScoreCoreference(float[] vectors, int[] mentions, int[] kinds, int[] types, ScoredPairs pairs)
    {
        if (mentions.Length == 0)
        {
            return ([], []);
        }

        if (pairs.First.Length == 0)
        {
            // One pair of a mention with itself gives the graph a shape; its score is dropped.
            var (_, none) = ScoreCoreference(vectors, mentions, kinds, types, new ScoredPairs([0], [0], new int[14]));
            return ([], none);
        }

        if (pairs.First.Length > PairChunk.MostPairs && PairChunk.IsAscending(pairs))
        {
            List<float> scores = [], nones = [];
            foreach (var c in PairChunk.Cut(pairs, mentions.Length))
            {
                // A portion needs its mentions and those that stand before them as antecedents.
                var low = Math.Min(c.Low, c.First);
                var shifted = new ScoredPairs([.. c.Pairs.First.Select(i => i + c.First - low)], [.. c.Pairs.Second.Select(i => i + c.Low - low)], c.Pairs.Features);
                var (score, none) = ScoreCoreference(vectors, mentions[low..c.End], kinds[low..c.End], types[low..c.End], shifted);
                scores.AddRange(score);
                nones.AddRange(none.AsSpan(c.First - low));
            }

            return ([.. scores], [.. nones]);
        }

        using var run = new PairRun(vectors, vectorSize);
        run.Add(mentions);
        run.Add(kinds);
        run.Add(types);
        run.Add(pairs);
        return run.Score(coreference.Value);
    }

    public (float[] Score, float[] None) ScoreArguments(float[] vectors, int[] triggers, int[] types, int[] mentions, int[] kinds, int[] mentionTypes, ScoredPairs pairs)
    {
        if (triggers.Length == 0)
        {
            return ([], []);
        }

        if (pairs.First.Length == 0)
        {
            if (mentions.Length == 0)
            {
                (mentions, kinds, mentionTypes) = ([triggers[0]], [0], [0]);
            }

            var (_, none) = ScoreArguments(vectors, triggers, types, mentions, kinds, mentionTypes, new ScoredPairs([0], [0], new int[15]));
            return ([], none);
        }

        if (pairs.First.Length > PairChunk.MostPairs && PairChunk.IsAscending(pairs))
        {
            List<float> scores = [], nones = [];
            foreach (var c in PairChunk.Cut(pairs, triggers.Length))
            {
                var inReach = c.Pairs.First.Length == 0 ? 0..0 : c.Low..c.High;
                var (score, none) = ScoreArguments(vectors, triggers[c.First..c.End], types[c.First..c.End], mentions[inReach], kinds[inReach], mentionTypes[inReach], c.Pairs);
                scores.AddRange(score);
                nones.AddRange(none);
            }

            return ([.. scores], [.. nones]);
        }

        using var run = new PairRun(vectors, vectorSize);
        run.Add(triggers);
        run.Add(types);
        run.Add(mentions);
        run.Add(kinds);
        run.Add(mentionTypes);
        run.Add(pairs);
        return run.Score(arguments.Value);
    }

    public (float[] Polarity, float[] Modality) ScoreFactuality(float[] vectors, int[] triggers, int[] types, int[] features)
    {
        if (triggers.Length == 0)
        {
            return ([], []);
        }

        using var run = new PairRun(vectors, vectorSize);
        run.Add(triggers);
        run.Add(types);
        run.AddRows(features, triggers.Length);
        return run.Score(factuality.Value);
    }

    public float[] ScoreContent(float[] vectors, int[] cues, ScoredPairs pairs)
    {
        if (cues.Length == 0 || pairs.First.Length == 0)
        {
            return [];
        }

        if (pairs.First.Length > PairChunk.MostPairs && PairChunk.IsAscending(pairs))
        {
            List<float> scores = [];
            foreach (var c in PairChunk.Cut(pairs, cues.Length))
            {
                // The graph projects every vector that it is given: it is given those in reach.
                var low = Math.Min(c.Low, cues[c.First]);
                var high = Math.Max(c.High, cues[c.End - 1] + 1);
                var shifted = c.Pairs with { Second = [.. c.Pairs.Second.Select(i => i + c.Low - low)] };
                scores.AddRange(ScoreContent(vectors[(low * vectorSize)..(high * vectorSize)], [.. cues[c.First..c.End].Select(i => i - low)], shifted));
            }

            return [.. scores];
        }

        using var run = new PairRun(vectors, vectorSize);
        run.Add(cues);
        run.Add(pairs);
        return run.Score(content.Value).First;
    }

    private static Lazy<OnnxSession> Load(string name, string[] inputs, string[] outputs) =>
        new(() => new OnnxSession($"models/{name}.onnx", inputs, outputs));

    /// <summary>The inputs of one run, from pooled arrays.</summary>
    private sealed class PairRun : IDisposable
    {
        private readonly List<OrtValue> values = [];
        private readonly List<long[]> rented = [];

        public PairRun(float[] vectors, int vectorSize) => values.Add(OnnxSession.Tensor(vectors, [vectors.Length / vectorSize, vectorSize]));

        public void Add(int[] numbers)
        {
            var data = Rent(numbers.Length);
            for (var i = 0; i < numbers.Length; i++)
            {
                data[i] = numbers[i];
            }

            values.Add(OnnxSession.Tensor(data, numbers.Length, [numbers.Length]));
        }

        public void AddRows(int[] numbers, int rows)
        {
            var data = Rent(numbers.Length);
            for (var i = 0; i < numbers.Length; i++)
            {
                data[i] = numbers[i];
            }

            values.Add(OnnxSession.Tensor(data, numbers.Length, [rows, numbers.Length / rows]));
        }

        public void Add(ScoredPairs pairs)
        {
            var count = pairs.First.Length;
            var data = Rent(2 * count);
            for (var i = 0; i < count; i++)
            {
                data[2 * i] = pairs.First[i];
                data[(2 * i) + 1] = pairs.Second[i];
            }

            values.Add(OnnxSession.Tensor(data, 2 * count, [count, 2]));
            AddRows(pairs.Features, count);
        }

        public (float[] First, float[] Second) Score(OnnxSession session)
        {
            using var outputs = session.Run([.. values]);
            return (outputs[0].GetTensorDataAsSpan<float>().ToArray(), outputs.Count > 1 ? outputs[1].GetTensorDataAsSpan<float>().ToArray() : []);
        }

        public void Dispose()
        {
            values.ForEach(v => v.Dispose());
            rented.ForEach(OnnxSession.Return);
        }

        private long[] Rent(int count)
        {
            var data = OnnxSession.Rent(count);
            rented.Add(data);
            return data;
        }
    }
}
