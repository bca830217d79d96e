using NewsGraph.Texts;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace NewsGraph.Scoring;

/// <summary>A sentence of the gold file by its key ("title", "s5"); sentences cover the text without gaps.</summary>
public sealed record GoldSentence(string Key, TextSpan Span);

/// <summary>A span with its text and the key of its sentence.</summary>
public sealed record GoldSpan(TextSpan Span, string Text, string Sentence);

public sealed record GoldEntity(string Id, string Type, string Name, IReadOnlyList<GoldSpan> Mentions);

/// <summary>A relation that a careful reader takes from the article.</summary>
public sealed record GoldRelation
{
    /// <summary>Accepted types, best first.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Accepted entities; null among them: the text names none.</summary>
    public required IReadOnlyList<string?> Subjects { get; init; }

    public required IReadOnlyList<string?> Objects { get; init; }

    public required GoldSpan Trigger { get; init; }

    /// <summary>True where a reader who misses it has not understood the article.</summary>
    public bool IsCore { get; init; }

    public bool IsSymmetric { get; init; }

    public string Polarity { get; init; } = "positive";

    public string Modality { get; init; } = "actual";

    public string? Time { get; init; }

    public string? Office { get; init; }

    /// <summary>Entities on whose word it stands; empty: the article's own voice.</summary>
    public IReadOnlyList<string> Attribution { get; init; } = [];
}

/// <summary>True of the text but not expected: neither rewarded nor punished.</summary>
public sealed record GoldAcceptable(IReadOnlyList<string> Types, IReadOnlyList<string?> Subjects, IReadOnlyList<string?> Objects);

public sealed record GoldAttribution(string Source, GoldSpan Cue, GoldSpan Content, string Kind, string? Time);

public sealed record GoldTime(GoldSpan Span, string Value);

/// <param name="Value">Null for "dozens".</param>
public sealed record GoldQuantity(GoldSpan Span, decimal? Value, string Approximation);

/// <summary>A <c>news-gold/1</c> file: one article as a careful reader understands it.</summary>
public sealed class GoldFile
{
    public const string Format = "news-gold/1";

    private GoldFile(JObject json)
    {
        Article = (string)json["article"]!;
        Published = (string?)json["published"];
        Sentences = [.. Items(json, "sentences").Select(s => new GoldSentence((string)s["key"]!, Bounds(s)))];
        Entities = [.. ((JObject)json["entities"]!).Properties().Select(Entity)];
        Relations = [.. Items(json, "relations").Select(Relation)];
        Acceptable = [.. Items(json, "acceptable").Select(x => new GoldAcceptable(Texts(x["type"]), Options(x["subject"]), Options(x["object"])))];
        Attributions = [.. Items(json, "attributions").Select(a => new GoldAttribution((string)a["source"]!, Span(a["cue"]!), Span(a["content"]!), (string)a["kind"]!, (string?)a["time"]))];
        Times = [.. Items(json, "times").Select(t => new GoldTime(Span(t), (string)t["value"]!))];
        Quantities = [.. Items(json, "quantities").Select(q => new GoldQuantity(Span(q), (decimal?)q["value"], (string)q["approximation"]!))];
    }

    public string Article { get; }

    /// <summary>ISO 8601 day.</summary>
    public string? Published { get; }

    public IReadOnlyList<GoldSentence> Sentences { get; }

    public IReadOnlyList<GoldEntity> Entities { get; }

    public IReadOnlyList<GoldRelation> Relations { get; }

    public IReadOnlyList<GoldAcceptable> Acceptable { get; }

    public IReadOnlyList<GoldAttribution> Attributions { get; }

    public IReadOnlyList<GoldTime> Times { get; }

    public IReadOnlyList<GoldQuantity> Quantities { get; }

    /// <exception cref="InvalidDataException">Not a gold file; the message names the file.</exception>
    public static GoldFile Read(string path)
    {
        try
        {
            using var reader = new JsonTextReader(new StreamReader(path)) { DateParseHandling = DateParseHandling.None };
            var json = JObject.Load(reader);
            return (string?)json["format"] == Format
                ? new GoldFile(json)
                : throw new InvalidDataException($"{path} is no gold file: its format is '{json["format"]}', not {Format}.");
        }
        catch (Exception error) when (error is JsonException or ArgumentException or NullReferenceException or InvalidCastException or FormatException)
        {
            throw new InvalidDataException($"{path} is no readable {Format} file: {error.Message}", error);
        }
    }

    /// <summary>Key of the sentence at a position, or null.</summary>
    public string? SentenceAt(int position)
    {
        foreach (var sentence in Sentences)
        {
            if (sentence.Span.Contains(position))
            {
                return sentence.Key;
            }
        }

        return null;
    }

    private static IEnumerable<JToken> Items(JObject json, string name) => json[name] as JArray ?? [];

    private static TextSpan Bounds(JToken o) => new((int)o["start"]!, (int)o["end"]!);

    private static GoldSpan Span(JToken o) => new(Bounds(o), (string)o["text"]!, (string)o["sentence"]!);

    private static GoldEntity Entity(JProperty p) => new(p.Name, (string)p.Value["type"]!, (string)p.Value["name"]!, [.. ((JArray)p.Value["mentions"]!).Select(Span)]);

    private static List<string> Texts(JToken? value) => value is JArray list ? [.. list.Select(v => (string)v!)] : value is null ? [] : [(string)value!];

    private static List<string?> Options(JToken? value) => value is JArray list ? [.. list.Select(v => (string?)v)] : [(string?)value];

    private static GoldRelation Relation(JToken r) => new()
    {
        Types = Texts(r["type"]),
        Subjects = Options(r["subject"]),
        Objects = Options(r["object"]),
        Trigger = Span(r["trigger"]!),
        IsCore = (bool)r["core"]!,
        IsSymmetric = (bool?)r["symmetric"] ?? false,
        Polarity = (string?)r["polarity"] ?? "positive",
        Modality = (string?)r["modality"] ?? "actual",
        Time = (string?)r["time"],
        Office = (string?)r["office"],
        Attribution = Texts(r["attribution"]),
    };
}
