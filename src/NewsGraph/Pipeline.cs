using NewsGraph.Texts;

namespace NewsGraph;

/// <summary>The stages in their order, checked when built. Immutable; one instance serves all threads.</summary>
public sealed class Pipeline
{
    /// <exception cref="ArgumentException">A stage needs a layer that no earlier stage adds.</exception>
    public Pipeline(IEnumerable<IAnnotator> stages)
    {
        Stages = [.. stages];
        HashSet<Type> there = [];
        foreach (var stage in Stages)
        {
            foreach (var need in stage.Needs)
            {
                if (!there.Contains(need))
                {
                    throw new ArgumentException($"Stage '{stage.Name}' needs {need.Name}, which no stage before it adds. Move the stage that adds it to the front of '{stage.Name}'.", nameof(stages));
                }
            }

            there.UnionWith(stage.Adds);
        }
    }

    public IReadOnlyList<IAnnotator> Stages { get; }

    /// <summary>Runs all stages, or those up to and including <paramref name="last"/>.</summary>
    /// <exception cref="ArgumentException">No stage is named <paramref name="last"/>.</exception>
    public Doc Run(Article article, string? last = null)
    {
        var doc = new Doc(article);
        foreach (var stage in Stages)
        {
            stage.Annotate(doc);
            if (last is not null && string.Equals(stage.Name, last, StringComparison.Ordinal))
            {
                return doc;
            }
        }

        return last is null
            ? doc
            : throw new ArgumentException($"There is no stage '{last}'; the stages are {string.Join(", ", Stages.Select(s => s.Name))}.", nameof(last));
    }
}
