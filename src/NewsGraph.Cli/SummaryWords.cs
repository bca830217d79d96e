using System.Globalization;
using NewsGraph.Analyzing;
using NewsGraph.Knowledge;

namespace NewsGraph.Cli;

/// <summary>The wording that the plain summary and the coloured one share, and how much of a long list each shows.</summary>
internal static class SummaryWords
{
    public const int EntitiesPerType = 12;
    public const int Happenings = 60;
    public const int Speakers = 12;
    public const int ClaimsPerSpeaker = 6;
    public const int Figures = 20;
    public const int Timeline = 30;
    public const int Central = 5;
    private const int LongestQuote = 150;
    private const int Aliases = 4;

    public static string Title(GraphSummary summary) => summary.Articles.Count == 1
        ? summary.Articles[0].Title ?? summary.Articles[0].Id
        : $"{summary.Articles.Count} articles";

    /// <summary>"Euronews · Monday 10 January 2022 · 27 sentences → 37 entities, 45 relations, 15 claims".</summary>
    public static string Subtitle(GraphSummary summary)
    {
        List<string> parts = [];
        if (summary.Articles.Count == 1)
        {
            var article = summary.Articles[0];
            if (article.Source is not null)
            {
                parts.Add(article.Source);
            }

            parts.Add(article.Published is { } day ? day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture) : "no date given (--published sets one), so \"on Monday\" stays open");
        }
        else
        {
            var dates = summary.Articles.Select(a => a.Published).OfType<DateOnly>().Order().ToList();
            if (dates.Count > 0)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{dates[0]:d MMMM yyyy} to {dates[^1]:d MMMM yyyy}"));
            }
        }

        var sentences = summary.Articles.Sum(a => a.Sentences);
        parts.Add($"{Count(sentences, "sentence")} → {Count(summary.Facts.Vertices, "entity", "entities")}, {Count(summary.Facts.Relations, "relation")}, {Count(summary.Facts.Statements, "claim")}");
        return string.Join(" · ", parts);
    }

    public static string Heading(EntityType type) => type switch
    {
        EntityType.Person => "Persons",
        EntityType.Organization => "Organizations",
        EntityType.Country => "Countries",
        EntityType.Place => "Places",
        EntityType.Group => "Groups",
        EntityType.Event => "Events",
        EntityType.Law => "Laws",
        _ => "Things",
    };

    /// <summary>Up to four aliases, those that add something to the name.</summary>
    public static string AliasesOf(Entity entity)
    {
        var aliases = entity.Aliases.Where(a => !entity.Name.Contains(a, StringComparison.OrdinalIgnoreCase)).ToList();
        var shown = string.Join("; ", aliases.Take(Aliases).Select(a => Cut(a, 60)));
        return aliases.Count > Aliases ? $"{shown}; …" : shown;
    }

    public static string Relation(Happening happening) =>
        $"{Cut(happening.Subject ?? "?", 60)} {happening.Relation.Type} {Cut(happening.Object ?? "?", 60)}";

    /// <summary>Attributes and further arguments: "office: president; place: Almaty".</summary>
    public static string Details(Happening happening) =>
        string.Join("; ", happening.Relation.Attributes.Select(a => $"{a.Key}: {a.Value}"));

    /// <summary>"164 people killed, three children among them".</summary>
    public static string Figure(Figure figure)
    {
        var text = figure.What is null ? figure.Text : $"{figure.Text}: {figure.What}";
        return figure.Includes.Count == 0 ? text : $"{text}, {string.Join(", ", figure.Includes)} among them";
    }

    /// <summary>"Health Ministry, Sunday 9 January 2022"; empty where nothing is known.</summary>
    public static string Provenance(Figure figure) =>
        string.Join(", ", figure.Sources.Append(figure.Time is null ? null : CalendarText.Readable(figure.Time)).OfType<string>());

    public static string Quote(Claim claim)
    {
        var text = Cut(claim.Text, LongestQuote);
        return claim.Kind == SpeechKind.Direct ? $"“{text.Trim('"', '“', '”', ' ')}”" : text;
    }

    public static string GraphLine(GraphFacts facts) =>
        $"{Count(facts.Vertices, "vertex", "vertices")}, {Count(facts.Edges, "edge")}, {Count(facts.Components, "component")} (largest {facts.Largest}), {facts.Isolated} without an edge";

    public static string Central1(CentralEntity central) =>
        string.Create(CultureInfo.InvariantCulture, $"{central.Entity.Name} ({Count(central.Degree, "edge")}, PageRank {central.PageRank:0.000})");

    public static string Count(int number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>Cuts at a word, never inside a surrogate pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', length);
        end = end < length / 2 ? length : end;
        if (char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return text[..end] + "…";
    }
}
