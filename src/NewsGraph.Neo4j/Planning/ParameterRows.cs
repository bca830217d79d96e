using System.Globalization;
using NewsGraph.Knowledge;

namespace NewsGraph.Neo4j.Planning;

/// <summary>Which node an article's identity key stands for; decisions of people (merge, split) enter here.</summary>
public delegate string NodeOf(string key, string article);

/// <summary>Rows of articles as statement parameters: the shape that <c>Loading/Statements</c> unwinds.</summary>
internal sealed class ParameterRows
{
    public List<Dictionary<string, object?>> Articles { get; } = [];

    public List<Dictionary<string, object?>> Sentences { get; } = [];

    /// <summary>Ids of all entity nodes that are written to, sorted, each once.</summary>
    public SortedSet<string> Nodes { get; } = new(StringComparer.Ordinal);

    public List<Dictionary<string, object?>> Mentions { get; } = [];

    public List<Dictionary<string, object?>> Relations { get; } = [];

    public List<Dictionary<string, object?>> Subjects { get; } = [];

    public List<Dictionary<string, object?>> Objects { get; } = [];

    public List<Dictionary<string, object?>> Arguments { get; } = [];

    public List<Dictionary<string, object?>> Attributions { get; } = [];

    public HashSet<Claim> Claims { get; } = [];

    public static ParameterRows Of(IEnumerable<ArticleRecord> articles, NodeOf nodeOf)
    {
        var rows = new ParameterRows();
        foreach (var article in articles)
        {
            rows.Add(article, nodeOf);
        }

        return rows;
    }

    private void Add(ArticleRecord article, NodeOf nodeOf)
    {
        Articles.Add(Row(
            ("id", article.Id),
            ("name", GraphPlanner.Clip(article.Title)),
            ("title", article.Title),
            ("source", article.Source),
            ("published", Iso(article.Published)),
            ("url", article.Url),
            ("language", article.Language),
            ("digest", article.Digest)));
        foreach (var sentence in article.Sentences)
        {
            Sentences.Add(Row(
                ("article", article.Id),
                ("id", sentence.Id),
                ("name", GraphPlanner.Clip(Line(sentence.Text), 80)),
                ("index", sentence.Index),
                ("text", sentence.Text),
                ("start", sentence.Start),
                ("end", sentence.End),
                ("part", sentence.Part)));
        }

        foreach (var entity in article.Entities)
        {
            var node = nodeOf(entity.Node, article.Id);
            Nodes.Add(node);
            Mentions.Add(Row(("article", article.Id), ("node", node), ("properties", Contribution(entity))));
        }

        foreach (var relation in article.Relations)
        {
            Add(article, relation, nodeOf);
        }
    }

    /// <summary>Properties of <c>MENTIONED_IN</c>.</summary>
    public static Dictionary<string, object?> Contribution(EntityRecord entity) => Row(
        ("key", entity.Node),
        ("count", entity.Count),
        ("kinds", entity.Kinds),
        ("name", GraphPlanner.Clip(entity.Name)),
        ("aliases", entity.Aliases.Append(entity.Name).Select(a => GraphPlanner.Clip(a)).Where(a => !string.Equals(a, GraphPlanner.Clip(entity.Name), StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToList()),
        ("type", entity.Type.ToString()),
        ("subtype", entity.Subtype),
        ("wikidata", entity.Wikidata),
        ("quantityValue", (double?)entity.Quantity?.Value),
        ("quantityApproximation", entity.Quantity?.ApproximationName),
        ("quantityUnit", entity.Quantity?.Unit),
        ("quantityText", entity.Quantity?.Text));

    private void Add(ArticleRecord article, RelationRecord relation, NodeOf nodeOf)
    {
        string? Node(string? key) => key is null ? null : nodeOf(key, article.Id);
        var subject = Node(relation.Subject);
        var @object = Node(relation.Object);
        Claim? claim = subject is not null && @object is not null ? new Claim(relation.Type, subject, @object) : null;
        if (claim is { } known && !string.Equals(subject, @object, StringComparison.Ordinal))
        {
            Claims.Add(known);
        }

        var properties = Row(
            ("id", relation.Id),
            ("name", relation.Name),
            ("type", relation.Type),
            ("plover", relation.Plover),
            ("mode", relation.Mode),
            ("article", article.Id),
            ("trigger", relation.Trigger),
            ("timeValue", relation.TimeValue),
            ("polarity", relation.Polarity),
            ("modality", relation.Modality),
            ("confidence", relation.Confidence),
            ("extractor", relation.Extractor),
            ("voice", relation.Attributions.Count == 0 ? "article" : "attributed"),
            ("sources", Sources(relation)),
            ("claim", claim?.Key),
            ("edge", claim?.EdgeKey(relation.Attributes, relation.TimeValue)));
        foreach (var (name, value) in relation.Attributes)
        {
            properties[name] = value;
        }

        Relations.Add(Row(
            ("sentence", relation.Sentence),
            ("start", relation.Start),
            ("end", relation.End),
            ("timeStart", Iso(relation.Time?.First)),
            ("timeEnd", Iso(relation.Time?.Last)),
            ("properties", properties)));
        if (subject is not null)
        {
            Subjects.Add(Row(("relation", relation.Id), ("node", subject), ("key", relation.Subject)));
        }

        if (@object is not null)
        {
            Objects.Add(Row(("relation", relation.Id), ("node", @object), ("key", relation.Object)));
        }

        foreach (var (role, node) in relation.Arguments)
        {
            Arguments.Add(Row(("relation", relation.Id), ("node", Node(node)), ("key", node), ("role", role)));
        }

        foreach (var attribution in relation.Attributions.Where(a => a.Node is not null))
        {
            Attributions.Add(Row(
                ("relation", relation.Id),
                ("node", Node(attribution.Node)),
                ("key", attribution.Node),
                ("cue", attribution.Cue),
                ("kind", attribution.Kind),
                ("timeStart", Iso(attribution.Time?.First)),
                ("timeEnd", Iso(attribution.Time?.Last))));
        }
    }

    /// <summary>Readable names of those on whose word it stands; a cue without a speaker ("reportedly") stands for itself.</summary>
    public static List<string> Sources(RelationRecord relation) =>
        [.. relation.Attributions.Select(a => a.Speaker ?? a.Cue).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal static Dictionary<string, object?> Row(params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var row = new Dictionary<string, object?>(values.Length, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            // A property set to null is no property.
            if (value is not null)
            {
                row.Add(name, value);
            }
        }

        return row;
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
