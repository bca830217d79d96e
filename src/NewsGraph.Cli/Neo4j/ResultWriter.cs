using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsGraph.Neo4j.Connecting;

namespace NewsGraph.Cli.Neo4j;

/// <summary>Rows of an answer for people (aligned columns) and for machines (an array of JSON objects).</summary>
internal static class ResultWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void WriteTable(QueryResult result, TextWriter output)
    {
        if (result.Fields.Count == 0)
        {
            return;
        }

        var rows = result.Rows.Select(r => r.Select(Cell).ToArray()).Prepend([.. result.Fields]).ToList();
        var widths = new int[result.Fields.Count];
        foreach (var row in rows)
        {
            for (var i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], Width(row[i]));
            }
        }

        foreach (var (row, n) in rows.Select((r, n) => (r, n)))
        {
            var line = new StringBuilder();
            for (var i = 0; i < widths.Length; i++)
            {
                line.Append(row[i]).Append(' ', widths[i] - Width(row[i]) + 2);
            }

            output.WriteLine(line.ToString().TrimEnd());
            if (n == 0)
            {
                output.WriteLine(string.Join("  ", widths.Select(w => new string('-', w))));
            }
        }
    }

    public static void WriteJson(QueryResult result, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            foreach (var row in result.Rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < result.Fields.Count; i++)
                {
                    json.WritePropertyName(result.Fields[i]);
                    Write(json, row[i]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>A node by its name, a relationship by its type, lists with commas; one line, whatever is in it.</summary>
    public static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            string s => s,
            bool flag => flag ? "true" : "false",
            GraphElement { IsNode: true } node => node.Properties.GetValueOrDefault("name") as string ?? string.Join(':', node.Kinds),
            GraphElement edge => $"-[{edge.Kinds[0]}]-",
            IReadOnlyDictionary<string, object?> map => string.Join(", ", map.Select(p => $"{p.Key}: {Cell(p.Value)}")),
            IReadOnlyList<object?> path when path.Any(p => p is GraphElement { IsNode: false }) => string.Join(' ', path.Select(Cell)),
            IEnumerable items => string.Join(", ", items.Cast<object?>().Select(Cell)),
            double number => number.ToString("0.###", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        // No line break, and nothing that a terminal would obey.
        return text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
    }

    private static int Width(string cell) => new StringInfo(cell).LengthInTextElements;

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case GraphElement element:
                json.WriteStartObject();
                json.WritePropertyName(element.IsNode ? "labels" : "type");
                Write(json, element.IsNode ? element.Kinds : element.Kinds[0]);
                json.WritePropertyName("properties");
                Write(json, element.Properties);
                json.WriteEndObject();
                break;
            case IReadOnlyDictionary<string, object?> map:
                json.WriteStartObject();
                foreach (var (name, item) in map)
                {
                    json.WritePropertyName(name);
                    Write(json, item);
                }

                json.WriteEndObject();
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
