using NewsGraph.Assembling;
using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Assembling;

public sealed class GraphAssemblerTests
{
    private static AnalysedDoc Arrest(string id) => new AnalysedDoc(id, "Police arrested Anna Lund .", "The Supreme Court freed her later .")
        .Entity(EntityType.Group, "Police")
        .Entity(EntityType.Person, "Anna Lund")
        .Entity(EntityType.Organization, "Supreme Court")
        .Relation("Police", "ARRESTED", "Anna Lund", "arrested");

    [Test]
    public void Assemble_OneArticle_KeepsEvidence()
    {
        var graph = new GraphAssembler(t => t == "ARRESTED" ? new RelationTypeFacts("COERCE", "arrest") : default).Assemble([Arrest("a").Build()]);
        var relation = graph.Relations.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph[relation.Subject!].Name, Is.EqualTo("Police"));
            Assert.That(graph[relation.Object!].Name, Is.EqualTo("Anna Lund"));
            Assert.That((relation.Plover, relation.Mode), Is.EqualTo(("COERCE", "arrest")));
            Assert.That(relation.Sentence, Is.EqualTo("a#1"));
            Assert.That(relation.Trigger.Of(graph.Articles[0].Article.Text), Is.EqualTo("arrested"));
            Assert.That(relation.SubjectMention!.Value.Of(graph.Articles[0].Article.Text), Is.EqualTo("Police"));
            Assert.That(graph.Graph.EdgeCount, Is.EqualTo(1));
        }
    }

    [Test]
    public void Assemble_Twice_GivesTheSameIds()
    {
        var first = new GraphAssembler().Assemble([Arrest("a").Build()]);
        var second = new GraphAssembler().Assemble([Arrest("a").Build()]);
        Assert.That(second.Entities.Select(e => e.Id), Is.EqualTo(first.Entities.Select(e => e.Id)));
        Assert.That(second.Relations.Select(r => r.Id), Is.EqualTo(first.Relations.Select(r => r.Id)));
    }

    [Test]
    public void Assemble_TwoArticles_MergesFullNamesOnly()
    {
        var graph = new GraphAssembler().Assemble([Arrest("a").Build(), Arrest("b").Build()]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph.Entities.Count(e => e.Name == "Anna Lund"), Is.EqualTo(1));
            Assert.That(graph.Entities.Single(e => e.Name == "Anna Lund").Mentions.Select(m => m.Article), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(graph.Entities.Count(e => e.Name == "Supreme Court"), Is.EqualTo(2), "every country has one");
            Assert.That(graph.Relations, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public void Assemble_EntityIdOfANamedOne_DoesNotDependOnTheArticle()
    {
        var a = new GraphAssembler().Assemble([Arrest("a").Build()]).Entities.Single(e => e.Name == "Anna Lund");
        var b = new GraphAssembler().Assemble([Arrest("b").Build()]).Entities.Single(e => e.Name == "Anna Lund");
        Assert.That(b.Id, Is.EqualTo(a.Id));
    }

    [Test]
    public void Assemble_UnnamedInTwoArticles_StaysTwo()
    {
        static Doc Make(string id) => new AnalysedDoc(id, "armed men attacked Oslo .")
            .Entity(EntityType.Group, "armed men").Entity(EntityType.Place, "Oslo").Relation("armed men", "ATTACKED", "Oslo", "attacked").Build();
        var graph = new GraphAssembler().Assemble([Make("a"), Make("b")]);
        Assert.That(graph.Entities.Select(e => e.Name), Is.EqualTo(new[] { "armed men", "Oslo", "armed men" }));
    }

    [Test]
    public void Assemble_InstitutionsOfOneCountry_Merge()
    {
        static Doc Make(string id, string country) => new AnalysedDoc(id, $"The Health Ministry of {country} spoke .")
            .Entity(EntityType.Organization, "Health Ministry").Entity(EntityType.Country, country)
            .Relation("Health Ministry", "PART_OF", country, "of").Build();
        var graph = new GraphAssembler().Assemble([Make("a", "Norway"), Make("b", "Norway"), Make("c", "Peru")]);
        Assert.That(graph.Entities.Count(e => e.Name == "Health Ministry"), Is.EqualTo(2));
    }

    [Test]
    public void Assemble_DifferentWikidataItems_StayApart()
    {
        static Doc Make(string id, string? item) => new AnalysedDoc(id, "John Smith spoke .").Entity(EntityType.Person, "John Smith", wikidata: item).Build();
        Assert.That(new GraphAssembler().Assemble([Make("a", "Q1"), Make("b", "Q2")]).Entities, Has.Count.EqualTo(2));
        Assert.That(new GraphAssembler().Assemble([Make("a", null), Make("b", "Q2")]).Entities, Has.Count.EqualTo(1));
        Assert.That(new GraphAssembler().Assemble([Make("a", null), Make("b", "Q2"), Make("c", "Q3")]).Entities, Has.Count.EqualTo(3));
    }

    [Test]
    public void Assemble_SameNameTwiceInOneArticle_BelievesTheArticle()
    {
        var doc = new AnalysedDoc("a", "George Bush met George Bush .")
            .Entity(EntityType.Person, "George Bush", words: ["George Bush"]).Entity(EntityType.Person, "George Bush", words: ["George Bush@2"]).Build();
        var graph = new GraphAssembler().Assemble([doc]);
        Assert.That(graph.Entities.Select(e => e.Id).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void Assemble_SameRelationFoundTwice_IsOneWithTheSurerExtractor()
    {
        var doc = Arrest("a").Relation("Police", "ARRESTED", "Anna Lund", "arrested", time: "2021-05-02", confidence: 0.95).Build();
        var relation = new GraphAssembler().Assemble([doc]).Relations.Single();
        Assert.That(relation.Time!.Value.Value, Is.EqualTo("2021-05-02"));
        Assert.That(relation.Confidence, Is.EqualTo(0.95));
    }

    [Test]
    public void Assemble_SymmetricRelationBothWays_IsOne()
    {
        static Doc Make() => new AnalysedDoc("a", "Anna Lund met Jan Berg at a meeting .")
            .Entity(EntityType.Person, "Anna Lund").Entity(EntityType.Person, "Jan Berg")
            .Relation("Anna Lund", "MET", "Jan Berg", "met").Relation("Jan Berg", "MET", "Anna Lund", "meeting", confidence: 0.5).Build();
        Assert.That(new GraphAssembler(t => new RelationTypeFacts(null, null, t == "MET")).Assemble([Make()]).Relations, Has.Count.EqualTo(1));
        Assert.That(new GraphAssembler().Assemble([Make()]).Relations, Has.Count.EqualTo(2));
    }

    [Test]
    public void Assemble_StateBothWays_KeepsTheSurer()
    {
        var doc = new AnalysedDoc("a", "Oslo , Norway , is cold .").Entity(EntityType.Place, "Oslo").Entity(EntityType.Country, "Norway")
            .Relation("Oslo", "LOCATED_IN", "Norway", "is", confidence: 0.8).Relation("Norway", "LOCATED_IN", "Oslo", "cold", confidence: 0.5).Build();
        var graph = new GraphAssembler(_ => new RelationTypeFacts(null, null, IsState: true)).Assemble([doc]);
        Assert.That(graph[graph.Relations.Single().Subject!].Name, Is.EqualTo("Oslo"));
    }

    [TestCase("himself", 1)]
    [TestCase("he", 0)]
    public void Assemble_BothEndsOneEntity_NeedsAReflexive(string again, int expected)
    {
        var doc = new AnalysedDoc("a", $"Jan Berg accused {again} .").Entity(EntityType.Person, "Jan Berg", words: ["Jan Berg", again])
            .Relation("Jan Berg", "ACCUSED", again, "accused").Build();
        Assert.That(new GraphAssembler().Assemble([doc]).Relations, Has.Count.EqualTo(expected));
    }

    [Test]
    public void Assemble_OppositePolarityAtAnotherTrigger_StaysTwo()
    {
        var doc = new AnalysedDoc("a", "Police freed Anna Lund but never released Anna Lund .")
            .Entity(EntityType.Group, "Police").Entity(EntityType.Person, "Anna Lund", words: ["Anna Lund", "Anna Lund@2"])
            .Relation("Police", "RELEASED", "Anna Lund", "freed").Relation("Police", "RELEASED", "Anna Lund@2", "released", Polarity.Negative).Build();
        Assert.That(new GraphAssembler().Assemble([doc]).Relations, Has.Count.EqualTo(2));
    }

    [Test]
    public void Assemble_OfficesOfOnePerson_StayTwo()
    {
        var doc = new AnalysedDoc("a", "Anna Lund is mayor and judge of Oslo .")
            .Entity(EntityType.Person, "Anna Lund").Entity(EntityType.Place, "Oslo")
            .Relation("Anna Lund", "HOLDS_OFFICE", "Oslo", "mayor", attributes: ("office", "mayor"))
            .Relation("Anna Lund", "HOLDS_OFFICE", "Oslo", "judge", attributes: ("office", "judge")).Build();
        var graph = new GraphAssembler().Assemble([doc]);
        Assert.That(graph.Relations.Select(r => r.Id).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void Assemble_ThingWithoutRelation_IsLeftOut()
    {
        var doc = new AnalysedDoc("a", "a car and a truck collided with Oslo .")
            .Entity(EntityType.Thing, "a car").Entity(EntityType.Thing, "a truck").Entity(EntityType.Place, "Oslo")
            .Relation("a truck", "DAMAGED", "Oslo", "collided").Build();
        Assert.That(new GraphAssembler().Assemble([doc]).Entities.Select(e => e.Name), Is.EqualTo(new[] { "a truck", "Oslo" }));
    }

    [Test]
    public void Assemble_DocWithoutLayers_GivesAnArticleAlone()
    {
        var graph = new GraphAssembler().Assemble([new Doc(new Article("bare", "Text.", []))]);
        Assert.That(graph.Articles, Has.Count.EqualTo(1));
        Assert.That(graph.Entities, Is.Empty);
    }

    [Test]
    public void Assemble_TwoArticlesWithOneId_Refused() =>
        Assert.That(() => new GraphAssembler().Assemble([Arrest("a").Build(), Arrest("a").Build()]), Throws.ArgumentException.With.Message.Contains("'a'"));

    [Test]
    public void Reduce_Doc_GivesTheSameGraph()
    {
        var whole = new GraphAssembler().Assemble([Arrest("a").Build()]);
        var reduced = new GraphAssembler().Assemble([GraphAssembler.Reduce(Arrest("a").Build())]);
        Assert.That(reduced.Relations.Select(r => r.Id), Is.EqualTo(whole.Relations.Select(r => r.Id)));
    }
}
