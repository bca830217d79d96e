namespace NewsGraph.Texts;

/// <summary>
/// An article on its way through the pipeline: the text and one layer per finished stage.
/// A layer is added once and never changed; one thread works on a Doc at a time.
/// </summary>
public sealed class Doc(Article article)
{
    private readonly Dictionary<Type, object> layers = [];

    public Article Article { get; } = article ?? throw new ArgumentNullException(nameof(article));

    public string Text => Article.Text;

    /// <summary>Adds the layer that a stage made.</summary>
    /// <exception cref="InvalidOperationException">A layer of this type is there already.</exception>
    public void Add<TLayer>(TLayer layer)
        where TLayer : class
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (!layers.TryAdd(typeof(TLayer), layer))
        {
            throw new InvalidOperationException($"The document '{Article.Id}' already has {typeof(TLayer).Name}; each stage runs once.");
        }
    }

    /// <summary>The layer of an earlier stage.</summary>
    /// <exception cref="InvalidOperationException">No stage has added it: the pipeline lacks that stage or has it later.</exception>
    public TLayer Get<TLayer>()
        where TLayer : class =>
        TryGet<TLayer>() ?? throw new InvalidOperationException($"The document '{Article.Id}' has no {typeof(TLayer).Name} yet; put the stage that adds it before this one.");

    /// <summary>The layer, or null where no stage has added it.</summary>
    public TLayer? TryGet<TLayer>()
        where TLayer : class =>
        layers.TryGetValue(typeof(TLayer), out var layer) ? (TLayer)layer : null;
}
