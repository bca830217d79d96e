using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Tests.Attributing;

namespace NewsGraph.Tests.Timing;

/// <summary>Weekdays through the whole pipeline: before or after publication (Wednesday 12 June 2019) by the verb.</summary>
public sealed class TenseTests
{
    public static IEnumerable<string> Examples() => ResourceFiles.ReadTable("lexicons/future-governors.tsv").Select(r => r[1]).Where(e => e.Contains("Friday", StringComparison.Ordinal));

    [TestCaseSource(nameof(Examples))]
    public void Example_Weekday_IsTheComingOne(string example) => Assert.That(Value(example), Is.EqualTo("2019-06-14"));

    [TestCase("The talks will begin on Friday.", "2019-06-14")]
    [TestCase("The talks begin on Friday.", "2019-06-14")]
    [TestCase("The trial was adjourned until Friday.", "2019-06-14")]
    [TestCase("The talks began on Friday.", "2019-06-07")]
    [TestCase("The general has resigned on Friday.", "2019-06-07")]
    public void Annotate_Weekday_ByTense(string text, string expected) => Assert.That(Value(text), Is.EqualTo(expected));

    private static string Value(string text) => CueExamplesTests.Run(text).Get<TimeLayer>().Times.Single().Value;
}
