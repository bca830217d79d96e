using NewsGraph.Knowledge;
using NewsGraph.Neo4j.Planning;

namespace NewsGraph.Tests.Neo4j;

public sealed class EntityIdentityTests
{
    private static string Node(string article, string sentence, EntityType type, string name, string? wikidata = null, string? country = null)
    {
        var graph = new TestGraph().Article(article, article).Say(sentence).Entity("e", type, name, wikidata: wikidata);
        if (country is not null)
        {
            graph.Say($"{name} is a part of {country}.").Relate("PART_OF", "e", "c", "part").Entity("c", EntityType.Country, country);
        }

        return EntityIdentity.Of(graph.Build())["e"];
    }

    [TestCase("Ana Silva", EntityType.Person)]
    [TestCase("NATO", EntityType.Organization)]
    [TestCase("Porto", EntityType.Place)]
    [TestCase("Portugal", EntityType.Country)]
    [TestCase("Porto Ministry of Health", EntityType.Organization)]
    public void Of_NameThatTellsApart_IsOneNodeInAllArticles(string name, EntityType type) =>
        Assert.That(Node("a", $"Here is {name}.", type, name), Is.EqualTo(Node("b", $"There was {name} once.", type, name)));

    [TestCase("Silva", EntityType.Person, Description = "A surname is many people's")]
    [TestCase("armed men", EntityType.Group, Description = "Nobody's name")]
    [TestCase("Ministry of Health", EntityType.Organization, Description = "Every country has one")]
    [TestCase("Supreme Court", EntityType.Organization)]
    [TestCase("the demonstrations", EntityType.Event)]
    public void Of_NameThatDoesNot_IsTheArticlesOwn(string name, EntityType type) =>
        Assert.That(Node("a", $"Here: {name}.", type, name), Is.Not.EqualTo(Node("b", $"Here: {name}.", type, name)));

    [Test]
    public void Of_SameArticleWithChangedText_KeepsTheNode() =>
        Assert.That(Node("a", "Here are armed men.", EntityType.Group, "armed men"), Is.EqualTo(Node("a", "A correction, then armed men.", EntityType.Group, "armed men")));

    [Test]
    public void Of_BodyWithKnownCountry_IsThatCountrys()
    {
        var portuguese = Node("a", "The Ministry of Health spoke.", EntityType.Organization, "Ministry of Health", country: "Portugal");

        Assert.That(portuguese, Is.EqualTo(Node("b", "The Ministry of Health again.", EntityType.Organization, "Ministry of Health", country: "Portugal")));
        Assert.That(portuguese, Is.Not.EqualTo(Node("b", "The Ministry of Health.", EntityType.Organization, "Ministry of Health", country: "Spain")));
    }

    [Test]
    public void Of_WikidataId_DecidesWhateverTheName()
    {
        Assert.That(Node("a", "Silva spoke.", EntityType.Person, "Silva", wikidata: "Q42"), Is.EqualTo("Q42"));
        Assert.That(Node("a", "Silva spoke.", EntityType.Person, "Silva", wikidata: "Q4`2"), Does.StartWith("person-silva-"), "what is no id is none");
    }

    [Test]
    public void Of_TwoOfOneNameKeptApart_AreNobodyElse()
    {
        var nodes = EntityIdentity.Of(new TestGraph().Article("a", "A").Say("Ana Silva met Ana Silva.")
            .Entity("e1", EntityType.Person, "Ana Silva").Entity("e2", EntityType.Person, "Ana Silva").Build());

        Assert.That(nodes.Values, Is.Unique);
        Assert.That(nodes.Values, Does.Not.Contain(Node("b", "Ana Silva spoke.", EntityType.Person, "Ana Silva")));
    }

    [TestCase("The  Hague", "hague")]
    [TestCase("U.S. Congress", "us congress")]
    [TestCase("O’Neill", "o'neill")]
    [TestCase("The", "the")]
    public void Normalize_SpellingsOfOneName_Agree(string name, string normalized) => Assert.That(EntityIdentity.Normalize(name), Is.EqualTo(normalized));

    [Test]
    public void Of_HostileName_GivesAPlainId() =>
        Assert.That(Node("a", "A `x`}) DETACH\nDELETE 'n' // came.", EntityType.Person, "`x`}) DETACH\nDELETE 'n' //"), Does.Match("^person-[a-z0-9-]+$"));
}
