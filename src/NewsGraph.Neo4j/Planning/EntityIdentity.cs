using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsGraph.Knowledge;

namespace NewsGraph.Neo4j.Planning;

/// <summary>
/// Which entities of different articles are one node. Conservative: two nodes too many are seen and merged by a person,
/// one wrong node is believed. A Wikidata id decides; else a proper name with type and, where the graph tells it, country.
/// What has no name, a person's bare surname, and bodies that every country has, belong to their article alone.
/// </summary>
public static class EntityIdentity
{
    private static readonly HashSet<string> GenericWords = [.. PackagedFiles.ReadLines("identity/generic-words.txt")];

    private static readonly HashSet<string> FunctionWords = ["a", "an", "and", "for", "in", "of", "on", "the", "to"];

    /// <summary>Relations that tell the one country an entity belongs to.</summary>
    private static readonly HashSet<string> BelongsTo = ["PART_OF", "LOCATED_IN", "CAPITAL_OF", "CITIZEN_OF"];

    /// <summary>
    /// Node ids by entity id of the graph: a Wikidata id (<c>Q42</c>) or a readable stem with 48 bits of SHA-256 of the
    /// identity (<c>person-ana-silva-0f1e2d3c4b5a</c>). A function of the content, not of ids or order in the graph.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(KnowledgeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var countries = Countries(graph);
        var shared = new Dictionary<string, int>(StringComparer.Ordinal);
        var identities = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var entity in graph.Entities)
        {
            var identity = Shared(entity, countries.GetValueOrDefault(entity.Id));
            identities.Add(entity.Id, identity);
            if (identity is not null)
            {
                shared[identity] = shared.GetValueOrDefault(identity) + 1;
            }
        }

        var nodes = new Dictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in graph.Entities)
        {
            if (IsWikidata(entity.Wikidata))
            {
                nodes.Add(entity.Id, entity.Wikidata!);
                continue;
            }

            // Two of one name that the graph keeps apart: nobody can tell which of them another article means.
            var identity = identities[entity.Id] is { } name && shared[name] == 1 ? name : OfItsArticle(entity);
            var node = NodeId(entity, identity);
            for (var n = 2; !taken.Add(node); n++)
            {
                node = NodeId(entity, $"{identity}\n{n.ToString(CultureInfo.InvariantCulture)}");
            }

            nodes.Add(entity.Id, node);
        }

        return nodes;
    }

    /// <summary>Lower case, single spaces, no leading article, no full stops: what two spellings of a name must share.</summary>
    public static string Normalize(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.ToLowerInvariant().Replace('’', '\'').Replace('‑', '-').Replace(".", "", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words is ["the", _, ..] ? words[1..] : words);
    }

    /// <summary>Identity that holds across articles, or null where there is none.</summary>
    private static string? Shared(Entity entity, string? country)
    {
        if (!entity.Mentions.Any(m => m.Kind == MentionKind.Name))
        {
            return null;
        }

        var name = Normalize(entity.Name);
        var words = name.Split(' ');
        var tellsApart = entity.Type switch
        {
            EntityType.Person => words.Length > 1,
            EntityType.Organization or EntityType.Law or EntityType.Event =>
                country is not null || !words.All(w => GenericWords.Contains(w) || FunctionWords.Contains(w)),
            _ => true,
        };
        return name.Length > 0 && tellsApart ? $"{entity.Type}\n{name}\n{country}" : null;
    }

    private static string OfItsArticle(Entity entity)
    {
        var first = entity.Mentions.OrderBy(m => m.Article, StringComparer.Ordinal).ThenBy(m => m.Span).FirstOrDefault();
        // Not the offset: a corrected comma early in the text must not make another node.
        return $"{entity.Type}\n{Normalize(entity.Name)}\n\n{first?.Article}";
    }

    private static Dictionary<string, string?> Countries(KnowledgeGraph graph)
    {
        var countries = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var relation in graph.Relations)
        {
            if (relation is { Subject: { } subject, Object: { } @object, Polarity: Polarity.Positive, Modality: Modality.Actual }
                && BelongsTo.Contains(relation.Type)
                && graph[@object] is { Type: EntityType.Country } country
                && graph[subject].Type is not EntityType.Country)
            {
                var name = IsWikidata(country.Wikidata) ? country.Wikidata : Normalize(country.Name);
                // Two countries tell as little as none.
                countries[subject] = !countries.TryGetValue(subject, out var known) || string.Equals(known, name, StringComparison.Ordinal) ? name : null;
            }
        }

        return countries;
    }

    private static bool IsWikidata(string? id) => id is ['Q', _, ..] and { Length: < 16 } && id.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string NodeId(Entity entity, string identity)
    {
        var stem = new StringBuilder(entity.Type.ToString().ToLowerInvariant());
        foreach (var word in Normalize(entity.Name).Split(' '))
        {
            var letters = string.Concat(word.Where(c => char.IsLetterOrDigit(c) || c == '-')).Trim('-');
            if (letters.Length > 0)
            {
                if (stem.Length + letters.Length > 48)
                {
                    break;
                }

                stem.Append('-').Append(letters);
            }
        }

        return $"{stem}-{Digest.Of(identity, 12)}";
    }
}

/// <summary>Short content hashes.</summary>
internal static class Digest
{
    /// <summary>The first hexadecimal digits of the SHA-256 of the text.</summary>
    public static string Of(string text, int digits) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];
}
