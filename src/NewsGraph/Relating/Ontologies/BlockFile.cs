using NewsGraph.Resources;

namespace NewsGraph.Relating.Ontologies;

/// <summary>
/// Reads the part of YAML that the ontology is written in: a list of mappings from plain scalars to plain or double-quoted scalars,
/// one a line. A general YAML reader costs more at start than the whole ontology; a test holds both to the same result.
/// </summary>
internal static class BlockFile
{
    /// <exception cref="FormatException">A line is no <c>key: value</c>; the message names file and line.</exception>
    public static List<Block> Read(string path)
    {
        using var reader = new StreamReader(ResourceFiles.Open(path));
        return Read(reader, path);
    }

    public static List<Block> Read(TextReader reader, string path)
    {
        List<Block> blocks = [];
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            var text = line.AsSpan().TrimEnd();
            if (text.IsEmpty || text[0] == '#')
            {
                continue;
            }

            var begins = text[0] == '-';
            var colon = text.IndexOf(':');
            if (colon < 3 || text.Length <= colon + 2 || text[colon + 1] != ' ' || !begins && (blocks.Count == 0 || text[0] != ' '))
            {
                throw new FormatException($"{path}, line {number}: expected '- key: value' or '  key: value', found '{line}'.");
            }

            if (begins)
            {
                blocks.Add(new Block(path, number));
            }

            var value = text[(colon + 2)..].Trim();
            if (value.Length > 1 && value[0] == '"' && value[^1] == '"')
            {
                value = value[1..^1];
            }

            blocks[^1].Add(text[2..colon].Trim().ToString(), value.ToString());
        }

        return blocks;
    }
}

/// <summary>One mapping of a <see cref="BlockFile"/>.</summary>
internal sealed class Block(string path, int line)
{
    private readonly List<KeyValuePair<string, string>> values = [];

    public IReadOnlyList<KeyValuePair<string, string>> Values => values;

    /// <summary>The value of a key, or null.</summary>
    public string? this[string key]
    {
        get
        {
            foreach (var (name, value) in values)
            {
                if (string.Equals(name, key, StringComparison.Ordinal))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <exception cref="FormatException">The key is missing.</exception>
    public string Required(string key) => this[key] ?? throw Error($"the key '{key}' is missing");

    public bool Flag(string key) => this[key] is "yes" or "true";

    /// <summary>The comma-separated items of a value.</summary>
    public string[] List(string key) => this[key]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public void Add(string key, string value) => values.Add(new(key, value));

    public FormatException Error(string what) => new($"{path}, entry at line {line}: {what}.");
}
