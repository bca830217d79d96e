using NewsGraph.Decoding;

namespace NewsGraph.Tests.Decoding;

public sealed class TreeDecoderTests
{
    [TestCase(new[] { 0 }, true)]
    [TestCase(new[] { 2, 0, 2 }, true)]
    [TestCase(new[] { 0, 0 }, false)]
    [TestCase(new[] { 2, 1 }, false)]
    [TestCase(new[] { 1, 0 }, false)]
    [TestCase(new[] { 0, 3, 2 }, false)]
    [TestCase(new[] { 2, 3, 0, 1 }, true)]
    public void IsTree_Heads_OneRootAndNoCycle(int[] heads, bool expected) => Assert.That(TreeDecoder.IsTree(heads), Is.EqualTo(expected));

    [Test]
    public void Decode_GreedyTree_Kept() =>
        Assert.That(TreeDecoder.Decode([0, 0, 9, 0, 9, 0, 0, 0, 0, 0, 9, 0], 3), Is.EqualTo(new[] { 2, 0, 2 }));

    [Test]
    public void Decode_Cycle_BrokenWhereItCostsLeast()
    {
        // 1 and 2 want each other; 1 would rather be the root, and 3 hangs on 2.
        float[] arcs =
        [
            4, -9, 5, 0,
            1, 5, -9, 0,
            0, 0, 6, -9,
        ];
        Assert.That(TreeDecoder.Decode(arcs, 3), Is.EqualTo(new[] { 0, 1, 2 }));
    }

    [Test]
    public void Decode_RandomScores_BestOfAllTreesWithThatRoot()
    {
        var random = new Random(3);
        for (var round = 0; round < 400; round++)
        {
            var n = random.Next(1, 6);
            var arcs = Enumerable.Range(0, n * (n + 1)).Select(_ => (float)(random.NextDouble() * 10)).ToArray();
            var found = TreeDecoder.Decode(arcs, n);
            Assert.That(TreeDecoder.IsTree(found), Is.True);
            var root = Array.IndexOf(found, 0);
            var best = AllHeads(n).Where(h => TreeDecoder.IsTree(h) && h[root] == 0).Max(h => Score(arcs, h));
            Assert.That(Score(arcs, found), Is.EqualTo(best).Within(1e-4));
        }
    }

    [Test]
    public void Decode_LongestSentence_StaysATree()
    {
        var random = new Random(5);
        var arcs = Enumerable.Range(0, 160 * 161).Select(_ => (float)random.NextDouble()).ToArray();
        Assert.That(TreeDecoder.IsTree(TreeDecoder.Decode(arcs, 160)), Is.True);
    }

    /// <summary>Logarithms are normalized per word, which changes no comparison of whole trees.</summary>
    private static double Score(float[] arcs, int[] heads) => heads.Select((h, i) => (double)arcs[(i * (heads.Length + 1)) + h]).Sum();

    private static IEnumerable<int[]> AllHeads(int n)
    {
        var heads = new int[n];
        while (true)
        {
            yield return [.. heads];
            var i = 0;
            while (i < n && ++heads[i] > n)
            {
                heads[i++] = 0;
            }

            if (i == n)
            {
                yield break;
            }
        }
    }
}
