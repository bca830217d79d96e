using NewsGraph.Neo4j.Connecting;
using NewsGraph.Neo4j.Loading;

namespace NewsGraph.Tests.Neo4j;

public sealed class RetryTests
{
    private static readonly Retry Quick = new(4, TimeSpan.FromMilliseconds(1));

    [Test]
    public async Task Run_TransientFailures_TriesAgainWithLongerWaits()
    {
        var calls = 0;
        var waits = new List<TimeSpan>();

        var result = await Quick.RunAsync(() => ++calls < 3 ? throw new GraphDatabaseException("busy") { IsTransient = true } : Task.FromResult(calls), (_, wait) => waits.Add(wait), CancellationToken.None);

        Assert.That(result, Is.EqualTo(3));
        Assert.That(waits, Has.Count.EqualTo(2));
        Assert.That(waits[1], Is.GreaterThan(waits[0]));
    }

    [Test]
    public void Run_LastingFailure_IsToldAtOnce()
    {
        var calls = 0;

        Assert.That(
            () => Quick.RunAsync<int>(() => { calls++; throw new GraphDatabaseException("wrong password"); }, null, CancellationToken.None),
            Throws.TypeOf<GraphDatabaseException>());
        Assert.That(calls, Is.EqualTo(1));
    }

    [Test]
    public void Run_TransientForEver_GivesUp()
    {
        var calls = 0;

        Assert.That(
            () => Quick.RunAsync<int>(() => { calls++; throw new GraphDatabaseException("busy") { OutcomeUnknown = true }; }, null, CancellationToken.None),
            Throws.TypeOf<GraphDatabaseException>());
        Assert.That(calls, Is.EqualTo(4));
    }
}
