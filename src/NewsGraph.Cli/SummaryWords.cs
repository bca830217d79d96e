using System.Globalization;
using NewsGraph.Analyzing;
using NewsGraph.Knowledge;

namespace NewsGraph.Cli;

/// <summary>The wording that the plain summary and the coloured one share, and how much of a long list each shows.</summary>
internal static class SummaryWords
{
    public const int EntitiesPerType = 12;
    public const int Happenings = 60;
    public const int Background = 30;
    public const int Speakers = 12;
    public const int ClaimsPerSpeaker = 6;
    public const int Figures = 20;
    public const int Timeline = 30;
    public const int Central = 5;
    public const int InShort = 4;
    private const int LongestName = 60;
    private const int LongestQuote = 150;
    private const int Aliases = 4;
    private const int Places = 4;

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

            parts.Add(article.Published is { } day
                ? day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)
                : "no date (--published sets one; without it \"on Monday\" stays open)");
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

    /// <summary>The lines that a reader in a hurry reads: label and text.</summary>
    public static IEnumerable<(string Label, string Text)> InBrief(GraphSummary summary)
    {
        var who = summary.Who.Where(g => g.Type <= EntityType.Place).SelectMany(g => g.Entities).OrderByDescending(e => e.Mentions.Count).Take(Central).ToList();
        if (who.Count > 0)
        {
            yield return ("About", string.Join(", ", who.Select(e => Cut(e.Name, LongestName))));
        }

        var label = "Chief events";
        foreach (var happening in summary.Chief.Take(InShort))
        {
            yield return (label, Relation(happening) + Trailer(happening));
            label = string.Empty;
        }

        label = "Figures";
        foreach (var figure in summary.Figures.Where(f => f.What is not null).OrderByDescending(f => f.Sources.Count > 0).ThenByDescending(f => f.Quantity.Value ?? 0).Take(InShort - 1))
        {
            var provenance = Provenance(figure);
            yield return (label, Figure(figure) + (provenance.Length > 0 ? $" ({provenance})" : string.Empty));
            label = string.Empty;
        }

        var loud = summary.Speakers.Where(s => s.Name is not null).Take(InShort).ToList();
        if (loud.Count > 0)
        {
            yield return ("Most quoted", string.Join(", ", loud.Select(s => $"{Cut(s.Name!, LongestName)} ({s.Claims.Count})")));
        }
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

    /// <summary>Up to four aliases, each wording once, those that add something to the name.</summary>
    public static string AliasesOf(Entity entity)
    {
        var aliases = entity.Aliases
            .Where(a => !entity.Name.Contains(a, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(a => a.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? a[4..] : a, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var shown = string.Join("; ", aliases.Take(Aliases).Select(a => Cut(a, LongestName)));
        return aliases.Count > Aliases ? $"{shown}; …" : shown;
    }

    public static string Relation(Happening happening) => $"{End(happening.Subject)} {happening.Relation.Type} {End(happening.Object)}";

    /// <summary>An end of a relation; "?" where the text leaves it open.</summary>
    public static string End(string? name) => Cut(name ?? "?", LongestName);

    /// <summary>"office: president; status: current".</summary>
    public static string Details(Happening happening) =>
        string.Join("; ", happening.Relation.Attributes.Select(a => $"{a.Key}: {a.Value}"));

    public static string When(Happening happening) => happening.Relation.Time is { } time ? CalendarText.Readable(time.Value) : string.Empty;

    public static string Sources(IReadOnlyList<string> sources) => string.Join(", ", sources.Select(s => Cut(s, LongestName)));

    /// <summary>" (office: president) · 2019 · says Euronews".</summary>
    public static string Trailer(Happening happening)
    {
        var details = Details(happening);
        var when = When(happening);
        return (details.Length > 0 ? $" ({details})" : string.Empty)
            + (when.Length > 0 ? $" · {when}" : string.Empty)
            + (happening.Sources.Count > 0 ? $" · says {Sources(happening.Sources)}" : string.Empty);
    }

    /// <summary>Sentence numbers, with the article where there are several; the first four.</summary>
    public static string Where(GraphSummary summary, IReadOnlyList<Place> places)
    {
        var shown = string.Join(", ", places.Take(Places).Select(p => summary.Articles.Count == 1
            ? p.Sentence.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{p.Article}#{p.Sentence}")));
        return places.Count > Places ? shown + " …" : shown;
    }

    /// <summary>"164 people: killed, three children among them".</summary>
    public static string Figure(Figure figure)
    {
        var text = Cut(figure.Text, LongestName);
        text = figure.What is null ? text : $"{text}: {figure.What}";
        return figure.Includes.Count == 0 ? text : $"{text}, {string.Join(", ", figure.Includes)} among them";
    }

    /// <summary>"Health Ministry, Sunday 9 January 2022"; empty where nothing is known.</summary>
    public static string Provenance(Figure figure) =>
        string.Join(", ", figure.Sources.Select(s => Cut(s, LongestName)).Append(figure.Time is null ? null : CalendarText.Readable(figure.Time)).OfType<string>());

    public static string Quote(Claim claim)
    {
        var text = Cut(claim.Text, LongestQuote);
        return claim.Kind == SpeechKind.Direct ? $"“{text.Trim('"', '“', '”', ' ')}”" : text;
    }

    public static string GraphLine(GraphFacts facts) =>
        $"{Count(facts.Vertices, "vertex", "vertices")}, {Count(facts.Edges, "edge")}, {Count(facts.Components, "component")} (largest {facts.Largest}), {facts.Isolated} without an edge";

    public static string CentralLine(GraphSummary summary) =>
        string.Join(", ", summary.Central.Take(Central).Select(c => string.Create(CultureInfo.InvariantCulture, $"{Cut(c.Entity.Name, LongestName)} ({Count(c.Degree, "edge")}, PageRank {c.PageRank:0.000})")));

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
