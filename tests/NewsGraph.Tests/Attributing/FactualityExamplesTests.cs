using NewsGraph.Attributing;
using NewsGraph.Knowledge;
using NewsGraph.Tests.Gold;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Attributing;

/// <summary>Every line of factuality.tsv through the whole pipeline: the marked word must have what the line says.</summary>
public sealed class FactualityExamplesTests
{
    /// <summary>Examples that the parser misreads, with what it does; a fix shows as a failure of this list.</summary>
    private static readonly Dictionary<string, string> Misparsed = Known();

    public static IEnumerable<TestCaseData> Examples() => FactualityLexicon.Shared.All
        .Select(e => new TestCaseData(e.Lemma, e.Frame, e.Turns, e.Modality, e.Example).SetName($"{e.Class} {e.Lemma} {e.Frame}: {e.Example}"));

    [TestCaseSource(nameof(Examples))]
    public void Example_MarkedWord_HasTheEffect(string lemma, string frame, bool turns, Modality? modality, string example)
    {
        var got = Read(example);
        // "no evidence of" and the like turn round by their "no"; the word itself keeps.
        var negative = turns || example.Contains(" no ", StringComparison.Ordinal);
        var right = got == (negative ? Polarity.Negative : Polarity.Positive, modality ?? Modality.Actual);
        if (Misparsed.TryGetValue($"{lemma} {frame}", out var reason))
        {
            Assert.That(right, Is.False, $"This works now; take it off the list of known failures ({reason}).");
            return;
        }

        Assert.That(right, Is.True, $"got {got}");
    }

    internal static (Polarity, Modality) Read(string example)
    {
        var open = example.IndexOf('*', StringComparison.Ordinal);
        var text = example.Replace("*", "", StringComparison.Ordinal).Replace(" n't", "n't", StringComparison.Ordinal);
        open -= example[..open].Contains(" n't", StringComparison.Ordinal) ? 1 : 0;
        var doc = SharedPipeline.Pipeline.Run(new Article("example", text, [new TextBlock(new TextSpan(0, text.Length), ArticlePart.Body)]));
        var tokens = doc.Get<TokenLayer>();
        var token = 0;
        while (tokens.Tokens[token].Span.Start < open)
        {
            token++;
        }

        var fact = doc.Get<FactualityLayer>().Tokens[token];
        return (fact.Polarity, fact.Modality);
    }

    private static Dictionary<string, string> Known()
    {
        Dictionary<string, string> known = new(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "factuality-known-failures.tsv")))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split('\t');
                known.Add(parts[0], parts[1]);
            }
        }

        return known;
    }
}
