namespace NewsGraph.Texts;

/// <summary>A word or punctuation mark as the treebanks cut them ("US-led" is three, "don't" two).</summary>
/// <param name="Span">Its characters in the article.</param>
/// <param name="Sentence">Index of its sentence.</param>
public readonly record struct Token(TextSpan Span, int Sentence);

/// <summary>Tokens <c>[First, End)</c> of one sentence and the span from its first to its last character.</summary>
public readonly record struct Sentence(int Index, TextSpan Span, int First, int End, ArticlePart Part)
{
    public int Count => End - First;
}

/// <summary>Sentences and tokens of the document, in text order. No sentence is empty.</summary>
public sealed class TokenLayer
{
    private readonly string[] words;

    public TokenLayer(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(text);
        Sentences = sentences;
        Tokens = tokens;
        words = new string[tokens.Count];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = tokens[i].Span.Of(text);
        }
    }

    public IReadOnlyList<Sentence> Sentences { get; }

    public IReadOnlyList<Token> Tokens { get; }

    public int Count => words.Length;

    /// <summary>The characters of token <paramref name="token"/>, as they stand in the text.</summary>
    public string Word(int token) => words[token];

    public IReadOnlyList<string> Words => words;

    public Sentence SentenceOf(int token) => Sentences[Tokens[token].Sentence];

    /// <summary>Characters of the tokens <c>[first, end)</c>, what stands between them included.</summary>
    public TextSpan SpanOf(int first, int end) => new(Tokens[first].Span.Start, Tokens[end - 1].Span.End);
}
