namespace NewsGraph.Texts.Features;

/// <summary>What the pair features know of a mention.</summary>
/// <param name="Head">Head token.</param>
/// <param name="Kind">1 name, 2 nominal, 3 pronoun.</param>
/// <param name="Type">Entity type, 0–7.</param>
/// <param name="First">First token of its extent.</param>
/// <param name="End">Token after its last.</param>
public readonly record struct MentionForm(int Head, int Kind, int Type, int First, int End);

/// <summary>Features of two mentions for coreference: a port of features.py, row for row.</summary>
public sealed class CoreferenceFeatures
{
    public const int Width = 14;

    private static readonly HashSet<string> Stop = new(StringComparer.Ordinal) { "the", "a", "an", "of", "and", "in", "for", "on", "'s", "’s", "-", "." };
    private static readonly int[] SentenceSteps = [0, 1, 2, 3, 4, 8];
    private static readonly int[] MentionSteps = [0, 1, 2, 3, 4, 5, 10, 20];

    private readonly SyntaxFeatures syntax;
    private readonly IReadOnlyList<MentionForm> mentions;
    private readonly uint[] all;
    private readonly uint[][] content;
    private readonly string[] word;
    private readonly string[] acronym;

    public CoreferenceFeatures(SyntaxFeatures syntax, IReadOnlyList<MentionForm> mentions)
    {
        ArgumentNullException.ThrowIfNull(syntax);
        ArgumentNullException.ThrowIfNull(mentions);
        this.syntax = syntax;
        this.mentions = mentions;
        (all, content, word, acronym) = (new uint[mentions.Count], new uint[mentions.Count][], new string[mentions.Count], new string[mentions.Count]);
        List<uint> words = [];
        var initials = new System.Text.StringBuilder();
        for (var m = 0; m < mentions.Count; m++)
        {
            var state = FeatureHash.Seed;
            words.Clear();
            initials.Clear();
            for (var i = mentions[m].First; i < mentions[m].End; i++)
            {
                state = FeatureHash.Mix(state, syntax.Lower[i]);
                var lower = syntax.Words[i];
                if (Stop.Contains(lower))
                {
                    continue;
                }

                words.Add(syntax.Lower[i]);
                if (lower.All(char.IsLetterOrDigit))
                {
                    initials.Append(lower[0]);
                }
            }

            all[m] = state;
            words.Sort();
            content[m] = [.. words.Distinct()];
            word[m] = syntax.Words[mentions[m].Head];
            acronym[m] = initials.ToString();
        }
    }

    /// <summary>Fills the fourteen rows of one pair.</summary>
    public void Fill(Span<int> row, int later, int earlier)
    {
        var (l, e) = (mentions[later], mentions[earlier]);
        var kinds = (uint)((4 * l.Kind) + e.Kind);
        var sameType = l.Type == e.Type ? 1u : 0u;
        var sameWord = string.Equals(word[later], word[earlier], StringComparison.Ordinal) ? 1u : 0u;
        var alike = word[later].Length > 3 && word[earlier].Length > 3 && word[later].AsSpan(0, 4).SequenceEqual(word[earlier].AsSpan(0, 4)) ? 1u : 0u;
        var sentences = syntax.Sentence(l.Head) - syntax.Sentence(e.Head);
        var pronoun = l.Kind == 3 ? syntax.Lower[l.Head] : 0;
        var earlierPronoun = e.Kind == 3 ? syntax.Lower[e.Head] : 0;
        var acronyms = IsAcronym(later, earlier) || IsAcronym(earlier, later) ? 1u : 0u;
        row[0] = FeatureHash.Row(1, kinds);
        row[1] = FeatureHash.Row(2, (uint)l.Type, (uint)e.Type);
        row[2] = FeatureHash.Row(3, sameType, kinds);
        row[3] = FeatureHash.Row(4, SyntaxFeatures.Bucket(sentences, SentenceSteps), kinds);
        row[4] = FeatureHash.Row(5, SyntaxFeatures.Bucket(later - earlier, MentionSteps), (uint)l.Kind);
        row[5] = FeatureHash.Row(6, sameWord, kinds);
        row[6] = FeatureHash.Row(7, all[later] == all[earlier] ? 1u : 0u, kinds);
        row[7] = FeatureHash.Row(8, Overlap(content[later], content[earlier]), kinds);
        row[8] = FeatureHash.Row(9, (4 * alike) + (2 * sameWord) + sameType, kinds);
        row[9] = FeatureHash.Row(10, acronyms);
        row[10] = FeatureHash.Row(11, pronoun, (uint)e.Kind, (uint)e.Type);
        row[11] = FeatureHash.Row(12, pronoun, earlierPronoun);
        row[12] = FeatureHash.Row(13, syntax.Path(e.Head, l.Head).Full, kinds);
        row[13] = FeatureHash.Row(14, syntax.Relation(e.Head), kinds);
    }

    private bool IsAcronym(int @short, int @long) =>
        word[@short].Length > 1 && word[@long].Length > 1 && string.Equals(word[@short], acronym[@long], StringComparison.Ordinal);

    /// <summary>0 the later one's words are all in the earlier one, 1 the other way round, 2 some are shared, 3 none. Both sorted.</summary>
    private static uint Overlap(uint[] later, uint[] earlier)
    {
        int i = 0, j = 0, shared = 0;
        while (i < later.Length && j < earlier.Length)
        {
            if (later[i] == earlier[j])
            {
                (i, j, shared) = (i + 1, j + 1, shared + 1);
            }
            else if (later[i] < earlier[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        if (later.Length > 0 && shared == later.Length)
        {
            return 0;
        }

        return earlier.Length > 0 && shared == earlier.Length ? 1u : shared > 0 ? 2u : 3u;
    }
}
