using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Neo4j.Planning;

/// <summary>A knowledge graph → what each of its articles contributes to a database. Pure; one article at a time, so that memory stays small.</summary>
public sealed partial class GraphPlanner
{
    /// <summary>Part of every digest: raise it when the same graph is to be written differently, and pushes will replace what is there.</summary>
    private const string Version = "1";

    /// <summary>Longer names are cut for display; an index refuses keys above 8 kB.</summary>
    private const int NameLimit = 500;

    private const int IdLimit = 1000;

    /// <summary>Names of properties that relations and direct edges have of themselves.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "id", "name", "type", "plover", "mode", "trigger", "time", "timeStart", "timeEnd", "timeValue", "polarity", "modality", "confidence",
        "extractor", "article", "claim", "edge", "sources", "voice", "key", "count", "articles", "relationIds", "subject", "object", "start", "end",
    };

    private readonly KnowledgeGraph graph;
    private readonly IReadOnlyDictionary<string, string> nodes;
    private readonly Dictionary<string, List<(Entity Entity, List<MentionEvidence> Mentions)>> mentioned = new(StringComparer.Ordinal);
    private readonly ILookup<string, Relation> relations;

    /// <exception cref="GraphDataException">A type is not of the ontology, or an id is too long to be indexed.</exception>
    public GraphPlanner(KnowledgeGraph graph, RelationTypeList types)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(types);
        types.Check(graph);
        this.graph = graph;
        nodes = EntityIdentity.Of(graph);
        relations = graph.Relations.ToLookup(r => r.Article, StringComparer.Ordinal);
        foreach (var entity in graph.Entities)
        {
            foreach (var group in entity.Mentions.GroupBy(m => m.Article, StringComparer.Ordinal))
            {
                (mentioned.TryGetValue(group.Key, out var list) ? list : mentioned[group.Key] = []).Add((entity, [.. group]));
            }
        }
    }

    /// <summary>In the order of the graph.</summary>
    public IEnumerable<ArticleRecord> Articles() => graph.Articles.Select(Plan);

    /// <summary>A property name made of letters, digits and _ that no property of the model has.</summary>
    public static string PropertyName(string attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        var name = NotAWord().Replace(attribute, "_");
        if (name.Length == 0 || !char.IsAsciiLetter(name[0]))
        {
            name = "x" + name;
        }

        name = name.Length > 60 ? name[..60] : name;
        return Reserved.Contains(name) ? name + "_" : name;
    }

    /// <summary>The attributes among the properties that a relation has in the database, sorted.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> AttributesOf(IReadOnlyDictionary<string, object?> properties) =>
        [.. properties.Where(p => !Reserved.Contains(p.Key) && p.Value is string).Select(p => KeyValuePair.Create(p.Key, (string)p.Value!)).OrderBy(p => p.Key, StringComparer.Ordinal)];

    private ArticleRecord Plan(GraphArticle source)
    {
        var article = source.Article;
        CheckId(article.Id, "An article");
        var sentences = source.Sentences
            .Select((s, i) => new SentenceRecord(s.Id, i, s.Span.Of(article.Text), s.Span.Start, s.Span.End, s.Part.ToString().ToLowerInvariant()))
            .ToList();
        sentences.ForEach(s => CheckId(s.Id, "A sentence"));
        var own = relations[article.Id].Select(r => Plan(r, source)).ToList();
        var entities = Entities(article, own);
        var record = new ArticleRecord
        {
            Id = article.Id,
            Title = article.Title ?? article.Id,
            Source = article.Source,
            Published = article.Published,
            Url = article.Url,
            Language = article.Language,
            Sentences = sentences,
            Entities = entities,
            Relations = own,
            Digest = "",
            Rows = 1 + (2 * sentences.Count) + (2 * entities.Count)
                + own.Sum(r => 2 + (r.Subject is null ? 0 : 1) + (r.Object is null ? 0 : 1) + r.Arguments.Count + r.Attributions.Count),
        };
        return record with { Digest = DigestOf(record) };
    }

    private List<EntityRecord> Entities(Article article, List<RelationRecord> own)
    {
        var found = new Dictionary<string, EntityRecord>(StringComparer.Ordinal);
        foreach (var (entity, mentions) in mentioned.GetValueOrDefault(article.Id) ?? [])
        {
            var record = Record(entity, article, mentions);
            // Two entities with one Wikidata id are one node.
            found[record.Node] = found.TryGetValue(record.Node, out var other) ? Join(other, record) : record;
        }

        // A participant that the article does not mention (a reader of another tool's graph may meet one) is still its contribution.
        var ends = own.SelectMany(r => new[] { r.Subject, r.Object }.Concat(r.Arguments.Select(a => a.Node)).Concat(r.Attributions.Select(a => a.Node)));
        var missing = ends.OfType<string>().Where(n => !found.ContainsKey(n)).ToHashSet(StringComparer.Ordinal);
        if (missing.Count > 0)
        {
            foreach (var entity in graph.Entities.Where(e => missing.Contains(nodes[e.Id])))
            {
                found.TryAdd(nodes[entity.Id], Record(entity, article, []));
            }
        }

        return [.. found.Values.OrderBy(e => e.Node, StringComparer.Ordinal)];
    }

    private EntityRecord Record(Entity entity, Article article, List<MentionEvidence> mentions) => new(
        nodes[entity.Id],
        entity.Type,
        entity.Subtype,
        entity.Name,
        [.. entity.Aliases.Where(a => mentions.Count == entity.Mentions.Count || article.Text.Contains(a, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)],
        entity.Wikidata,
        entity.Quantity,
        mentions.Count,
        [.. mentions.Select(m => m.Kind).Distinct().Order().Select(k => k.ToString().ToLowerInvariant())]);

    private static EntityRecord Join(EntityRecord a, EntityRecord b) => a with
    {
        Aliases = [.. a.Aliases.Append(b.Name).Concat(b.Aliases).Where(n => !string.Equals(n, a.Name, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)],
        Subtype = a.Subtype ?? b.Subtype,
        Quantity = a.Quantity ?? b.Quantity,
        Count = a.Count + b.Count,
        Kinds = [.. a.Kinds.Union(b.Kinds, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private RelationRecord Plan(Relation relation, GraphArticle source)
    {
        var text = source.Article.Text;
        var time = relation.Time is { } t ? CalendarSpan.Parse(t.Value) : null;
        var id = relation.Id.StartsWith(relation.Article + ":", StringComparison.Ordinal) ? relation.Id : $"{relation.Article}:{relation.Id}";
        CheckId(id, "A relation");
        return new RelationRecord
        {
            Id = id,
            Type = relation.Type,
            Name = Clip(ReadableName(relation)),
            Plover = relation.Plover,
            Mode = relation.Mode,
            Subject = Node(relation.Subject),
            Object = Node(relation.Object),
            Arguments = [.. relation.Arguments.Select(a => (a.Role, Node(a.Entity)!)).Distinct()],
            Attributions = [.. relation.Attribution.Select(a => new AttributionRecord(
                Node(a.Source),
                a.Source is null ? null : Clip(graph[a.Source].Name),
                a.Cue.Of(text),
                a.Kind.ToString().ToLowerInvariant(),
                a.Time is null ? null : CalendarSpan.Parse(a.Time))).Distinct()],
            Attributes = [.. relation.Attributes.Select(a => KeyValuePair.Create(PropertyName(a.Key), a.Value)).DistinctBy(a => a.Key, StringComparer.Ordinal).OrderBy(a => a.Key, StringComparer.Ordinal)],
            Trigger = relation.Trigger.Of(text),
            TimeValue = relation.Time?.Value,
            Time = time,
            Polarity = relation.Polarity.ToString().ToLowerInvariant(),
            Modality = relation.Modality.ToString().ToLowerInvariant(),
            Confidence = relation.Confidence,
            Extractor = relation.Extractor,
            Sentence = SentenceOf(relation, source),
            Start = relation.Trigger.Start,
            End = relation.Trigger.End,
        };
    }

    private string? Node(string? entity) => entity is null ? null : nodes.TryGetValue(entity, out var node) ? node : throw new GraphDataException($"A relation names the entity '{RelationTypeList.Shown(entity)}', which the graph does not hold.");

    private static string SentenceOf(Relation relation, GraphArticle source)
    {
        string? holding = null;
        foreach (var sentence in source.Sentences)
        {
            if (string.Equals(sentence.Id, relation.Sentence, StringComparison.Ordinal))
            {
                return sentence.Id;
            }

            if (sentence.Span.Contains(relation.Trigger))
            {
                holding ??= sentence.Id;
            }
        }

        return holding ?? throw new GraphDataException($"Relation '{RelationTypeList.Shown(relation.Id)}' of article '{RelationTypeList.Shown(relation.Article)}' stands in no sentence of the article, so nothing could be shown as its evidence.");
    }

    /// <summary>"Ana Silva met Rui Costa (2021-05-02)": no grammar is tried, so attributes, polarity, modality and time follow in brackets.</summary>
    private string ReadableName(Relation relation)
    {
        var name = new StringBuilder();
        name.Append(relation.Subject is { } s ? graph[s].Name : "someone")
            .Append(' ').Append(relation.Type.ToLowerInvariant().Replace('_', ' '));
        if (relation.Object is { } o)
        {
            name.Append(' ').Append(graph[o].Name);
        }

        var remarks = relation.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value).Where(v => v.Length > 0).ToList();
        if (relation.Polarity == Polarity.Negative)
        {
            remarks.Add("not");
        }

        if (relation.Modality != Modality.Actual)
        {
            remarks.Add(relation.Modality.ToString().ToLowerInvariant());
        }

        if (relation.Time is { } time && CalendarSpan.Parse(time.Value) is not null)
        {
            remarks.Add(time.Value);
        }

        return remarks.Count == 0 ? name.ToString() : name.Append(CultureInfo.InvariantCulture, $" ({string.Join(", ", remarks)})").ToString();
    }

    internal static string Clip(string text, int limit = NameLimit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[limit - 2]) ? limit - 2 : limit - 1;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private static void CheckId(string id, string what)
    {
        if (id.Length is 0 or > IdLimit)
        {
            throw new GraphDataException($"{what} has an id of {id.Length} characters ('{RelationTypeList.Shown(id)}'); 1 to {IdLimit} can be indexed.");
        }
    }

    private static string DigestOf(ArticleRecord record)
    {
        var text = new StringBuilder(Version);
        void Add(object? value) => text.Append('\u001f').Append(value is IFormattable f ? f.ToString(null, CultureInfo.InvariantCulture) : value);
        foreach (var value in new object?[] { record.Id, record.Title, record.Source, record.Published, record.Url, record.Language })
        {
            Add(value);
        }

        foreach (var sentence in record.Sentences)
        {
            Add(sentence);
        }

        foreach (var entity in record.Entities)
        {
            Add(entity);
            Add(string.Join('\u001e', entity.Aliases));
            Add(string.Join('\u001e', entity.Kinds));
        }

        foreach (var relation in record.Relations)
        {
            Add(relation);
            Add(relation.Confidence);
            Add(string.Join('\u001e', relation.Arguments));
            Add(string.Join('\u001e', relation.Attributions));
            Add(string.Join('\u001e', relation.Attributes));
        }

        return NewsGraph.Neo4j.Planning.Digest.Of(text.ToString(), 32);
    }

    [GeneratedRegex("[^A-Za-z0-9_]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotAWord();
}
