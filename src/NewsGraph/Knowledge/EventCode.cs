namespace NewsGraph.Knowledge;

/// <summary>What the PLOVER event ontology calls a relation type.</summary>
/// <param name="Root">AGREE, CONSULT … ASSAULT; null for states and doings without a code.</param>
/// <param name="Mode">The finer kind, where the type has one.</param>
public readonly record struct EventCode(string? Root, string? Mode);
