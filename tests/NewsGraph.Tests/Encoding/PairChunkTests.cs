using NewsGraph.Encoders;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Encoders;

public sealed class PairChunkTests
{
    [Test]
    public void Cut_ManyPairs_LosesNoneAndKeepsTheirOrder()
    {
        const int Elements = 700, Each = 30;
        var first = Enumerable.Range(0, Elements * Each).Select(i => i / Each).ToArray();
        var second = first.Select((f, i) => f + i % Each).ToArray();
        var features = first.SelectMany((f, i) => new[] { i, -i }).ToArray();
        List<int> firsts = [], seconds = [], rows = [];
        var end = 0;
        foreach (var chunk in PairChunk.Cut(new ScoredPairs(first, second, features), Elements))
        {
            Assert.That(chunk.First, Is.EqualTo(end));
            Assert.That(chunk.Pairs.First, Has.Length.AtMost(PairChunk.MostPairs));
            end = chunk.End;
            firsts.AddRange(chunk.Pairs.First.Select(f => f + chunk.First));
            seconds.AddRange(chunk.Pairs.Second.Select(s => s + chunk.Low));
            rows.AddRange(chunk.Pairs.Features);
            Assert.That(chunk.Pairs.Second.Max() + chunk.Low, Is.LessThan(chunk.High));
        }

        Assert.That(end, Is.EqualTo(Elements));
        Assert.That(firsts, Is.EqualTo(first));
        Assert.That(seconds, Is.EqualTo(second));
        Assert.That(rows, Is.EqualTo(features));
    }

    [Test]
    public void Cut_ElementsWithoutPairs_AreKept()
    {
        var chunks = PairChunk.Cut(new ScoredPairs([1], [5], [9]), 3).ToList();
        Assert.That(chunks, Has.Count.EqualTo(1));
        Assert.That((chunks[0].First, chunks[0].End, chunks[0].Low, chunks[0].High), Is.EqualTo((0, 3, 5, 6)));
    }

    [Test]
    public void IsAscending_LaterFirstBeforeEarlier_IsFalse() =>
        Assert.That(PairChunk.IsAscending(new ScoredPairs([1, 0], [0, 0], [1, 1])), Is.False);
}
