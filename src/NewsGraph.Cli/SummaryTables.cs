using System.Globalization;
using NewsGraph.Analyzing;
using Spectre.Console;

namespace NewsGraph.Cli;

/// <summary>The summary as coloured tables on a terminal.</summary>
internal sealed class SummaryTables(GraphSummary summary, IAnsiConsole console, bool full)
{
    public static void Write(GraphSummary summary, bool full) => new SummaryTables(summary, AnsiConsole.Console, full).Write();

    public void Write()
    {
        console.MarkupLine($"[bold]{Markup.Escape(SummaryWords.Title(summary))}[/]");
        console.MarkupLine($"[grey]{Markup.Escape(SummaryWords.Subtitle(summary))}[/]");
        console.WriteLine();
        var brief = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (label, text) in SummaryWords.InBrief(summary))
        {
            brief.AddRow($"[green]{label}[/]", Markup.Escape(text));
        }

        console.Write(brief);
        WriteWho();
        Table("What happened", ["", "Relation", "When", "On whose word", "Mark"], summary.Happenings, SummaryWords.Happenings, Happening);
        Table("Background", ["", "Relation", "When", "On whose word", "Mark"], summary.Background, SummaryWords.Background, Happening);
        WriteSpeakers();
        Table("Figures", ["", "Figure", "Who says so, when", "Mark"], summary.Figures, SummaryWords.Figures, f =>
            [Where([f.Place]), $"[bold]{Markup.Escape(SummaryWords.Figure(f))}[/]", Markup.Escape(SummaryWords.Provenance(f)), Mark(f.Marks)]);
        Table("Timeline", ["", "", ""], summary.Timeline, SummaryWords.Timeline, t =>
            [$"[green]{Markup.Escape(CalendarText.Readable(t.Time))}[/]", Markup.Escape(SummaryWords.Cut(t.Text, 150)), Mark(t.Marks)]);
        console.WriteLine();
        console.MarkupLine($"[bold]Graph[/] {Markup.Escape(SummaryWords.GraphLine(summary.Facts))}");
        if (summary.Central.Count > 0)
        {
            console.MarkupLine($"[bold]Most central[/] {Markup.Escape(SummaryWords.CentralLine(summary))}");
        }
    }

    private void WriteWho()
    {
        var rows = new List<string[]>();
        foreach (var (type, entities) in summary.Who)
        {
            var heading = $"[grey]{SummaryWords.Heading(type)}[/]";
            foreach (var entity in entities.Take(full ? int.MaxValue : SummaryWords.EntitiesPerType))
            {
                rows.Add([heading, $"[bold]{Markup.Escape(entity.Name)}[/]", entity.Mentions.Count.ToString(CultureInfo.InvariantCulture), Markup.Escape(SummaryWords.AliasesOf(entity))]);
                heading = string.Empty;
            }

            if (!full && entities.Count > SummaryWords.EntitiesPerType)
            {
                rows.Add([string.Empty, $"[grey]… and {entities.Count - SummaryWords.EntitiesPerType} more (--full)[/]", string.Empty, string.Empty]);
            }
        }

        Table("Who", ["", "", "Mentions", "Other names"], rows, int.MaxValue, r => r);
    }

    private string[] Happening(Happening happening)
    {
        var details = SummaryWords.Details(happening);
        return
        [
            Where(happening.Places),
            $"{Markup.Escape(SummaryWords.End(happening.Subject))} [cyan]{Markup.Escape(happening.Relation.Type)}[/] {Markup.Escape(SummaryWords.End(happening.Object))}"
                + (details.Length > 0 ? $" [grey]({Markup.Escape(details)})[/]" : string.Empty),
            Markup.Escape(SummaryWords.When(happening)),
            Markup.Escape(SummaryWords.Sources(happening.Sources)),
            Mark(happening.Marks),
        ];
    }

    private void WriteSpeakers()
    {
        var rows = new List<string[]>();
        foreach (var speaker in summary.Speakers.Take(full ? int.MaxValue : SummaryWords.Speakers))
        {
            var name = $"[bold]{Markup.Escape(SummaryWords.End(speaker.Name ?? "(not named)"))}[/]";
            foreach (var claim in speaker.Claims.Take(full ? int.MaxValue : SummaryWords.ClaimsPerSpeaker))
            {
                var time = claim.Time is null ? string.Empty : $" [grey]({Markup.Escape(CalendarText.Readable(claim.Time))})[/]";
                rows.Add([name, Where([claim.Place]), Markup.Escape(SummaryWords.Quote(claim)) + time]);
                name = string.Empty;
            }
        }

        Table("Who says what", ["", "", ""], rows, int.MaxValue, r => r);
    }

    private void Table<T>(string title, ReadOnlySpan<string> columns, IReadOnlyList<T> items, int most, Func<T, string[]> row)
    {
        if (items.Count == 0)
        {
            return;
        }

        var table = new Table { Border = TableBorder.Simple, Title = new TableTitle($"[bold]{title}[/]") };
        foreach (var column in columns)
        {
            table.AddColumn($"[grey]{column}[/]");
        }

        var shown = full ? items.Count : Math.Min(most, items.Count);
        for (var i = 0; i < shown; i++)
        {
            table.AddRow(row(items[i]));
        }

        if (items.Count > shown)
        {
            table.Caption = new TableTitle($"… and {items.Count - shown} more (--full shows all)");
        }

        console.Write(table);
    }

    private string Where(IReadOnlyList<Place> places) => $"[grey]{Markup.Escape(SummaryWords.Where(summary, places))}[/]";

    private static string Mark(IReadOnlyList<string> marks) => $"[yellow]{Markup.Escape(string.Join(", ", marks))}[/]";
}
