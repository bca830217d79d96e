using System.Globalization;
using System.Text;
using NewsGraph.Knowledge;
using NewsGraph.Texts;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace NewsGraph.Writing;

/// <summary>
/// Reads <c>news-graph/1</c> item by item. Fields it does not know are ignored; a file of another format or with
/// a broken item is refused with the place and the reason. Entries of one statement (same article, source, cue,
/// kind, time, one after the other) become one again.
/// </summary>
public static class JsonGraphReader
{
    /// <exception cref="InvalidDataException">Not JSON, another format, or an item that breaks the format.</exception>
    public static KnowledgeGraph Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        return Read(reader);
    }

    /// <inheritdoc cref="Read(Stream)"/>
    public static KnowledgeGraph Read(TextReader input)
    {
        using var json = new JsonTextReader(input)
        {
            CloseInput = false,
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        try
        {
            return Read(json);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidCastException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"Not a readable {GraphFormat.Name} file, line {json.LineNumber}: {e.Message}", e);
        }
    }

    private static KnowledgeGraph Read(JsonTextReader json)
    {
        List<GraphArticle> articles = [];
        List<Entity> entities = [];
        List<Relation> relations = [];
        List<AttributedStatement> statements = [];
        List<ArticleTime> times = [];
        string? format = null;
        if (!json.Read() || json.TokenType != JsonToken.StartObject)
        {
            throw new InvalidDataException($"Not a {GraphFormat.Name} file: it does not begin with a JSON object.");
        }

        while (json.Read() && json.TokenType == JsonToken.PropertyName)
        {
            var name = (string)json.Value!;
            json.Read();
            switch (name)
            {
                case "format":
                    format = json.Value as string;
                    Check(format);
                    break;
                case "articles":
                    Items(json, name, o => articles.Add(Article(o)));
                    break;
                case "entities":
                    Items(json, name, o => entities.Add(Entity(o)));
                    break;
                case "relations":
                    Items(json, name, o => relations.Add(Relation(o)));
                    break;
                case "attributions":
                    Items(json, name, o => Append(statements, Statement(o)));
                    break;
                case "times":
                    Items(json, name, o => times.Add(new ArticleTime(Text(o, "article"), Bounds(o), Text(o, "value"))));
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        Check(format);
        return new KnowledgeGraph(articles, entities, relations, statements, times);
    }

    private static void Check(string? format)
    {
        if (!string.Equals(format, GraphFormat.Name, StringComparison.Ordinal))
        {
            throw new InvalidDataException(format is null
                ? $"The file has no \"format\"; this reader reads {GraphFormat.Name}, as 'newsgraph build' writes it."
                : $"The file's format is '{format}'; this reader reads {GraphFormat.Name} only.");
        }
    }

    private static void Items(JsonTextReader json, string name, Action<JObject> add)
    {
        if (json.TokenType != JsonToken.StartArray)
        {
            throw new InvalidDataException($"\"{name}\" must be an array, line {json.LineNumber}.");
        }

        while (json.Read() && json.TokenType != JsonToken.EndArray)
        {
            add(JObject.Load(json));
        }
    }

    private static GraphArticle Article(JObject o)
    {
        var sentences = Array(o, "sentences").Select(s => new ArticleSentence(Text(s, "id"), Bounds(s), Named<ArticlePart>(s, "part"))).ToList();
        var blocks = sentences.ConvertAll(s => new TextBlock(s.Span, s.Part));
        var published = OptionalText(o, "published");
        return new GraphArticle(
            new Article(Text(o, "id"), Text(o, "text"), blocks)
            {
                Title = OptionalText(o, "title"),
                Source = OptionalText(o, "source"),
                Byline = OptionalText(o, "byline"),
                Published = published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                Url = OptionalText(o, "url"),
                Language = OptionalText(o, "language") ?? "en",
            },
            sentences);
    }

    private static Entity Entity(JObject o) => new()
    {
        Id = Text(o, "id"),
        Type = Named<EntityType>(o, "type"),
        Subtype = OptionalText(o, "subtype"),
        Name = Text(o, "name"),
        Aliases = o["aliases"]?.Values<string>().OfType<string>().ToList() ?? [],
        Wikidata = OptionalText(o, "wikidata"),
        Quantity = o["quantity"] is JObject quantity ? Quantity(quantity) : null,
        Mentions = Array(o, "mentions").Select(m => new MentionEvidence(Text(m, "article"), Text(m, "sentence"), Bounds(m), Named<MentionKind>(m, "kind"))).ToList(),
    };

    private static Quantity Quantity(JObject o)
    {
        var name = Text(o, "approximation");
        foreach (var approximation in Enum.GetValues<Approximation>())
        {
            if (string.Equals(Knowledge.Quantity.NameOf(approximation), name, StringComparison.Ordinal))
            {
                return new Quantity((decimal?)o["value"], approximation, OptionalText(o, "unit"), Text(o, "text"));
            }
        }

        throw new FormatException($"'{name}' is no approximation.");
    }

    private static Relation Relation(JObject o)
    {
        var attributes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in (o["attributes"] as JObject)?.Properties() ?? [])
        {
            attributes.Add(property.Name, (string?)property.Value ?? string.Empty);
        }

        return new Relation
        {
            Id = Text(o, "id"),
            Article = Text(o, "article"),
            Sentence = Text(o, "sentence"),
            Type = Text(o, "type"),
            Plover = OptionalText(o, "plover"),
            Mode = OptionalText(o, "mode"),
            Subject = OptionalText(o, "subject"),
            Object = OptionalText(o, "object"),
            SubjectMention = OptionalSpan(o, "subjectMention"),
            ObjectMention = OptionalSpan(o, "objectMention"),
            Trigger = Bounds(o["trigger"] as JObject ?? throw new FormatException($"Relation {Text(o, "id")} has no \"trigger\".")),
            Arguments = Array(o, "arguments").Select(a => new RelationArgument(Text(a, "role"), Text(a, "entity"))).ToList(),
            Attributes = attributes,
            Time = o["time"] is JObject time ? (Text(time, "value"), Bounds(time)) : null,
            Polarity = Named<Polarity>(o, "polarity"),
            Modality = Named<Modality>(o, "modality"),
            Attribution = Array(o, "attribution").Select(a => new Attribution(OptionalText(a, "source"), Cue(a), Named<SpeechKind>(a, "kind"), OptionalText(a, "time"))).ToList(),
            Confidence = (double?)o["confidence"] ?? 0,
            Extractor = OptionalText(o, "extractor") ?? string.Empty,
        };
    }

    private static AttributedStatement Statement(JObject o) => new(
        Text(o, "article"),
        OptionalText(o, "source"),
        Cue(o),
        [Bounds(o["content"] as JObject ?? throw new FormatException("An attribution has no \"content\"."))],
        Named<SpeechKind>(o, "kind"),
        OptionalText(o, "time"));

    private static void Append(List<AttributedStatement> statements, AttributedStatement next)
    {
        if (statements.Count > 0 && statements[^1] is var last && next with { Content = last.Content } == last)
        {
            statements[^1] = last with { Content = [.. last.Content, .. next.Content] };
        }
        else
        {
            statements.Add(next);
        }
    }

    private static TextSpan Cue(JObject o) => Bounds(o["cue"] as JObject ?? throw new FormatException("An attribution has no \"cue\"."));

    private static IEnumerable<JObject> Array(JObject o, string name) => (o[name] as JArray)?.OfType<JObject>() ?? [];

    private static string Text(JObject o, string name) => OptionalText(o, name) ?? throw new FormatException($"\"{name}\" is missing.");

    private static string? OptionalText(JObject o, string name) => o[name] is { Type: not JTokenType.Null } value ? (string?)value : null;

    private static TextSpan? OptionalSpan(JObject o, string name) => o[name] is JObject span ? Bounds(span) : null;

    private static TextSpan Bounds(JObject o) => new(
        (int?)o["start"] ?? throw new FormatException("\"start\" is missing."),
        (int?)o["end"] ?? throw new FormatException("\"end\" is missing."));

    private static T Named<T>(JObject o, string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(Text(o, name), ignoreCase: true, out var value)
            ? value
            : throw new FormatException($"'{Text(o, name)}' is no {name}; known are {string.Join(", ", Enum.GetNames<T>())}.");
}
