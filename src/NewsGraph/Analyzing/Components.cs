namespace NewsGraph.Analyzing;

/// <summary>Weakly connected components by union-find with path halving.</summary>
public static class Components
{
    /// <summary>Component of each vertex, numbered from 0 in order of the first vertex of each, and their sizes.</summary>
    public static (int[] Of, IReadOnlyList<int> Sizes) Find(int vertexCount, IReadOnlyList<(int From, int To)> edges)
    {
        ArgumentNullException.ThrowIfNull(edges);
        var parent = new int[vertexCount];
        for (var v = 0; v < vertexCount; v++)
        {
            parent[v] = v;
        }

        foreach (var (from, to) in edges)
        {
            var (a, b) = (Root(parent, from), Root(parent, to));
            // The smaller number stays root, so the numbering below needs no second map.
            parent[Math.Max(a, b)] = Math.Min(a, b);
        }

        var component = new int[vertexCount];
        List<int> sizes = [];
        for (var v = 0; v < vertexCount; v++)
        {
            var root = Root(parent, v);
            if (root == v)
            {
                component[v] = sizes.Count;
                sizes.Add(0);
            }
            else
            {
                component[v] = component[root];
            }

            sizes[component[v]]++;
        }

        return (component, sizes);
    }

    private static int Root(int[] parent, int vertex)
    {
        while (parent[vertex] != vertex)
        {
            parent[vertex] = parent[parent[vertex]];
            vertex = parent[vertex];
        }

        return vertex;
    }
}
