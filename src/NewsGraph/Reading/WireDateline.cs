using NewsGraph.Resources;

namespace NewsGraph.Reading;

/// <summary>
/// The start of an agency's first paragraph: "LISBON, May 3 (Reuters) - ", "PORT LOUIS, Mauritius (AP) — ", "BRUSSELS — ".
/// Place in capitals, perhaps country and date, perhaps the agency in brackets, and a dash.
/// </summary>
internal static class WireDateline
{
    private const int Longest = 90;

    /// <summary>Characters up to and with the dash; 0 if the paragraph has no dateline.</summary>
    public static int LengthIn(ReadOnlySpan<char> paragraph)
    {
        var head = paragraph[..Math.Min(paragraph.Length, Longest)];
        var dash = FindDash(head);
        if (dash < 3)
        {
            return 0;
        }

        var before = head[..dash].TrimEnd();
        var bracket = before.IndexOf('(');
        var agency = bracket > 0 && before[^1] == ')';
        if (bracket >= 0 && !agency)
        {
            return 0;
        }

        var place = agency ? before[..bracket] : before;
        return StartsWithCapitalsWord(place, agency) && !HasSentence(place) ? dash + DashLength(head, dash) : 0;
    }

    /// <summary>The agency in brackets, if it is a known one.</summary>
    public static string? AgencyIn(ReadOnlySpan<char> dateline)
    {
        var open = dateline.IndexOf('(');
        var close = dateline.IndexOf(')');
        return open >= 0 && close > open ? MediaNames.Default.Find(dateline[(open + 1)..close].Trim().ToString()) : null;
    }

    private static int FindDash(ReadOnlySpan<char> head)
    {
        for (var i = 1; i + 1 < head.Length; i++)
        {
            if (head[i] is '—' or '–' || (head[i] == '-' && char.IsWhiteSpace(head[i - 1]) && (char.IsWhiteSpace(head[i + 1]) || head[i + 1] == '-')) || (head[i] == '-' && head[i - 1] == ')' && char.IsWhiteSpace(head[i + 1])))
            {
                return i;
            }
        }

        return -1;
    }

    private static int DashLength(ReadOnlySpan<char> head, int dash) => dash + 1 < head.Length && head[dash + 1] == '-' ? 2 : 1;

    /// <summary>Up to the first comma all is upper case; with an agency in brackets a capital at its start is enough.</summary>
    private static bool StartsWithCapitalsWord(ReadOnlySpan<char> place, bool agency)
    {
        var comma = place.IndexOf(',');
        var name = comma < 0 ? place : place[..comma];
        int letters = 0, upper = 0;
        foreach (var c in name)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            upper += char.IsUpper(c) ? 1 : 0;
        }

        return letters >= 3 && (upper == letters || (agency && char.IsUpper(name[0])));
    }

    /// <summary>A dateline holds names and numbers: at most one word in small letters ("and").</summary>
    private static bool HasSentence(ReadOnlySpan<char> place)
    {
        var small = 0;
        for (var i = 0; i < place.Length; i++)
        {
            small += char.IsLower(place[i]) && (i == 0 || char.IsWhiteSpace(place[i - 1])) ? 1 : 0;
        }

        return small > 1;
    }
}
