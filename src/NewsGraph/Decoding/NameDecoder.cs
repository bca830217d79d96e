using NewsGraph.Texts;

namespace NewsGraph.Decoding;

/// <summary>Names from BIO emissions: the best sequence (Viterbi) in which I follows only B or I of its own type.</summary>
internal sealed class NameDecoder
{
    private const int Tags = 7;
    private const float Forbidden = -1e9f;

    private readonly NameType[] types = new NameType[Tags];
    private readonly bool[] begins = new bool[Tags];
    private readonly bool[] inside = new bool[Tags];

    /// <param name="labels">O, B-PER, I-PER, B-ORG, I-ORG, B-LOC, I-LOC in the model's order.</param>
    public NameDecoder(IReadOnlyList<string> labels)
    {
        for (var i = 0; i < Tags; i++)
        {
            begins[i] = labels[i].StartsWith("B-", StringComparison.Ordinal);
            inside[i] = labels[i].StartsWith("I-", StringComparison.Ordinal);
            types[i] = labels[i].EndsWith("PER", StringComparison.Ordinal) ? NameType.Person : labels[i].EndsWith("ORG", StringComparison.Ordinal) ? NameType.Organization : NameType.Location;
        }
    }

    /// <summary>Appends the names of the sentence whose first token is <paramref name="first"/>.</summary>
    /// <param name="emissions">n×7 logits.</param>
    public void Decode(ReadOnlySpan<float> emissions, int first, List<NameSpan> names)
    {
        var n = emissions.Length / Tags;
        if (n == 0 || !HasName(emissions))
        {
            return;
        }

        Span<byte> back = n <= 256 ? stackalloc byte[n * Tags] : new byte[n * Tags];
        Span<float> score = stackalloc float[Tags];
        Span<float> next = stackalloc float[Tags];
        for (var t = 0; t < Tags; t++)
        {
            score[t] = inside[t] ? Forbidden : emissions[t];
        }

        for (var i = 1; i < n; i++)
        {
            for (var t = 0; t < Tags; t++)
            {
                var best = -1;
                for (var p = 0; p < Tags; p++)
                {
                    if ((!inside[t] || ((begins[p] || inside[p]) && types[p] == types[t])) && (best < 0 || score[p] > score[best]))
                    {
                        best = p;
                    }
                }

                back[(i * Tags) + t] = (byte)best;
                next[t] = score[best] + emissions[(i * Tags) + t];
            }

            next.CopyTo(score);
        }

        Span<byte> tags = n <= 512 ? stackalloc byte[n] : new byte[n];
        tags[n - 1] = (byte)System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(score);
        for (var i = n - 1; i > 0; i--)
        {
            tags[i - 1] = back[(i * Tags) + tags[i]];
        }

        Collect(tags, first, names);
    }

    /// <summary>O everywhere is the most common answer; it needs no search.</summary>
    private static bool HasName(ReadOnlySpan<float> emissions)
    {
        for (var i = 0; i < emissions.Length; i += Tags)
        {
            if (System.Numerics.Tensors.TensorPrimitives.IndexOfMax(emissions.Slice(i, Tags)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Collect(ReadOnlySpan<byte> tags, int first, List<NameSpan> names)
    {
        for (var i = 0; i < tags.Length; i++)
        {
            if (!begins[tags[i]])
            {
                continue;
            }

            var end = i + 1;
            while (end < tags.Length && inside[tags[end]])
            {
                end++;
            }

            names.Add(new NameSpan(first + i, first + end, types[tags[i]]));
            i = end - 1;
        }
    }
}
