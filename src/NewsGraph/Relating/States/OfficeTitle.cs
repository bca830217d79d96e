using NewsGraph.Relating.Rules;

namespace NewsGraph.Relating.States;

/// <summary>How an office is worded and whether it is held now: "former", "acting", "president-elect".</summary>
internal static class OfficeTitle
{
    private static readonly HashSet<string> Modifiers = WordLists.Of("office-modifier");
    private static readonly HashSet<string> Former = WordLists.Of("status-former");
    private static readonly HashSet<string> Acting = WordLists.Of("status-acting");
    private static readonly HashSet<string> Elect = WordLists.Of("status-elect");

    /// <summary><see cref="Describe"/> as attributes of a relation.</summary>
    public static SortedDictionary<string, string> Attributes(Syntax syntax, MentionMap map, int token)
    {
        var (office, status) = Describe(syntax, map, token);
        return new SortedDictionary<string, string>(StringComparer.Ordinal) { ["office"] = office, ["status"] = status };
    }

    /// <summary>The office as the text words it, and whether it is held now.</summary>
    public static (string Office, string Status) Describe(Syntax syntax, MentionMap map, int token)
    {
        var first = token;
        var status = "current";
        while (first > 0 && syntax.Words.Tokens[first - 1].Sentence == syntax.Words.Tokens[token].Sentence)
        {
            var word = syntax.Words.Word(first - 1);
            if (word is "-" or "–" || Modifiers.Contains(word) && !IsStatus(word))
            {
                first--;
                continue;
            }

            status = StatusOf(word) ?? status;
            if (status != "current" || map.Mentions.AtHead(first - 1) is null)
            {
                break;
            }

            // "former Fooish president"
            status = first > 1 ? StatusOf(syntax.Words.Word(first - 2)) ?? status : status;
            break;
        }

        var end = token + 1;
        if (end + 1 < syntax.Words.Count && syntax.Words.Word(end) is "of" && syntax.Words.Word(end + 1) is "State" or "Staff" or "state" or "staff" or "Defense" or "Defence" or "defense" or "defence" or "Justice" or "justice")
        {
            end += 2;
        }
        else if (end < syntax.Words.Count && syntax.Words.Word(end) is "General" or "general")
        {
            end++;
        }
        else if (end + 1 < syntax.Words.Count && syntax.Words.Word(end) is "-" && syntax.Words.Word(end + 1) is "elect" or "designate")
        {
            status = "elect";
        }
        else if (end + 1 < syntax.Words.Count && syntax.Words.Word(end) is "-" && syntax.Words.Word(end + 1) is "General" or "general")
        {
            end += 2;
        }

        while (first < token && syntax.Words.Word(first) is "-" or "–")
        {
            first++;
        }

        return (string.Join(' ', syntax.Words.Words.Skip(first).Take(end - first)).Replace(" - ", "-", StringComparison.Ordinal).ToLowerInvariant(), status);
    }

    private static bool IsStatus(string word) => StatusOf(word) is not null;

    private static string? StatusOf(string word) => Former.Contains(word) ? "former" : Acting.Contains(word) ? "acting" : Elect.Contains(word) ? "elect" : null;
}
