using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Relating;

/// <summary>Reads <c>Specs/*.md</c>: sentences and the relations that must or must not be found in them.</summary>
public sealed class SpecTests
{
    private static IEnumerable<TestCaseData> Cases()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(TestContext.CurrentContext.TestDirectory, "Specs"), "*.md").Order(StringComparer.Ordinal))
        {
            string? text = null;
            foreach (var line in File.ReadLines(file))
            {
                if (line.StartsWith("> ", StringComparison.Ordinal))
                {
                    text = line[2..];
                }
                else if (text is not null && line.StartsWith("- ", StringComparison.Ordinal))
                {
                    yield return new TestCaseData(text, line[2..]).SetName($"Spec_{Path.GetFileNameWithoutExtension(file)}_{line[2..]}");
                }
            }
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Relations_OfSpec_AsStated(string text, string expected)
    {
        var doc = Gold.SharedPipeline.Pipeline.Run(new Article("spec", text, [new TextBlock(new TextSpan(0, text.Length), ArticlePart.Body)]) { Published = new DateOnly(2021, 6, 2) });
        var mentions = doc.Get<MentionLayer>().Mentions;
        var found = doc.Get<RelationLayer>().Relations;
        var absent = expected.StartsWith("not ", StringComparison.Ordinal);
        var parts = (absent ? expected[4..] : expected).Split(',', StringSplitOptions.TrimEntries);
        var ends = parts[0][(parts[0].IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(" > ");
        bool Matches(int? mention, string words) => words == "-" ? mention is null : mention is { } m && mentions[m].Span.Of(text).Contains(words, StringComparison.OrdinalIgnoreCase);
        var hit = found.Any(r => r.Type == parts[0].Split(' ')[0] && Matches(r.Subject, ends[0]) && Matches(r.Object, ends[1])
            && r.Polarity.ToString().Equals(parts.ElementAtOrDefault(1) ?? "positive", StringComparison.OrdinalIgnoreCase)
            && r.Modality.ToString().Equals(parts.ElementAtOrDefault(2) ?? "actual", StringComparison.OrdinalIgnoreCase));
        Assert.That(hit, Is.Not.EqualTo(absent), string.Join("; ", found.Select(r => $"{r.Type} {(r.Subject is { } s ? mentions[s].Span.Of(text) : "-")} > {(r.Object is { } o ? mentions[o].Span.Of(text) : "-")}, {r.Polarity}, {r.Modality}")));
    }
}
