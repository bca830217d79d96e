namespace NewsGraph.Texts;

/// <summary>Tokens, tags and trees of a document under one roof, with lower-cased words made once.</summary>
internal sealed class SyntaxView
{
    private readonly string[] lower;

    public SyntaxView(Doc doc)
    {
        Doc = doc;
        Tokens = doc.Get<TokenLayer>();
        Tags = doc.Get<TagLayer>();
        Tree = doc.Get<TreeLayer>();
        lower = new string[Tokens.Count];
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] = Tokens.Word(i).ToLowerInvariant();
        }
    }

    public Doc Doc { get; }

    public TokenLayer Tokens { get; }

    public TagLayer Tags { get; }

    public TreeLayer Tree { get; }

    public int Count => lower.Length;

    public string Word(int token) => Tokens.Word(token);

    public string Lower(int token) => lower[token];

    /// <summary>Lower-cased lemma.</summary>
    public string Lemma(int token) => Tags.Lemmas[token].ToLowerInvariant();

    public string Upos(int token) => Tags.Upos[token];

    public string Xpos(int token) => Tags.Xpos[token];

    public int SentenceOf(int token) => Tokens.Tokens[token].Sentence;

    public bool IsPunctuation(int token) => Upos(token) == "PUNCT";

    public bool IsNoun(int token) => Upos(token) is "NOUN" or "PROPN";

    public bool IsCapitalized(int token) => char.IsUpper(Word(token)[0]);

    /// <summary>True if no white space stands between this token and the one before.</summary>
    public bool IsGlued(int token) => token > 0 && Tokens.Tokens[token - 1].Span.End == Tokens.Tokens[token].Span.Start;

    /// <summary>Plural by its tag (NNS, NNPS).</summary>
    public bool IsPlural(int token) => Xpos(token) is "NNS" or "NNPS";

    /// <summary>The words of tokens <c>[first, end)</c>, as in the text.</summary>
    public string Text(int first, int end) => Tokens.SpanOf(first, end).Of(Doc.Text);

    /// <summary>
    /// The token of <c>[first, end)</c> that governs the others: the first whose governor lies outside, punctuation last.
    /// </summary>
    public int HeadOf(int first, int end)
    {
        var any = -1;
        for (var i = first; i < end; i++)
        {
            var head = Tree.Head(i);
            if (head >= first && head < end)
            {
                continue;
            }

            if (!IsPunctuation(i))
            {
                return i;
            }

            any = any < 0 ? i : any;
        }

        return any < 0 ? first : any;
    }

    /// <summary>First preposition or subordinator below this token ("of" in "of the country"), lower-cased; empty if none.</summary>
    public string CaseWord(int token)
    {
        foreach (var child in Tree.Children(token))
        {
            if (Tree.Relation(child) is "case" or "mark")
            {
                return Lower(child);
            }
        }

        return "";
    }
}
