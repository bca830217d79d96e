using NewsGraph.Texts;
using NewsGraph.Tokenizing;

namespace NewsGraph.Tests.Texts;

public sealed class QuotationsTests
{
    [TestCase("He said \"no\" and left.", "\"no\"")]
    [TestCase("\"Go,\" she said. \"Go now.\"", "\"Go,\"|\"Go now.\"")]
    [TestCase("“Go,” she said.", "“Go,”")]
    [TestCase("It was an 'act of war', he said.", "'act of war'")]
    [TestCase("The workers' tools and the '90s songs.", "")]
    [TestCase("He called them \"thugs and left the room. Then he slept.", "\"thugs and left the room.")]
    [TestCase("\"We wait.\n\n\"We hope,\" she said.", "\"We wait.|\"We hope,\"")]
    public void Find_Marks_Spans(string text, string expected)
    {
        var doc = new Doc(new Article("t", text, Blocks(text)));
        new TokenizingAnnotator().Annotate(doc);
        var tokens = doc.Get<TokenLayer>();
        Assert.That(string.Join('|', Quotations.Find(doc).All.Select(q => tokens.SpanOf(q.First, q.End).Of(text))), Is.EqualTo(expected));
    }

    [Test]
    public void Find_MarkOpensAgainInNextParagraph_Continues()
    {
        const string Text = "\"We wait.\n\n\"We hope,\" she said.";
        var doc = new Doc(new Article("t", Text, Blocks(Text)));
        new TokenizingAnnotator().Annotate(doc);
        Assert.That(Quotations.Find(doc).All.Select(q => q.Continues), Is.EqualTo(new[] { false, true }));
    }

    private static List<TextBlock> Blocks(string text)
    {
        List<TextBlock> blocks = [];
        var start = 0;
        foreach (var line in text.Split("\n\n"))
        {
            blocks.Add(new TextBlock(new TextSpan(start, start + line.Length), ArticlePart.Body));
            start += line.Length + 2;
        }

        return blocks;
    }
}
