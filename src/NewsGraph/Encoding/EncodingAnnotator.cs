using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Encoders;

/// <summary>
/// Runs the encoder over the document's sentences, in windows and batches, and adds what its heads say of every token:
/// <see cref="SyntaxScores"/> for the decoder, <see cref="HeadScores"/> for the stages that extract.
/// The model loads in the background, in about 0.2 s, while the constructor returns at once; one instance serves all threads.
/// </summary>
public sealed class EncodingAnnotator : IAnnotator
{
    private readonly EncoderOptions options;
    private readonly ModelLabels labels = new();
    private readonly Task<WordTable> words;
    private readonly Task<OnnxSession> session;
    private readonly PairScorer pairs = new(VectorSize);

    public EncodingAnnotator(EncoderOptions? options = null)
    {
        this.options = options ?? new EncoderOptions();
        var threads = this.options.Threads;
        session = Task.Run(() => new OnnxSession("models/encoder.onnx", EncoderBatch.Inputs, ScoreCollector.Outputs, threads));
        words = Task.Run(static () => new WordTable(new WordPieces(ReadVocabulary())));
    }

    /// <summary>Width of a token's context vector.</summary>
    public const int VectorSize = 384;

    public string Name => "encoding";

    public IReadOnlyList<Type> Needs { get; } = [typeof(TokenLayer)];

    public IReadOnlyList<Type> Adds { get; } = [typeof(SyntaxScores), typeof(HeadScores)];

    /// <exception cref="ArgumentException">The document has so many tokens (millions) that their scores fit no array.</exception>
    public void Annotate(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var tokens = doc.Get<TokenLayer>();
        if ((long)tokens.Count * VectorSize > Array.MaxLength)
        {
            throw new ArgumentException($"The document '{doc.Article.Id}' has {tokens.Count} tokens, more than one document may have; cut it into articles.", nameof(doc));
        }

        var table = words.GetAwaiter().GetResult();
        var graph = session.GetAwaiter().GetResult();
        var features = new WordFeatures[tokens.Count];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = table.Of(tokens.Word(i));
        }

        var collector = new ScoreCollector(tokens.Sentences, tokens.Count, labels);
        foreach (var batch in Windows.Batch(Windows.Pack(tokens, features), options.BatchPieces))
        {
            using var inputs = new EncoderBatch(batch, tokens.Sentences, features);
            using var outputs = graph.Run(inputs.Values);
            collector.Add(batch, inputs.Words, outputs);
        }

        doc.Add(collector.Syntax());
        doc.Add(collector.Heads(pairs));
    }

    /// <summary>Every line counts, comments there are none: the line number is the id.</summary>
    private static IEnumerable<string> ReadVocabulary()
    {
        using var reader = new StreamReader(ResourceFiles.Open("models/vocab.txt"));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
