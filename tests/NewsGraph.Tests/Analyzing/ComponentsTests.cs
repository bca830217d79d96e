using NewsGraph.Analyzing;

namespace NewsGraph.Tests.Analyzing;

public sealed class ComponentsTests
{
    [Test]
    public void Find_TwoIslandsAndALoner_NumbersThemInOrder()
    {
        var (of, sizes) = Components.Find(6, [(5, 0), (1, 4), (4, 2)]);
        Assert.That(of, Is.EqualTo(new[] { 0, 1, 1, 2, 1, 0 }));
        Assert.That(sizes, Is.EqualTo(new[] { 2, 3, 1 }));
    }
}
