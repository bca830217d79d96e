using NewsGraph.Assembling;
using NewsGraph.Knowledge;

namespace NewsGraph.Tests.Assembling;

public sealed class IdentityKeyTests
{
    private static string? Key(EntityType type, string name, string? country = null) =>
        IdentityKey.Of(new ArticleEntity { Index = 0, Type = type, Name = name, Mentions = [] }, country);

    [TestCase(EntityType.Person, "Smith")]
    [TestCase(EntityType.Organization, "Supreme Court")]
    [TestCase(EntityType.Organization, "the Ministry of Justice")]
    [TestCase(EntityType.Law, "Constitution")]
    [TestCase(EntityType.Thing, "Titanic")]
    public void Of_NameThatProvesNothing_IsNull(EntityType type, string name) => Assert.That(Key(type, name), Is.Null);

    [TestCase(EntityType.Organization, "Supreme Court")]
    [TestCase(EntityType.Organization, "National Assembly")]
    public void Of_GenericNameOfAKnownCountry_IsAKey(EntityType type, string name) => Assert.That(Key(type, name, "Q1"), Does.Contain("Q1"));

    [TestCase("The Red Crescent", "red  crescent")]
    [TestCase("Côte d’Ivoire", "côte d'ivoire")]
    public void Of_SpellingsOfOneName_AreEqual(string a, string b) => Assert.That(Key(EntityType.Organization, a), Is.EqualTo(Key(EntityType.Organization, b)));

    [Test]
    public void Of_SameNameOfAnotherType_Differs() => Assert.That(Key(EntityType.Country, "Georgia"), Is.Not.EqualTo(Key(EntityType.Place, "Georgia")));
}
