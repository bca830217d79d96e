using System.Collections.Frozen;
using NewsGraph.Knowledge;
using NewsGraph.Writing;

namespace NewsGraph.Scoring;

/// <summary>
/// Compares a graph with a gold file. An entity counts by the mentions it shares; an event must be found in its own sentence,
/// a state may be read off any sentence that says it; extra relations that repeat a gold one or are acceptable cost nothing.
/// </summary>
public static class GoldScorer
{
    private static readonly FrozenSet<string> States = new[]
    {
        "HOLDS_OFFICE", "PREDECESSOR_OF", "MEMBER_OF", "ALLY_OF", "OPPONENT_OF", "FAMILY_OF", "PART_OF", "LOCATED_IN", "CAPITAL_OF", "CITIZEN_OF", "OWNS", "WORKS_FOR", "CONTROLS",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The graph has several articles and none with the gold file's id.</exception>
    public static GoldScores Score(GoldFile gold, KnowledgeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(graph);
        var article = graph.Articles.Any(a => a.Article.Id == gold.Article)
            ? gold.Article
            : graph.Articles.Count == 1
                ? graph.Articles[0].Article.Id
                : throw new ArgumentException($"The graph has {graph.Articles.Count} articles and none is '{gold.Article}'.", nameof(graph));
        List<GoldError> errors = [];
        var alignment = new EntityAlignment(gold, graph, article, errors);
        var relations = new RelationScorer(gold, graph, article, alignment, errors);
        var statements = graph.Statements.Where(s => s.Article == article).ToList();
        return new GoldScores
        {
            Article = gold.Article,
            Entities = alignment.Entities,
            Typed = alignment.Typed,
            Mentions = alignment.Mentions,
            Split = alignment.Split,
            Merged = alignment.Merged,
            Relations = relations.Found,
            Core = relations.Core,
            Invented = relations.Invented,
            Attributes = relations.Attributes,
            Attributions = Attributions(gold, statements, alignment, errors),
            StrayCues = statements.Where(s => !gold.Attributions.Any(g => g.Cue.Span.Overlaps(s.Cue))).Sum(s => s.Content.Count),
            Times = Times(gold, graph, article, errors),
            Quantities = Quantities(gold, graph, article, errors),
            Errors = errors,
        };
    }

    internal static bool IsState(string type) => States.Contains(type);

    /// <summary>A value is right if it is the gold value, or one of the two is a coarser form of the other.</summary>
    internal static bool SameTime(string gold, string? value) =>
        value is not null && (value.StartsWith(gold, StringComparison.Ordinal) || gold.StartsWith(value, StringComparison.Ordinal));

    private static Count Attributions(GoldFile gold, List<AttributedStatement> statements, EntityAlignment alignment, List<GoldError> errors)
    {
        var right = 0;
        foreach (var expected in gold.Attributions)
        {
            var source = alignment.Of(expected.Source);
            if (statements.Exists(s => s.Source == source && s.Cue.Overlaps(expected.Cue.Span) && s.Content.Any(c => c.Overlaps(expected.Content.Span)) && GraphFormat.NameOf(s.Kind) == expected.Kind))
            {
                right++;
            }
            else
            {
                errors.Add(new GoldError("attribution missed", expected.Cue.Sentence, $"{expected.Source} '{expected.Cue.Text}' ({expected.Kind}) '{expected.Content.Text}'"));
            }
        }

        return new Count(right, gold.Attributions.Count);
    }

    private static Count Times(GoldFile gold, KnowledgeGraph graph, string article, List<GoldError> errors)
    {
        var right = 0;
        foreach (var expected in gold.Times)
        {
            var there = graph.Times.Where(t => t.Article == article && t.Span.Overlaps(expected.Span.Span)).ToList();
            if (there.Exists(t => SameTime(expected.Value, t.Value)))
            {
                right++;
            }
            else
            {
                errors.Add(new GoldError("time missed", expected.Span.Sentence, $"'{expected.Span.Text}' is {expected.Value}, found {(there.Count == 0 ? "nothing" : string.Join(", ", there.Select(t => t.Value)))}"));
            }
        }

        return new Count(right, gold.Times.Count);
    }

    private static Count Quantities(GoldFile gold, KnowledgeGraph graph, string article, List<GoldError> errors)
    {
        var right = 0;
        var counted = graph.Entities.Where(e => e.Quantity is not null).ToList();
        foreach (var expected in gold.Quantities)
        {
            if (counted.Exists(e => e.Quantity!.Value == expected.Value && (expected.Value is null || e.Quantity.ApproximationName == expected.Approximation) && e.Mentions.Any(m => m.Article == article && m.Span.Overlaps(expected.Span.Span))))
            {
                right++;
            }
            else
            {
                errors.Add(new GoldError("quantity missed", expected.Span.Sentence, $"'{expected.Span.Text}'"));
            }
        }

        return new Count(right, gold.Quantities.Count);
    }
}
