using NewsGraph.Analyzing;
using NewsGraph.Assembling;
using NewsGraph.Knowledge;

namespace NewsGraph.Tests.Analyzing;

public sealed class GraphSummarizerTests
{
    private static KnowledgeGraph Graph() => new GraphAssembler().Assemble(
    [
        new AnalysedDoc(
            "flood",
            "The Rescue Office said on Sunday that 40 people , including two nurses , were killed in Porto .",
            "Maria Costa will visit Porto .",
            "\" We never gave up , \" Maria Costa said .")
            .Entity(EntityType.Organization, "Rescue Office")
            .Entity(EntityType.Group, "40 people", new Quantity(40, Approximation.Exact, "people", "40 people"), words: ["40 people"])
            .Entity(EntityType.Group, "two nurses", new Quantity(2, Approximation.Exact, "nurse", "two nurses"), words: ["two nurses"])
            .Entity(EntityType.Place, "Porto", words: ["Porto", "Porto@2"])
            .Entity(EntityType.Person, "Maria Costa", words: ["Maria Costa", "Maria Costa@2"])
            .Says("Rescue Office", "said", "2021-05-02", content: "40 people , including two nurses , were killed in Porto")
            .Says("Rescue Office", "said", kind: SpeechKind.Direct, content: "two nurses")
            .Says("Maria Costa@2", "said@2", kind: SpeechKind.Direct, content: "We never gave up")
            .Relation(null, "KILLED", "40 people", "killed", says: [0])
            .Relation(null, "KILLED", "two nurses", "killed", says: [0])
            .Relation("Maria Costa", "VISITED", "Porto@2", "visit", modality: Modality.Future, time: "2021-05-09")
            .Build(),
    ]);

    [Test]
    public void Summarize_Figure_SaysWhatHappenedToWhomOnWhoseWordAndWhen()
    {
        var figure = GraphSummarizer.Summarize(Graph()).Figures.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(figure.Text, Is.EqualTo("40 people"));
            Assert.That(figure.What, Is.EqualTo("killed"));
            Assert.That(figure.Includes, Is.EqualTo(new[] { "two nurses" }));
            Assert.That(figure.Sources, Is.EqualTo(new[] { "Rescue Office" }));
            Assert.That(figure.Time, Is.EqualTo("2021-05-02"));
            Assert.That(figure.Place, Is.EqualTo(new Place("flood", 1)));
        }
    }

    [Test]
    public void Summarize_FutureRelation_IsMarked()
    {
        var visit = GraphSummarizer.Summarize(Graph()).Happenings[2];
        Assert.That(GraphSummarizer.Line(visit), Is.EqualTo("Maria Costa VISITED Porto"));
        Assert.That(visit.Marks, Is.EqualTo(new[] { "future" }));
    }

    [Test]
    public void Summarize_Timeline_IsSortedByTime()
    {
        var summary = GraphSummarizer.Summarize(Graph());
        Assert.That(summary.Timeline.Select(t => t.Time), Is.EqualTo(new[] { "2021-05-02", "2021-05-09" }));
    }

    [Test]
    public void Summarize_Speakers_HoldTheirOutermostClaims()
    {
        Assert.That(GraphSummarizer.Summarize(Graph()).Speakers.Select(s => s.Claims.Count), Is.All.EqualTo(1), "words quoted within a report are the report's");
        var claims = GraphSummarizer.Summarize(Graph()).Speakers.ToDictionary(s => s.Name!, s => s.Claims[0].Text);
        Assert.That(claims["Maria Costa"], Is.EqualTo("We never gave up"));
        Assert.That(claims["Rescue Office"], Does.StartWith("40 people"));
    }

    [Test]
    public void Summarize_Facts_CountVerticesEdgesAndComponents()
    {
        var summary = GraphSummarizer.Summarize(Graph());
        Assert.That(summary.Facts, Is.EqualTo(new GraphFacts(5, 1, 3, 3, 0, 1, 2, 3)));
        Assert.That(summary.Central.Select(c => c.Entity.Name), Is.EquivalentTo(new[] { "Maria Costa", "Porto" }));
    }

    [Test]
    public void Summarize_EmptyGraph_IsEmpty()
    {
        var summary = GraphSummarizer.Summarize(new KnowledgeGraph([], [], [], [], []));
        Assert.That(summary.Central, Is.Empty);
        Assert.That(summary.Facts.Components, Is.Zero);
    }
}
