using System.Globalization;

namespace NewsGraph.Scoring;

/// <summary>How many of how many.</summary>
public readonly record struct Count(int Right, int All)
{
    /// <summary>Right / All; 0 of 0 is <see cref="double.NaN"/>.</summary>
    public double Share => All == 0 ? double.NaN : (double)Right / All;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Right}/{All}");
}

/// <summary>Something the graph lacks, has wrongly, or has beyond the gold file.</summary>
/// <param name="Kind">"entity missed", "entity split", "relation missed", "relation missed (not core)", "relation wrong", "relation not in gold", "attribution missed", "time missed", "quantity missed".</param>
/// <param name="Sentence">Key of the gold sentence, where there is one.</param>
public sealed record GoldError(string Kind, string? Sentence, string What)
{
    public override string ToString() => Sentence is null ? $"{Kind}: {What}" : $"{Kind} [{Sentence}]: {What}";
}

/// <summary>All figures of one article against its gold file.</summary>
public sealed record GoldScores
{
    public required string Article { get; init; }

    /// <summary>Gold entities with at least one mention found.</summary>
    public required Count Entities { get; init; }

    public required Count Typed { get; init; }

    /// <summary>Gold mentions that belong to the system's entity which most mentions of their entity belong to.</summary>
    public required Count Mentions { get; init; }

    /// <summary>Further system entities over which gold entities are spread.</summary>
    public required int Split { get; init; }

    /// <summary>Gold entities that share a system entity with another one.</summary>
    public required int Merged { get; init; }

    public required Count Relations { get; init; }

    public required Count Core { get; init; }

    /// <summary>Relations of the graph that are neither in the gold file nor acceptable.</summary>
    public required int Invented { get; init; }

    /// <summary>Of the found: "polarity", "modality", "time", "office", "attribution", in this order.</summary>
    public required IReadOnlyList<(string Name, Count Count)> Attributes { get; init; }

    public required Count Attributions { get; init; }

    /// <summary>Attributions whose cue is no cue of the gold file.</summary>
    public required int StrayCues { get; init; }

    public required Count Times { get; init; }

    public required Count Quantities { get; init; }

    public IReadOnlyList<GoldError> Errors { get; init; } = [];

    public double Precision => Ratio(Relations.Right, Relations.Right + Invented);

    public double Recall => Ratio(Relations.Right, Relations.All);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public Count this[string attribute] => Attributes.FirstOrDefault(a => a.Name == attribute).Count;

    /// <summary>The seven figures of the summary line by name.</summary>
    public IReadOnlyList<(string Name, double Value)> Summary =>
    [
        ("entity", Ratio(Entities.Right, Entities.All)),
        ("coref", Ratio(Mentions.Right, Mentions.All)),
        ("relation_core_recall", Ratio(Core.Right, Core.All)),
        ("relation_f1", F1),
        ("attribution", Ratio(Attributions.Right, Attributions.All)),
        ("time", Ratio(Times.Right, Times.All)),
        ("quantity", Ratio(Quantities.Right, Quantities.All)),
    ];

    /// <summary>One line a figure; the last is the summary.</summary>
    public string ToText()
    {
        List<string> lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"entities: found {Entities}, right type {Typed}, mentions resolved to the right entity {Mentions} = {Ratio(Mentions.Right, Mentions.All):F3}, split {Split}, wrongly merged {Merged}"),
            string.Create(CultureInfo.InvariantCulture, $"relations: found {Relations} (core {Core}), not in gold {Invented}, P {Precision:F3} R {Recall:F3} F1 {F1:F3}"),
        ];
        lines.AddRange(Attributes.Where(a => a.Count.All > 0).Select(a => $"  of the found, right {a.Name}: {a.Count}"));
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"attributions: found {Attributions}, with a cue not in gold {StrayCues}"));
        lines.Add($"times: right {Times}");
        lines.Add($"quantities: right {Quantities}");
        lines.Add("summary: " + string.Join(' ', Summary.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Name} {s.Value:F3}"))));
        return string.Join('\n', lines) + "\n";
    }

    private static double Ratio(int right, int all) => all == 0 ? 0 : (double)right / all;
}
