using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace NewsGraph.Neo4j.Connecting.QueryApi;

/// <summary>Requests and answers of the HTTP Query API v2 as plain JSON.</summary>
internal static class QueryApiJson
{
    /// <summary>The body of a request. Keys that 5.26 does not know are left out: it refuses some of them.</summary>
    public static byte[] Request(CypherStatement statement, AccessMode? mode)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("statement", statement.Text);
            if (statement.Parameters.Count > 0)
            {
                writer.WritePropertyName("parameters");
                Write(writer, statement.Parameters);
            }

            writer.WriteBoolean("includeCounters", true);
            if (mode is { } access)
            {
                writer.WriteString("accessMode", access == AccessMode.Read ? "Read" : "Write");
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Reads <c>data</c> and <c>counters</c>; errors are the caller's.</summary>
    public static QueryResult Result(JsonElement root)
    {
        var fields = new List<string>();
        var rows = new List<IReadOnlyList<object?>>();
        if (root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object)
        {
            foreach (var field in data.GetProperty("fields").EnumerateArray())
            {
                fields.Add(field.GetString()!);
            }

            foreach (var row in data.GetProperty("values").EnumerateArray())
            {
                rows.Add((IReadOnlyList<object?>)Value(row)!);
            }
        }

        return new QueryResult(fields, rows, root.TryGetProperty("counters", out var counters) ? Counters(counters) : default);
    }

    private static UpdateCounters Counters(JsonElement counters)
    {
        long Of(string name) => counters.TryGetProperty(name, out var value) && value.TryGetInt64(out var number) ? number : 0;
        return new UpdateCounters(
            Of("nodesCreated"),
            Of("nodesDeleted"),
            Of("relationshipsCreated"),
            Of("relationshipsDeleted"),
            Of("propertiesSet"),
            Of("labelsAdded"),
            Of("constraintsAdded") + Of("constraintsRemoved") + Of("indexesAdded") + Of("indexesRemoved"));
    }

    private static object? Value(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                return null;
            case JsonValueKind.String:
                return value.GetString();
            case JsonValueKind.True or JsonValueKind.False:
                return value.GetBoolean();
            case JsonValueKind.Number:
                // An INTEGER comes without, a FLOAT with a point or exponent.
                var text = value.GetRawText();
                return text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 && value.TryGetInt64(out var number) ? (object)number : value.GetDouble();
            case JsonValueKind.Array:
                var items = new List<object?>(value.GetArrayLength());
                foreach (var item in value.EnumerateArray())
                {
                    items.Add(Value(item));
                }

                return items;
            default:
                // A node or relationship: what identifies it inside the server is of no use outside.
                if (value.TryGetProperty("elementId", out _) && value.TryGetProperty("properties", out var properties))
                {
                    var isNode = value.TryGetProperty("labels", out var labels);
                    IReadOnlyList<string> kinds = isNode ? [.. labels.EnumerateArray().Select(l => l.GetString()!)] : [value.GetProperty("type").GetString()!];
                    return new GraphElement(isNode, kinds, (IReadOnlyDictionary<string, object?>)Value(properties)!);
                }

                var map = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var property in value.EnumerateObject())
                {
                    map[property.Name] = Value(property.Value);
                }

                return map;
        }
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(WellFormed(text));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                // 1 would be read as INTEGER.
                writer.WriteRawValue(number.ToString("R", CultureInfo.InvariantCulture) is var digits && digits.AsSpan().IndexOfAny('.', 'E') < 0 ? digits + ".0" : digits);
                break;
            case IReadOnlyDictionary<string, object?> map:
                writer.WriteStartObject();
                foreach (var (key, item) in map)
                {
                    writer.WritePropertyName(key);
                    Write(writer, item);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A parameter of type {value.GetType().Name} has no Cypher value.", nameof(value));
        }
    }

    /// <summary>Half a surrogate pair has no UTF-8; it becomes U+FFFD.</summary>
    public static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                {
                    i++;
                    continue;
                }

                var repaired = new System.Text.StringBuilder(text.Length);
                foreach (var rune in text.EnumerateRunes())
                {
                    repaired.Append(rune);
                }

                return repaired.ToString();
            }
        }

        return text;
    }
}
