using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Scoring;

/// <summary>Which entity of the graph is which of the gold file: the one that most of its mentions belong to.</summary>
internal sealed class EntityAlignment
{
    private readonly Dictionary<string, string> byGold = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GoldEntity> gold = new(StringComparer.Ordinal);
    private readonly List<(string Entity, TextSpan Span)> mentions = [];

    public EntityAlignment(GoldFile file, KnowledgeGraph graph, string article, List<GoldError> errors)
    {
        foreach (var entity in graph.Entities)
        {
            mentions.AddRange(entity.Mentions.Where(m => m.Article == article).Select(m => (entity.Id, m.Span)));
        }

        Dictionary<string, int> owners = new(StringComparer.Ordinal);
        foreach (var entity in file.Entities)
        {
            gold.Add(entity.Id, entity);
            Align(entity, graph, owners, errors);
        }

        Merged = owners.Values.Sum(n => n - 1);
        Entities = new Count(byGold.Count, file.Entities.Count);
        Typed = new Count(typed, file.Entities.Count);
        Mentions = new Count(covered, file.Entities.Sum(e => e.Mentions.Count));
    }

    private int typed;
    private int covered;

    public Count Entities { get; }

    public Count Typed { get; }

    public Count Mentions { get; }

    public int Split { get; private set; }

    public int Merged { get; }

    /// <summary>The graph's entity for a gold entity, or null.</summary>
    public string? Of(string goldEntity) => byGold.GetValueOrDefault(goldEntity);

    /// <summary>True if the graph's participant is one of the accepted: aligned to it, or mentioned where it is.</summary>
    public bool Accepts(IReadOnlyList<string?> accepted, string? entity, TextSpan? mention)
    {
        foreach (var option in accepted)
        {
            if (option is null || entity is null)
            {
                if (option is null && entity is null)
                {
                    return true;
                }

                continue;
            }

            if (Of(option) == entity || (mention is { } span && gold[option].Mentions.Any(m => Matches(m.Span, span))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Two mentions match if they share half of the shorter one.</summary>
    public static bool Matches(TextSpan a, TextSpan b)
    {
        var shared = Shared(a, b);
        return shared > 0 && 2 * shared >= Math.Min(a.Length, b.Length);
    }

    public static int Shared(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    private void Align(GoldEntity entity, KnowledgeGraph graph, Dictionary<string, int> owners, List<GoldError> errors)
    {
        var hits = entity.Mentions.Select(m => Find(m.Span)).ToList();
        var votes = hits.OfType<string>().GroupBy(h => h, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (votes.Count == 0)
        {
            errors.Add(new GoldError("entity missed", entity.Mentions.Count > 0 ? entity.Mentions[0].Sentence : null, $"{entity.Id} ({entity.Type}) {entity.Name}"));
            return;
        }

        var top = votes[0].Key;
        byGold.Add(entity.Id, top);
        covered += votes[0].Count();
        Split += votes.Count - 1;
        owners[top] = owners.GetValueOrDefault(top) + 1;
        if (graph[top].Type.ToString() == entity.Type)
        {
            typed++;
        }
        else
        {
            errors.Add(new GoldError("entity type", null, $"{entity.Id} is {entity.Type}, found as {graph[top].Type} '{graph[top].Name}'"));
        }

        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i] != top)
            {
                var there = hits[i] is { } other ? $"belongs to '{graph[other].Name}'" : "is no mention";
                errors.Add(new GoldError("mention", entity.Mentions[i].Sentence, $"'{entity.Mentions[i].Text}' of {entity.Id} {there}"));
            }
        }
    }

    /// <summary>The entity of the closest matching mention.</summary>
    private string? Find(TextSpan span)
    {
        string? best = null;
        var least = int.MaxValue;
        foreach (var (entity, mention) in mentions)
        {
            var distance = Math.Abs(mention.Start - span.Start) + Math.Abs(mention.End - span.End);
            if (distance < least && Matches(span, mention))
            {
                least = distance;
                best = entity;
            }
        }

        return best;
    }
}
