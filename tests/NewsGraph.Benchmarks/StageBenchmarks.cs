using BenchmarkDotNet.Attributes;
using NewsGraph.Texts;

namespace NewsGraph.Benchmarks;

/// <summary>Every stage by itself on one article, the earlier layers given.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly Pipeline pipeline = PipelineBuilder.Build();
    private readonly Article article = Samples.Read([])[0];

    public IEnumerable<string> Stages => pipeline.Stages.Select(s => s.Name);

    [ParamsSource(nameof(Stages))]
    public string Stage { get; set; } = "";

    /// <summary>A document can take a layer once, so each call brings its own; the stages before it run in the set-up of the iteration.</summary>
    [IterationSetup]
    public void Prepare()
    {
        document = new Doc(article);
        foreach (var stage in pipeline.Stages.TakeWhile(s => s.Name != Stage))
        {
            stage.Annotate(document);
        }
    }

    private Doc document = null!;

    [Benchmark]
    public void Annotate() => pipeline.Stages.First(s => s.Name == Stage).Annotate(document);
}

/// <summary>From text to relations.</summary>
[MemoryDiagnoser]
public class PipelineBenchmarks
{
    private readonly Pipeline pipeline = PipelineBuilder.Build();
    private readonly Article article = Samples.Read([])[0];

    [Benchmark]
    public Doc Run() => pipeline.Run(article);
}

/// <summary>Loading of models and lexicons, once they have been read before.</summary>
public class LoadBenchmarks
{
    [Benchmark]
    public Pipeline LanguageCore() => PipelineBuilder.LanguageCore();

    [Benchmark]
    public Pipeline All() => PipelineBuilder.Build();
}
