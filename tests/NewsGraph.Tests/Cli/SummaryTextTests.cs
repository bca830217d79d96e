using NewsGraph.Analyzing;
using NewsGraph.Assembling;
using NewsGraph.Cli;
using NewsGraph.Knowledge;
using Newtonsoft.Json.Linq;

namespace NewsGraph.Tests.Cli;

public sealed class SummaryTextTests
{
    private static GraphSummary Summary(int cities = 1)
    {
        var doc = new AnalysedDoc(
            "strike",
            "Greta Holm is minister of Elwin .",
            "Greta Holm said the union will not block Elwin on Monday .",
            string.Join(' ', Enumerable.Range(1, cities).Select(i => $"Town{i} [x]")))
            .Entity(EntityType.Person, "Greta Holm", words: ["Greta Holm", "Greta Holm@2"])
            .Entity(EntityType.Organization, "the union")
            .Entity(EntityType.Country, "Elwin", words: ["Elwin", "Elwin@2"])
            .Says("Greta Holm@2", "said", content: "the union will not block Elwin on Monday")
            .Relation("Greta Holm", "HOLDS_OFFICE", "Elwin", "minister", attributes: ("office", "minister"))
            .Relation("the union", "BLOCKED", "Elwin@2", "block", Polarity.Negative, Modality.Future, "2021-05-03", says: [0]);
        for (var i = 1; i <= cities; i++)
        {
            doc.Entity(EntityType.Place, $"Town{i} [x]");
        }

        return GraphSummarizer.Summarize(new GraphAssembler().Assemble([doc.Build()]), t => new RelationTypeFacts(null, null, IsState: t == "HOLDS_OFFICE"));
    }

    private static string Text(GraphSummary summary, bool full = false)
    {
        var writer = new StringWriter();
        SummaryText.Write(summary, writer, full);
        return writer.ToString();
    }

    [Test]
    public void Write_Relation_ShowsTimeSourceAndMarks() =>
        Assert.That(Text(Summary()), Does.Contain("     2  the union BLOCKED Elwin · Monday 3 May 2021 · says Greta Holm · [negated, future]\n"));

    [Test]
    public void Write_State_StandsInTheBackground()
    {
        var text = Text(Summary());
        Assert.That(text.IndexOf("HOLDS_OFFICE Elwin (office: minister)", StringComparison.Ordinal), Is.GreaterThan(text.IndexOf("BACKGROUND", StringComparison.Ordinal)));
    }

    [Test]
    public void Write_NegatedFuture_IsNoChiefEvent() => Assert.That(Summary().Chief, Is.Empty);

    [Test]
    public void Write_LongList_IsCutUnlessFull()
    {
        Assert.That(Text(Summary(40)), Does.Contain("… and 28 more (--full shows all)").And.Not.Contain("Town40"));
        Assert.That(Text(Summary(40), full: true), Does.Contain("Town40"));
    }

    [Test]
    public void Write_Tables_EscapeWhatLooksLikeMarkup()
    {
        var writer = new StringWriter();
        var console = Spectre.Console.AnsiConsole.Create(new Spectre.Console.AnsiConsoleSettings { Out = new Spectre.Console.AnsiConsoleOutput(writer), Ansi = Spectre.Console.AnsiSupport.No });
        console.Profile.Width = 120;
        new SummaryTables(Summary(), console, full: false).Write();
        Assert.That(writer.ToString(), Does.Contain("Town1 [x]").And.Contain("negated, future"));
    }

    [Test]
    public void Write_Json_HasEverySection()
    {
        var writer = new StringWriter();
        SummaryJson.Write(Summary(), writer);
        var json = JObject.Parse(writer.ToString());
        Assert.That(json.Properties().Select(p => p.Name), Is.EqualTo(new[] { "articles", "who", "happened", "background", "claims", "figures", "timeline", "graph", "central" }));
        Assert.That((string?)json["happened"]![0]!["places"]![0], Is.EqualTo("strike#2"));
    }

    [TestCase("short", 10, "short")]
    [TestCase("one two three four", 9, "one two…")]
    [TestCase("abcdefghijklmnop", 9, "abcdefghi…")]
    [TestCase("abcdefgh\uD83D\uDE00xxx", 9, "abcdefgh…")]
    public void Cut_LongText_EndsAtAWord(string text, int length, string expected) => Assert.That(SummaryWords.Cut(text, length), Is.EqualTo(expected));
}
