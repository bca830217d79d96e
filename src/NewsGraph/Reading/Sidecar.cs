using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace NewsGraph.Reading;

/// <summary>What is known about <c>NAME.txt</c>, in <c>NAME.json</c>: an object with source, published (ISO 8601), url, title, byline, each optional or null.</summary>
internal static class Sidecar
{
    /// <summary>Nothing known if there is no such file.</summary>
    /// <exception cref="ArticleFormatException">The file is no such object.</exception>
    public static ArticleMetadata ReadBeside(string path)
    {
        var sidecar = Path.ChangeExtension(path, ".json");
        if (string.Equals(sidecar, path, StringComparison.Ordinal) || !File.Exists(sidecar))
        {
            return ArticleMetadata.None;
        }

        try
        {
            return Parse(File.ReadAllText(sidecar, new UTF8Encoding(false, throwOnInvalidBytes: true)), sidecar);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            throw new ArticleFormatException(sidecar, $"cannot be read ({error.Message}).", "Make it readable UTF-8, or remove it and give source and date otherwise.", error);
        }
    }

    public static ArticleMetadata Parse(string json, string name)
    {
        JObject values;
        try
        {
            using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = 16 };
            values = JObject.Load(reader);
        }
        catch (JsonException error)
        {
            throw new ArticleFormatException(name, $"is not a JSON object ({error.Message})", "Write it like {\"source\": \"Reuters\", \"published\": \"2016-05-03\", \"url\": null}.", error);
        }

        return new ArticleMetadata
        {
            Source = Text(values, "source", name),
            Url = Text(values, "url", name),
            Title = Text(values, "title", name),
            Byline = Text(values, "byline", name),
            Published = Text(values, "published", name) is { } date
                ? DateLine.ParseDate(date) ?? throw new ArticleFormatException(name, $"has the date \"published\": \"{date}\", which cannot be read.", "Write it as year-month-day, for example \"2016-05-03\".")
                : null,
        };
    }

    private static string? Text(JObject values, string key, string name) => values[key] switch
    {
        null or { Type: JTokenType.Null } => null,
        { Type: JTokenType.String } value => value.Value<string>() is { Length: > 0 } text ? text : null,
        var other => throw new ArticleFormatException(name, $"has \"{key}\" as {other.Type.ToString().ToLowerInvariant()}, not text.", $"Write \"{key}\" as a string or null."),
    };
}
