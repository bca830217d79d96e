using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Attributing;

/// <summary>Invented sentences through the whole pipeline: speaker / kind / content of every statement.</summary>
public sealed class StatementAnnotatorTests
{
    [TestCase("The mayor said on Monday that the bridge was closed.", "The mayor", "said", SpeechKind.Indirect, "the bridge was closed")]
    [TestCase("\"The bridge is closed,\" the mayor said.", "the mayor", "said", SpeechKind.Direct, "The bridge is closed")]
    [TestCase("\"The bridge is closed,\" said Anna Berg, the mayor.", "Anna Berg", "said", SpeechKind.Direct, "The bridge is closed")]
    [TestCase("According to the police, two men fled.", "the police", "According to", SpeechKind.Indirect, "two men fled")]
    [TestCase("Two men fled, according to the police.", "the police", "according to", SpeechKind.Indirect, "Two men fled")]
    [TestCase("Two men fled, officials said on Sunday.", "officials", "said", SpeechKind.Indirect, "Two men fled")]
    [TestCase("The minister accused the firm of hiding the report.", "The minister", "accused", SpeechKind.Indirect, "hiding the report")]
    [TestCase("The minister called on both sides to talk.", "The minister", "called", SpeechKind.Indirect, "to talk")]
    [TestCase("The mayor said the bridge was closed, adding that it would open again in May.", "The mayor", "adding", SpeechKind.Indirect, "it would open again")]
    [TestCase("\"We are ready. We have waited for years,\" the general said.", "the general", "said", SpeechKind.Direct, "We have waited for years")]
    [TestCase("\"We are ready,\" the general said. \"We have waited for years.\"", "the general", "said", SpeechKind.Direct, "We have waited for years")]
    [TestCase("The report, the general said, was wrong.", "the general", "said", SpeechKind.Indirect, "was wrong")]
    public void Annotate_Sentence_SpeakerCueKindContent(string text, string speaker, string cue, SpeechKind kind, string content)
    {
        var doc = CueExamplesTests.Run(text);
        Assert.That(
            doc.Get<StatementLayer>().Statements.Any(s => Speaker(doc, s).Contains(speaker, StringComparison.Ordinal) && s.Cue.Of(text) == cue && s.Kind == kind
                && s.Content.Any(c => c.Of(text).Contains(content, StringComparison.Ordinal))),
            Is.True,
            () => string.Join('\n', doc.Get<StatementLayer>().Statements.Select(s => $"{Speaker(doc, s)} / {s.Cue.Of(text)} / {s.Kind} / {string.Join(" # ", s.Content.Select(c => c.Of(text)))}")));
    }

    [Test]
    public void Annotate_CoordinatedSpeakers_OneStatementEach()
    {
        var doc = CueExamplesTests.Run("Both the mayor and the bishop have said that the bridge is closed.");
        Assert.That(doc.Get<StatementLayer>().Statements.Select(s => s.Source).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void Annotate_QuotedWordsInIndirectSpeech_BothKinds()
    {
        var doc = CueExamplesTests.Run("The mayor said that the bridge was \"a danger to us all\".");
        Assert.That(doc.Get<StatementLayer>().Statements.Select(s => s.Kind).Order(), Is.EqualTo(new[] { SpeechKind.Indirect, SpeechKind.Direct }));
    }

    [Test]
    public void Annotate_TimeOfSaying_Kept()
    {
        var doc = CueExamplesTests.Run("Officials said on Sunday that two men had died.");
        Assert.That(doc.Get<StatementLayer>().Statements[0].Time?.Value, Is.EqualTo("2019-06-09"));
    }

    [TestCase("The bridge was closed on Monday.")]
    [TestCase("Rain fell in the valley.")]
    public void Annotate_NoSpeech_Silent(string text) =>
        Assert.That(CueExamplesTests.Run(text).Get<StatementLayer>().Statements, Is.Empty);

    private static string Speaker(Doc doc, Statement statement) =>
        statement.Source is { } source ? doc.Get<MentionLayer>().Mentions[source].Span.Of(doc.Text) : "-";
}
