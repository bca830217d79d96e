using NewsGraph.Texts;

namespace NewsGraph.Decoding;

/// <summary>
/// Best tree of one sentence from arc scores: each word's best head where these make a tree with one root, else the maximum
/// spanning arborescence (Chu and Liu 1965, Edmonds 1967) with the word as root that scores best as one.
/// </summary>
internal static class TreeDecoder
{
    private const double Forbidden = -1e9;

    /// <summary>Heads of n words, numbered as the columns: 0 the root, 1 + i word i.</summary>
    /// <param name="arcs">n×(n+1) logits.</param>
    public static int[] Decode(ReadOnlySpan<float> arcs, int n)
    {
        var heads = new int[n];
        for (var i = 0; i < n; i++)
        {
            heads[i] = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(arcs.Slice(i * (n + 1), n + 1));
        }

        return IsTree(heads) ? heads : Repair(arcs, n);
    }

    /// <summary>One root, and every word reaches it.</summary>
    public static bool IsTree(ReadOnlySpan<int> heads)
    {
        var roots = 0;
        foreach (var head in heads)
        {
            roots += head == 0 ? 1 : 0;
        }

        if (roots != 1)
        {
            return false;
        }

        Span<int> seen = heads.Length <= 256 ? stackalloc int[heads.Length] : new int[heads.Length];
        seen.Clear();
        for (var i = 0; i < heads.Length; i++)
        {
            var j = i;
            while (seen[j] == 0)
            {
                seen[j] = i + 1;
                if (heads[j] == 0)
                {
                    break;
                }

                j = heads[j] - 1;
            }

            // Back on this walk's own path, and not at the root: a cycle.
            if (heads[j] != 0 && seen[j] == i + 1)
            {
                return false;
            }
        }

        return true;
    }

    private static int[] Repair(ReadOnlySpan<float> arcs, int n)
    {
        var size = n + 1;
        var scores = new double[size, size];
        var root = 1;
        for (var i = 0; i < n; i++)
        {
            var row = arcs.Slice(i * size, size);
            double most = float.NegativeInfinity;
            foreach (var value in row)
            {
                most = Math.Max(most, value);
            }

            var sum = 0.0;
            foreach (var value in row)
            {
                sum += Math.Exp(value - most);
            }

            var norm = most + Math.Log(sum);
            for (var j = 0; j < size; j++)
            {
                scores[i + 1, j] = row[j] - norm;
            }

            root = row[0] > arcs[(root - 1) * size] ? i + 1 : root;
        }

        for (var i = 1; i < size; i++)
        {
            scores[i, 0] = Forbidden / 10;
            scores[0, i] = Forbidden;
        }

        for (var j = 0; j < size; j++)
        {
            scores[root, j] = Forbidden;
        }

        scores[0, 0] = Forbidden;
        scores[root, 0] = 0;
        return Span(scores, size)[1..];
    }

    /// <summary>Heads in the maximum arborescence over nodes 0 … size−1 that is rooted in 0; scores[dependent, head].</summary>
    private static int[] Span(double[,] scores, int size)
    {
        var heads = new int[size];
        for (var i = 1; i < size; i++)
        {
            scores[i, i] = Forbidden;
            var best = 0;
            for (var j = 0; j < size; j++)
            {
                best = scores[i, j] > scores[i, best] ? j : best;
            }

            heads[i] = best;
        }

        var cycle = FindCycle(heads);
        return cycle is null ? heads : Expand(scores, heads, cycle, size);
    }

    /// <summary>Solves the graph with the cycle as one node, then breaks the cycle where the solution enters it.</summary>
    private static int[] Expand(double[,] scores, int[] heads, List<int> cycle, int size)
    {
        var inside = new bool[size];
        var total = 0.0;
        foreach (var node in cycle)
        {
            inside[node] = true;
            total += scores[node, heads[node]];
        }

        List<int> rest = [];
        for (var i = 0; i < size; i++)
        {
            if (!inside[i])
            {
                rest.Add(i);
            }
        }

        var m = rest.Count;
        var small = new double[m + 1, m + 1];
        var entering = new int[m];
        var leaving = new int[m];
        small[m, m] = Forbidden;
        for (var a = 0; a < m; a++)
        {
            var i = rest[a];
            for (var b = 0; b < m; b++)
            {
                small[a, b] = scores[i, rest[b]];
            }

            leaving[a] = entering[a] = cycle[0];
            foreach (var c in cycle)
            {
                leaving[a] = scores[i, c] > scores[i, leaving[a]] ? c : leaving[a];
                entering[a] = scores[c, i] - scores[c, heads[c]] > scores[entering[a], i] - scores[entering[a], heads[entering[a]]] ? c : entering[a];
            }

            small[a, m] = scores[i, leaving[a]];
            small[m, a] = total + scores[entering[a], i] - scores[entering[a], heads[entering[a]]];
        }

        var contracted = Span(small, m + 1);
        for (var a = 1; a < m; a++)
        {
            heads[rest[a]] = contracted[a] == m ? leaving[a] : rest[contracted[a]];
        }

        heads[entering[contracted[m]]] = rest[contracted[m]];
        return heads;
    }

    private static List<int>? FindCycle(int[] heads)
    {
        var seen = new int[heads.Length];
        for (var i = 1; i < heads.Length; i++)
        {
            var j = i;
            while (j != 0 && seen[j] == 0)
            {
                seen[j] = i;
                j = heads[j];
            }

            if (j == 0 || seen[j] != i)
            {
                continue;
            }

            List<int> cycle = [j];
            for (var k = heads[j]; k != j; k = heads[k])
            {
                cycle.Add(k);
            }

            return cycle;
        }

        return null;
    }
}
