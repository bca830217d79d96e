using NewsGraph.Knowledge;
using NewsGraph.Relating.Ontologies;
using NewsGraph.Relating.Rules;
using NewsGraph.Resources;
using YamlDotNet.Serialization;

namespace NewsGraph.Tests.Relating;

public sealed class OntologyTests
{
    private static IEnumerable<string> Files() => ResourceFiles.List("ontology/").Where(p => p.EndsWith(".yml", StringComparison.Ordinal));

    [TestCaseSource(nameof(Files))]
    public void Read_OwnFile_SameAsAGeneralYamlReader(string path)
    {
        using var reader = new StreamReader(ResourceFiles.Open(path));
        var expected = new DeserializerBuilder().Build().Deserialize<List<Dictionary<string, string>>>(reader);
        var read = BlockFile.Read(path);
        Assert.That(read.Select(b => b.Values.ToDictionary(v => v.Key, v => v.Value)), Is.EqualTo(expected));
    }

    [Test]
    public void Read_LineWithoutColon_NamesFileAndLine() =>
        Assert.That(() => BlockFile.Read(new StringReader("- type: A\n  what is this\n"), "types.yml"), Throws.TypeOf<FormatException>().With.Message.Contains("types.yml, line 2"));

    [Test]
    public void Default_EveryType_IsUpperSnakeAndAllowsSomebody() =>
        Assert.That(Ontology.Default.Types, Has.All.Matches<RelationType>(t => t!.Name == t.Name.ToUpperInvariant() && Enum.GetValues<EntityType>().Any(t.AllowsSubject) && t.Meaning.Length > 0));

    [Test]
    public void Default_TypesOfTheGraphModel_AreThere() =>
        Assert.That(Ontology.Default.Types, Has.Count.EqualTo(170));

    [Test]
    public void Default_States_HaveNoEventCode() =>
        Assert.That(Ontology.Default.Types.Where(t => t is { IsState: true, Root: not null }).Select(t => t.Name), Is.Empty);

    [Test]
    public void Rules_EachType_HasARuleOrAFinder()
    {
        string[] found = ["HOLDS_OFFICE", "PREDECESSOR_OF", "ALLY_OF", "FAMILY_OF", "PART_OF", "LOCATED_IN", "CAPITAL_OF", "CITIZEN_OF", "DIED", "SAID_ABOUT"];
        var ruled = RuleBook.Default.Rules.Select(r => r.Type.Name).ToHashSet(StringComparer.Ordinal);
        Assert.That(Ontology.Default.Types.Select(t => t.Name).Where(t => !ruled.Contains(t) && !found.Contains(t)), Is.Empty);
    }

    [Test]
    public void Precision_EveryRow_NamesARuleOrFinder()
    {
        string[] finders = ["office-title", "office-context", "office-counterpart", "part-of-country", "part-of-body", "member-noun", "works-for-noun", "citizen-noun", "kin-noun", "ally-noun", "opponent-noun", "represent-noun", "predecessor-noun", "successor-noun", "capital-noun", "place-comma", "place-noun", "place-in-place", "event-in-place", "thing-in-place", "event-happens-in"];
        var known = RuleBook.Default.Rules.Select(r => r.Id).Concat(finders).ToHashSet(StringComparer.Ordinal);
        Assert.That(ResourceFiles.ReadTable("ontology/precision.tsv").Select(r => r[0]).Where(id => !known.Contains(id)), Is.Empty);
    }
}
