using System.Globalization;
using NewsGraph.Analyzing;
using NewsGraph.Writing;
using Newtonsoft.Json;

namespace NewsGraph.Cli;

/// <summary>The summary for machines: one JSON object with the sections of the text, complete.</summary>
internal static class SummaryJson
{
    public static void Write(GraphSummary summary, TextWriter output)
    {
        output.NewLine = "\n";
        using var json = new JsonTextWriter(output) { CloseOutput = false, Formatting = Formatting.Indented };
        json.WriteStartObject();
        List(json, "articles", summary.Articles, a => Object(
            json, ("id", a.Id), ("title", a.Title), ("source", a.Source), ("published", a.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("url", a.Url), ("sentences", a.Sentences)));
        List(json, "who", summary.Who.SelectMany(g => g.Entities), e => Object(
            json, ("id", e.Id), ("type", e.Type.ToString()), ("name", e.Name), ("aliases", e.Aliases), ("mentions", e.Mentions.Count)));
        List(json, "happened", summary.Happenings, h => Happening(json, h));
        List(json, "background", summary.Background, h => Happening(json, h));
        List(json, "claims", summary.Speakers.SelectMany(s => s.Claims.Select(c => (Speaker: s, Claim: c))), x => Object(
            json,
            ("speaker", x.Speaker.Name),
            ("place", Place(x.Claim.Place)),
            ("cue", x.Claim.Cue),
            ("kind", GraphFormat.NameOf(x.Claim.Kind)),
            ("time", x.Claim.Time),
            ("text", x.Claim.Text)));
        List(json, "figures", summary.Figures, f => Object(
            json,
            ("entity", f.Entity.Id),
            ("text", f.Text),
            ("value", f.Quantity.Value),
            ("approximation", f.Quantity.ApproximationName),
            ("unit", f.Quantity.Unit),
            ("includes", f.Includes),
            ("what", f.What),
            ("marks", f.Marks),
            ("says", f.Sources),
            ("time", f.Time),
            ("place", Place(f.Place))));
        List(json, "timeline", summary.Timeline, t => Object(
            json, ("time", t.Time), ("text", t.Text), ("marks", t.Marks), ("says", t.Sources), ("place", Place(t.Place))));
        json.WritePropertyName("graph");
        var facts = summary.Facts;
        Object(
            json,
            ("vertices", facts.Vertices),
            ("edges", facts.Edges),
            ("relations", facts.Relations),
            ("claims", facts.Statements),
            ("times", facts.Times),
            ("components", facts.Components),
            ("largestComponent", facts.Largest),
            ("isolated", facts.Isolated));
        List(json, "central", summary.Central, c => Object(
            json, ("entity", c.Entity.Id), ("name", c.Entity.Name), ("degree", c.Degree), ("pageRank", Math.Round(c.PageRank, 6))));
        json.WriteEndObject();
        json.Flush();
        output.WriteLine();
        output.Flush();
    }

    private static void Happening(JsonTextWriter json, Happening h) => Object(
        json,
        ("relation", h.Relation.Id),
        ("places", h.Places.Select(Place).ToList()),
        ("subject", h.Subject),
        ("type", h.Relation.Type),
        ("object", h.Object),
        ("attributes", h.Relation.Attributes.Select(a => $"{a.Key}: {a.Value}").ToList()),
        ("time", h.Relation.Time?.Value),
        ("polarity", GraphFormat.NameOf(h.Relation.Polarity)),
        ("modality", GraphFormat.NameOf(h.Relation.Modality)),
        ("says", h.Sources),
        ("confidence", Math.Round(h.Relation.Confidence, 3)));

    /// <summary>The sentence's id, as in the graph.</summary>
    private static string Place(Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.Article}#{place.Sentence}");

    private static void List<T>(JsonTextWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private static void Object(JsonTextWriter json, params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            json.WritePropertyName(name);
            if (value is IReadOnlyList<string> texts)
            {
                json.WriteStartArray();
                foreach (var text in texts)
                {
                    json.WriteValue(text);
                }

                json.WriteEndArray();
            }
            else
            {
                json.WriteValue(value);
            }
        }

        json.WriteEndObject();
    }
}
