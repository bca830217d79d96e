using NewsGraph.Knowledge;
using NewsGraph.Resources;

namespace NewsGraph.Tests.Lexicons;

public sealed class WorldKnowledgeTests
{
    private static readonly WorldKnowledge World = WorldKnowledge.Default;

    [TestCase("US", ExpectedResult = "United States")]
    [TestCase("U.S.", ExpectedResult = "United States")]
    [TestCase("Danish", ExpectedResult = "Denmark")]
    [TestCase("Dane", ExpectedResult = "Denmark")]
    [TestCase("Spaniards", ExpectedResult = "Spain")]
    [TestCase("Côte d’Ivoire", ExpectedResult = "Ivory Coast")]
    [TestCase("danish", ExpectedResult = null)]
    public string? CountryOf_Words_GivesTheCountry(string words) => World.CountryOf(words)?.Name;

    [TestCase("Oslo", ExpectedResult = "Norway")]
    [TestCase("Buenos Aires", ExpectedResult = "Argentina")]
    [TestCase("Rio de Janeiro", ExpectedResult = null)]
    public string? CountryWithCapital_City_GivesTheCountry(string city) => World.CountryWithCapital(city)?.Name;

    [Test]
    public void Names_LongestPhraseWins()
    {
        var match = World.Names.Longest(["the", "Central", "African", "Republic", "said"], 1, 5);
        Assert.That(match.End, Is.EqualTo(4));
        Assert.That(match.Values[0].Name, Is.EqualTo("Central African Republic"));
    }

    [TestCase("Port-au-Prince")]
    [TestCase("Port|-|au|-|Prince")]
    [TestCase("Port-au|-|Prince")]
    public void Names_HowTheTokenizerCut_DoesNotMatter(string tokens)
    {
        var words = tokens.Split('|');
        Assert.That(World.Names.Longest(words, 0, words.Length).End, Is.EqualTo(words.Length));
    }

    [Test]
    public void Names_UnknownWord_IsNotFound() => Assert.That(World.Names.Longest(["Xyzzy"], 0, 1).Found, Is.False);

    [Test]
    public void Names_Acronym_GivesTheOrganization()
    {
        var name = World.Names.Find("OSCE").Single();
        Assert.That(name.Type, Is.EqualTo(EntityType.Organization));
        Assert.That(name.Name, Does.StartWith("Organization for Security"));
    }

    [TestCase("prime ministers", "prime minister", true)]
    [TestCase("Prime Minister", "prime minister", false)]
    [TestCase("Attorneys General", "attorney general", true)]
    public void Office_Words_GivesTheOffice(string words, string office, bool plural)
    {
        var found = World.Office(words);
        Assert.That(found?.Words, Is.EqualTo(office));
        Assert.That(found?.IsPlural, Is.EqualTo(plural));
    }

    [TestCase("journalist", EntityType.Person)]
    [TestCase("journalists", EntityType.Group)]
    [TestCase("ministry", EntityType.Organization)]
    [TestCase("riots", EntityType.Event)]
    [TestCase("air base", EntityType.Place)]
    [TestCase("treaties", EntityType.Law)]
    [TestCase("helicopter", EntityType.Thing)]
    [TestCase("police", EntityType.Group)]
    public void Noun_Words_GivesWhatItDenotes(string words, EntityType type) => Assert.That(World.Noun(words)?.Type, Is.EqualTo(type));

    [TestCase("Maria", NameGender.Female)]
    [TestCase("Ahmed", NameGender.Male)]
    public void GenderOf_GivenName_IsKnown(string name, NameGender gender) => Assert.That(World.GenderOf(name), Is.EqualTo(gender));
}
