using System.Collections;
using System.Globalization;
using System.Text;
using NewsGraph.Neo4j.Planning;

namespace NewsGraph.Neo4j.Exporting;

/// <summary>Files for <c>neo4j-admin database import full</c>: an empty database filled at once, with the same nodes and relationships as a push.</summary>
public static class BulkCsv
{
    private const char ListSeparator = '\u001f';

    /// <summary>Columns of nodes and relationships; the attributes of relations come after them.</summary>
    private static readonly string[] EntityColumns =
    [
        "id:ID(Entity)", "name", "type", "aliases:string[]", "mentions:long", "articles:long", "subtype", "wikidata", "unnamed:boolean",
        "quantityValue:double", "quantityApproximation", "quantityUnit", "quantityText", ":LABEL",
    ];

    /// <summary>Writes the files into a folder that exists; returns the arguments of the import command.</summary>
    public static IReadOnlyList<string> Write(IEnumerable<ArticleRecord> articles, string folder)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var records = articles.ToList();
        var edges = DirectEdges.Of(records);
        var attributes = records.SelectMany(a => a.Relations).SelectMany(r => r.Attributes).Select(a => a.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        List<string> arguments = [$"--array-delimiter=U+{(int)ListSeparator:X4}", "--multiline-fields=true", "--id-type=string"];
        void File(string kind, string name, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows)
        {
            using var writer = new StreamWriter(Path.Combine(folder, name), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            writer.WriteLine(string.Join(',', columns));
            foreach (var row in rows)
            {
                writer.WriteLine(string.Join(',', row.Select(Field)));
            }

            arguments.Add($"--{kind}={name}");
        }

        File("nodes", "articles.csv", ["id:ID(Article)", "name", "title", "source", "published:date", "url", "language", "digest", ":LABEL"],
            records.Select(a => new object?[] { a.Id, GraphPlanner.Clip(a.Title), a.Title, a.Source, a.Published, a.Url, a.Language, a.Digest, "Article" }));
        File("nodes", "sentences.csv", ["id:ID(Sentence)", "name", "index:long", "text", "start:long", "end:long", "part", ":LABEL"],
            records.SelectMany(a => ParameterRows.Of([a], (key, _) => key).Sentences).Select(s => new[] { s["id"], s["name"], s["index"], s["text"], s["start"], s["end"], s["part"], "Sentence" }));
        File("nodes", "entities.csv", EntityColumns, Entities(records));
        File("nodes", "relations.csv",
            ["id:ID(Relation)", "name", "type", "plover", "mode", "article", "trigger", "time:date", "timeStart:date", "timeEnd:date", "timeValue", "polarity", "modality", "confidence:double", "extractor", "voice", "sources:string[]", "claim", "edge", .. attributes, ":LABEL"],
            records.SelectMany(a => a.Relations.Select(r => RelationRow(a, r, attributes))));
        File("relationships", "part-of-article.csv", [":START_ID(Sentence)", ":END_ID(Article)", ":TYPE"],
            records.SelectMany(a => a.Sentences.Select(s => new object?[] { s.Id, a.Id, "PART_OF_ARTICLE" })));
        File("relationships", "mentioned-in.csv",
            [":START_ID(Entity)", ":END_ID(Article)", "key", "count:long", "kinds:string[]", "name", "aliases:string[]", "type", "subtype", "wikidata", "quantityValue:double", "quantityApproximation", "quantityUnit", "quantityText", ":TYPE"],
            records.SelectMany(a => a.Entities.Select(e =>
            {
                var m = ParameterRows.Contribution(e);
                return new[] { e.Node, a.Id, e.Node, e.Count, e.Kinds, m["name"], m["aliases"], m["type"], e.Subtype, e.Wikidata, m.GetValueOrDefault("quantityValue"), m.GetValueOrDefault("quantityApproximation"), m.GetValueOrDefault("quantityUnit"), m.GetValueOrDefault("quantityText"), "MENTIONED_IN" };
            })));
        File("relationships", "evidenced-by.csv", [":START_ID(Relation)", ":END_ID(Sentence)", "start:long", "end:long", ":TYPE"],
            records.SelectMany(a => a.Relations.Select(r => new object?[] { r.Id, r.Sentence, r.Start, r.End, "EVIDENCED_BY" })));
        File("relationships", "participants.csv", [":START_ID(Relation)", ":END_ID(Entity)", "key", "role", "cue", "kind", "time:date", "timeStart:date", "timeEnd:date", ":TYPE"],
            records.SelectMany(a => a.Relations.SelectMany(Participants)));
        File("relationships", "edges.csv",
            [":START_ID(Entity)", ":END_ID(Entity)", "key", "plover", "mode", "time:date", "timeStart:date", "timeEnd:date", "timeValue", "polarity", "modality", "confidence:double", "count:long", "articles:string[]", "sources:string[]", "voice", "relationIds:string[]", .. attributes, ":TYPE"],
            edges.Select(e => EdgeRow(e, attributes)));
        return arguments;
    }

    private static IEnumerable<IEnumerable<object?>> Entities(List<ArticleRecord> records)
    {
        foreach (var group in records.SelectMany(a => a.Entities.Select(e => (Article: a.Id, Entity: e))).GroupBy(e => e.Entity.Node, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // The order of Statements.DescribeEntities.
            var all = group
                .Select(e => (e.Article, e.Entity, Name: GraphPlanner.Clip(e.Entity.Name)))
                .OrderByDescending(e => e.Entity.Count).ThenByDescending(e => e.Name.Length).ThenBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.Article, StringComparer.Ordinal)
                .ToList();
            var (_, best, name) = all[0];
            var wordings = all.SelectMany(e => e.Entity.Aliases.Select(a => GraphPlanner.Clip(a)).Append(e.Name)).Where(w => !string.Equals(w, name, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            yield return
            [
                group.Key, name, best.Type.ToString(), wordings.ToList(), all.Sum(e => e.Entity.Count), all.Select(e => e.Article).Distinct(StringComparer.Ordinal).Count(),
                all.Select(e => e.Entity.Subtype).FirstOrDefault(s => s is not null), all.Select(e => e.Entity.Wikidata).FirstOrDefault(w => w is not null),
                all.TrueForAll(e => !e.Entity.Kinds.Contains("name", StringComparer.Ordinal)) ? true : null,
                (double?)best.Quantity?.Value, best.Quantity?.ApproximationName, best.Quantity?.Unit, best.Quantity?.Text,
                $"Entity;{best.Type}",
            ];
        }
    }

    private static IEnumerable<object?> RelationRow(ArticleRecord article, RelationRecord relation, List<string> attributes)
    {
        var claim = relation is { Subject: { } s, Object: { } o } ? new Claim(relation.Type, s, o) : (Claim?)null;
        var values = relation.Attributes.ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
        return
        [
            relation.Id, relation.Name, relation.Type, relation.Plover, relation.Mode, article.Id, relation.Trigger,
            Day(relation.Time), relation.Time?.First, relation.Time?.Last, relation.TimeValue, relation.Polarity, relation.Modality, relation.Confidence,
            relation.Extractor, relation.Attributions.Count == 0 ? "article" : "attributed", ParameterRows.Sources(relation), claim?.Key, claim?.EdgeKey(relation.Attributes, relation.TimeValue),
            .. attributes.Select(a => values.GetValueOrDefault(a)), "Relation",
        ];
    }

    private static IEnumerable<object?[]> Participants(RelationRecord r)
    {
        if (r.Subject is { } subject)
        {
            yield return [r.Id, subject, subject, null, null, null, null, null, null, "SUBJECT"];
        }

        if (r.Object is { } @object)
        {
            yield return [r.Id, @object, @object, null, null, null, null, null, null, "OBJECT"];
        }

        foreach (var (role, node) in r.Arguments)
        {
            yield return [r.Id, node, node, role, null, null, null, null, null, "ARGUMENT"];
        }

        foreach (var by in r.Attributions.Where(a => a.Node is not null))
        {
            yield return [r.Id, by.Node, by.Node, null, by.Cue, by.Kind, Day(by.Time), by.Time?.First, by.Time?.Last, "ATTRIBUTED_TO"];
        }
    }

    private static IEnumerable<object?> EdgeRow(DirectEdge edge, List<string> attributes)
    {
        var first = edge.Relations[0].Relation;
        var values = first.Attributes.ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
        return
        [
            edge.Claim.Subject, edge.Claim.Object, edge.Key, first.Plover, first.Mode, Day(first.Time), first.Time?.First, first.Time?.Last, first.TimeValue, first.Polarity, first.Modality,
            edge.Relations.Max(r => r.Relation.Confidence), edge.Relations.Count, edge.Relations.Select(r => r.Article).Distinct(StringComparer.Ordinal).ToList(),
            edge.Relations.SelectMany(r => ParameterRows.Sources(r.Relation)).Distinct(StringComparer.Ordinal).ToList(),
            edge.Relations.Any(r => r.Relation.Attributions.Count == 0) ? "article" : "attributed", edge.Relations.Select(r => r.Relation.Id).ToList(),
            .. attributes.Select(a => values.GetValueOrDefault(a)), edge.Claim.Type,
        ];
    }

    private static DateOnly? Day(CalendarSpan? time) => time is { } t && t.First == t.Last ? t.First : null;

    private static string Field(object? value)
    {
        var text = value switch
        {
            null => "",
            string s => s,
            bool flag => flag ? "true" : "false",
            DateOnly day => ParameterRows.Iso(day)!,
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IEnumerable list => string.Join(ListSeparator, list.Cast<string>().Select(s => s.Replace(ListSeparator, ' '))),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        // Always quoted where there is anything: an unquoted empty field is no value, a quoted one is the empty string.
        return value is null ? "" : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
