using NewsGraph.Knowledge;

namespace NewsGraph.Analyzing;

/// <summary>Reads a finished graph and sums it up: who, what, on whose word, how many, when, and who stands in the middle.</summary>
public static class GraphSummarizer
{
    /// <param name="ontology">Tells states from events; null takes every relation for an event.</param>
    public static GraphSummary Summarize(KnowledgeGraph graph, Func<string, RelationTypeFacts>? ontology = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var index = new SentenceIndex(graph);
        var all = graph.Relations.Select(r => Happening(graph, index, r)).ToList();
        var joined = Join(all);
        var happenings = joined.FindAll(h => ontology?.Invoke(h.Relation.Type).IsState != true);
        var (facts, central) = Facts(graph);
        return new GraphSummary
        {
            Articles = [.. graph.Articles.Select(a => new ArticleLine(a.Article.Id, a.Article.Title, a.Article.Source, a.Article.Published, a.Article.Url, a.Sentences.Count))],
            Facts = facts,
            Central = central,
            Who = Who(graph),
            Happenings = happenings,
            Background = joined.FindAll(h => ontology?.Invoke(h.Relation.Type).IsState == true),
            Chief = Chief(graph, happenings),
            Speakers = Speakers(graph, index),
            Figures = FigureFinder.Find(graph, index, all.FindAll(h => ontology?.Invoke(h.Relation.Type).IsState != true)),
            Timeline = Timeline(graph, index, joined),
        };
    }

    /// <summary>"negated", "future", "possible", "attempted", "requested": what keeps a relation from being a fact.</summary>
    public static IReadOnlyList<string> Marks(Relation relation)
    {
        List<string> marks = [];
        if (relation.Polarity == Polarity.Negative)
        {
            marks.Add("negated");
        }

        if (relation.Modality != Modality.Actual)
        {
            marks.Add(relation.Modality.ToString().ToLowerInvariant());
        }

        return marks;
    }

    /// <summary>"Lund REPLACED Berg (office: mayor)"; "?" stands for an end that the text leaves open.</summary>
    public static string Line(Happening happening)
    {
        ArgumentNullException.ThrowIfNull(happening);
        var attributes = happening.Relation.Attributes;
        var extra = attributes.Count == 0 ? string.Empty : $" ({string.Join(", ", attributes.Select(a => $"{a.Key}: {a.Value}"))})";
        return $"{happening.Subject ?? "?"} {happening.Relation.Type} {happening.Object ?? "?"}{extra}";
    }

    private static Happening Happening(KnowledgeGraph graph, SentenceIndex index, Relation relation) => new(
        relation,
        relation.Subject is { } subject ? graph[subject].Name : null,
        relation.Object is { } @object ? graph[@object].Name : null,
        index.Words(relation.Article, relation.Trigger),
        [.. relation.Attribution.Select(a => a.Source is { } source ? graph[source].Name : "unnamed").Distinct(StringComparer.Ordinal)],
        [new Place(relation.Article, index.NumberOf(relation.Sentence))],
        Marks(relation));

    /// <summary>Relations with equal type, ends, time, attributes, marks and sources become one with several places.</summary>
    private static List<Happening> Join(List<Happening> all)
    {
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        List<Happening> joined = [];
        List<List<Place>> places = [];
        foreach (var happening in all)
        {
            var relation = happening.Relation;
            var key = string.Join('\n', [relation.Subject, relation.Type, relation.Object, relation.Time?.Value, .. happening.Marks, .. happening.Sources, .. relation.Attributes.Select(a => $"{a.Key}={a.Value}")]);
            if (groups.TryAdd(key, joined.Count))
            {
                joined.Add(happening);
                places.Add([.. happening.Places]);
            }
            else if (!places[groups[key]].Contains(happening.Places[0]))
            {
                places[groups[key]].Add(happening.Places[0]);
            }
        }

        return joined.Select((h, i) => h with { Places = places[i] }).ToList();
    }

    private static List<Happening> Chief(KnowledgeGraph graph, List<Happening> happenings) =>
        [.. happenings
            .Where(h => h.Marks.Count == 0 && h.Relation.Object is not null)
            .OrderByDescending(h => Weight(graph, h))
            .ThenByDescending(h => h.Relation.Confidence)];

    /// <summary>How often its ends are mentioned, how many people it counts, whether it is an event of PLOVER and dated.</summary>
    private static double Weight(KnowledgeGraph graph, Happening happening) =>
        Weight(graph, happening.Relation.Subject) + Weight(graph, happening.Relation.Object) + happening.Places.Count
        + (happening.Relation.Plover is null ? 0 : 2) + (happening.Relation.Time is null ? 0 : 1);

    /// <summary>Mentions, damped: the second mention of a body says more about its weight than the twentieth; numbers by their digits.</summary>
    private static double Weight(KnowledgeGraph graph, string? id)
    {
        if (id is null)
        {
            return 0;
        }

        var entity = graph[id];
        var counted = entity.Quantity is { } quantity ? 1 + Math.Log10(1 + (double)Math.Abs(quantity.Value ?? 24)) : 0;
        return Math.Log2(1 + entity.Mentions.Count) + counted;
    }

