using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Recognizing;

/// <summary>
/// Finds the mentions of a document. Rules over names, trees and lexicons propose, with log odds; the learnt mention and type
/// heads, where the document has them, are added; what comes out above zero is kept. Names of one wording agree on a type.
/// </summary>
public sealed class RecognizingAnnotator : IAnnotator
{
    /// <summary>How much of the rules' log odds counts for nominals where the learnt head has its say.</summary>
    private const double PriorBesideHead = 0.5;
    private const double MentionBias = 1;

    /// <summary>Log odds that a count brings beside the learnt head.</summary>
    private const double QuantityBonus = 3;

    /// <summary>Log odds that a phrase of several words in the lexicon brings beside the learnt head.</summary>
    private const double PhraseBonus = 2.5;

    private readonly MentionLexicon lexicon;

    public RecognizingAnnotator()
        : this(MentionLexicon.Standard)
    {
    }

    internal RecognizingAnnotator(MentionLexicon lexicon) => this.lexicon = lexicon;

    public string Name => "recognizing";

    public IReadOnlyList<Type> Needs { get; } = [typeof(TokenLayer), typeof(TagLayer), typeof(TreeLayer), typeof(NameLayer)];

    public IReadOnlyList<Type> Adds { get; } = [typeof(MentionLayer)];

    public void Annotate(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var view = new SyntaxView(doc);
        var extent = new MentionExtent(view);
        Dictionary<int, MentionDraft> drafts = [];
        var taken = new bool[view.Count];
        new NameMentions(view, lexicon, extent).Propose(new NameFinder(view, lexicon, extent).Find(), drafts, taken);
        new PronounMentions(view, PronounTable.Standard).Propose(drafts, taken);
        new NominalMentions(view, lexicon, extent, QuantityReader.Standard, CoreferenceWords.Standard).Propose(drafts, taken);
        var scores = doc.TryGet<HeadScores>();
        List<MentionDraft> kept = [];
        foreach (var draft in drafts.Values)
        {
            // what is printed twice, credits and page furniture refer to nothing in the news
            if (view.Tokens.SentenceOf(draft.Head).Part != ArticlePart.Boilerplate && Accepts(draft, scores))
            {
                kept.Add(draft);
            }
        }

        kept.Sort((a, b) => a.Head.CompareTo(b.Head));
        TypeAgreement.Apply(view, kept);
        List<EntityMention> mentions = [];
        foreach (var draft in kept)
        {
            mentions.Add(new EntityMention
            {
                Index = mentions.Count,
                Span = view.Tokens.SpanOf(draft.First, draft.End),
                First = draft.First,
                End = draft.End,
                Head = draft.Head,
                Kind = draft.Kind,
                NameFirst = draft.NameFirst,
                NameEnd = draft.NameEnd,
                Type = draft.BestType(),
                Confidence = Math.Round(draft.Confidence, 3),
                Quantity = draft.Quantity,
                Extractor = draft.Rule,
            });
        }

        doc.Add(new MentionLayer(mentions));
    }

    private static bool Accepts(MentionDraft draft, HeadScores? scores)
    {
        var odds = draft.Prior;
        if (scores is not null)
        {
            var none = draft.OtherHead < 0 ? scores.Mention[draft.Head * 4] : Math.Min(scores.Mention[draft.Head * 4], scores.Mention[draft.OtherHead * 4]);
            none = Math.Clamp(none, 1e-4f, 1 - 1e-4f);
            odds = (draft.Kind == MentionKind.Nominal ? PriorBesideHead * odds : odds) + Math.Log((1 - none) / none) + MentionBias + (draft.Quantity is null ? 0 : QuantityBonus) + (draft.OtherHead < 0 || draft.Kind != MentionKind.Nominal ? 0 : PhraseBonus);
            for (var type = 0; type < 8; type++)
            {
                draft.Types[type] += Math.Log(scores.EntityType[(draft.Head * 8) + type] + 0.01);
            }
        }

        draft.Confidence = 1 / (1 + Math.Exp(-odds));
        return odds > 0;
    }
}
