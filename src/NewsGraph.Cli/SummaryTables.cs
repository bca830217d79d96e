using System.Globalization;
using NewsGraph.Analyzing;
using Spectre.Console;

namespace NewsGraph.Cli;

/// <summary>The summary as coloured tables on a terminal.</summary>
internal static class SummaryTables
{
    public static void Write(GraphSummary summary, bool full) => Write(summary, full, AnsiConsole.Console);

    public static void Write(GraphSummary summary, bool full, IAnsiConsole console)
    {
        console.MarkupLine($"[bold]{Markup.Escape(SummaryWords.Title(summary))}[/]");
        console.MarkupLine($"[grey]{Markup.Escape(SummaryWords.Subtitle(summary))}[/]");
        WriteWho(summary, full, console);
        WriteHappenings(summary, full, console);
        WriteSpeakers(summary, full, console);
        WriteFigures(summary, full, console);
        WriteTimeline(summary, full, console);
        console.WriteLine();
        console.MarkupLine($"[bold]Graph[/] {Markup.Escape(SummaryWords.GraphLine(summary.Facts))}");
        if (summary.Central.Count > 0)
        {
            console.MarkupLine($"[bold]Most central[/] {Markup.Escape(string.Join(", ", summary.Central.Take(SummaryWords.Central).Select(SummaryWords.Central1)))}");
        }
    }

    private static void WriteWho(GraphSummary summary, bool full, IAnsiConsole console)
    {
        var table = Table("Who", "", "Mentions", "Other names");
        foreach (var (type, entities) in summary.Who)
        {
            var shown = full ? entities.Count : SummaryWords.EntitiesPerType;
            var heading = SummaryWords.Heading(type);
            foreach (var entity in entities.Take(shown))
            {
                table.AddRow($"[grey]{heading}[/]", $"[bold]{Markup.Escape(entity.Name)}[/]", entity.Mentions.Count.ToString(CultureInfo.InvariantCulture), Markup.Escape(SummaryWords.AliasesOf(entity)));
                heading = string.Empty;
            }

            if (entities.Count > shown)
            {
                table.AddRow(string.Empty, $"[grey]… and {entities.Count - shown} more (--full)[/]", string.Empty, string.Empty);
            }
        }

        console.Write(table);
    }

    private static void WriteHappenings(GraphSummary summary, bool full, IAnsiConsole console)
    {
        var table = Table("What happened", "", "Relation", "When", "On whose word", "Mark");
        foreach (var happening in summary.Happenings.Take(full ? int.MaxValue : SummaryWords.Happenings))
        {
            var details = SummaryWords.Details(happening);
            table.AddRow(
                $"[grey]{Place(summary, happening.Relation.Article, happening.SentenceNumber)}[/]",
                $"{Markup.Escape(SummaryWords.Cut(happening.Subject ?? "?", 60))} [cyan]{Markup.Escape(happening.Relation.Type)}[/] {Markup.Escape(SummaryWords.Cut(happening.Object ?? "?", 60))}"
                + (details.Length > 0 ? $" [grey]({Markup.Escape(details)})[/]" : string.Empty),
                Markup.Escape(happening.Relation.Time is { } time ? CalendarText.Readable(time.Value) : string.Empty),
                Markup.Escape(string.Join(", ", happening.Sources)),
                $"[yellow]{string.Join(", ", happening.Marks)}[/]");
        }

        Finish(table, summary.Happenings.Count, full ? int.MaxValue : SummaryWords.Happenings, console);
    }

    private static void WriteSpeakers(GraphSummary summary, bool full, IAnsiConsole console)
    {
        var table = Table("Who says what", "", "", "");
        foreach (var speaker in summary.Speakers.Take(full ? int.MaxValue : SummaryWords.Speakers))
        {
            var name = $"[bold]{Markup.Escape(SummaryWords.Cut(speaker.Name ?? "(not named)", 40))}[/]";
            foreach (var claim in speaker.Claims.Take(full ? int.MaxValue : SummaryWords.ClaimsPerSpeaker))
            {
                var time = claim.Time is null ? string.Empty : $" [grey]({Markup.Escape(CalendarText.Readable(claim.Time))})[/]";
                table.AddRow(name, $"[grey]{Place(summary, claim.Article, claim.SentenceNumber)}[/]", $"{Markup.Escape(SummaryWords.Quote(claim))}{time}");
                name = string.Empty;
            }
        }

        Finish(table, summary.Speakers.Count, full ? int.MaxValue : SummaryWords.Speakers, console);
    }

    private static void WriteFigures(GraphSummary summary, bool full, IAnsiConsole console)
    {
        var table = Table("Figures", "", "Figure", "Who says so, when", "Mark");
        foreach (var figure in summary.Figures.Take(full ? int.MaxValue : SummaryWords.Figures))
        {
            table.AddRow(
                $"[grey]{Place(summary, figure.Article, figure.SentenceNumber)}[/]",
                $"[bold]{Markup.Escape(SummaryWords.Figure(figure))}[/]",
                Markup.Escape(SummaryWords.Provenance(figure)),
                $"[yellow]{string.Join(", ", figure.Marks)}[/]");
        }

        Finish(table, summary.Figures.Count, full ? int.MaxValue : SummaryWords.Figures, console);
    }

    private static void WriteTimeline(GraphSummary summary, bool full, IAnsiConsole console)
    {
        var table = Table("Timeline", "", "", "");
        foreach (var entry in summary.Timeline.Take(full ? int.MaxValue : SummaryWords.Timeline))
        {
            table.AddRow(
                $"[green]{Markup.Escape(CalendarText.Readable(entry.Time))}[/]",
                Markup.Escape(SummaryWords.Cut(entry.Text, 150)),
                $"[yellow]{string.Join(", ", entry.Marks)}[/]");
        }

        Finish(table, summary.Timeline.Count, full ? int.MaxValue : SummaryWords.Timeline, console);
    }

    private static Table Table(string title, params ReadOnlySpan<string> columns)
    {
        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle($"[bold]{title}[/]") };
        foreach (var column in columns)
        {
            table.AddColumn($"[grey]{column}[/]");
        }

        return table;
    }

    private static void Finish(Table table, int all, int shown, IAnsiConsole console)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        if (all > shown)
        {
            table.Caption = new TableTitle($"… and {all - shown} more (--full shows all)");
        }

        console.Write(table);
    }

    private static string Place(GraphSummary summary, string article, int sentence) =>
        summary.Articles.Count == 1 ? sentence.ToString(CultureInfo.InvariantCulture) : Markup.Escape($"{article}#{sentence}");
}
