namespace NewsGraph.Texts.Features;

/// <summary>The feature of (cue, word) for what a cue of speech reports: a port of features.py.</summary>
public static class ContentFeatures
{
    public const int Width = 1;

    /// <summary>Pairs of each cue with the words of its sentence and its neighbours.</summary>
    public static ScoredPairs Pairs(SyntaxFeatures syntax, int[] cues)
    {
        ArgumentNullException.ThrowIfNull(syntax);
        List<int> first = [], second = [], features = [];
        var sentences = syntax.Tokens.Sentences;
        for (var k = 0; k < cues.Length; k++)
        {
            var sentence = syntax.Sentence(cues[k]);
            var end = sentences[Math.Min(sentences.Count - 1, sentence + 1)].End;
            for (var word = sentences[Math.Max(0, sentence - 1)].First; word < end; word++)
            {
                if (word == cues[k])
                {
                    continue;
                }

                var step = syntax.Sentence(word) - sentence;
                var shape = step == 0 ? syntax.Path(cues[k], word).Full : syntax.Relation(word);
                first.Add(k);
                second.Add(word);
                features.Add(FeatureHash.Row(1, unchecked((uint)step), shape, syntax.Quoted[word]));
            }
        }

        return new ScoredPairs([.. first], [.. second], [.. features]);
    }
}
