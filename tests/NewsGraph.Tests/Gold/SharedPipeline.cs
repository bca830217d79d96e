using NewsGraph.Assembling;

namespace NewsGraph.Tests.Gold;

/// <summary>The standard pipeline, loaded once for all tests that need it whole.</summary>
internal static class SharedPipeline
{
    private static readonly Lazy<Pipeline> Loaded = new(PipelineBuilder.Build);

    public static Pipeline Pipeline => Loaded.Value;

    public static GraphAssembler Assembler { get; } = PipelineBuilder.Assembler();
}
