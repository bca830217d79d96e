using NewsGraph.Assembling;
using NewsGraph.Knowledge;

namespace NewsGraph.Tests.Assembling;

public sealed class GazetteerTests
{
    private const string Table = "# comment\nAnna Kovel\tPerson\tAnna Koval|A. Kovel\tQ1\nKovel\tPlace\t\nOne Front\tOrganization\tFront\nOther Front\tOrganization\tFront\n";

    [Test]
    public void Link_Alias_GivesCanonicalNameAndId()
    {
        var linked = Gazetteer.Read(new StringReader(Table)).Link(Entity(EntityType.Person, "anna koval"));
        Assert.That(linked.Name, Is.EqualTo("Anna Kovel"));
        Assert.That(linked.Wikidata, Is.EqualTo("Q1"));
        Assert.That(linked.Aliases, Is.EqualTo(new[] { "anna koval" }));
    }

    [Test]
    public void Link_OtherType_LeavesEntity()
    {
        var entity = Entity(EntityType.Person, "Kovel");
        Assert.That(Gazetteer.Read(new StringReader(Table)).Link(entity), Is.SameAs(entity));
    }

    [Test]
    public void Link_AliasOfTwoEntries_MeansNeither()
    {
        var entity = Entity(EntityType.Organization, "Front");
        Assert.That(Gazetteer.Read(new StringReader(Table)).Link(entity), Is.SameAs(entity));
    }

    [Test]
    public void Link_Unnamed_LeavesEntity()
    {
        var entity = Entity(EntityType.Person, "Anna Kovel") with { IsUnnamed = true };
        Assert.That(Gazetteer.Read(new StringReader(Table)).Link(entity), Is.SameAs(entity));
    }

    [Test]
    public void Read_UnknownType_SaysLineAndTypes() =>
        Assert.That(() => Gazetteer.Read(new StringReader("A\tHero\n")), Throws.InstanceOf<FormatException>().With.Message.Contains("line 1").And.Message.Contains("Person"));

    [Test]
    public void Read_SeedGazetteer_IsWellFormed() =>
        Assert.That(() => Gazetteer.Read(new StreamReader(Path.Combine(Repository.Root, "seeds", "gazetteer.tsv"))), Throws.Nothing);

    private static ArticleEntity Entity(EntityType type, string name) => new() { Index = 0, Type = type, Name = name, Mentions = [] };
}
