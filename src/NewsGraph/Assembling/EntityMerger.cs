using NewsGraph.Knowledge;

namespace NewsGraph.Assembling;

/// <summary>Collects the entities of many articles, finds out which are the same, and gives them ids.</summary>
internal sealed class EntityMerger
{
    private readonly List<Candidate> candidates = [];

    /// <summary>An entity of one article with its evidence.</summary>
    /// <param name="Key">From <see cref="IdentityKey"/>; null where it stays the article's own.</param>
    private sealed record Candidate(int Doc, string Article, ArticleEntity Entity, IReadOnlyList<MentionEvidence> Mentions, string? Key);

    /// <summary>Returns the number under which <see cref="Merge"/> tells the id.</summary>
    public int Add(int doc, string article, ArticleEntity entity, IReadOnlyList<MentionEvidence> mentions, string? key)
    {
        candidates.Add(new Candidate(doc, article, entity, mentions, key));
        return candidates.Count - 1;
    }

    /// <summary>Entities in order of their first candidates, and the id of each candidate.</summary>
    public (List<Entity> Entities, string[] Ids) Merge()
    {
        var clusters = new List<List<int>>();
        var names = new List<string?>();
        var byIdentity = new Dictionary<string, int>(StringComparer.Ordinal);
        var lastDoc = new List<int>();
        var linked = LinkedNames();
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            var identity = Identity(candidate, linked);
            // Two entities of one article with the same name were kept apart by those who read the article: believe them.
            if (identity is not null && byIdentity.TryGetValue(identity, out var cluster) && lastDoc[cluster] != candidate.Doc)
            {
                clusters[cluster].Add(i);
                lastDoc[cluster] = candidate.Doc;
                continue;
            }

            var isNew = identity is not null && byIdentity.TryAdd(identity, clusters.Count);
            clusters.Add([i]);
            names.Add(isNew ? identity : null);
            lastDoc.Add(candidate.Doc);
        }

        var ids = new string[candidates.Count];
        var entities = new List<Entity>(clusters.Count);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var c = 0; c < clusters.Count; c++)
        {
            var id = IdOf(names[c], candidates[clusters[c][0]], taken);
            foreach (var member in clusters[c])
            {
                ids[member] = id;
            }

            entities.Add(Join(id, clusters[c]));
        }

        return (entities, ids);
    }

    /// <summary>Which Wikidata items a name key stands for, over all articles.</summary>
    private Dictionary<string, HashSet<string>> LinkedNames()
    {
        var linked = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var candidate in candidates)
        {
            if (candidate is { Key: { } key, Entity.Wikidata: { } item })
            {
                if (!linked.TryGetValue(key, out var items))
                {
                    linked.Add(key, items = new HashSet<string>(StringComparer.Ordinal));
                }

                items.Add(item);
            }
        }

        return linked;
    }

    /// <summary>The Wikidata item if there is one, or if its name means just one elsewhere; else the name.</summary>
    private static string? Identity(Candidate candidate, Dictionary<string, HashSet<string>> linked)
    {
        if (candidate.Entity.Wikidata is { } item)
        {
            return item;
        }

        return candidate.Key is { } key && linked.TryGetValue(key, out var items) && items.Count == 1 ? items.First() : candidate.Key;
    }

    private static string IdOf(string? identity, Candidate first, HashSet<string> taken)
    {
        var start = first.Mentions.Count > 0 ? first.Mentions[0].Span.Start : -1;
        for (var round = 0; ; round++)
        {
            var type = first.Entity.Type.ToString();
            var id = identity is not null && round == 0
                ? ContentId.Of('e', type, identity)
                : ContentId.Of('e', type, first.Article, first.Entity.Name, Invariant(start), Invariant(round));
            if (taken.Add(id))
            {
                return id;
            }
        }
    }

    private static string Invariant(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Entity Join(string id, List<int> members)
    {
        var first = candidates[members[0]].Entity;
        var aliases = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { first.Name };
        var mentions = new List<MentionEvidence>();
        string? subtype = null, wikidata = null;
        Quantity? quantity = null;
        foreach (var member in members)
        {
            var (_, _, entity, evidence, _) = candidates[member];
            if (seen.Add(entity.Name))
            {
                aliases.Add(entity.Name);
            }

            foreach (var alias in entity.Aliases)
            {
                if (seen.Add(alias))
                {
                    aliases.Add(alias);
                }
            }

            mentions.AddRange(evidence);
            subtype ??= entity.Subtype;
            wikidata ??= entity.Wikidata;
            quantity ??= entity.Quantity;
        }

        return new Entity
        {
            Id = id,
            Type = first.Type,
            Subtype = subtype,
            Name = first.Name,
            Aliases = aliases,
            Wikidata = wikidata,
            Quantity = quantity,
            Mentions = mentions,
        };
    }
}
