using NewsGraph.Knowledge;
using NewsGraph.Relating;
using NewsGraph.Relating.Rules;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Relating;

/// <summary>Every rule finds what its example sentence states, and nothing in the sentence in which it must stay silent; through the whole pipeline.</summary>
public sealed class RuleExampleTests
{
    private static IEnumerable<TestCaseData> Examples() =>
        RuleBook.Default.Rules.Where(r => r.Example is not null).Select(r => new TestCaseData(r.Id).SetName($"Example_{r.Id}_Found"));

    private static IEnumerable<TestCaseData> Silences() =>
        RuleBook.Default.Rules.Where(r => r.Silent is not null).Select(r => new TestCaseData(r.Id).SetName($"Silence_{r.Id}_Kept"));

    [TestCaseSource(nameof(Examples))]
    public void Example_OfRule_Found(string id)
    {
        var rule = RuleBook.Default.Rules.Single(r => r.Id == id);
        var found = Proposed(rule.Example!, id);
        var missing = rule.Finds!.Split(';', StringSplitOptions.TrimEntries).Where(f => !found.Contains(f, StringComparer.OrdinalIgnoreCase)).ToList();
        if (rule.Known is not null)
        {
            Assert.That(missing, Is.Not.Empty, $"'{id}' works now: remove its 'known' key.");
            return;
        }

        Assert.That(missing, Is.Empty, $"{rule.Example} Proposed: {string.Join("; ", found)}");
    }

    [TestCaseSource(nameof(Silences))]
    public void Silence_OfRule_Kept(string id) =>
        Assert.That(Proposed(RuleBook.Default.Rules.Single(r => r.Id == id).Silent!, id), Is.Empty);

    [Test]
    public void Rules_AllOfThem_HaveAnExample() =>
        Assert.That(RuleBook.Default.Rules.Where(r => r.Example is null || r.Finds is null).Select(r => r.Id), Is.Empty);

    /// <summary>"subject &gt; object" by their words, "-" for none.</summary>
    private static List<string> Proposed(string sentence, string rule)
    {
        var article = new Article("example", sentence, [new TextBlock(new TextSpan(0, sentence.Length), ArticlePart.Body)]) { Published = new DateOnly(2021, 6, 1) };
        var doc = Gold.SharedPipeline.Pipeline.Run(article);
        var syntax = new Syntax(doc);
        var map = new MentionMap(syntax, doc.Get<MentionLayer>(), doc.TryGet<EntityLayer>());
        string Words(int mention) => mention < 0 ? "-" : map[mention].Span.Of(sentence);
        return [.. new RelatingAnnotator().FindByRules(syntax, map).Where(c => c.Extractor == rule).Select(c => $"{Words(c.Subject)} > {Words(c.Object)}")];
    }
}
