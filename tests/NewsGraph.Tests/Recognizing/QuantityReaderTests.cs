using NewsGraph.Knowledge;
using NewsGraph.Recognizing;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Recognizing;

public sealed class QuantityReaderTests
{
    [TestCase("nearly 8,000 people", 8000, Approximation.Nearly)]
    [TestCase("about 15,000 protesters", 15000, Approximation.About)]
    [TestCase("an estimated 400 protesters", 400, Approximation.About)]
    [TestCase("at least fifty people", 50, Approximation.AtLeast)]
    [TestCase("no fewer than 12 villages", 12, Approximation.AtLeast)]
    [TestCase("107 or more pilgrims", 107, Approximation.AtLeast)]
    [TestCase("107 pilgrims or more", 107, Approximation.AtLeast)]
    [TestCase("more than a thousand refugees", 1000, Approximation.MoreThan)]
    [TestCase("over 100 houses", 100, Approximation.MoreThan)]
    [TestCase("up to 5,000 troops", 5000, Approximation.AtMost)]
    [TestCase("as many as 15 cars", 15, Approximation.AtMost)]
    [TestCase("fewer than 40 seats", 40, Approximation.LessThan)]
    [TestCase("two dozen farmers", 24, Approximation.Exact)]
    [TestCase("twenty - three miners", 23, Approximation.Exact)]
    [TestCase("two hundred and six sailors", 206, Approximation.Exact)]
    [TestCase("2.5 million voters", 2500000, Approximation.Exact)]
    [TestCase("nearly half a million dollars", 500000, Approximation.Nearly)]
    [TestCase("300 to 400 people", 300, Approximation.About)]
    [TestCase("between 200 and 300 people", 200, Approximation.AtLeast)]
    [TestCase("nine million euros", 9000000, Approximation.Exact)]
    public void Read_NumberWithBound_ValueAndBound(string text, int value, Approximation approximation)
    {
        var quantity = Read(text);
        Assert.That(quantity, Is.Not.Null);
        Assert.That(quantity!.Value, Is.EqualTo((decimal)value));
        Assert.That(quantity.Approximation, Is.EqualTo(approximation));
    }

    [TestCase("dozens of victims", Approximation.Dozens)]
    [TestCase("scores of houses", Approximation.Dozens)]
    [TestCase("hundreds of soldiers", Approximation.Hundreds)]
    [TestCase("tens of thousands of people", Approximation.Thousands)]
    [TestCase("several hundred farmers", Approximation.Hundreds)]
    [TestCase("a few thousand demonstrators", Approximation.Thousands)]
    [TestCase("millions of pilgrims", Approximation.Millions)]
    public void Read_VagueCount_NoValue(string text, Approximation approximation)
    {
        var quantity = Read(text);
        Assert.That(quantity, Is.Not.Null);
        Assert.That(quantity!.Value, Is.Null);
        Assert.That(quantity.Approximation, Is.EqualTo(approximation));
    }

    [TestCase("the protesters")]
    [TestCase("many farmers")]
    public void Read_NoNumber_Null(string text) => Assert.That(Read(text), Is.Null);

    private static Quantity? Read(string text)
    {
        var words = text.Split(' ');
        var doc = DocBuilder.Parse(string.Join('\n', words.Select((w, i) => $"{w} {(char.IsDigit(w[0]) ? "NUM CD" : "NOUN NN")} {w} {(i == 0 ? 0 : 1)} dep")));
        return QuantityReader.Standard.Read(new SyntaxView(doc), 0, words.Length, null);
    }
}
