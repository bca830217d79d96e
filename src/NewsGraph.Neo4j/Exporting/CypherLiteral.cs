using System.Collections;
using System.Globalization;
using System.Text;
using NewsGraph.Neo4j.Connecting;

namespace NewsGraph.Neo4j.Exporting;

/// <summary>Values as literals of Cypher, for files: there a value cannot be a parameter.</summary>
internal static class CypherLiteral
{
    public static void Append(StringBuilder output, object? value)
    {
        switch (value)
        {
            case null:
                output.Append("null");
                break;
            case string text:
                AppendString(output, text);
                break;
            case bool flag:
                output.Append(flag ? "true" : "false");
                break;
            case int or long:
                output.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
            case double number:
                var digits = number.ToString("R", CultureInfo.InvariantCulture);
                output.Append(digits).Append(digits.AsSpan().IndexOfAny('.', 'E') < 0 ? ".0" : "");
                break;
            case IReadOnlyDictionary<string, object?> map:
                output.Append('{');
                var first = true;
                foreach (var (key, item) in map)
                {
                    // Keys are names of properties: letters, digits and _ (GraphPlanner.PropertyName).
                    output.Append(first ? "" : ", ").Append(key).Append(": ");
                    Append(output, item);
                    first = false;
                }

                output.Append('}');
                break;
            case IEnumerable items:
                output.Append('[');
                var separator = "";
                foreach (var item in items)
                {
                    output.Append(separator);
                    Append(output, item);
                    separator = ", ";
                }

                output.Append(']');
                break;
            default:
                throw new ArgumentException($"A value of type {value.GetType().Name} has no Cypher literal.", nameof(value));
        }
    }

    /// <summary>
    /// In single quotes. The server replaces <c>\uXXXX</c> before it reads the string, even after another backslash, so a backslash
    /// before a u would let text escape from its quotes: it is written by its own number, and so is all that ends a line, since
    /// shells read scripts by lines.
    /// </summary>
    private static void AppendString(StringBuilder output, string text)
    {
        output.Append('\'');
        foreach (var c in text)
        {
            switch (c)
            {
                case '\'':
                    output.Append("\\'");
                    break;
                case '\\':
                    output.Append(@"\u005C\u005C");
                    break;
                case '\n':
                    output.Append("\\n");
                    break;
                case '\r':
                    output.Append("\\r");
                    break;
                case '\t':
                    output.Append("\\t");
                    break;
                case < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or (>= '\ud800' and <= '\udfff'):
                    output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
                    break;
                default:
                    output.Append(c);
                    break;
            }
        }

        output.Append('\'');
    }
}
