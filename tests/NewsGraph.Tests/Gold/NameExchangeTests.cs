using Newtonsoft.Json.Linq;

namespace NewsGraph.Tests.Gold;

public sealed class NameExchangeTests
{
    internal static readonly string[] Variants = ["paraguay", "nepal"];

    internal static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Gold");

    internal static string SeedGold { get; } = Path.Combine(Folder, "kazakhstan-crisis.gold.json");

    internal static NameExchange Table(string variant) => NameExchange.Load(Path.Combine(Folder, $"exchange-{variant}.tsv"));

    [Test]
    public void Apply_Names_AreExchangedAsWholeWords()
    {
        var exchange = new NameExchange(["Rome\tOslo", "Romeo\tErik", "Roman\tNorwegian"]);
        Assert.That(exchange.Apply("Romeo left Rome; Romeos and Romans did not. Rome's Romeo").Text, Is.EqualTo("Erik left Oslo; Romeos and Romans did not. Oslo's Erik"));
    }

    [Test]
    public void Apply_Gold_OffsetsMoveAlong()
    {
        var exchange = new NameExchange(["Rome\tTrondheim"]);
        var gold = JObject.Parse("""{"entities": {"a": {"name": "Rome", "mentions": [{"start": 3, "end": 7, "text": "Rome"}, {"start": 12, "end": 16, "text": "gate"}]}}}""");
        var result = exchange.Apply(gold, "In Rome the gate");
        Assert.That(result["entities"]!["a"]!["mentions"]!.Select(m => (string)m["text"]!), Is.EqualTo(new[] { "Trondheim", "gate" }));
        Assert.That((string)result["entities"]!["a"]!["name"]!, Is.EqualTo("Trondheim"));
    }

    [Test]
    public void Apply_SpanInsideAName_IsRefused()
    {
        var exchange = new NameExchange(["New Town\tOld Town"]);
        var gold = JObject.Parse("""{"times": [{"start": 4, "end": 8, "text": "Town"}]}""");
        Assert.That(() => exchange.Apply(gold, "New Town"), Throws.InvalidOperationException);
    }

    /// <summary>Nothing of the seed's names is left, and every quoted text of the gold file stands at its offsets.</summary>
    [TestCaseSource(nameof(Variants))]
    public void Apply_Seed_LeavesNoName(string variant)
    {
        var text = File.ReadAllText(Repository.Seed);
        var exchange = Table(variant);
        var exchanged = exchange.Apply(text).Text;
        var gold = exchange.Apply(NameExchange.Parse(File.ReadAllText(SeedGold)), text);
        var quoted = gold.Descendants().OfType<JObject>().Where(o => o["text"] is not null).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(exchange.Table.Where(p => !text.Contains(p.From, StringComparison.Ordinal)), Is.Empty, "names that the seed lacks");
            Assert.That(exchange.Table.Where(p => exchanged.Contains(p.From, StringComparison.Ordinal)), Is.Empty, "names left");
            Assert.That(quoted, Has.Count.GreaterThan(150));
            Assert.That(quoted.Where(o => exchanged[(int)o["start"]!..(int)o["end"]!] != (string)o["text"]!), Is.Empty);
        });
    }

    /// <summary>
    /// For a person: <c>dotnet test tests/NewsGraph.Tests --filter Name=Write_Variants_ForMeasuring</c> writes the seed's variants
    /// to NEWSGRAPH_VARIANTS (default: newsgraph-variants in the temporary folder). With NEWSGRAPH_TEXT, NEWSGRAPH_TEXT_GOLD and
    /// NEWSGRAPH_NAMES (a table) it writes the variant of any article.
    /// </summary>
    [Test]
    [Explicit("writes files")]
    public void Write_Variants_ForMeasuring()
    {
        var folder = Environment.GetEnvironmentVariable("NEWSGRAPH_VARIANTS") ?? Path.Combine(Path.GetTempPath(), "newsgraph-variants");
        if (Environment.GetEnvironmentVariable("NEWSGRAPH_TEXT") is { } text)
        {
            var gold = Environment.GetEnvironmentVariable("NEWSGRAPH_TEXT_GOLD") ?? throw new IgnoreException("set NEWSGRAPH_TEXT_GOLD to the gold file");
            var names = Environment.GetEnvironmentVariable("NEWSGRAPH_NAMES") ?? throw new IgnoreException("set NEWSGRAPH_NAMES to a table of names");
            NameExchange.Load(names).Write(text, gold, folder, Path.GetFileNameWithoutExtension(text) + "-exchanged");
        }
        else
        {
            foreach (var variant in Variants)
            {
                Table(variant).Write(Repository.Seed, SeedGold, folder, $"seed-{variant}");
            }
        }

        TestContext.Out.WriteLine($"written to {folder}");
    }
}
