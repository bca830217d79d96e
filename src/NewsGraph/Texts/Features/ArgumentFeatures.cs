namespace NewsGraph.Texts.Features;

/// <summary>Features of (trigger, head word of a mention) and of triggers alone: ports of features.py, row for row.</summary>
public static class ArgumentFeatures
{
    public const int Width = 15;
    public const int TriggerWidth = 20;

    /// <summary>A mention may stand in the trigger's sentence or up to so many before it.</summary>
    public const int Sentences = 3;

    /// <summary>All admissible pairs of a trigger and a mention with their features.</summary>
    /// <param name="triggers">Tokens of the triggers.</param>
    /// <param name="typeNames">Relation type of each trigger, empty for a cue of reported speech.</param>
    /// <param name="mentions">Head tokens of the mentions, ascending.</param>
    /// <param name="entityTypes">Entity type of each mention, 0–7.</param>
    public static ScoredPairs Pairs(SyntaxFeatures syntax, int[] triggers, string[] typeNames, int[] mentions, int[] entityTypes)
    {
        ArgumentNullException.ThrowIfNull(syntax);
        List<int> first = [], second = [], features = [];
        var row = new int[Width];
        for (var k = 0; k < triggers.Length; k++)
        {
            var type = FeatureHash.OfLabel(typeNames[k]);
            var sentence = syntax.Sentence(triggers[k]);
            var from = FirstAtOrAfter(mentions, syntax.Tokens.Sentences[Math.Max(0, sentence - Sentences)].First);
            var end = syntax.Tokens.Sentences[sentence].End;
            for (var m = from; m < mentions.Length && mentions[m] < end; m++)
            {
                Fill(row, syntax, triggers[k], mentions[m], type, (uint)entityTypes[m]);
                first.Add(k);
                second.Add(m);
                features.AddRange(row);
            }
        }

        return new ScoredPairs([.. first], [.. second], [.. features]);
    }

    /// <summary>Fills the fifteen rows of one pair.</summary>
    public static void Fill(Span<int> row, SyntaxFeatures s, int trigger, int word, uint type, uint entityType)
    {
        ArgumentNullException.ThrowIfNull(s);
        var (full, plain) = s.Path(trigger, word);
        var passive = s.Passive[trigger];
        var role = s.Role(trigger, word);
        var right = word > trigger ? 1u : 0u;
        var head = s.Tree.Head(word);
        row[0] = FeatureHash.Row(1, full);
        row[1] = FeatureHash.Row(2, plain);
        row[2] = FeatureHash.Row(3, passive, plain);
        row[3] = FeatureHash.Row(4, right, SyntaxFeatures.DistanceBucket(Math.Abs(word - trigger)));
        row[4] = FeatureHash.Row(5, unchecked((uint)(s.Sentence(trigger) - s.Sentence(word))));
        row[5] = FeatureHash.Row(6, role);
        row[6] = FeatureHash.Row(7, passive, role);
        row[7] = FeatureHash.Row(8, s.Upos[trigger], right);
        row[8] = FeatureHash.Row(9, head >= 0 ? s.Lower[head] : 0, s.MainRelation(word));
        row[9] = FeatureHash.Row(10, head >= 0 && head != trigger && s.IsAncestor(head, trigger) ? 1u : 0u, s.Relation(word));
        row[10] = FeatureHash.Row(11, s.Quoted[trigger], s.Quoted[word]);
        row[11] = FeatureHash.Row(12, s.CaseWord[word]);
        row[12] = FeatureHash.Row(13, s.LowerPrefix[trigger], plain);
        row[13] = FeatureHash.Row(14, type, plain);
        row[14] = FeatureHash.Row(15, type, entityType);
    }

    /// <summary>Twenty rows for the polarity and modality of a trigger, padded with 0.</summary>
    public static int[] OfTrigger(SyntaxFeatures s, int trigger)
    {
        ArgumentNullException.ThrowIfNull(s);
        var rows = new int[TriggerWidth];
        var count = 0;
        void Put(int row)
        {
            if (count < TriggerWidth)
            {
                rows[count++] = row;
            }
        }

        var head = s.Tree.Head(trigger);
        var headWord = head >= 0 ? s.Lower[head] : 0;
        Put(FeatureHash.Row(1, s.Xpos[trigger]));
        Put(FeatureHash.Row(2, s.Relation(trigger)));
        Put(FeatureHash.Row(3, headWord, s.Relation(trigger)));
        Put(FeatureHash.Row(4, headWord));
        Put(FeatureHash.Row(5, head >= 0 ? s.Xpos[head] : 0));
        Put(FeatureHash.Row(6, s.Quoted[trigger]));
        Put(FeatureHash.Row(7, s.Sentence(trigger) == 0 ? 1u : 0u));
        for (var (above, steps) = (head >= 0 ? s.Tree.Head(head) : -1, 0); above >= 0 && steps < 2; above = s.Tree.Head(above), steps++)
        {
            Put(FeatureHash.Row(8, s.Lower[above]));
        }

        foreach (var child in s.Tree.Children(trigger))
        {
            if (s.Tree.BaseRelation(child) is "aux" or "advmod" or "mark" or "det" or "cop" or "advcl")
            {
                Put(FeatureHash.Row(9, s.Lower[child]));
            }
        }

        if (head >= 0)
        {
            foreach (var child in s.Tree.Children(head))
            {
                if (child != trigger && s.Tree.BaseRelation(child) is ("aux" or "advmod" or "mark"))
                {
                    Put(FeatureHash.Row(10, s.Lower[child]));
                }
            }
        }

        return rows;
    }

    private static int FirstAtOrAfter(int[] sorted, int value)
    {
        var at = Array.BinarySearch(sorted, value);
        return at < 0 ? ~at : at;
    }
}
