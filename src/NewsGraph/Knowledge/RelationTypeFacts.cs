namespace NewsGraph.Knowledge;

/// <summary>What an ontology says of a relation type that a graph of several articles needs to know.</summary>
/// <param name="Plover">Root code of the PLOVER event ontology (AGREE, CONSULT … ASSAULT); null for states and doings without a code.</param>
/// <param name="Mode">PLOVER's finer kind, where the type has one.</param>
/// <param name="IsSymmetric">True if the ends may change places: "A met B" is "B met A".</param>
/// <param name="IsState">True for what is so ("holds office"), false for what happens.</param>
public readonly record struct RelationTypeFacts(string? Plover, string? Mode, bool IsSymmetric = false, bool IsState = false);
