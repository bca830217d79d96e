using NewsGraph.Texts;

namespace NewsGraph.Tokenizing;

/// <summary>
/// Sentences and tokens of every block of the article (adds <see cref="TokenLayer"/>).
/// No sentence crosses a block; none has more than 160 tokens; text between tokens is only white space and invisible signs.
/// </summary>
public sealed class TokenizingAnnotator : IAnnotator
{
    private readonly TokenizingLexicon lexicon = TokenizingLexicon.Shared;
    private readonly TokenCutter cutter;
    private readonly SentenceSplitter splitter;

    public TokenizingAnnotator()
    {
        cutter = new TokenCutter(lexicon);
        splitter = new SentenceSplitter(lexicon);
    }

    public string Name => "tokenizing";

    public IReadOnlyList<Type> Needs => [];

    public IReadOnlyList<Type> Adds { get; } = [typeof(TokenLayer)];

    public void Annotate(Doc doc)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var text = doc.Text;
        var capacity = (text.Length / 5) + 16;
        List<Sentence> sentences = new((capacity / 16) + 4);
        List<Token> tokens = new(capacity);
        List<TextSpan> cut = [];
        List<int> ends = [];
        foreach (var block in doc.Article.Blocks)
        {
            cut.Clear();
            ends.Clear();
            cutter.Cut(text, block.Span.Start, block.Span.End, cut);
            splitter.Split(text, cut, block.Part == ArticlePart.Body, ends);
            var first = 0;
            foreach (var end in ends)
            {
                Add(text, cut, first, end, block.Part, sentences, tokens);
                first = end;
            }
        }

        doc.Add(new TokenLayer(text, sentences, tokens));
    }

    private void Add(string text, List<TextSpan> cut, int first, int end, ArticlePart part, List<Sentence> sentences, List<Token> tokens)
    {
        var start = tokens.Count;
        for (var i = first; i < end; i++)
        {
            var span = cut[i];
            if (i == end - 1 && end - first < SentenceSplitter.MostTokens && FinalPeriodIsFree(text, span))
            {
                tokens.Add(new Token(new TextSpan(span.Start, span.End - 1), sentences.Count));
                span = new TextSpan(span.End - 1, span.End);
            }

            tokens.Add(new Token(span, sentences.Count));
        }

        sentences.Add(new Sentence(sentences.Count, new TextSpan(cut[first].Start, cut[end - 1].End), start, tokens.Count, part));
    }

    /// <summary>The period of "etc.", "Inc." or "plan B." at the end of a sentence is the sentence's; that of "U.S." stays.</summary>
    private bool FinalPeriodIsFree(string text, TextSpan span) =>
        span.Length > 1 && text[span.End - 1] == '.' && Characters.IsLetter(text[span.Start])
        && text.AsSpan(span.Start, span.Length - 1).IndexOf('.') < 0
        && (span.Length == 2 || lexicon.Abbreviation(text.AsSpan(span.Start, span.Length)) == AbbreviationKind.Either);
}
