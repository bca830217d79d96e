using System.Globalization;
using NewsGraph.Assembling;
using NewsGraph.Knowledge;
using NewsGraph.Reading;
using NewsGraph.Texts;

namespace NewsGraph.Scoring;

/// <summary>The scores of a folder of gold files, with their means.</summary>
public sealed record GoldReport(IReadOnlyList<GoldScores> Articles)
{
    /// <summary>Means over the articles of the seven figures of <see cref="GoldScores.Summary"/>; a figure counts only where the gold file has something of its kind.</summary>
    public IReadOnlyList<(string Name, double Value)> Means
    {
        get
        {
            List<(string, double)> means = [];
            for (var i = 0; Articles.Count > 0 && i < Articles[0].Summary.Count; i++)
            {
                var values = Articles.Where(a => HasAny(a, i)).Select(a => a.Summary[i].Value).ToList();
                means.Add((Articles[0].Summary[i].Name, values.Count == 0 ? 0 : values.Average()));
            }

            return means;
        }
    }

    /// <summary>All articles as one: the counts added up.</summary>
    public GoldScores Total => new()
    {
        Article = $"{Articles.Count} articles",
        Entities = Sum(a => a.Entities),
        Typed = Sum(a => a.Typed),
        Mentions = Sum(a => a.Mentions),
        Split = Articles.Sum(a => a.Split),
        Merged = Articles.Sum(a => a.Merged),
        Relations = Sum(a => a.Relations),
        Core = Sum(a => a.Core),
        Invented = Articles.Sum(a => a.Invented),
        Attributes = Articles.Count == 0 ? [] : [.. Articles[0].Attributes.Select(x => (x.Name, Sum(a => a[x.Name])))],
        Attributions = Sum(a => a.Attributions),
        StrayCues = Articles.Sum(a => a.StrayCues),
        Times = Sum(a => a.Times),
        Quantities = Sum(a => a.Quantities),
    };

    /// <summary>A table: one row an article, then the means.</summary>
    public string ToText()
    {
        List<string> lines = [];
        var width = Articles.Select(a => a.Article.Length).Append(8).Max();
        foreach (var article in Articles)
        {
            lines.Add(Row(article.Article, article.Summary));
        }

        lines.Add(Row("mean", Means));
        return string.Join('\n', lines) + "\n\nall together\n" + Total.ToText();

        string Row(string name, IReadOnlyList<(string Name, double Value)> figures) =>
            name.PadRight(width) + "  " + string.Join("  ", figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name} {f.Value:F3}")));
    }

    private Count Sum(Func<GoldScores, Count> figure) => new(Articles.Sum(a => figure(a).Right), Articles.Sum(a => figure(a).All));

    private static bool HasAny(GoldScores a, int figure) => figure switch
    {
        0 => a.Entities.All > 0,
        1 => a.Mentions.All > 0,
        2 => a.Core.All > 0,
        3 => a.Relations.All > 0,
        4 => a.Attributions.All > 0,
        5 => a.Times.All > 0,
        _ => a.Quantities.All > 0,
    };
}

/// <summary>Runs the pipeline over a folder of gold files and scores it.</summary>
public static class GoldEvaluation
{
    /// <summary>
    /// Every <c>NAME.gold.json</c> of the folder whose text <c>NAME.txt</c> stands beside it, in <c>articles/</c> below it,
    /// or in one of <paramref name="texts"/>; in order of their names.
    /// </summary>
    /// <param name="texts">Further folders with texts.</param>
    /// <param name="pick">Only articles whose id it accepts.</param>
    /// <exception cref="ArticleFormatException">A text is missing or unreadable.</exception>
    /// <exception cref="InvalidDataException">A gold file is unreadable, or there is none.</exception>
    public static GoldReport Run(string folder, Pipeline pipeline, GraphAssembler assembler, IEnumerable<string>? texts = null, Predicate<string>? pick = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(assembler);
        List<GoldScores> scores = [];
        foreach (var (_, gold, text) in Articles(folder, texts, pick))
        {
            scores.Add(Score(gold, text, pipeline, assembler));
        }

        return scores.Count > 0 ? new GoldReport(scores) : throw new InvalidDataException($"{folder} holds no gold file (NAME.gold.json) that was asked for.");
    }

    /// <summary>The gold files of a folder, each with its id and the path of its text; in order of their ids.</summary>
    /// <inheritdoc cref="Run"/>
    internal static IEnumerable<(string Id, GoldFile Gold, string Text)> Articles(string folder, IEnumerable<string>? texts = null, Predicate<string>? pick = null)
    {
        List<string> places = [folder, Path.Combine(folder, "articles"), .. texts ?? []];
        foreach (var file in Directory.EnumerateFiles(folder, "*.gold.json").Order(StringComparer.Ordinal))
        {
            var id = Path.GetFileName(file)[..^".gold.json".Length];
            if (pick is null || pick(id))
            {
                var text = places.Select(p => Path.Combine(p, id + ".txt")).FirstOrDefault(File.Exists)
                    ?? throw new ArticleFormatException(file, $"has no text: {id}.txt is in none of {string.Join(", ", places)}.", "Put the text beside the gold file.");
                yield return (id, GoldFile.Read(file), text);
            }
        }
    }

    /// <summary>One article; its day of publication is the gold file's.</summary>
    public static GoldScores Score(GoldFile gold, string textPath, Pipeline pipeline, GraphAssembler assembler) =>
        GoldScorer.Score(gold, Graph(gold, textPath, pipeline, assembler));

    /// <summary>The graph of one gold article.</summary>
    public static KnowledgeGraph Graph(GoldFile gold, string textPath, Pipeline pipeline, GraphAssembler assembler)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(assembler);
        return assembler.Assemble([Analyze(gold, textPath, pipeline)]);
    }

    /// <summary>One gold article with all layers; its day of publication is the gold file's.</summary>
    internal static Doc Analyze(GoldFile gold, string textPath, Pipeline pipeline)
    {
        var published = gold.Published is null ? (DateOnly?)null : DateOnly.Parse(gold.Published, CultureInfo.InvariantCulture);
        return pipeline.Run(new ArticleReader().ReadFile(textPath, new ArticleMetadata { Published = published })[0]);
    }
}