    private static (GraphFacts Facts, IReadOnlyList<CentralEntity> Central) Facts(KnowledgeGraph graph)
    {
        var number = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entity in graph.Entities)
        {
            number.Add(entity.Id, number.Count);
        }

        List<(int From, int To)> edges = [];
        var degree = new int[graph.Entities.Count];
        foreach (var edge in graph.Relations)
        {
            if (edge is { Subject: { } subject, Object: { } @object })
            {
                var (from, to) = (number[subject], number[@object]);
                edges.Add((from, to));
                degree[from]++;
                degree[to]++;
            }
        }

        var rank = PageRank.Compute(degree.Length, edges);
        var (_, sizes) = Components.Find(degree.Length, edges);
        var isolated = degree.Count(d => d == 0);
        var connected = sizes.Count - isolated;
        var facts = new GraphFacts(
            graph.Entities.Count, edges.Count, graph.Relations.Count, graph.Statements.Count, graph.Times.Count, connected, connected > 0 ? sizes.Max() : 0, isolated);
        var central = graph.Entities
            .Select((e, i) => new CentralEntity(e, degree[i], rank[i]))
            .Where(c => c.Degree > 0)
            .OrderByDescending(c => c.Degree)
            .ThenByDescending(c => c.PageRank)
            .ThenBy(c => c.Entity.Id, StringComparer.Ordinal)
            .ToList();
        return (facts, central);
    }

    private static List<EntityGroup> Who(KnowledgeGraph graph) =>
        [.. graph.Entities
            .GroupBy(e => e.Type)
            .OrderBy(g => g.Key)
            .Select(g => new EntityGroup(g.Key, [.. g.OrderByDescending(e => e.Mentions.Count)]))];

    private static List<Speaker> Speakers(KnowledgeGraph graph, SentenceIndex index) =>
        [.. Outermost(graph.Statements)
            .GroupBy(s => s.Source, StringComparer.Ordinal)
            .Select(g => new Speaker(
                g.Key is { } id ? graph[id].Name : null,
                [.. g.Select(s => new Claim(
                    new Place(s.Article, index.NumberAt(s.Article, s.Cue.Start)),
                    index.Words(s.Article, s.Cue),
                    s.Kind,
                    s.Time,
                    Words(index, s)))]))
            .OrderBy(s => s.Name is null)
            .ThenByDescending(s => s.Claims.Count)];

    /// <summary>Statements without those that lie within another one of the same cue: the quoted words inside an indirect report.</summary>
    private static List<AttributedStatement> Outermost(IReadOnlyList<AttributedStatement> statements)
    {
        List<AttributedStatement> outermost = [];
        foreach (var group in statements.GroupBy(s => (s.Article, s.Source, s.Cue)))
        {
            var all = group.Where(s => s.Content.Count > 0).ToList();
            for (var i = 0; i < all.Count; i++)
            {
                var own = Extent(all[i]);
                var inner = false;
                for (var j = 0; j < all.Count && !inner; j++)
                {
                    var other = Extent(all[j]);
                    inner = j != i && other.Contains(own) && (other != own || j < i);
                }

                if (!inner)
                {
                    outermost.Add(all[i]);
                }
            }
        }

        return outermost;

        static Texts.TextSpan Extent(AttributedStatement s) => new(s.Content.Min(c => c.Start), s.Content.Max(c => c.End));
    }

    /// <summary>What is reported, gaps as dots, without the "that" before it.</summary>
    private static string Words(SentenceIndex index, AttributedStatement statement)
    {
        var words = string.Join(" … ", statement.Content.Select(c => index.Words(statement.Article, c)));
        return words.StartsWith("that ", StringComparison.Ordinal) ? words[5..] : words;
    }

    private static List<TimelineEntry> Timeline(KnowledgeGraph graph, SentenceIndex index, IReadOnlyList<Happening> happenings)
    {
        List<TimelineEntry> entries = [];
        foreach (var happening in happenings)
        {
            if (happening.Relation.Time is { } time && CalendarText.Start(time.Value) is { } start)
            {
                entries.Add(new TimelineEntry(time.Value, start, Line(happening), happening.Marks, happening.Sources, happening.Places[0]));
            }
        }

        foreach (var statement in Outermost(graph.Statements))
        {
            if (statement is { Time: { } time, Source: { } source } && CalendarText.Start(time) is { } start)
            {
                var text = $"{graph[source].Name} {index.Words(statement.Article, statement.Cue)}: {Words(index, statement)}";
                entries.Add(new TimelineEntry(time, start, text, [], [], new Place(statement.Article, index.NumberAt(statement.Article, statement.Cue.Start))));
            }
        }

        return [.. entries.OrderBy(e => e.Start).ThenBy(e => e.Time.Length).ThenBy(e => e.Time, StringComparer.Ordinal)];
    }
}
