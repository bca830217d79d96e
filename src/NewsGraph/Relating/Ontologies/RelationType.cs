using NewsGraph.Knowledge;

namespace NewsGraph.Relating.Ontologies;

/// <summary>A type of relation, read subject → object.</summary>
public sealed record RelationType
{
    /// <summary>UPPER_SNAKE name.</summary>
    public required string Name { get; init; }

    public required string Meaning { get; init; }

    /// <summary>PLOVER root code, null for states and doings that PLOVER does not count.</summary>
    public string? Root { get; init; }

    public string? Mode { get; init; }

    public bool IsSymmetric { get; init; }

    public bool IsState { get; init; }

    /// <summary>False where the type takes one participant ("died").</summary>
    public bool HasObject => Objects != 0;

    internal int Subjects { get; init; }

    internal int Objects { get; init; }

    public bool AllowsSubject(EntityType type) => (Subjects & (1 << (int)type)) != 0;

    public bool AllowsObject(EntityType type) => (Objects & (1 << (int)type)) != 0;
}
