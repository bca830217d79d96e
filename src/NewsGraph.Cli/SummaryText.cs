using NewsGraph.Analyzing;

namespace NewsGraph.Cli;

/// <summary>The summary as plain text: for pipes, files and terminals without colours.</summary>
internal static class SummaryText
{
    public static void Write(GraphSummary summary, TextWriter output, bool full)
    {
        output.NewLine = "\n";
        output.WriteLine(SummaryWords.Title(summary));
        output.WriteLine(SummaryWords.Subtitle(summary));
        WriteWho(summary, output, full);
        WriteHappenings(summary, output, full);
        WriteSpeakers(summary, output, full);
        WriteFigures(summary, output, full);
        WriteTimeline(summary, output, full);
        output.WriteLine();
        output.WriteLine("GRAPH");
        output.WriteLine("  " + SummaryWords.GraphLine(summary.Facts));
        if (summary.Central.Count > 0)
        {
            output.WriteLine("  most central: " + string.Join(", ", summary.Central.Take(SummaryWords.Central).Select(SummaryWords.Central1)));
        }

        output.Flush();
    }

    private static void WriteWho(GraphSummary summary, TextWriter output, bool full)
    {
        output.WriteLine();
        output.WriteLine("WHO (mentions; other names)");
        foreach (var (type, entities) in summary.Who)
        {
            var shown = full ? entities.Count : SummaryWords.EntitiesPerType;
            output.WriteLine("  " + SummaryWords.Heading(type));
            foreach (var entity in entities.Take(shown))
            {
                var aliases = SummaryWords.AliasesOf(entity);
                output.WriteLine($"    {entity.Name} ({entity.Mentions.Count}{(aliases.Length > 0 ? "; " + aliases : string.Empty)})");
            }

            More(output, "    ", entities.Count - shown);
        }
    }

    private static void WriteHappenings(GraphSummary summary, TextWriter output, bool full)
    {
        if (summary.Happenings.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("WHAT HAPPENED (number of the sentence)");
        var shown = full ? summary.Happenings.Count : SummaryWords.Happenings;
        foreach (var happening in summary.Happenings.Take(shown))
        {
            var line = new System.Text.StringBuilder($"  {Place(summary, happening.Relation.Article, happening.SentenceNumber),4}  {SummaryWords.Relation(happening)}");
            Append(line, " (", SummaryWords.Details(happening), ")");
            Append(line, " · ", happening.Relation.Time is { } time ? CalendarText.Readable(time.Value) : string.Empty);
            Append(line, " · says ", string.Join(", ", happening.Sources.Select(s => SummaryWords.Cut(s, 60))));
            Append(line, " · [", string.Join(", ", happening.Marks), "]");
            output.WriteLine(line);
        }

        More(output, "        ", summary.Happenings.Count - shown);
    }

    private static void WriteSpeakers(GraphSummary summary, TextWriter output, bool full)
    {
        if (summary.Speakers.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("WHO SAYS WHAT");
        var shown = full ? summary.Speakers.Count : SummaryWords.Speakers;
        foreach (var speaker in summary.Speakers.Take(shown))
        {
            output.WriteLine("  " + (speaker.Name ?? "(not named)"));
            var claims = full ? speaker.Claims.Count : SummaryWords.ClaimsPerSpeaker;
            foreach (var claim in speaker.Claims.Take(claims))
            {
                var time = claim.Time is null ? string.Empty : $" ({CalendarText.Readable(claim.Time)})";
                output.WriteLine($"  {Place(summary, claim.Article, claim.SentenceNumber),4}  {claim.Cue}{time}: {SummaryWords.Quote(claim)}");
            }

            More(output, "        ", speaker.Claims.Count - claims);
        }

        More(output, "  ", summary.Speakers.Count - shown);
    }

    private static void WriteFigures(GraphSummary summary, TextWriter output, bool full)
    {
        if (summary.Figures.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("FIGURES");
        var shown = full ? summary.Figures.Count : SummaryWords.Figures;
        foreach (var figure in summary.Figures.Take(shown))
        {
            var line = new System.Text.StringBuilder($"  {Place(summary, figure.Article, figure.SentenceNumber),4}  {SummaryWords.Figure(figure)}");
            Append(line, " · ", SummaryWords.Provenance(figure));
            Append(line, " · [", string.Join(", ", figure.Marks), "]");
            output.WriteLine(line);
        }

        More(output, "        ", summary.Figures.Count - shown);
    }

    private static void WriteTimeline(GraphSummary summary, TextWriter output, bool full)
    {
        if (summary.Timeline.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine("TIMELINE");
        var shown = full ? summary.Timeline.Count : SummaryWords.Timeline;
        foreach (var entry in summary.Timeline.Take(shown))
        {
            var line = new System.Text.StringBuilder($"  {CalendarText.Readable(entry.Time)}: {SummaryWords.Cut(entry.Text, 150)}");
            Append(line, " · says ", string.Join(", ", entry.Sources));
            Append(line, " · [", string.Join(", ", entry.Marks), "]");
            output.WriteLine(line);
        }

        More(output, "  ", summary.Timeline.Count - shown);
    }

    /// <summary>The sentence's number, with the article where there are several.</summary>
    private static string Place(GraphSummary summary, string article, int sentence) =>
        summary.Articles.Count == 1 ? sentence.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{article}#{sentence}";

    private static void Append(System.Text.StringBuilder line, string before, string text, string after = "")
    {
        if (text.Length > 0)
        {
            line.Append(before).Append(text).Append(after);
        }
    }

    private static void More(TextWriter output, string indent, int left)
    {
        if (left > 0)
        {
            output.WriteLine($"{indent}… and {left} more (--full shows all)");
        }
    }
}
