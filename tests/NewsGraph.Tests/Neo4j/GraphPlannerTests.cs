using NewsGraph.Knowledge;
using NewsGraph.Neo4j.Planning;

namespace NewsGraph.Tests.Neo4j;

public sealed class GraphPlannerTests
{
    private static readonly RelationTypeList Types = new(["MET", "ACCUSED", "PART_OF"]);

    private static TestGraph Meeting(string sentence = "Ana Silva met Rui Costa.") => new TestGraph().Article("a", "A", "2021-05-04")
        .Say(sentence).Relate("MET", "e1", "e2", "met", time: "2021-W18", polarity: Polarity.Negative, modality: Modality.Future, attributes: new() { ["topic"] = "wine" })
        .Entity("e1", EntityType.Person, "Ana Silva").Entity("e2", EntityType.Person, "Rui Costa");

    private static ArticleRecord Plan(TestGraph graph) => new GraphPlanner(graph.Build(), Types).Articles().Single();

    [Test]
    public void Articles_OneRelation_IsPlannedWithReadableNameAndDays()
    {
        var relation = Plan(Meeting()).Relations.Single();

        Assert.That(relation.Name, Is.EqualTo("Ana Silva met Rui Costa (wine, not, future, 2021-W18)"));
        Assert.That(relation.Id, Is.EqualTo("a:r1"));
        Assert.That(relation.Time, Is.EqualTo(new CalendarSpan(new DateOnly(2021, 5, 3), new DateOnly(2021, 5, 9))));
        Assert.That(relation.IsFact, Is.False);
    }

    [Test]
    public void Digest_SameContent_IsTheSameAndChangesWithAnyOfIt()
    {
        var digest = Plan(Meeting()).Digest;

        Assert.That(Plan(Meeting()).Digest, Is.EqualTo(digest));
        Assert.That(Plan(Meeting("Ana Silva met Rui Costa!")).Digest, Is.Not.EqualTo(digest));
        Assert.That(Plan(Meeting().Entity("e3", EntityType.Person, "Ana")).Digest, Is.Not.EqualTo(digest));
        Assert.That(Plan(Meeting().Relate("ACCUSED", "e1", "e2", "met")).Digest, Is.Not.EqualTo(digest));
    }

    [Test]
    public void Articles_AliasOfAnotherArticle_IsNotThisOnes()
    {
        var graph = new TestGraph().Article("a", "A").Say("Ana Silva spoke.").Article("b", "B").Say("President Silva spoke.")
            .Entity("e1", EntityType.Person, "Ana Silva", ["President Silva"]).Build();

        var articles = new GraphPlanner(graph, Types).Articles().ToList();

        Assert.That(articles[0].Entities.Single().Aliases, Is.Empty);
        Assert.That(articles[1].Entities.Single().Aliases, Is.EqualTo(new[] { "President Silva" }));
    }

    [TestCase("office", "office")]
    [TestCase("id", "id_")]
    [TestCase("`x` = 1", "x_x____1")]
    [TestCase("2nd", "x2nd")]
    [TestCase("", "x")]
    public void PropertyName_AnyWord_IsAPlainName(string attribute, string name) => Assert.That(GraphPlanner.PropertyName(attribute), Is.EqualTo(name));

    [TestCase("met")]
    [TestCase("MET`]-()")]
    [TestCase("MET-WITH")]
    [TestCase("MET\n")]
    [TestCase("")]
    public void RelationTypeList_NotUpperSnake_IsRefused(string type) => Assert.That(() => new RelationTypeList([type]), Throws.ArgumentException);

    [Test]
    public void Constructor_TypeNotInTheList_NamesTheRelation() =>
        Assert.That(
            () => new GraphPlanner(new TestGraph().Article("a", "A").Say("Ana greeted Rui.").Relate("GREETED", null, null, "greeted").Build(), Types),
            Throws.TypeOf<GraphDataException>().With.Message.Contains("'GREETED'").And.Message.Contains("article 'a'"));

    [Test]
    public void Articles_IdTooLongForAnIndex_IsRefused() =>
        Assert.That(() => Plan(new TestGraph().Article(new string('a', 1001), "A").Say("Nothing.")), Throws.TypeOf<GraphDataException>().With.Message.Contains("1001 characters"));

    [Test]
    public void DirectEdges_Denial_TakesAwayWhatItDenies()
    {
        static TestGraph Graph(string? denied) => new TestGraph().Article("a", "A")
            .Say("Ana Silva met Rui Costa.").Relate("MET", "e1", "e2", "met", time: "2021-05-03")
            .Say("Ana Silva met Rui Costa again.").Relate("MET", "e1", "e2", "met", time: "2021-06-03")
            .Say("She never met him then.").Relate("MET", "e1", "e2", "met", time: denied, polarity: Polarity.Negative)
            .Entity("e1", EntityType.Person, "Ana Silva").Entity("e2", EntityType.Person, "Rui Costa");

        Assert.That(DirectEdges.Of([Plan(Graph("2021-05-03"))]).Select(e => e.Relations.Single().Relation.TimeValue), Is.EqualTo(new[] { "2021-06-03" }));
        Assert.That(DirectEdges.Of([Plan(Graph(null))]), Is.Empty);
    }
}
