using System.Xml.Linq;
using NewsGraph.Assembling;
using NewsGraph.Knowledge;
using NewsGraph.Writing;

namespace NewsGraph.Tests.Writing;

public sealed class GraphMlWriterTests
{
    private static readonly XNamespace Ns = "http://graphml.graphdrawing.org/xmlns";

    private static XElement Write(params AnalysedDoc[] docs)
    {
        using var stream = new MemoryStream();
        new GraphMlWriter().Write(new GraphAssembler().Assemble([.. docs.Select(d => d.Build())]), stream);
        stream.Position = 0;
        return XElement.Load(stream);
    }

    private static AnalysedDoc Sample() => new AnalysedDoc("a", "Rebels \u0001 \uD83D\uDE00 attacked Porto <again> & left Porto .")
        .Entity(EntityType.Group, "Rebels").Entity(EntityType.Place, "Porto", words: ["Porto", "Porto@2"])
        .Relation("Rebels", "ATTACKED", "Porto", "attacked").Relation("Rebels", "WITHDREW_FROM", "Porto@2", "left");

    [Test]
    public void Write_TwoRelationsBetweenTheSameTwo_StayApart()
    {
        var edges = Write(Sample()).Descendants(Ns + "edge").ToList();
        Assert.That(edges, Has.Count.EqualTo(2));
        Assert.That(edges.Select(e => (string?)e.Attribute("id")).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public void Write_EveryElement_HasEveryValueOfItsKeys()
    {
        var xml = Write(Sample());
        foreach (var kind in new[] { "node", "edge" })
        {
            var keys = xml.Elements(Ns + "key").Where(k => (string?)k.Attribute("for") == kind).Select(k => (string?)k.Attribute("id")).ToList();
            foreach (var element in xml.Descendants(Ns + kind))
            {
                Assert.That(element.Elements(Ns + "data").Select(d => (string?)d.Attribute("key")), Is.EqualTo(keys));
            }
        }
    }

    [Test]
    public void Write_CharactersThatXmlForbids_BecomeReplacementCharacters()
    {
        var text = Write(Sample()).Descendants(Ns + "data").First(d => (string?)d.Attribute("key") == "e_text").Value;
        Assert.That(text, Does.Contain("\uFFFD \uD83D\uDE00").And.Contain("<again> &"));
    }

    [Test]
    public void Clean_LoneSurrogate_IsReplaced() => Assert.That(GraphMlWriter.Clean("a\uD800b"), Is.EqualTo("a\uFFFDb"));
}
