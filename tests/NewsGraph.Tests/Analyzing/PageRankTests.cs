using NewsGraph.Analyzing;

namespace NewsGraph.Tests.Analyzing;

public sealed class PageRankTests
{
    [Test]
    public void Compute_SmallGraph_AgreesWithNetworkX()
    {
        // networkx.pagerank(MultiDiGraph([(0,1),(0,1),(1,2),(2,0),(3,2)]), tol=1e-12) of networkx 3.6.1
        var rank = PageRank.Compute(4, [(0, 1), (0, 1), (1, 2), (2, 0), (3, 2)]);
        Assert.That(rank, Is.EqualTo(Expected).Within(1e-6));
        Assert.That(rank.Sum(), Is.EqualTo(1).Within(1e-9));
    }

    private static readonly double[] Expected = [0.32021380, 0.30968173, 0.33260447, 0.03750000];

    [Test]
    public void Compute_NoEdges_SpreadsEvenly() => Assert.That(PageRank.Compute(4, []), Is.All.EqualTo(0.25).Within(1e-12));

    [Test]
    public void Compute_NoVertices_IsEmpty() => Assert.That(PageRank.Compute(0, []), Is.Empty);
}
