using NewsGraph.Scoring.Language;
using NewsGraph.Texts;
using NewsGraph.Tokenizing;
using NewsGraph.Writing;

namespace NewsGraph.Tests.Writing;

public sealed class ConlluWriterTests
{
    [Test]
    public void Write_AllLayers_ReadsBack()
    {
        var doc = DocBuilder.Parse("Ada PROPN NNP Ada 2 nsubj B-PER\nfled VERB VBD flee 0 root\n. PUNCT . . 2 punct\n\nShe PRON PRP she 2 nsubj\nwon VERB VBD win 0 root\n");
        var text = new StringWriter();
        ConlluWriter.Write(doc, text);
        var sentences = ConlluReader.Read(new StringReader(text.ToString()));
        Assert.That(sentences.Select(s => s.Text), Is.EqualTo(new[] { "Ada fled.", "She won" }));
        Assert.That(sentences[0].Words[1], Is.EqualTo(new ConlluWord("fled", "flee", "VERB", "VBD", 0, "root", 2)));
        Assert.That(sentences[1].Words[0].Head, Is.EqualTo(2));
        Assert.That(text.ToString(), Does.Contain("start=0|end=3|Name=B-PER").And.Contain("SpaceAfter=No|start=4|end=8"));
    }

    [Test]
    public void Write_TokensOnly_LeavesTheRestOpen()
    {
        var doc = new Doc(new Article("a", "They\nfled", [new TextBlock(new TextSpan(0, 9), ArticlePart.Title)]));
        new TokenizingAnnotator().Annotate(doc);
        var text = new StringWriter();
        ConlluWriter.Write(doc, text);
        Assert.That(text.ToString(), Does.Contain("# part = title").And.Contain("1\tThey\t_\t_\t_\t_\t_\t_\t_\tstart=0|end=4"));
    }
}
