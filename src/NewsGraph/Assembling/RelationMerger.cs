using System.Globalization;
using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Assembling;

/// <summary>
/// Joins relations of one sentence that say the same: equal type and ends, and nothing in time, attributes,
/// polarity or modality that speaks against it. A head and a rule, or two rules, often find the same one.
/// </summary>
internal static class RelationMerger
{
    private readonly record struct Ends(string Sentence, string Type, string? Subject, string? Object);

    private static Ends Key(Relation relation) => new(relation.Sentence, relation.Type, relation.Subject, relation.Object);

    /// <param name="relations">Relations of one article without final ids, in text order.</param>
    /// <param name="ontology">Says whether the ends of a type may change places, and whether it is a state.</param>
    /// <returns>The joined ones in text order with their ids.</returns>
    public static List<Relation> Merge(IReadOnlyList<Relation> relations, Func<string, RelationTypeFacts> ontology)
    {
        var groups = new Dictionary<Ends, List<Relation>>();
        var order = new List<List<Relation>>();
        foreach (var relation in relations)
        {
            var key = Key(relation);
            if (!groups.ContainsKey(key) && ontology(relation.Type).IsSymmetric && groups.ContainsKey(key with { Subject = key.Object, Object = key.Subject }))
            {
                key = key with { Subject = key.Object, Object = key.Subject };
            }

            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
                order.Add(group);
            }

            var same = group.FindIndex(r => SaysTheSame(r, relation));
            if (same < 0)
            {
                group.Add(relation);
            }
            else
            {
                group[same] = Join(group[same], relation);
            }
        }

        var merged = new List<Relation>(relations.Count);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var relation in order.SelectMany(g => g).Where(r => !IsOutweighed(r, groups, ontology)).OrderBy(r => r.Trigger).ThenBy(r => r.Type, StringComparer.Ordinal))
        {
            merged.Add(relation with { Id = IdOf(relation, taken) });
        }

        return merged;
    }

    /// <summary>
    /// True if the same sentence says it the other way round with more confidence ("Oslo is in Norway", "Norway is in Oslo"):
    /// of a state, or of one trigger, only one way can be meant.
    /// </summary>
    private static bool IsOutweighed(Relation relation, Dictionary<Ends, List<Relation>> groups, Func<string, RelationTypeFacts> ontology)
    {
        var facts = ontology(relation.Type);
        if (facts.IsSymmetric || relation.Subject is null || relation.Object is null
            || !groups.TryGetValue(Key(relation) with { Subject = relation.Object, Object = relation.Subject }, out var reversed))
        {
            return false;
        }

        return reversed.Exists(r => (facts.IsState || r.Trigger.Overlaps(relation.Trigger)) && r.Confidence > relation.Confidence);
    }

    private static bool SaysTheSame(Relation a, Relation b)
    {
        var oneTrigger = a.Trigger.Overlaps(b.Trigger);
        if (!oneTrigger && (a.Polarity != b.Polarity || a.Modality != b.Modality))
        {
            return false;
        }

        if (a.Time is { } at && b.Time is { } bt && !string.Equals(at.Value, bt.Value, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var (name, value) in a.Attributes)
        {
            if (b.Attributes.TryGetValue(name, out var other) && !string.Equals(value, other, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The surer of the two with whatever only the other knows.</summary>
    private static Relation Join(Relation a, Relation b)
    {
        var (best, other) = b.Confidence > a.Confidence ? (b, a) : (a, b);
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in best.Attributes.Concat(other.Attributes))
        {
            attributes.TryAdd(name, value);
        }

        var sameWay = Key(best) == Key(other);
        return best with
        {
            Arguments = [.. best.Arguments.Union(other.Arguments)],
            Attributes = attributes,
            Time = best.Time ?? other.Time,
            SubjectMention = best.SubjectMention ?? (sameWay ? other.SubjectMention : other.ObjectMention),
            ObjectMention = best.ObjectMention ?? (sameWay ? other.ObjectMention : other.SubjectMention),
            Attribution = [.. best.Attribution.Union(other.Attribution)],
        };
    }

    private static string IdOf(Relation relation, HashSet<string> taken)
    {
        for (var round = 0; ; round++)
        {
            var id = ContentId.Of(
                'r',
                relation.Article,
                relation.Type,
                relation.Subject,
                relation.Object,
                Place(relation.Trigger),
                relation.Time?.Value,
                relation.Polarity.ToString(),
                relation.Modality.ToString(),
                round.ToString(CultureInfo.InvariantCulture));
            if (taken.Add(id))
            {
                return id;
            }
        }
    }

    private static string Place(TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");
}
