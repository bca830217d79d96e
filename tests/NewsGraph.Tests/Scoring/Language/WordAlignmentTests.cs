using NewsGraph.Scoring.Language;

namespace NewsGraph.Tests.Scoring.Language;

public sealed class WordAlignmentTests
{
    [Test]
    public void Align_SameSpans_Paired() =>
        Assert.That(WordAlignment.Align(Words("ab c"), Words("ab c")), Is.EqualTo(new[] { (0, 0), (1, 1) }));

    [Test]
    public void Align_OtherCut_OnlyEqualSpansPaired() =>
        Assert.That(WordAlignment.Align(Words("US-led force"), Words("US - led force")), Is.EqualTo(new[] { (1, 3) }));

    [Test]
    public void Align_MultiwordToken_ByForms()
    {
        PlacedWord[] gold = [new("They", 0, 4, false), new("do", 4, 9, true), new("n't", 4, 9, true), new("go", 9, 11, false)];
        Assert.That(WordAlignment.Align(gold, Words("They do n't go")), Is.EqualTo(new[] { (0, 0), (1, 1), (2, 2), (3, 3) }));
        Assert.That(WordAlignment.Align(gold, Words("They don't go")), Is.EqualTo(new[] { (0, 0), (3, 2) }));
    }

    private static PlacedWord[] Words(string text)
    {
        var position = 0;
        return [.. text.Split(' ').Select(w => new PlacedWord(w, position, position += w.Length, false))];
    }
}
