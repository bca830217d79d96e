using NewsGraph.Assembling;
using NewsGraph.Knowledge;
using NewsGraph.Relating.Ontologies;

namespace NewsGraph;

/// <summary>Puts the stages into their order: the one place that knows all rooms of the library.</summary>
public static class PipelineBuilder
{
    /// <summary>The standard pipeline from an article to its relations. Loads the model; keep the result and share it.</summary>
    public static Pipeline Build() => Build(new Encoders.EncoderOptions());

    /// <summary><see cref="Build()"/> with the encoder's threads and batches chosen.</summary>
    public static Pipeline Build(Encoders.EncoderOptions encoder) => new(
    [
        // tokenizing
        new Tokenizing.TokenizingAnnotator(),

        // encoding
        new Encoders.EncodingAnnotator(encoder),

        // decoding
        new Decoding.DecodingAnnotator(),

        // timing
        new Timing.TimingAnnotator(),

        // recognizing
        new Recognizing.RecognizingAnnotator(),

        // resolving
        new Resolving.ResolvingAnnotator(),

        // attributing
        new Attributing.StatementAnnotator(),
        new Attributing.FactualityAnnotator(),

        // relating
        new Relating.RelatingAnnotator(),
    ]);

    /// <summary>The first three stages alone: text to tokens, tags, trees, names and frames.</summary>
    public static Pipeline LanguageCore(Encoders.EncoderOptions? encoder = null) =>
        new([new Tokenizing.TokenizingAnnotator(), new Encoders.EncodingAnnotator(encoder), new Decoding.DecodingAnnotator()]);

    /// <summary>The assembler that goes with the pipeline: annotated documents → one graph.</summary>
    /// <param name="gazetteer">Names looked up beforehand; null for none.</param>
    public static GraphAssembler Assembler(Gazetteer? gazetteer = null) => new(FactsOf, gazetteer);

    /// <summary>What the library's ontology says of a relation type; nothing for a type that it does not know.</summary>
    public static RelationTypeFacts FactsOf(string relationType) =>
        Ontology.Default.TryGet(relationType, out var known) ? new RelationTypeFacts(known.Root, known.Mode, known.IsSymmetric, known.IsState) : default;
}
