using System.Diagnostics.CodeAnalysis;
using NewsGraph.Knowledge;

namespace NewsGraph.Relating.Ontologies;

/// <summary>The vocabulary of relations, as <c>Resources/ontology/types.yml</c> lists it. Immutable.</summary>
public sealed class Ontology
{
    private readonly Dictionary<string, RelationType> types;

    private Ontology(IReadOnlyList<RelationType> types)
    {
        Types = types;
        this.types = types.ToDictionary(t => t.Name, StringComparer.Ordinal);
    }

    /// <summary>The ontology that ships with the library, read once.</summary>
    public static Ontology Default => Holder.Value;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<RelationType> Types { get; }

    /// <exception cref="ArgumentException">The ontology has no such type.</exception>
    public RelationType this[string name] =>
        types.TryGetValue(name, out var type) ? type : throw new ArgumentException($"The ontology has no relation type '{name}'; add it to types.yml.", nameof(name));

    public bool TryGet(string name, [NotNullWhen(true)] out RelationType? type) => types.TryGetValue(name, out type);

    internal static Ontology Load()
    {
        List<RelationType> list = [];
        foreach (var block in BlockFile.Read("ontology/types.yml"))
        {
            list.Add(new RelationType
            {
                Name = block.Required("type"),
                Meaning = block.Required("meaning"),
                Root = block["root"],
                Mode = block["mode"],
                IsSymmetric = block.Flag("symmetric"),
                IsState = block.Flag("state"),
                Subjects = TypesOf(block, "subject"),
                Objects = TypesOf(block, "object"),
            });
        }

        return new Ontology(list);
    }

    /// <summary>A bit for each entity type that a word of the value stands for.</summary>
    internal static int TypesOf(Block block, string key)
    {
        var set = 0;
        foreach (var word in block.Required(key).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            set |= word switch
            {
                "anything" => 0xFF,
                "nothing" => 0,
                "actor" => Bit(EntityType.Person) | Bit(EntityType.Organization) | Bit(EntityType.Country) | Bit(EntityType.Group),
                "body" => Bit(EntityType.Organization) | Bit(EntityType.Country) | Bit(EntityType.Group),
                "spot" => Bit(EntityType.Place) | Bit(EntityType.Country),
                _ => Enum.TryParse<EntityType>(word, out var type) ? Bit(type) : throw block.Error($"'{word}' is no entity type"),
            };
        }

        return set;
    }

    private static int Bit(EntityType type) => 1 << (int)type;

    private static class Holder
    {
        public static readonly Ontology Value = Load();
    }
}
