using Newtonsoft.Json.Linq;
using NewsGraph.Decoding;
using NewsGraph.Encoders;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Encoders;

/// <summary>The training code wrote the fixture (src/training/parity.py) with the shipped graphs: both sides must agree.</summary>
public sealed class ParityTests
{
    private static readonly JObject Fixture = JObject.Parse(File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "parity.json")));
    private Doc doc = null!;

    [OneTimeSetUp]
    public void Analyze()
    {
        doc = MakeDoc();
        new EncodingAnnotator().Annotate(doc);
        new DecodingAnnotator().Annotate(doc);
    }

    [Test]
    public void Inputs_OfTheWindows_Equal()
    {
        var tokens = doc.Get<TokenLayer>();
        var words = new WordTable(new WordPieces(File.ReadLines(VocabularyPath())));
        var features = tokens.Words.Select(words.Of).ToArray();
        var windows = Windows.Pack(tokens, features).ToArray();
        using var batch = new EncoderBatch(windows, tokens.Sentences, features);
        for (var k = 0; k < EncoderBatch.Inputs.Length; k++)
        {
            var rows = (JArray)Fixture["inputs"]![EncoderBatch.Inputs[k]]!;
            var expected = rows.SelectMany(r => r.Values<long>()).ToArray();
            Assert.That(batch.Data(k, windows.Length).ToArray(), Is.EqualTo(expected), EncoderBatch.Inputs[k]);
        }
    }

    [Test]
    public void Tags_Equal()
    {
        var tags = doc.Get<TagLayer>();
        Assert.That(tags.Upos, Is.EqualTo(Fixture["upos"]!.Values<string>()));
        Assert.That(tags.Xpos, Is.EqualTo(Fixture["xpos"]!.Values<string>()));
    }

    [Test]
    public void Trees_Equal()
    {
        var tree = doc.Get<TreeLayer>();
        Assert.That(Enumerable.Range(0, tree.Count).Select(tree.Head), Is.EqualTo(Fixture["heads"]!.Values<int>()));
        // C# names the root's arc "root" whatever label scored best there; all other labels are the model's.
        var labels = Fixture["rels"]!.Values<string>().Select((label, i) => tree.Head(i) < 0 ? "root" : label);
        Assert.That(Enumerable.Range(0, tree.Count).Select(tree.Relation), Is.EqualTo(labels));
    }

    [Test]
    public void Names_Equal()
    {
        var tags = Enumerable.Repeat("O", doc.Get<TokenLayer>().Count).ToArray();
        foreach (var name in doc.Get<NameLayer>().Names)
        {
            var type = name.Type switch { NameType.Person => "PER", NameType.Organization => "ORG", _ => "LOC" };
            for (var i = name.First; i < name.End; i++)
            {
                tags[i] = (i == name.First ? "B-" : "I-") + type;
            }
        }

        Assert.That(tags, Is.EqualTo(Fixture["ner"]!.Values<string>()));
    }

    [Test]
    public void Roles_Equal()
    {
        var found = doc.Get<FrameLayer>().Frames.SelectMany(f => f.Arguments.Select(a => $"{f.Predicate} {a.Head} {a.Role}"));
        Assert.That(found, Is.EquivalentTo(Fixture["roles"]!.Select(r => $"{r[0]} {r[1]} {r[2]}")));
    }

    [Test]
    public void PairScores_OfTheFixturesFeatures_Equal()
    {
        var pairs = new PairScorer(EncodingAnnotator.VectorSize);
        var vectors = MadeVectors(doc.Get<TokenLayer>().Count);
        var mentions = Ints(Fixture["mentions"]!, "head");
        var kinds = Ints(Fixture["mentions"]!, "kind");
        var mentionTypes = Ints(Fixture["mentions"]!, "etype");
        var triggers = Ints(Fixture["triggers"]!);
        var types = Ints(Fixture["types"]!);

        var coreference = Fixture["coreference"]!;
        var (score, none) = pairs.ScoreCoreference(vectors, mentions, kinds, mentionTypes, Pairs(coreference));
        AssertNear(score, coreference["score"]!);
        AssertNear(none, coreference["none"]!);

        var arguments = Fixture["arguments"]!;
        (score, none) = pairs.ScoreArguments(vectors, triggers, types, mentions, kinds, mentionTypes, Pairs(arguments));
        AssertNear(score, arguments["score"]!);
        AssertNear(none, arguments["none"]!);

        var factuality = Fixture["factuality"]!;
        var (polarity, modality) = pairs.ScoreFactuality(vectors, triggers, types, Flat(factuality["features"]!).Select(f => (int)f).ToArray());
        AssertNear(polarity, factuality["polarity"]!);
        AssertNear(modality, factuality["modality"]!);

        var content = Fixture["content"]!;
        AssertNear(pairs.ScoreContent(vectors, Ints(content["cues"]!), Pairs(content)), content["score"]!);
    }

    [Test]
    public void PairScores_EmptyLists_GiveEmptyArraysOrNone()
    {
        var pairs = new PairScorer(EncodingAnnotator.VectorSize);
        var vectors = MadeVectors(3);
        var no = new ScoredPairs([], [], []);
        Assert.That(pairs.ScoreCoreference(vectors, [], [], [], no).None, Is.Empty);
        Assert.That(pairs.ScoreCoreference(vectors, [0, 2], [1, 1], [0, 0], no).None, Has.Length.EqualTo(2));
        Assert.That(pairs.ScoreArguments(vectors, [], [], [1], [1], [0], no).None, Is.Empty);
        Assert.That(pairs.ScoreArguments(vectors, [1], [0], [], [], [], no).None, Has.Length.EqualTo(4));
        Assert.That(pairs.ScoreFactuality(vectors, [], [], []).Polarity, Is.Empty);
        Assert.That(pairs.ScoreContent(vectors, [1], no), Is.Empty);
    }

    private static Doc MakeDoc()
    {
        var text = (string)Fixture["text"]!;
        List<Token> tokens = [];
        List<Sentence> sentences = [];
        var spans = Fixture["tokens"]!.Select(t => new TextSpan((int)t[0]!, (int)t[1]!)).ToList();
        foreach (var end in Fixture["sentenceEnds"]!.Values<int>())
        {
            var first = tokens.Count;
            tokens.AddRange(spans[first..end].Select(s => new Token(s, sentences.Count)));
            sentences.Add(new Sentence(sentences.Count, new TextSpan(spans[first].Start, spans[end - 1].End), first, end, ArticlePart.Body));
        }

        var made = new Doc(new Article("parity", text, []));
        made.Add(new TokenLayer(text, sentences, tokens));
        return made;
    }

    /// <summary>As in parity.py: multiples of 2654435761 modulo 2³², scaled to [−½, ½).</summary>
    private static float[] MadeVectors(int count)
    {
        var vectors = new float[count * EncodingAnnotator.VectorSize];
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = (float)((((ulong)(i + 1) * 2654435761UL) % 4294967296UL / 4294967296.0) - .5);
        }

        return vectors;
    }

    private static ScoredPairs Pairs(JToken json) =>
        new([.. json["pairs"]!.Select(p => (int)p[0]!)], [.. json["pairs"]!.Select(p => (int)p[1]!)], [.. Flat(json["features"]!).Select(f => (int)f)]);

    private static int[] Ints(JToken list, string? name = null) => [.. list.Select(x => name is null ? (int)x : (int)x[name]!)];

    private static IEnumerable<double> Flat(JToken json) => json is JArray array ? array.SelectMany(Flat) : [(double)json];

    private static void AssertNear(float[] found, JToken expected) => Assert.That(found, Is.EqualTo(Flat(expected).ToArray()).Within((double)Fixture["tolerance"]!));

    private static string VocabularyPath()
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "parity-vocabulary.txt");
        using var stream = Resources.ResourceFiles.Open("models/vocab.txt");
        using var file = File.Create(path);
        stream.CopyTo(file);
        return path;
    }
}
