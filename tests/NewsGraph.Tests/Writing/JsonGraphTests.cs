using System.Text;
using NewsGraph.Assembling;
using NewsGraph.Knowledge;
using NewsGraph.Writing;
using Newtonsoft.Json.Linq;

namespace NewsGraph.Tests.Writing;

public sealed class JsonGraphTests
{
    private static KnowledgeGraph Sample() => new GraphAssembler(_ => new RelationTypeFacts("ASSAULT", null)).Assemble(
    [
        new AnalysedDoc("a\u0001b", "\"Rebels\" said nearly 50 people fled Porto \\ in May .", "They did not , Ana Reis \uD83D\uDE00 said \uD800 .")
            .Entity(EntityType.Group, "Rebels")
            .Entity(EntityType.Group, "nearly 50 people", new Quantity(50.5m, Approximation.Nearly, null, "nearly 50 people"), words: ["nearly 50 people"])
            .Entity(EntityType.Place, "Porto", wikidata: "Q36433")
            .Entity(EntityType.Person, "Ana Reis")
            .Says("Rebels", "said", content: ["nearly 50 people", "fled Porto"])
            .Says(null, "said@2", "2021-05-03", SpeechKind.Direct, "They did not")
            .Relation("nearly 50 people", "FLED_FROM", "Porto", "fled", Polarity.Negative, Modality.Possible, "2021-05", 0.123456, [0, 1], ("status", "former"))
            .Relation(null, "KILLED", "Ana Reis", "not")
            .Time("May", "2021-05")
            .Build(),
    ]);

    private static string Write(KnowledgeGraph graph)
    {
        using var stream = new MemoryStream();
        new JsonGraphWriter().Write(graph, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [Test]
    public void Write_Graph_HasTheFieldsOfTheFormat()
    {
        var json = JObject.Parse(Write(Sample()));
        var relation = json["relations"]![0]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)json["format"], Is.EqualTo("news-graph/1"));
            Assert.That(((JObject)relation).Properties().Select(p => p.Name), Is.EqualTo(new[]
            {
                "id", "article", "sentence", "type", "plover", "mode", "subject", "object", "subjectMention", "objectMention", "trigger",
                "arguments", "attributes", "time", "polarity", "modality", "attribution", "confidence", "extractor",
            }));
            Assert.That((double)relation["confidence"]!, Is.EqualTo(0.123));
            Assert.That((string?)relation["modality"], Is.EqualTo("possible"));
            Assert.That((string?)json["entities"]![1]!["quantity"]!["approximation"], Is.EqualTo("nearly"));
            Assert.That(json["attributions"]!.Count(), Is.EqualTo(3), "one entry a span of content");
        }
    }

    [Test]
    public void Read_WhatWasWritten_WritesTheSameBytes()
    {
        var text = Write(Sample());
        var again = JsonGraphReader.Read(new StringReader(text));
        Assert.That(Write(again), Is.EqualTo(text));
        Assert.That(again.Statements, Has.Count.EqualTo(2));
        Assert.That(again.Statements[0].Content, Has.Count.EqualTo(2));
    }

    [Test]
    public void Write_Items_OneALine()
    {
        var lines = Write(Sample()).Split('\n');
        Assert.That(lines.Count(l => l.Contains("\"trigger\"")), Is.EqualTo(2));
        Assert.That(Write(Sample()), Does.EndWith("}\n").And.Not.Contains("\r"));
    }

    [TestCase("{\"format\":\"news-gold/1\",\"relations\":[]}", "news-gold/1")]
    [TestCase("{\"articles\":[]}", "no \"format\"")]
    [TestCase("[]", "JSON object")]
    [TestCase("", "JSON object")]
    [TestCase("not json", "Unexpected character")]
    [TestCase("{\"format\":\"news-graph/1\",\"relations\":[{\"id\":\"r1\"}]}", "missing")]
    [TestCase("{\"format\":\"news-graph/1\",\"relations\":{}}", "array")]
    [TestCase("{\"format\":\"news-graph/1\",\"entities\":[{\"id\":\"e\",\"name\":\"n\",\"type\":\"Alien\"}]}", "Alien")]
    [TestCase("{\"format\":\"news-graph/1\",\"times\":[{\"article\":\"a\",\"value\":\"2020\",\"start\":9,\"end\":3}]}", "start")]
    [TestCase("{\"format\":\"news-graph/1\",\"articles\":[{\"id\":\"a\"", "line 1")]
    public void Read_SomethingElse_IsRefusedWithTheReason(string json, string reason) =>
        Assert.That(() => JsonGraphReader.Read(new StringReader(json)), Throws.TypeOf<InvalidDataException>().With.Message.Contains(reason));

    [Test]
    public void Read_UnknownFields_AreIgnored() =>
        Assert.That(JsonGraphReader.Read(new StringReader("{\"later\":{\"x\":[1]},\"format\":\"news-graph/1\",\"entities\":[]}")).Entities, Is.Empty);
}
