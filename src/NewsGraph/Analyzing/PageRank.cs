namespace NewsGraph.Analyzing;

/// <summary>
/// PageRank (Page, Brin, Motwani, Winograd 1999) by power iteration over arrays: parallel edges count once each,
/// the weight of vertices without outgoing edges is spread evenly, the ranks sum to 1.
/// </summary>
public static class PageRank
{
    /// <param name="vertexCount">Vertices are numbered from 0.</param>
    /// <param name="edges">Directed edges; each end below <paramref name="vertexCount"/>.</param>
    /// <param name="damping">Chance to follow an edge instead of jumping anywhere.</param>
    /// <param name="tolerance">Stops when the ranks moved less than this in sum.</param>
    /// <param name="maxIterations">Stops after this many rounds at the latest.</param>
    public static double[] Compute(int vertexCount, IReadOnlyList<(int From, int To)> edges, double damping = 0.85, double tolerance = 1e-10, int maxIterations = 200)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vertexCount);
        ArgumentNullException.ThrowIfNull(edges);
        var outDegree = new int[vertexCount];
        var start = new int[vertexCount + 1];
        foreach (var (from, to) in edges)
        {
            outDegree[from]++;
            start[to + 1]++;
        }

        for (var v = 0; v < vertexCount; v++)
        {
            start[v + 1] += start[v];
        }

        // Incoming edges of each vertex, one after the other.
        var sources = new int[edges.Count];
        var next = start[..^1];
        foreach (var (from, to) in edges)
        {
            sources[next[to]++] = from;
        }

        var rank = new double[vertexCount];
        var share = new double[vertexCount];
        var fresh = new double[vertexCount];
        Array.Fill(rank, vertexCount == 0 ? 0 : 1.0 / vertexCount);
        for (var round = 0; round < maxIterations; round++)
        {
            var loose = 0.0;
            for (var v = 0; v < vertexCount; v++)
            {
                share[v] = outDegree[v] == 0 ? 0 : rank[v] / outDegree[v];
                loose += outDegree[v] == 0 ? rank[v] : 0;
            }

            var ground = (1 - damping + (damping * loose)) / Math.Max(vertexCount, 1);
            var moved = 0.0;
            for (var v = 0; v < vertexCount; v++)
            {
                var sum = 0.0;
                for (var i = start[v]; i < start[v + 1]; i++)
                {
                    sum += share[sources[i]];
                }

                fresh[v] = ground + (damping * sum);
                moved += Math.Abs(fresh[v] - rank[v]);
            }

            (rank, fresh) = (fresh, rank);
            if (moved < tolerance)
            {
                break;
            }
        }

        return rank;
    }
}
