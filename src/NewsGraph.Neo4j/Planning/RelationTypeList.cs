using System.Text.RegularExpressions;
using NewsGraph.Knowledge;

namespace NewsGraph.Neo4j.Planning;

/// <summary>
/// The closed list of relation types that may become types of relationships. Cypher has no parameters for types and
/// labels, so these are the only words from outside that ever stand in a statement, and they are letters, digits and _.
/// </summary>
public sealed partial class RelationTypeList
{
    private readonly HashSet<string> types = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">A type is not UPPER_SNAKE.</exception>
    public RelationTypeList(IEnumerable<string> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        foreach (var type in types)
        {
            if (!UpperSnake().IsMatch(type))
            {
                throw new ArgumentException($"'{Shown(type)}' is no relation type: one is written like MET or SENT_FORCES_TO.", nameof(types));
            }

            this.types.Add(type);
        }
    }

    public IReadOnlyCollection<string> Types => types;

    /// <exception cref="GraphDataException">The graph has a type that is not on the list.</exception>
    public void Check(KnowledgeGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        foreach (var relation in graph.Relations)
        {
            if (!types.Contains(relation.Type))
            {
                throw new GraphDataException($"Relation '{Shown(relation.Id)}' of article '{Shown(relation.Article)}' has the type '{Shown(relation.Type)}', which the ontology does not list. Add the type to the ontology file, or build the graph with this version.");
            }
        }
    }

    internal static string Shown(string text) => string.Concat(text.Take(60).Select(c => char.IsControl(c) ? ' ' : c)) + (text.Length > 60 ? "…" : "");

    [GeneratedRegex("^[A-Z][A-Z0-9_]{0,63}\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UpperSnake();
}

/// <summary>The graph cannot be loaded as it is; the message names the place.</summary>
public sealed class GraphDataException(string message) : Exception(message);
