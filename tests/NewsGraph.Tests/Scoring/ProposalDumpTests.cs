using NewsGraph.Scoring;
using NewsGraph.Tests.Gold;
using Newtonsoft.Json.Linq;

namespace NewsGraph.Tests.Scoring;

public sealed class ProposalDumpTests
{
    [Test]
    public void Write_Article_RowsFitTheFeaturesAndSpansTheText()
    {
        const string text = "Police arrested Arlen Dow in Harrowgate on Monday. Dow later met Mayor Petra Coster.";
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.txt"), text);
            File.WriteAllText(Path.Combine(folder, "a.gold.json"), """{"format": "news-gold/1", "article": "a", "published": "2020-01-08", "sentences": [], "entities": {}, "relations": [], "attributions": [], "times": [], "quantities": []}""");
            using var output = new StringWriter();
            Assert.That(ProposalDump.Write(folder, SharedPipeline.Pipeline, output), Is.EqualTo(1));
            var line = JObject.Parse(output.ToString());
            var proposals = (JArray)line["proposals"]!;
            using (Assert.EnterMultipleScope())
            {
                Assert.That(output.ToString(), Does.EndWith("}\n"));
                Assert.That((string?)line["article"], Is.EqualTo("a"));
                Assert.That(proposals, Is.Not.Empty);
                Assert.That(proposals.Select(p => ((JArray)p["row"]!).Count), Is.All.EqualTo(((JArray)line["features"]!).Count));
                Assert.That(line["rules"]!.Select(r => (string?)r["type"]), Does.Contain("ARRESTED"));
                Assert.That(line["entities"]!.SelectMany(e => e).Select(m => text[(int)m[0]!..(int)m[1]!]), Does.Contain("Arlen Dow"));
            }
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
