namespace NewsGraph.Texts.Features;

/// <summary>
/// An analysed document as the hashed features of the pair graphs see it: a port of <c>Analysis</c> in
/// <c>src/training/features.py</c>, number for number. Made once per document; not thread-safe.
/// </summary>
public sealed class SyntaxFeatures
{
    private const uint SameWord = 1, OtherSentence = 2, NoPath = 3, FarLeft = 4, FarRight = 5;
    private const uint Up = 1, Down = 2;
    private const int LongestPath = 4, MostAncestors = 12;
    private static readonly int[] Distances = [0, 1, 2, 3, 5, 9, 17, 33];

    private readonly TokenLayer tokens;
    private readonly TreeLayer tree;
    private readonly uint[] relation;
    private readonly uint[] mainRelation;
    private readonly uint[] preposition;
    private readonly Dictionary<long, uint> roles = [];
    private readonly Dictionary<long, (uint Full, uint Plain)> paths = [];

    public SyntaxFeatures(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        tokens = doc.Get<TokenLayer>();
        tree = doc.Get<TreeLayer>();
        var tags = doc.Get<TagLayer>();
        var n = tokens.Count;
        Lower = new uint[n];
        LowerPrefix = new uint[n];
        Upos = new uint[n];
        Xpos = new uint[n];
        relation = new uint[n];
        mainRelation = new uint[n];
        CaseWord = new uint[n];
        Passive = new uint[n];
        for (var i = 0; i < n; i++)
        {
            var lower = tokens.Word(i).ToLowerInvariant();
            Lower[i] = FeatureHash.Of(lower);
            LowerPrefix[i] = FeatureHash.Of(lower.Length <= 5 ? lower : lower[..5]);
            Upos[i] = FeatureHash.OfLabel(tags.Upos[i]);
            Xpos[i] = FeatureHash.OfLabel(tags.Xpos[i]);
            relation[i] = FeatureHash.OfLabel(tree.Relation(i));
            mainRelation[i] = FeatureHash.OfLabel(tree.BaseRelation(i));
        }

        Words = [.. Enumerable.Range(0, n).Select(i => tokens.Word(i).ToLowerInvariant())];
        preposition = new uint[n];
        for (var i = 0; i < n; i++)
        {
            CaseWord[i] = FindCaseWord(i);
            Passive[i] = IsPassive(i, tags) ? 1u : 0u;
            preposition[i] = tree.Relation(i) is "obl" or "nmod" ? CaseWord[i] : 0;
        }

        Quoted = FindQuoted(doc);
        foreach (var frame in doc.Get<FrameLayer>().Frames)
        {
            foreach (var argument in frame.Arguments)
            {
                roles[Key(frame.Predicate, argument.Head)] = FeatureHash.OfLabel(argument.Role);
            }
        }
    }

    /// <summary>The document's features: made once and kept with it, for all stages that score pairs.</summary>
    public static SyntaxFeatures Of(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        if (doc.TryGet<SyntaxFeatures>() is { } known)
        {
            return known;
        }

        var made = new SyntaxFeatures(doc);
        doc.Add(made);
        return made;
    }

    public TokenLayer Tokens => tokens;

    public TreeLayer Tree => tree;

    /// <summary>CRC-32 of each word, lower-cased.</summary>
    public uint[] Lower { get; }

    /// <summary>CRC-32 of the first five letters, lower-cased.</summary>
    public uint[] LowerPrefix { get; }

    /// <summary>The words, lower-cased.</summary>
    public string[] Words { get; }

    public uint[] Upos { get; }

    public uint[] Xpos { get; }

    /// <summary>First preposition or marker among the dependents, 0 if none.</summary>
    public uint[] CaseWord { get; }

    /// <summary>1 for a passive verb or a participle that modifies a noun.</summary>
    public uint[] Passive { get; }

    /// <summary>1 between quotation marks.</summary>
    public uint[] Quoted { get; }

    public uint Relation(int token) => relation[token];

    public uint MainRelation(int token) => mainRelation[token];

    public int Sentence(int token) => tokens.Tokens[token].Sentence;

    /// <summary>Label path from one word up to the common ancestor and down to another: with prepositions, and without.</summary>
    public (uint Full, uint Plain) Path(int start, int end)
    {
        var key = Key(start, end);
        if (!paths.TryGetValue(key, out var path))
        {
            path = FindPath(start, end);
            paths.Add(key, path);
        }

        return path;
    }

