using NewsGraph.Texts;

namespace NewsGraph.Scoring.Language;

/// <summary>Words, surface tokens and sentences of one side, placed by the non-blank characters before them.</summary>
internal sealed class RawSide
{
    /// <summary>The annotated side.</summary>
    public RawSide(List<ConlluSentence> sentences)
    {
        List<PlacedWord> words = [];
        List<int> starts = [];
        var position = 0;
        foreach (var sentence in sentences)
        {
            var first = words.Count;
            var begin = position;
            for (var i = 0; i < sentence.Words.Count;)
            {
                var end = i + 1;
                while (end < sentence.Words.Count && sentence.Words[end].Unit == sentence.Words[i].Unit)
                {
                    end++;
                }

                var length = 0;
                for (var k = i; k < end; k++)
                {
                    length += Visible(sentence.Words[k].Form);
                }

                Place(words, sentence.Words.Skip(i).Take(end - i).Select(w => w.Form), position, length);
                Tokens.Add((position, position + length));
                position += length;
                i = end;
            }

            starts.AddRange(Enumerable.Repeat(first, words.Count - first));
            Sentences.Add((begin, position));
        }

        Words = [.. words];
        SentenceStart = [.. starts];
    }

    /// <summary>The system's side: clitics cut off a word, and words such as "cannot", make it a multiword token.</summary>
    public RawSide(Doc doc)
    {
        var layer = doc.Get<TokenLayer>();
        List<PlacedWord> words = [];
        var position = 0;
        foreach (var sentence in layer.Sentences)
        {
            var begin = position;
            for (var i = sentence.First; i < sentence.End;)
            {
                var end = i + 1;
                while (end < sentence.End && IsJoined(layer, end))
                {
                    end++;
                }

                var length = Enumerable.Range(i, end - i).Sum(k => Visible(layer.Word(k)));
                Place(words, Enumerable.Range(i, end - i).Select(layer.Word), position, length);
                Tokens.Add((position, position + length));
                position += length;
                i = end;
            }

            Sentences.Add((begin, position));
        }

        Words = [.. words];
        SentenceStart = [];
    }

    public PlacedWord[] Words { get; }

    /// <summary>Of each word (annotated side only) the index of its sentence's first word.</summary>
    public int[] SentenceStart { get; }

    public List<(int, int)> Tokens { get; } = [];

    public List<(int, int)> Sentences { get; } = [];

    private static void Place(List<PlacedWord> words, IEnumerable<string> forms, int start, int length)
    {
        var list = forms.ToList();
        foreach (var form in list)
        {
            words.Add(new PlacedWord(form, start, start + length, list.Count > 1));
        }
    }

    private static bool IsJoined(TokenLayer layer, int token)
    {
        var word = layer.Word(token);
        var before = layer.Word(token - 1);
        if (layer.Tokens[token].Span.Start != layer.Tokens[token - 1].Span.End || !(char.IsLetterOrDigit(before[^1]) || before[^1] == '.'))
        {
            return false;
        }

        if (word[0] is '\'' or '’' or '`')
        {
            return word.Length > 1 ? char.IsLetter(word[1]) : before[^1] is 's' or 'S';
        }

        return char.IsLetter(word[0]) && char.IsLetter(before[^1]);
    }

    private static int Visible(string form) => form.Count(c => !char.IsWhiteSpace(c));
}
