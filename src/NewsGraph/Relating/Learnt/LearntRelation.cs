using NewsGraph.Knowledge;

namespace NewsGraph.Relating.Learnt;

/// <summary>A relation as the learnt heads see it, with their probabilities; rules may know better.</summary>
/// <param name="Type">Relation type.</param>
/// <param name="Trigger">Trigger token.</param>
/// <param name="Subject">Mention index, or null.</param>
/// <param name="Object">Mention index, or null.</param>
/// <param name="TriggerProbability">That the word sets off any relation.</param>
/// <param name="ArgumentProbability">Product of the probabilities of both arguments.</param>
/// <param name="Polarity">The likelier polarity.</param>
/// <param name="PolarityProbability">Its probability.</param>
/// <param name="Modality">The likeliest modality.</param>
/// <param name="ModalityProbability">Its probability.</param>
/// <param name="Source">Mention of the source that the relation is attributed to, or null.</param>
/// <param name="SourceProbability">That the relation has a source at all.</param>
internal sealed record LearntRelation(
    string Type,
    int Trigger,
    int? Subject,
    int? Object,
    double TriggerProbability,
    double ArgumentProbability,
    Polarity Polarity,
    double PolarityProbability,
    Modality Modality,
    double ModalityProbability,
    int? Source,
    double SourceProbability)
{
    public double Confidence => TriggerProbability * ArgumentProbability;
}
