using System.Text;
using NewsGraph.Knowledge;
using NewsGraph.Texts;
using Newtonsoft.Json;

namespace NewsGraph.Writing;

/// <summary>
/// Writes <c>news-graph/1</c> as a stream: one article, entity, relation … a line, so that files can be compared
/// line by line and are never held in memory. The order is that of the graph; the same graph gives the same bytes.
/// </summary>
public sealed class JsonGraphWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Name and version of the program that made the graph, as <c>NewsGraph/0.1.0</c>.</summary>
    public string Generator { get; init; } = "NewsGraph/" + (typeof(JsonGraphWriter).Assembly.GetName().Version?.ToString(3) ?? "0.0.0");

    /// <summary>Writes UTF-8 without a byte order mark and leaves the stream open.</summary>
    public void Write(KnowledgeGraph graph, Stream stream)
    {
        using var writer = new StreamWriter(stream, Utf8, bufferSize: 1 << 16, leaveOpen: true);
        Write(graph, writer);
    }

    public void Write(KnowledgeGraph graph, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        using var json = new JsonTextWriter(output) { CloseOutput = false, Formatting = Formatting.Indented, Indentation = 1 };
        json.WriteStartObject();
        Field(json, "format", GraphFormat.Name);
        Field(json, "generator", Generator);
        List(json, "articles", graph.Articles, WriteArticle);
        List(json, "entities", graph.Entities, WriteEntity);
        List(json, "relations", graph.Relations, WriteRelation);
        List(json, "attributions", graph.Statements.SelectMany(s => s.Content.Select(c => (s, c))), WriteStatement);
        List(json, "times", graph.Times, WriteTime);
        json.WriteEndObject();
        json.Flush();
        output.WriteLine();
        output.Flush();
    }

    private static void WriteArticle(JsonTextWriter json, GraphArticle item)
    {
        var article = item.Article;
        Field(json, "id", article.Id);
        Field(json, "title", article.Title);
        Field(json, "source", article.Source);
        Field(json, "byline", article.Byline);
        Field(json, "published", article.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Field(json, "url", article.Url);
        Field(json, "language", article.Language);
        Field(json, "text", article.Text);
        Array(json, "sentences", item.Sentences, static (json, sentence) =>
        {
            json.WriteStartObject();
            Field(json, "id", sentence.Id);
            Bounds(json, sentence.Span);
            Field(json, "part", GraphFormat.NameOf(sentence.Part));
            json.WriteEndObject();
        });
    }

    private static void WriteEntity(JsonTextWriter json, Entity entity)
    {
        Field(json, "id", entity.Id);
        Field(json, "type", entity.Type.ToString());
        Field(json, "subtype", entity.Subtype);
        Field(json, "name", entity.Name);
        Array(json, "aliases", entity.Aliases, static (json, alias) => json.WriteValue(alias));
        Field(json, "wikidata", entity.Wikidata);
        json.WritePropertyName("quantity");
        WriteQuantity(json, entity.Quantity);
        Array(json, "mentions", entity.Mentions, static (json, mention) =>
        {
            json.WriteStartObject();
            Field(json, "article", mention.Article);
            Field(json, "sentence", mention.Sentence);
            Bounds(json, mention.Span);
            Field(json, "kind", GraphFormat.NameOf(mention.Kind));
            json.WriteEndObject();
        });
    }

    private static void WriteQuantity(JsonTextWriter json, Quantity? quantity)
    {
        if (quantity is null)
        {
            json.WriteNull();
            return;
        }

        json.WriteStartObject();
        json.WritePropertyName("value");
        if (quantity.Value is { } value && value == decimal.Truncate(value) && Math.Abs(value) < long.MaxValue)
        {
            json.WriteValue((long)value);
        }
        else
        {
            json.WriteValue(quantity.Value);
        }

        Field(json, "approximation", quantity.ApproximationName);
        Field(json, "unit", quantity.Unit);
        Field(json, "text", quantity.Text);
        json.WriteEndObject();
    }

    private static void WriteRelation(JsonTextWriter json, Relation relation)
    {
        Field(json, "id", relation.Id);
        Field(json, "article", relation.Article);
        Field(json, "sentence", relation.Sentence);
        Field(json, "type", relation.Type);
        Field(json, "plover", relation.Plover);
        Field(json, "mode", relation.Mode);
        Field(json, "subject", relation.Subject);
        Field(json, "object", relation.Object);
        Span(json, "subjectMention", relation.SubjectMention);
        Span(json, "objectMention", relation.ObjectMention);
        Span(json, "trigger", relation.Trigger);
        Array(json, "arguments", relation.Arguments, static (json, argument) =>
        {
            json.WriteStartObject();
            Field(json, "role", argument.Role);
            Field(json, "entity", argument.Entity);
            json.WriteEndObject();
        });
        json.WritePropertyName("attributes");
        json.WriteStartObject();
        foreach (var (name, value) in relation.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            Field(json, name, value);
        }

        json.WriteEndObject();
        json.WritePropertyName("time");
        if (relation.Time is { } time)
        {
            json.WriteStartObject();
            Field(json, "value", time.Value);
            Bounds(json, time.Span);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull();
        }

        Field(json, "polarity", GraphFormat.NameOf(relation.Polarity));
        Field(json, "modality", GraphFormat.NameOf(relation.Modality));
        Array(json, "attribution", relation.Attribution, static (json, attribution) =>
        {
            json.WriteStartObject();
            Field(json, "source", attribution.Source);
            Span(json, "cue", attribution.Cue);
            Field(json, "kind", GraphFormat.NameOf(attribution.Kind));
            Field(json, "time", attribution.Time);
            json.WriteEndObject();
        });
        json.WritePropertyName("confidence");
        json.WriteValue(Math.Round(relation.Confidence, 3));
        Field(json, "extractor", relation.Extractor);
    }

    /// <summary>A statement whose content is several runs of characters becomes one entry a run.</summary>
    private static void WriteStatement(JsonTextWriter json, (AttributedStatement Statement, TextSpan Content) item)
    {
        var (statement, content) = item;
        Field(json, "article", statement.Article);
        Field(json, "source", statement.Source);
        Span(json, "cue", statement.Cue);
        Span(json, "content", content);
        Field(json, "kind", GraphFormat.NameOf(statement.Kind));
        Field(json, "time", statement.Time);
    }

    private static void WriteTime(JsonTextWriter json, ArticleTime time)
    {
        Field(json, "article", time.Article);
        Bounds(json, time.Span);
        Field(json, "value", time.Value);
    }

    /// <summary>An array of objects, one a line.</summary>
    private static void List<T>(JsonTextWriter json, string name, IEnumerable<T> items, Action<JsonTextWriter, T> write)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.Formatting = Formatting.None;
            write(json, item);
            json.WriteEndObject();
            json.Formatting = Formatting.Indented;
        }

        json.WriteEndArray();
    }

    private static void Array<T>(JsonTextWriter json, string name, IReadOnlyList<T> items, Action<JsonTextWriter, T> write)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void Field(JsonTextWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void Span(JsonTextWriter json, string name, TextSpan? span)
    {
        json.WritePropertyName(name);
        if (span is { } present)
        {
            json.WriteStartObject();
            Bounds(json, present);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull();
        }
    }

    private static void Bounds(JsonTextWriter json, TextSpan span)
    {
        json.WritePropertyName("start");
        json.WriteValue(span.Start);
        json.WritePropertyName("end");
        json.WriteValue(span.End);
    }
}
