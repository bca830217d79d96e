using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace NewsGraph.Tests.Gold;

/// <summary>
/// Makes the variant of an article, and of its gold file, in which other names stand: each name of a table (name, tab,
/// other name) is replaced where it stands as whole words, the longest first, and all offsets move along.
/// </summary>
internal sealed class NameExchange
{
    private readonly List<(string From, string To)> table;

    public NameExchange(IEnumerable<string> lines) =>
        table = [.. lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Select(c => (c[0], c[1])).OrderByDescending(p => p.Item1.Length).ThenBy(p => p.Item1, StringComparer.Ordinal)];

    public IReadOnlyList<(string From, string To)> Table => table;

    public static NameExchange Load(string path) => new(File.ReadLines(path));

    /// <summary>The text with the other names, and the places where it changed.</summary>
    public (string Text, IReadOnlyList<Edit> Edits) Apply(string text)
    {
        var result = new StringBuilder(text.Length + 256);
        List<Edit> edits = [];
        for (var at = 0; at < text.Length;)
        {
            var (from, to) = Starting(text, at);
            if (from is null)
            {
                result.Append(text[at++]);
                continue;
            }

            edits.Add(new Edit(at, at + from.Length, result.Length, result.Length + to.Length));
            result.Append(to);
            at += from.Length;
        }

        return (result.ToString(), edits);
    }

    /// <summary>The gold file for the exchanged text: offsets moved, quoted texts and names exchanged.</summary>
    /// <exception cref="InvalidOperationException">A span of the gold file begins or ends inside a name of the table.</exception>
    public JObject Apply(JObject gold, string text)
    {
        var (exchanged, edits) = Apply(text);
        var result = (JObject)gold.DeepClone();
        foreach (var item in result.Descendants().OfType<JObject>().ToList())
        {
            if (item["start"] is { } start && item["end"] is { } end)
            {
                item["start"] = Move((int)start, edits);
                item["end"] = Move((int)end, edits);
                if (item["text"] is not null)
                {
                    item["text"] = exchanged[(int)item["start"]!..(int)item["end"]!];
                }
            }

            foreach (var key in (string[])["name", "office", "charge"])
            {
                if (item[key] is JValue { Type: JTokenType.String } value)
                {
                    item[key] = Apply((string)value!).Text;
                }
            }
        }

        return result;
    }

    /// <summary>Writes the text, its gold file and its sidecar as <c>NAME.txt</c>, <c>NAME.gold.json</c>, <c>NAME.json</c>; the article's id becomes NAME.</summary>
    public void Write(string textPath, string goldPath, string folder, string name)
    {
        Directory.CreateDirectory(folder);
        var text = File.ReadAllText(textPath);
        var gold = Apply(Parse(File.ReadAllText(goldPath)), text);
        gold["article"] = name;
        File.WriteAllText(Path.Combine(folder, name + ".txt"), Apply(text).Text);
        File.WriteAllText(Path.Combine(folder, name + ".gold.json"), gold.ToString(Formatting.Indented) + "\n");
        var sidecar = Path.ChangeExtension(textPath, ".json");
        if (File.Exists(sidecar))
        {
            File.WriteAllText(Path.Combine(folder, name + ".json"), Apply(File.ReadAllText(sidecar)).Text);
        }
    }

    public static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private static int Move(int position, IReadOnlyList<Edit> edits)
    {
        var shift = 0;
        foreach (var edit in edits)
        {
            if (position <= edit.Start)
            {
                break;
            }

            if (position < edit.End)
            {
                throw new InvalidOperationException($"Position {position} lies inside the exchanged name [{edit.Start}, {edit.End}): cut the name into its words in the table.");
            }

            shift = edit.NewEnd - edit.End;
        }

        return position + shift;
    }

    private (string? From, string To) Starting(string text, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
        {
            return (null, "");
        }

        foreach (var (from, to) in table)
        {
            var end = at + from.Length;
            if (string.CompareOrdinal(text, at, from, 0, from.Length) == 0 && (end >= text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return (from, to);
            }
        }

        return (null, "");
    }

    /// <summary>Characters [Start, End) became [NewStart, NewEnd).</summary>
    public readonly record struct Edit(int Start, int End, int NewStart, int NewEnd);
}
