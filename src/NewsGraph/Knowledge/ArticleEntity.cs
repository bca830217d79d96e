namespace NewsGraph.Knowledge;

/// <summary>What mentions of one article refer to.</summary>
public sealed record ArticleEntity
{
    /// <summary>Position in <see cref="EntityLayer.Entities"/>.</summary>
    public required int Index { get; init; }

    public required EntityType Type { get; init; }

    /// <summary>"ministry", "party", "city" … where known.</summary>
    public string? Subtype { get; init; }

    /// <summary>Canonical name: the fullest name without titles, else the fullest nominal.</summary>
    public required string Name { get; init; }

    /// <summary>Other wordings by name or description, in text order, each once.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    public string? Wikidata { get; init; }

    public Quantity? Quantity { get; init; }

    /// <summary>True if no mention names it ("officials", "164 people").</summary>
    public bool IsUnnamed { get; init; }

    /// <summary>Indices into <see cref="MentionLayer.Mentions"/>, in text order.</summary>
    public required IReadOnlyList<int> Mentions { get; init; }
}

/// <summary>Entities of the article in order of their first mention, and who each mention is.</summary>
public sealed class EntityLayer
{
    private readonly int[] entityOf;

    public EntityLayer(IReadOnlyList<ArticleEntity> entities, int mentionCount)
    {
        Entities = entities;
        entityOf = new int[mentionCount];
        Array.Fill(entityOf, -1);
        foreach (var entity in entities)
        {
            foreach (var mention in entity.Mentions)
            {
                entityOf[mention] = entity.Index;
            }
        }
    }

    public IReadOnlyList<ArticleEntity> Entities { get; }

    /// <summary>Why each mention joined its entity ("head:coreference 0.93", "rule:acronym"), for <c>explain</c>; may be empty.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Index of the mention's entity; −1 where it stayed out (a mention that refers to nothing that is kept).</summary>
    public int EntityOf(int mention) => entityOf[mention];
}
