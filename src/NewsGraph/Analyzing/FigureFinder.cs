using NewsGraph.Knowledge;
using NewsGraph.Resources;

namespace NewsGraph.Analyzing;

/// <summary>Counted entities with what happened to them, who says so and when.</summary>
internal static class FigureFinder
{
    /// <summary>Characters that may stand between a group and a part of it; longer gaps are other clauses.</summary>
    private const int LongestGap = 40;

    private static readonly Lazy<string[]> Inclusions = new(() => [.. ResourceFiles.ReadLines("lexicons/inclusion.txt")]);

    public static List<Figure> Find(KnowledgeGraph graph, SentenceIndex index, IReadOnlyList<Happening> happenings)
    {
        var counted = graph.Entities.Where(e => e.Quantity is not null && e.Mentions.Count > 0).ToList();
        var partOf = Parts(counted, index);
        var parts = partOf.ToLookup(p => p.Value, p => p.Key, StringComparer.Ordinal);
        var participations = new Dictionary<string, List<Happening>>(StringComparer.Ordinal);
        foreach (var happening in happenings)
        {
            var relation = happening.Relation;
            foreach (var id in relation.Arguments.Select(a => (string?)a.Entity).Append(relation.Subject).Append(relation.Object).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                if (!participations.TryGetValue(id, out var list))
                {
                    participations.Add(id, list = []);
                }

                list.Add(happening);
            }
        }

        List<Figure> figures = [];
        foreach (var entity in counted)
        {
            var about = participations.GetValueOrDefault(entity.Id) ?? [];
            // "164 people, including three children, were killed" is one figure.
            if (partOf.TryGetValue(entity.Id, out var whole)
                && participations.GetValueOrDefault(whole) is var ofWhole
                && about.TrueForAll(h => ofWhole?.Exists(w => w.Relation.Trigger == h.Relation.Trigger) == true))
            {
                continue;
            }

            var mention = entity.Mentions[0];
            figures.Add(new Figure(
                entity,
                entity.Quantity!.Text.Contains(' ', StringComparison.Ordinal) ? entity.Quantity.Text : entity.Name,
                entity.Quantity,
                [.. parts[entity.Id].Select(p => graph[p].Quantity!.Text)],
                about.Count == 0 ? null : string.Join("; ", about.Select(h => What(h, entity.Id)).Distinct(StringComparer.Ordinal)),
                [.. about.SelectMany(h => h.Marks).Distinct(StringComparer.Ordinal)],
                [.. about.SelectMany(h => h.Sources).Distinct(StringComparer.Ordinal)],
                about.Select(h => h.Relation.Time?.Value ?? h.Relation.Attribution.Select(a => a.Time).FirstOrDefault(t => t is not null)).FirstOrDefault(t => t is not null),
                new Place(mention.Article, index.NumberOf(mention.Sentence))));
        }

        return figures;
    }

    /// <summary>"killed", "detained by police", "protested against the government": the words of the text where they say enough.</summary>
    private static string What(Happening happening, string figure)
    {
        var relation = happening.Relation;
        var trigger = happening.TriggerText.Length > 0 ? happening.TriggerText : relation.Type.ToLowerInvariant().Replace('_', ' ');
        if (string.Equals(relation.Object, figure, StringComparison.Ordinal))
        {
            return happening.Subject is null ? trigger : $"{trigger} by {happening.Subject}";
        }

        return string.Equals(relation.Subject, figure, StringComparison.Ordinal) && happening.Object is not null
            ? $"{trigger} {happening.Object}"
            : trigger;
    }

    /// <summary>Which counted entity is counted within which other one, by the words between the two.</summary>
    private static Dictionary<string, string> Parts(List<Entity> counted, SentenceIndex index)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var places = counted
            .SelectMany(e => e.Mentions.Select(m => (Entity: e, Mention: m)))
            .OrderBy(p => p.Mention.Article, StringComparer.Ordinal)
            .ThenBy(p => p.Mention.Span)
            .ToList();
        for (var i = 1; i < places.Count; i++)
        {
            var (whole, part) = (places[i - 1], places[i]);
            if (string.Equals(whole.Entity.Id, part.Entity.Id, StringComparison.Ordinal)
                || !string.Equals(whole.Mention.Sentence, part.Mention.Sentence, StringComparison.Ordinal))
            {
                continue;
            }

            // The part may stand inside the whole's span or shortly after it.
            var start = Math.Min(whole.Mention.Span.End, part.Mention.Span.Start);
            if (whole.Mention.Span.Contains(part.Mention.Span))
            {
                start = whole.Mention.Span.Start;
            }

            if (part.Mention.Span.Start - start > LongestGap)
            {
                continue;
            }

            var between = index.Words(part.Mention.Article, new Texts.TextSpan(start, part.Mention.Span.Start)).ToLowerInvariant();
            if (Inclusions.Value.Any(p => between.Contains(p, StringComparison.Ordinal)))
            {
                parts.TryAdd(part.Entity.Id, parts.GetValueOrDefault(whole.Entity.Id, whole.Entity.Id));
            }
        }

        return parts;
    }
}
