using NewsGraph.Decoding;

namespace NewsGraph.Tests.Decoding;

public sealed class LemmatizerTests
{
    [TestCase("protests", "NNS", "protest")]
    [TestCase("countries", "NNS", "country")]
    [TestCase("children", "NNS", "child")]
    [TestCase("CEOs", "NNS", "CEO")]
    [TestCase("States", "NNPS", "State")]
    [TestCase("was", "VBD", "be")]
    [TestCase("said", "VBD", "say")]
    [TestCase("overthrew", "VBD", "overthrow")]
    [TestCase("blogged", "VBD", "blog")]
    [TestCase("voting", "VBG", "vote")]
    [TestCase("shooting", "VBG", "shoot")]
    [TestCase("detained", "VBN", "detain")]
    [TestCase("accused", "VBN", "accuse")]
    [TestCase("denies", "VBZ", "deny")]
    [TestCase("watches", "VBZ", "watch")]
    [TestCase("worse", "JJR", "bad")]
    [TestCase("largest", "JJS", "large")]
    [TestCase("n’t", "RB", "not")]
    [TestCase("an", "DT", "a")]
    [TestCase("them", "PRP", "they")]
    [TestCase("Korvanen", "NNP", "Korvanen")]
    [TestCase("7,000", "CD", "7000")]
    [TestCase("Kenyan", "JJ", "Kenyan")]
    [TestCase("Then", "RB", "then")]
    [TestCase("TV", "NN", "TV")]
    [TestCase("“", "``", "\"")]
    public void Lemma_OfWordAndTag_DictionaryForm(string word, string tag, string expected) =>
        Assert.That(Lemmatizer.Shared.Lemma(word, tag, first: false), Is.EqualTo(expected));
}
