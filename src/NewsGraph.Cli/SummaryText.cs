using NewsGraph.Analyzing;

namespace NewsGraph.Cli;

/// <summary>The summary as plain text: for pipes, files and terminals without colours.</summary>
internal sealed class SummaryText(GraphSummary summary, TextWriter output, bool full)
{
    public static void Write(GraphSummary summary, TextWriter output, bool full)
    {
        output.NewLine = "\n";
        new SummaryText(summary, output, full).Write();
        output.Flush();
    }

    private void Write()
    {
        output.WriteLine(SummaryWords.Title(summary));
        output.WriteLine(SummaryWords.Subtitle(summary));
        Line();
        foreach (var (label, text) in SummaryWords.InBrief(summary))
        {
            Line($"  {label,-12}  {text}");
        }

        WriteWho();
        Section("WHAT HAPPENED (number of the sentence)", summary.Happenings, SummaryWords.Happenings, WriteHappening);
        Section("BACKGROUND", summary.Background, SummaryWords.Background, WriteHappening);
        Section("WHO SAYS WHAT", summary.Speakers, SummaryWords.Speakers, WriteSpeaker);
        Section("FIGURES", summary.Figures, SummaryWords.Figures, f => Line(
            $"{Number([f.Place])}  {SummaryWords.Figure(f)}{Part(" · ", SummaryWords.Provenance(f))}{Marks(f.Marks)}"));
        Section("TIMELINE", summary.Timeline, SummaryWords.Timeline, t => Line(
            $"  {CalendarText.Readable(t.Time)}: {SummaryWords.Cut(t.Text, 150)}{Part(" · says ", SummaryWords.Sources(t.Sources))}{Marks(t.Marks)}"));
        Line();
        Line("GRAPH");
        Line("  " + SummaryWords.GraphLine(summary.Facts));
        if (summary.Central.Count > 0)
        {
            Line("  most central: " + SummaryWords.CentralLine(summary));
        }
    }

    private void WriteWho()
    {
        Line();
        Line("WHO (mentions; other names)");
        foreach (var (type, entities) in summary.Who)
        {
            Line("  " + SummaryWords.Heading(type));
            List(entities, SummaryWords.EntitiesPerType, "    ", e => Line($"    {e.Name} ({e.Mentions.Count}{Part("; ", SummaryWords.AliasesOf(e))})"));
        }
    }

    private void WriteHappening(Happening happening) =>
        Line($"{Number(happening.Places)}  {SummaryWords.Relation(happening)}{SummaryWords.Trailer(happening)}{Marks(happening.Marks)}");

    private void WriteSpeaker(Speaker speaker)
    {
        Line("  " + (speaker.Name ?? "(not named)"));
        List(speaker.Claims, SummaryWords.ClaimsPerSpeaker, "        ", c => Line(
            $"{Number([c.Place])}  {c.Cue}{Part(" (", c.Time is null ? string.Empty : CalendarText.Readable(c.Time), ")")}: {SummaryWords.Quote(c)}"));
    }

    private void Section<T>(string heading, IReadOnlyList<T> items, int most, Action<T> write)
    {
        if (items.Count > 0)
        {
            Line();
            Line(heading);
            List(items, most, "  ", write);
        }
    }

    private void List<T>(IReadOnlyList<T> items, int most, string indent, Action<T> write)
    {
        var shown = full ? items.Count : Math.Min(most, items.Count);
        for (var i = 0; i < shown; i++)
        {
            write(items[i]);
        }

        if (items.Count > shown)
        {
            Line($"{indent}… and {items.Count - shown} more (--full shows all)");
        }
    }

    private void Line(string text = "") => output.WriteLine(text);

    private string Number(IReadOnlyList<Place> places) => $"  {SummaryWords.Where(summary, places),4}";

    private static string Marks(IReadOnlyList<string> marks) => Part(" · [", string.Join(", ", marks), "]");

    private static string Part(string before, string text, string after = "") => text.Length > 0 ? before + text + after : string.Empty;
}
