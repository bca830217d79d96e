using NewsGraph.Scoring.Language;
using NewsGraph.Texts;
using NewsGraph.Tokenizing;

namespace NewsGraph.Tests.Scoring.Language;

/// <summary>The evaluators on invented files and a parser that always answers the same.</summary>
public sealed class LanguageEvaluatorsTests
{
    private const string Conllu =
        "# newdoc id = d\n# sent_id = d-1\n# newpar\n# text = Rebels don't flee.\n"
        + "1\tRebels\trebel\tNOUN\tNNS\t_\t4\tnsubj\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_\n"
        + "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n4\tflee\tflee\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n";

    [Test]
    public void Read_MultiwordTokens_ShareAUnit()
    {
        var sentence = ConlluReader.Read(new StringReader(Conllu)).Single();
        Assert.That(sentence.Words.Select(w => w.Unit), Is.EqualTo(new[] { 1, 2, 2, 3, 4 }));
        Assert.That((sentence.Document, sentence.Id, sentence.Text, sentence.BeginsParagraph), Is.EqualTo(("d", "d-1", "Rebels don't flee.", true)));
    }

    [Test]
    public void Read_BadLine_IsNamed() =>
        Assert.That(() => ConlluReader.Read(new StringReader("1\tRebels\n")), Throws.InstanceOf<FormatException>().With.Message.Contains("Line 1"));

    [Test]
    public void Conllu_GoldTokens_CountsWhatAgrees()
    {
        var scores = InFile(Conllu, path => ConlluEvaluator.Evaluate(path, new Pipeline([new TokenizingAnnotator(), new FixedParser()])));
        Assert.That(scores["UPOS"], Is.EqualTo(20).Within(0.01));
        Assert.That(scores["UAS"], Is.EqualTo(20).Within(0.01), "only the last word hangs on the one before");
    }

    [Test]
    public void Conllu_RawText_WordsOfContractionsAlign()
    {
        var scores = InFile(Conllu, path => ConlluEvaluator.Evaluate(path, new Pipeline([new TokenizingAnnotator(), new FixedParser()]), raw: true));
        Assert.That(scores["Tokens"], Is.EqualTo(100));
        Assert.That(scores["Words"], Is.EqualTo(100));
        Assert.That(scores["Sentences"], Is.EqualTo(100));
        Assert.That(scores["LAS"], Is.Zero);
    }

    [Test]
    public void Names_Strict_OtherTypesDoNotCount()
    {
        const string Iob = "# newdoc id = d\n1\tAda\tB-PER\t-\t-\n2\tLow\tI-PER\t-\t-\n3\tmet\tO\t-\t-\n4\tKenyans\tB-OTH\t-\t-\n\n";
        var scores = InFile(Iob, path => NameEvaluator.Evaluate(path, new Pipeline([new TokenizingAnnotator(), new FixedParser()])));
        Assert.That(scores["Names"], Is.EqualTo(100));
        Assert.That(scores["LOC"], Is.Zero);
    }

    [Test]
    public void Roles_SpansStandOnTheirHead()
    {
        const string Frames = "{\"sent_id\": \"d-1\", \"tokens\": [\"Rebels\", \"do\", \"n't\", \"flee\", \".\"], \"frames\": [{\"pred\": 3, \"sense\": \"flee.01\", \"args\": [[\"ARG0\", 0, 0]]}, {\"pred\": 1, \"args\": []}]}\n";
        var scores = InFile(Conllu, trees => InFile(Frames, path => RoleEvaluator.Evaluate(path, trees, new Pipeline([new TokenizingAnnotator(), new FixedParser()]))));
        Assert.That(scores["Predicates"], Is.EqualTo(200.0 / 3).Within(0.01));
        Assert.That(scores["Roles"], Is.EqualTo(100));
    }

    private static LanguageScores InFile(string text, Func<string, LanguageScores> score)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return score(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>All words are verbs in a chain; the first two tokens are a person; token 3 has its ARG0 in token 0.</summary>
    private sealed class FixedParser : IAnnotator
    {
        public string Name => "parsing";

        public IReadOnlyList<Type> Needs { get; } = [typeof(TokenLayer)];

        public IReadOnlyList<Type> Adds { get; } = [typeof(TagLayer), typeof(TreeLayer), typeof(NameLayer), typeof(FrameLayer)];

        public void Annotate(Doc doc)
        {
            var count = doc.Get<TokenLayer>().Count;
            var verbs = Enumerable.Repeat("VERB", count).ToArray();
            doc.Add(new TagLayer(verbs, verbs, [.. doc.Get<TokenLayer>().Words]));
            doc.Add(new TreeLayer([.. Enumerable.Range(-1, count)], [.. Enumerable.Repeat("dep", count)]));
            doc.Add(new NameLayer([new NameSpan(0, 2, NameType.Person)]));
            doc.Add(new FrameLayer([new Frame(3, [new FrameArgument("ARG0", 0)])]));
        }
    }
}
