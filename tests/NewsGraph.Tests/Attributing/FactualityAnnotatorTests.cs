using NewsGraph.Attributing;
using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Attributing;

public sealed class FactualityAnnotatorTests
{
    [Test]
    public void Annotate_NegatedFuture_BothKept()
    {
        var doc = DocBuilder.Parse(
            "They PRON PRP they 4 nsubj\nwill AUX MD will 4 aux\nnever ADV RB never 4 advmod\nleave VERB VB leave 0 root\n. PUNCT . . 4 punct\n");
        Assert.That(At(doc, 3), Is.EqualTo((Polarity.Negative, Modality.Future)));
    }

    [Test]
    public void Annotate_SharedAuxiliary_ReachesTheConjunct()
    {
        var doc = DocBuilder.Parse(
            "They PRON PRP they 3 nsubj\nwill AUX MD will 3 aux\nmeet VERB VB meet 0 root\nand CCONJ CC and 5 cc\nsign VERB VB sign 3 conj\n");
        Assert.That(At(doc, 4), Is.EqualTo((Polarity.Positive, Modality.Future)));
    }

    [Test]
    public void Annotate_ConjunctWithOwnSubject_IsFree()
    {
        var doc = DocBuilder.Parse(
            "They PRON PRP they 3 nsubj\nwill AUX MD will 3 aux\nmeet VERB VB meet 0 root\nand CCONJ CC and 6 cc\nhe PRON PRP he 6 nsubj\nleft VERB VBD leave 3 conj\n");
        Assert.That(At(doc, 5), Is.EqualTo((Polarity.Positive, Modality.Actual)));
    }

    [TestCase("Never have we *used* force.", Polarity.Negative, Modality.Actual)]
    [TestCase("No troops *fired* on the crowd.", Polarity.Negative, Modality.Actual)]
    [TestCase("They left without *paying*.", Polarity.Negative, Modality.Actual)]
    [TestCase("If the army *attacks*, they will flee.", Polarity.Positive, Modality.Possible)]
    [TestCase("The general said that the troops would be *withdrawn*.", Polarity.Positive, Modality.Future)]
    [TestCase("The officers failed to *kill* the king.", Polarity.Negative, Modality.Actual)]
    [TestCase("They did not refuse to *pay*.", Polarity.Positive, Modality.Actual)]
    [TestCase("He did not *resign* but fled.", Polarity.Negative, Modality.Actual)]
    [TestCase("The union does not plan to *strike*.", Polarity.Negative, Modality.Future)]
    [TestCase("Did the mayor *resign*?", Polarity.Positive, Modality.Possible)]
    public void Annotate_Sentence_PolarityAndModality(string example, Polarity polarity, Modality modality) =>
        Assert.That(FactualityExamplesTests.Read(example), Is.EqualTo((polarity, modality)));

    private static (Polarity, Modality) At(Doc doc, int token)
    {
        new FactualityAnnotator().Annotate(doc);
        var fact = doc.Get<FactualityLayer>().Tokens[token];
        return (fact.Polarity, fact.Modality);
    }
}
