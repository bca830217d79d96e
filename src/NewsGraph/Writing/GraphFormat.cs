using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Writing;

/// <summary>Names of the interchange format <c>news-graph/1</c>.</summary>
public static class GraphFormat
{
    public const string Name = "news-graph/1";

    public static string NameOf(ArticlePart part) => part.ToString().ToLowerInvariant();

    public static string NameOf(MentionKind kind) => kind.ToString().ToLowerInvariant();

    public static string NameOf(SpeechKind kind) => kind.ToString().ToLowerInvariant();

    public static string NameOf(Polarity polarity) => polarity.ToString().ToLowerInvariant();

    public static string NameOf(Modality modality) => modality.ToString().ToLowerInvariant();
}
