using NewsGraph.Decoding;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Decoding;

public sealed class NameDecoderTests
{
    private static readonly string[] Labels = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"];

    [TestCase("O B-PER I-PER O B-LOC", "1-3 Person, 4-5 Location")]
    [TestCase("B-ORG B-ORG I-ORG", "0-1 Organization, 1-3 Organization")]
    [TestCase("O O", "")]
    public void Decode_LegalTags_GiveTheirSpans(string tags, string expected) => Assert.That(Decode(Emissions(tags, 5)), Is.EqualTo(expected));

    [Test]
    public void Decode_InsideWithoutBegin_BecomesLegal()
    {
        var emissions = Emissions("O I-PER", 5);
        emissions[7 + 1] = 4;
        Assert.That(Decode(emissions), Is.EqualTo("1-2 Person"));
    }

    [Test]
    public void Decode_TypeChangesInside_BestLegalSequenceWins()
    {
        // B-PER I-ORG is illegal: one tag has to give way, the weaker one.
        var emissions = Emissions("B-PER I-ORG", 5);
        emissions[3] = 4.5f;
        Assert.That(Decode(emissions), Is.EqualTo("0-2 Organization"));
    }

    private static float[] Emissions(string tags, float score)
    {
        var words = tags.Split(' ');
        var emissions = new float[words.Length * 7];
        for (var i = 0; i < words.Length; i++)
        {
            emissions[(i * 7) + Array.IndexOf(Labels, words[i])] = score;
        }

        return emissions;
    }

    private static string Decode(float[] emissions)
    {
        List<NameSpan> names = [];
        new NameDecoder(Labels).Decode(emissions, 0, names);
        return string.Join(", ", names.Select(n => $"{n.First}-{n.End} {n.Type}"));
    }
}