    /// <summary>The word's role for the trigger, or that of one of the three words above it, mixed with 1.</summary>
    public uint Role(int trigger, int word)
    {
        if (roles.TryGetValue(Key(trigger, word), out var role))
        {
            return role;
        }

        for (var (above, steps) = (tree.Head(word), 0); above >= 0 && steps < 3; above = tree.Head(above), steps++)
        {
            if (roles.TryGetValue(Key(trigger, above), out role))
            {
                return FeatureHash.Mix(role, 1);
            }
        }

        return 0;
    }

    /// <summary>True if <paramref name="above"/> governs the word within twelve steps, or is it.</summary>
    public bool IsAncestor(int above, int word)
    {
        for (var steps = 0; word >= 0 && steps <= MostAncestors; word = tree.Head(word), steps++)
        {
            if (word == above)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Index of the greatest bound that is not above the value.</summary>
    internal static uint Bucket(int value, int[] bounds)
    {
        var count = -1;
        foreach (var bound in bounds)
        {
            count += value >= bound ? 1 : 0;
        }

        return unchecked((uint)count);
    }

    internal static uint DistanceBucket(int distance) => Bucket(distance, Distances);

    private static long Key(int a, int b) => ((long)a << 32) | (uint)b;

    private uint FindCaseWord(int token)
    {
        foreach (var child in tree.Children(token))
        {
            if (tree.Relation(child) is "case" or "mark")
            {
                return Lower[child];
            }
        }

        return 0;
    }

    private bool IsPassive(int token, TagLayer tags)
    {
        foreach (var child in tree.Children(token))
        {
            if (tree.Relation(child) is "aux:pass" or "nsubj:pass")
            {
                return true;
            }
        }

        return tree.Relation(token) is "acl" && tags.Xpos[token] is "VBN";
    }

    private uint[] FindQuoted(Doc doc)
    {
        var quoted = new uint[tokens.Count];
        uint inside = 0;
        var last = 0;
        foreach (var sentence in tokens.Sentences)
        {
            // A paragraph begins outside of quotation marks.
            if (doc.Text.AsSpan(last, sentence.Span.Start - last).Contains('\n'))
            {
                inside = 0;
            }

            last = sentence.Span.End;
            for (var i = sentence.First; i < sentence.End; i++)
            {
                inside = tokens.Word(i) switch
                {
                    "\"" => 1 - inside,
                    "“" or "``" => 1,
                    "”" or "''" => 0,
                    _ => inside,
                };
                quoted[i] = inside;
            }
        }

        return quoted;
    }

    private (uint Full, uint Plain) FindPath(int start, int end)
    {
        if (Sentence(start) != Sentence(end))
        {
            return (OtherSentence, OtherSentence);
        }

        if (start == end)
        {
            return (SameWord, SameWord);
        }

        Span<int> aboveStart = stackalloc int[MostAncestors + 1];
        Span<int> aboveEnd = stackalloc int[MostAncestors + 1];
        var startCount = Ancestors(start, aboveStart);
        var endCount = Ancestors(end, aboveEnd);
        var (up, down) = (-1, 0);
        for (; down < endCount && up < 0; down++)
        {
            up = aboveStart[..startCount].IndexOf(aboveEnd[down]);
        }

        if (up < 0)
        {
            return (NoPath, NoPath);
        }

        down--;
        if (up + down > LongestPath)
        {
            var far = end < start ? FarLeft : FarRight;
            return (far, far);
        }

        var (full, plain) = (FeatureHash.Seed, FeatureHash.Seed);
        for (var k = 0; k < up; k++)
        {
            Step(ref full, ref plain, Up, aboveStart[k]);
        }

        for (var k = down - 1; k >= 0; k--)
        {
            Step(ref full, ref plain, Down, aboveEnd[k]);
        }

        return (full, plain);
    }

    private void Step(ref uint full, ref uint plain, uint direction, int token)
    {
        plain = FeatureHash.Mix(FeatureHash.Mix(plain, direction), relation[token]);
        full = FeatureHash.Mix(FeatureHash.Mix(FeatureHash.Mix(full, direction), relation[token]), preposition[token]);
    }

    private int Ancestors(int token, Span<int> buffer)
    {
        var count = 0;
        for (; token >= 0 && count <= MostAncestors; token = tree.Head(token))
        {
            buffer[count++] = token;
        }

        return count;
    }
}
