using NewsGraph.Texts;

namespace NewsGraph.Tests;

public sealed class DocTests
{
    [Test]
    public void Get_LayerMissing_SaysWhatToDo()
    {
        var doc = new Doc(new Article("a", "Text.", []));
        Assert.That(() => doc.Get<TagLayer>(), Throws.InvalidOperationException.With.Message.Contains("TagLayer"));
    }

    [Test]
    public void Add_Twice_Refused()
    {
        var doc = DocBuilder.Parse("Rebels NOUN NNS rebel 2 nsubj\nfled VERB VBD flee 0 root\n");
        Assert.That(() => doc.Add(new FrameLayer([])), Throws.InvalidOperationException);
    }

    [Test]
    public void Subtree_OfRoot_HoldsTheSentence()
    {
        var doc = DocBuilder.Parse("Rebels NOUN NNS rebel 2 nsubj\nfled VERB VBD flee 0 root\n. PUNCT . . 2 punct\n\nThey PRON PRP they 2 nsubj\nwon VERB VBD win 0 root\n");
        var tree = doc.Get<TreeLayer>();
        Assert.That(tree.Subtree(1), Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(tree.Subtree(4), Is.EqualTo(new[] { 3, 4 }));
        Assert.That(doc.Text, Is.EqualTo("Rebels fled. They won"));
    }
}
