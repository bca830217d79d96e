namespace NewsGraph.Texts;

/// <summary>Dependency trees (Universal Dependencies 2) of all sentences, in document token indices.</summary>
public sealed class TreeLayer
{
    private readonly int[] heads;
    private readonly string[] relations;
    private readonly int[] childStart;
    private readonly int[] childList;

    /// <param name="heads">Governor of each token, −1 for the root of a sentence.</param>
    /// <param name="relations">Label of the arc to the governor, subtypes included (<c>nsubj:pass</c>).</param>
    public TreeLayer(int[] heads, string[] relations)
    {
        ArgumentNullException.ThrowIfNull(heads);
        ArgumentNullException.ThrowIfNull(relations);
        this.heads = heads;
        this.relations = relations;
        childStart = new int[heads.Length + 1];
        childList = new int[heads.Length];
        foreach (var head in heads)
        {
            if (head >= 0)
            {
                childStart[head + 1]++;
            }
        }

        for (var i = 0; i < heads.Length; i++)
        {
            childStart[i + 1] += childStart[i];
        }

        var next = childStart[..^1];
        for (var i = 0; i < heads.Length; i++)
        {
            if (heads[i] >= 0)
            {
                childList[next[heads[i]]++] = i;
            }
        }
    }

    public int Count => heads.Length;

    /// <summary>Governor of a token, −1 for a root.</summary>
    public int Head(int token) => heads[token];

    /// <summary>Label of the arc to the governor (<c>root</c> for a root).</summary>
    public string Relation(int token) => relations[token];

    /// <summary>The label without its subtype: <c>nsubj</c> for <c>nsubj:pass</c>.</summary>
    public string BaseRelation(int token)
    {
        var relation = relations[token];
        var colon = relation.IndexOf(':');
        return colon < 0 ? relation : relation[..colon];
    }

    /// <summary>Dependents in text order.</summary>
    public ReadOnlySpan<int> Children(int token) => childList.AsSpan(childStart[token], childStart[token + 1] - childStart[token]);

    /// <summary>First dependent with this label (a label without subtype matches its subtypes too), or −1.</summary>
    public int Child(int token, string relation)
    {
        foreach (var child in Children(token))
        {
            if (Matches(relations[child], relation))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>True if <paramref name="relation"/> is <paramref name="pattern"/> or one of its subtypes.</summary>
    public static bool Matches(string relation, string pattern) =>
        relation.StartsWith(pattern, StringComparison.Ordinal) && (relation.Length == pattern.Length || relation[pattern.Length] == ':');

    /// <summary>True if <paramref name="ancestor"/> governs <paramref name="token"/>, directly or not, or is it.</summary>
    public bool IsInSubtree(int token, int ancestor)
    {
        while (token >= 0)
        {
            if (token == ancestor)
            {
                return true;
            }

            token = heads[token];
        }

        return false;
    }

    /// <summary>The token and all it governs, in text order.</summary>
    public List<int> Subtree(int token)
    {
        List<int> tokens = [token];
        for (var i = 0; i < tokens.Count; i++)
        {
            foreach (var child in Children(tokens[i]))
            {
                tokens.Add(child);
            }
        }

        tokens.Sort();
        return tokens;
    }
}
