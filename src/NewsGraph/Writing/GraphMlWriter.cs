using System.Globalization;
using System.Text;
using System.Xml;
using NewsGraph.Knowledge;

namespace NewsGraph.Writing;

/// <summary>
/// Writes GraphML for NetworkX, igraph, Gephi and yEd: typed keys, every value written (NetworkX ignores
/// defaults; an absent number is NaN), an id on every edge (several relations between the same two stay apart),
/// and U+FFFD for characters that XML forbids. Holds what has two ends; relations with one known end are in the JSON.
/// </summary>
public sealed class GraphMlWriter
{
    private const string Ns = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Name, string Type)[] NodeKeys =
    [
        ("label", "string"), ("type", "string"), ("subtype", "string"), ("aliases", "string"), ("wikidata", "string"),
        ("mentions", "int"), ("articles", "string"), ("quantity", "double"), ("quantityText", "string"),
    ];

    // "type", "source", "target", "id" and "weight" mean something else to one reader or another.
    private static readonly (string Name, string Type)[] EdgeKeys =
    [
        ("label", "string"), ("relation", "string"), ("plover", "string"), ("mode", "string"), ("time", "string"),
        ("polarity", "string"), ("modality", "string"), ("saidBy", "string"), ("attributes", "string"), ("arguments", "string"),
        ("confidence", "double"), ("extractor", "string"), ("article", "string"), ("sentence", "string"), ("trigger", "string"), ("text", "string"),
    ];

    /// <summary>Writes UTF-8 and leaves the stream open.</summary>
    public void Write(KnowledgeGraph graph, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = " ",
            NewLineChars = "\n",
            CloseOutput = false,
        };
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartElement("graphml", Ns);
        WriteKeys(xml, "node", 'n', NodeKeys);
        WriteKeys(xml, "edge", 'e', EdgeKeys);
        xml.WriteStartElement("graph", Ns);
        xml.WriteAttributeString("id", "news");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var entity in graph.Entities)
        {
            WriteNode(xml, entity);
        }

        var places = new Dictionary<string, (string Text, string Article)>(StringComparer.Ordinal);
        foreach (var article in graph.Articles)
        {
            foreach (var sentence in article.Sentences)
            {
                places.TryAdd(sentence.Id, (sentence.Span.Of(article.Article.Text), article.Article.Text));
            }
        }

        foreach (var relation in graph.Relations)
        {
            if (relation.Subject is not null && relation.Object is not null)
            {
                WriteEdge(xml, graph, relation, places);
            }
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteKeys(XmlWriter xml, string element, char prefix, (string Name, string Type)[] keys)
    {
        foreach (var (name, type) in keys)
        {
            xml.WriteStartElement("key", Ns);
            xml.WriteAttributeString("id", $"{prefix}_{name}");
            xml.WriteAttributeString("for", element);
            xml.WriteAttributeString("attr.name", name);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }
    }

    private static void WriteNode(XmlWriter xml, Entity entity)
    {
        xml.WriteStartElement("node", Ns);
        xml.WriteAttributeString("id", Clean(entity.Id));
        Data(xml, "n_label", entity.Name);
        Data(xml, "n_type", entity.Type.ToString());
        Data(xml, "n_subtype", entity.Subtype);
        Data(xml, "n_aliases", string.Join("; ", entity.Aliases));
        Data(xml, "n_wikidata", entity.Wikidata);
        Data(xml, "n_mentions", entity.Mentions.Count.ToString(CultureInfo.InvariantCulture));
        Data(xml, "n_articles", string.Join("; ", entity.Mentions.Select(m => m.Article).Distinct(StringComparer.Ordinal)));
        Data(xml, "n_quantity", entity.Quantity?.Value is { } value ? value.ToString(CultureInfo.InvariantCulture) : "NaN");
        Data(xml, "n_quantityText", entity.Quantity?.Text);
        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, KnowledgeGraph graph, Relation relation, Dictionary<string, (string Text, string Article)> places)
    {
        var (sentence, text) = places.GetValueOrDefault(relation.Sentence, (string.Empty, string.Empty));
        xml.WriteStartElement("edge", Ns);
        xml.WriteAttributeString("id", Clean(relation.Id));
        xml.WriteAttributeString("source", Clean(relation.Subject!));
        xml.WriteAttributeString("target", Clean(relation.Object!));
        Data(xml, "e_label", relation.Type);
        Data(xml, "e_relation", relation.Type);
        Data(xml, "e_plover", relation.Plover);
        Data(xml, "e_mode", relation.Mode);
        Data(xml, "e_time", relation.Time?.Value);
        Data(xml, "e_polarity", GraphFormat.NameOf(relation.Polarity));
        Data(xml, "e_modality", GraphFormat.NameOf(relation.Modality));
        Data(xml, "e_saidBy", string.Join("; ", relation.Attribution.Select(a => a.Source is null ? "unnamed" : graph[a.Source].Name)));
        Data(xml, "e_attributes", string.Join("; ", relation.Attributes.Select(a => $"{a.Key}={a.Value}")));
        Data(xml, "e_arguments", string.Join("; ", relation.Arguments.Select(a => $"{a.Role}={graph[a.Entity].Name}")));
        Data(xml, "e_confidence", Math.Round(relation.Confidence, 3).ToString(CultureInfo.InvariantCulture));
        Data(xml, "e_extractor", relation.Extractor);
        Data(xml, "e_article", relation.Article);
        Data(xml, "e_sentence", relation.Sentence);
        Data(xml, "e_trigger", text.Length == 0 ? string.Empty : relation.Trigger.Of(text));
        Data(xml, "e_text", sentence);
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string? value)
    {
        xml.WriteStartElement("data", Ns);
        xml.WriteAttributeString("key", key);
        xml.WriteString(Clean(value ?? string.Empty));
        xml.WriteEndElement();
    }

    /// <summary>The text with U+FFFD in place of control characters and lone surrogates.</summary>
    internal static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                clean?.Append(text[i]);
            }
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean?.Append(text, i, 2);
                i++;
            }
            else
            {
                clean ??= new StringBuilder(text, 0, i, text.Length);
                clean.Append('\uFFFD');
            }
        }

        return clean?.ToString() ?? text;
    }
}
