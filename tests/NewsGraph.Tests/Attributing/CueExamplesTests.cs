using NewsGraph.Attributing;
using NewsGraph.Knowledge;
using NewsGraph.Tests.Gold;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Attributing;

/// <summary>Every line of cues.tsv through the whole pipeline: its example must give a statement by that word.</summary>
public sealed class CueExamplesTests
{
    /// <summary>Lemmas whose example gives nothing, with the reason.</summary>
    private static readonly Dictionary<string, string> KnownFailures = new(StringComparer.Ordinal)
    {
        ["deplore"] = "the lemmatizer makes \"deplor\" of \"deplored\"",
        ["opine"] = "the lemmatizer makes \"opin\" of \"opined\"",
    };

    public static IEnumerable<TestCaseData> Examples() => CueLexicon.Shared.All
        .Select(c => new TestCaseData(c.Lemma, c.Example, c.Stance == Stance.Deny).SetName($"{(c.IsNoun ? "N" : "V")} {c.Lemma}: {c.Example}"));

    [TestCaseSource(nameof(Examples))]
    public void Example_Cue_Found(string lemma, string example, bool denies)
    {
        var doc = Run(example);
        var tags = doc.Get<TagLayer>();
        var found = doc.Get<StatementLayer>().Statements.Where(s => tags.Lemmas[s.CueToken] == lemma).ToList();
        if (KnownFailures.TryGetValue(lemma, out var reason))
        {
            Assert.That(found, Is.Empty, $"This works now; take it off the list of known failures ({reason}).");
            return;
        }

        Assert.That(found, Is.Not.Empty);
        Assert.That(found[0].Affirms, Is.EqualTo(!denies));
    }

    internal static Doc Run(string text) =>
        SharedPipeline.Pipeline.Run(new Article("example", text, [new TextBlock(new TextSpan(0, text.Length), ArticlePart.Body)]) { Published = new DateOnly(2019, 6, 12) });
}
