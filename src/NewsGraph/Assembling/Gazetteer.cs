using NewsGraph.Knowledge;

namespace NewsGraph.Assembling;

/// <summary>
/// Names that somebody has looked up beforehand: whom they mean, under which name and Wikidata id the graph shall
/// keep them. Optional help at the join of articles; it changes no mention and no relation.
/// </summary>
public sealed class Gazetteer
{
    private readonly Dictionary<(EntityType Type, string Name), Entry?> entries = [];

    private Gazetteer()
    {
    }

    private sealed record Entry(string Name, string? Wikidata);

    /// <summary>
    /// Reads lines of four columns, cut at tabs: canonical name, entity type, aliases with <c>|</c> between them,
    /// Wikidata id; the last two may be empty. Lines that begin with <c>#</c> are comments.
    /// </summary>
    /// <exception cref="FormatException">A line is malformed; the message names it.</exception>
    public static Gazetteer Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var gazetteer = new Gazetteer();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            var columns = line.Split('\t', StringSplitOptions.TrimEntries);
            if (columns.Length is < 2 or > 4 || columns[0].Length == 0 || !Enum.TryParse<EntityType>(columns[1], out var type) || !Enum.IsDefined(type))
            {
                throw new FormatException($"line {number}: '{line}' is not 'name, type, aliases, Wikidata id' cut at tabs; types are {string.Join(", ", Enum.GetNames<EntityType>())}.");
            }

            var entry = new Entry(columns[0], columns is [_, _, _, { Length: > 0 } id] ? id : null);
            gazetteer.Add(type, entry.Name, entry);
            foreach (var alias in columns.ElementAtOrDefault(2)?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
            {
                gazetteer.Add(type, alias, entry);
            }
        }

        return gazetteer;
    }

    /// <summary>The entity under its canonical name and with its id, if its name or one of its aliases means one entry and no other.</summary>
    public ArticleEntity Link(ArticleEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.IsUnnamed || Find(entity) is not { } entry)
        {
            return entity;
        }

        var renamed = !string.Equals(entity.Name, entry.Name, StringComparison.Ordinal);
        return entity with
        {
            Name = entry.Name,
            Wikidata = entry.Wikidata ?? entity.Wikidata,
            Aliases = renamed ? [entity.Name, .. entity.Aliases.Where(a => !string.Equals(a, entry.Name, StringComparison.Ordinal))] : entity.Aliases,
        };
    }

    /// <summary>A name of two entries means neither.</summary>
    private void Add(EntityType type, string name, Entry entry)
    {
        var key = (type, IdentityKey.Normalize(name));
        entries[key] = entries.TryGetValue(key, out var other) && other != entry ? null : entry;
    }

    private Entry? Find(ArticleEntity entity)
    {
        Entry? found = null;
        foreach (var name in entity.Aliases.Prepend(entity.Name))
        {
            if (entries.GetValueOrDefault((entity.Type, IdentityKey.Normalize(name))) is not { } entry)
            {
                continue;
            }

            if (found is not null && found != entry)
            {
                return null;
            }

            found = entry;
        }

        return found;
    }
}
