using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

namespace NewsGraph.IntegrationTests.Neo4j;

/// <summary>Neo4j's own image in Docker.</summary>
internal sealed class ContainerServer : Neo4jServer
{
    private readonly IContainer container;

    private ContainerServer(IContainer container) => this.container = container;

    public override Uri Http => new($"http://{container.Hostname}:{container.GetMappedPublicPort(7474)}");

    public override Uri? Bolt => new($"bolt://{container.Hostname}:{container.GetMappedPublicPort(7687)}");

    public override string Password => "integration-test";

    /// <summary>Null with the reason if there is no Docker engine, or it cannot get the image.</summary>
    public static async Task<(ContainerServer? Server, string Reason)> TryStartAsync()
    {
        try
        {
            var made = new ContainerBuilder("neo4j:5.26-community")
                .WithEnvironment("NEO4J_AUTH", "neo4j/integration-test")
                .WithPortBinding(7474, assignRandomHostPort: true)
                .WithPortBinding(7687, assignRandomHostPort: true)
                .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(r => r.ForPort(7474)))
                .Build();
            await made.StartAsync();
            return (new ContainerServer(made), "");
        }
#pragma warning disable CA1031 // Whatever is wrong with Docker, there may be another server.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return (null, $"{failure.GetType().Name}: {failure.Message.Split('\n')[0]}");
        }
    }

    public override async ValueTask DisposeAsync() => await container.DisposeAsync();
}
