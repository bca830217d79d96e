using NewsGraph.Texts;

namespace NewsGraph;

/// <summary>One stage of the pipeline: reads earlier layers of a document and adds its own. Thread-safe and deterministic.</summary>
public interface IAnnotator
{
    /// <summary>Short name as used by <c>newsgraph annotate --stage</c>.</summary>
    string Name { get; }

    /// <summary>Types of the layers it reads.</summary>
    IReadOnlyList<Type> Needs { get; }

    /// <summary>Types of the layers it adds.</summary>
    IReadOnlyList<Type> Adds { get; }

    void Annotate(Doc doc);
}
