namespace NewsGraph.Scoring.Language;

/// <summary>A word with its characters among the non-blank characters of the document; words of one multiword token share its span.</summary>
internal readonly record struct PlacedWord(string Form, int Start, int End, bool IsMultiword);

/// <summary>
/// Pairs of gold and system words as in the CoNLL 2018 shared task (Zeman et al. 2018): by equal character spans, and by the longest
/// common subsequence of forms where either side has a multiword token.
/// </summary>
internal static class WordAlignment
{
    public static List<(int Gold, int System)> Align(PlacedWord[] gold, PlacedWord[] system)
    {
        List<(int, int)> pairs = [];
        var g = 0;
        var s = 0;
        while (g < gold.Length && s < system.Length)
        {
            if (gold[g].IsMultiword || system[s].IsMultiword)
            {
                var (gStart, sStart) = MultiwordSpan(gold, system, ref g, ref s);
                if (g > gStart && s > sStart)
                {
                    AddCommon(gold, system, gStart, g, sStart, s, pairs);
                }
            }
            else if (gold[g].Start == system[s].Start && gold[g].End == system[s].End)
            {
                pairs.Add((g++, s++));
            }
            else if (gold[g].Start <= system[s].Start)
            {
                g++;
            }
            else
            {
                s++;
            }
        }

        return pairs;
    }

    private static (int Gold, int System) MultiwordSpan(PlacedWord[] gold, PlacedWord[] system, ref int g, ref int s)
    {
        int end;
        if (gold[g].IsMultiword)
        {
            end = gold[g].End;
            s += !system[s].IsMultiword && system[s].Start < gold[g].Start ? 1 : 0;
        }
        else
        {
            end = system[s].End;
            g += !gold[g].IsMultiword && gold[g].Start < system[s].Start ? 1 : 0;
        }

        var start = (g, s);
        while (!IsBeyond(gold, g, end) || !IsBeyond(system, s, end))
        {
            if (g < gold.Length && (s >= system.Length || gold[g].Start <= system[s].Start))
            {
                end = gold[g].IsMultiword ? Math.Max(end, gold[g].End) : end;
                g++;
            }
            else
            {
                end = system[s].IsMultiword ? Math.Max(end, system[s].End) : end;
                s++;
            }
        }

        return start;
    }

    private static bool IsBeyond(PlacedWord[] words, int i, int end) =>
        i >= words.Length || (words[i].IsMultiword ? words[i].Start >= end : words[i].End > end);

    private static void AddCommon(PlacedWord[] gold, PlacedWord[] system, int g0, int g1, int s0, int s1, List<(int, int)> pairs)
    {
        var n = g1 - g0;
        var m = s1 - s0;
        var length = new int[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = m - 1; j >= 0; j--)
            {
                length[i, j] = SameForm(gold[g0 + i], system[s0 + j]) ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (SameForm(gold[g0 + i], system[s0 + j]))
            {
                pairs.Add((g0 + i++, s0 + j++));
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private static bool SameForm(PlacedWord a, PlacedWord b) => string.Equals(a.Form, b.Form, StringComparison.OrdinalIgnoreCase);
}
