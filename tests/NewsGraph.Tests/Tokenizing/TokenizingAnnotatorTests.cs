using NewsGraph.Texts;
using NewsGraph.Tokenizing;

namespace NewsGraph.Tests.Tokenizing;

public sealed class TokenizingAnnotatorTests
{
    [TestCase("They don't know.", "They do n't know .")]
    [TestCase("She cannot, won’t and shouldn't've.", "She can not , wo n’t and should n't 've .")]
    [TestCase("Norland's ministers' cars; James’s.", "Norland 's ministers ' cars ; James ’s .")]
    [TestCase("The US-led force's co-starring non-Arab ally", "The US - led force 's co-starring non-Arab ally")]
    [TestCase("a 12-year-old, 10-15 of 1998–2004, on 2021-12-05 or 555-1234", "a 12 - year - old , 10 - 15 of 1998 – 2004 , on 2021-12-05 or 555-1234")]
    [TestCase("It cost $3.5bn (US$1,000) or 20% at 5pm; £4m, €2.", "It cost $ 3.5 bn ( US$ 1,000 ) or 20 % at 5 pm ; £ 4 m , € 2 .")]
    [TestCase("Mr. J. K. Smith of the U.S. Army met Dr. Ode at 9:30 a.m. on Jan. 5.", "Mr. J. K. Smith of the U.S. Army met Dr. Ode at 9:30 a.m. on Jan. 5 .")]
    [TestCase("“Go,” he said… ‘Never!’ Why?!", "“ Go , ” he said … ‘ Never ! ’ Why ?!")]
    [TestCase("\"light... it amounts to\" and/or AP/Reuters 24/7 in '90s", "\" light ... it amounts to \" and / or AP / Reuters 24/7 in '90s")]
    [TestCase("Write to a.b@example.org, see http://example.org/a_(b)?c=d. Ask @someone_1 #tag (www.example.com).", "Write to a.b@example.org , see http://example.org/a_(b)?c=d . Ask @someone_1 #tag ( www.example.com ) .")]
    [TestCase("the coup d'état, O'Hara and AT&T's No. 2: #1", "the coup d'état , O'Hara and AT&T 's No. 2 : # 1")]
    [TestCase("No. It ended.Then he left--alone", "No . It ended . Then he left -- alone")]
    [TestCase("the 9th, 1990s G7 and F-16s, COVID-19", "the 9th , 1990s G7 and F - 16s , COVID - 19")]
    public void Annotate_Words_AsTheTreebankCuts(string text, string expected) =>
        Assert.That(string.Join(' ', Tokenize(text).Words), Is.EqualTo(expected));

    [TestCase("He left. She stayed.", 2)]
    [TestCase("\"He left. They cheered,\" she said.", 2)]
    [TestCase("“He left.” She stayed. (Nobody spoke.) Then rain.", 4)]
    [TestCase("He works for Acme Inc. The firm grew.", 2)]
    [TestCase("The U.S. Senate met. The U.S. It left.", 3)]
    [TestCase("\"Why?\" he asked. \"Who knows!\" she said.", 2)]
    [TestCase("Gen. Ode met Mr. A. Low at 5 p.m. on Monday.", 1)]
    [TestCase("It fell by 3.5 percent.[12] Then it rose.", 2)]
    [TestCase("Prices rose\nThe minister said on Monday that bread costs more.", 2)]
    [TestCase("The minister said on Monday that bread, and everything made of it,\ncosts more.", 1)]
    [TestCase("One line\n\nAnother", 2)]
    [TestCase("Three things:\n- bread\n- salt", 3)]
    [TestCase("1. Bread is dear.", 1)]
    public void Annotate_Sentences_Counted(string text, int expected) =>
        Assert.That(Tokenize(text).Sentences, Has.Count.EqualTo(expected));

    [Test]
    public void Annotate_Abbreviation_PeriodAtTheEndIsTheSentences()
    {
        Assert.That(Tokenize("He sold bread, salt, etc. They bought it from Acme Inc.").Words, Is.EqualTo("He sold bread , salt , etc . They bought it from Acme Inc .".Split(' ')));
        Assert.That(Tokenize("He left the U.S.").Words, Is.EqualTo("He left the U.S.".Split(' ')));
    }

    [Test]
    public void Annotate_LongSentence_CutAtPunctuation()
    {
        var tokens = Tokenize(string.Join(' ', Enumerable.Repeat("bread", 100)) + "; " + string.Join(' ', Enumerable.Repeat("salt", 300)));
        Assert.That(tokens.Sentences.Select(s => s.Count), Is.EqualTo(new[] { 101, 160, 140 }));
    }

    [Test]
    public void Annotate_Blocks_SplitSentencesAndKeepTheirPart()
    {
        const string Text = "Rebels flee\nBy A Writer\nThey fled";
        var doc = new Doc(new Article("a", Text, [new TextBlock(new TextSpan(0, 11), ArticlePart.Title), new TextBlock(new TextSpan(12, 23), ArticlePart.Byline), new TextBlock(new TextSpan(24, Text.Length), ArticlePart.Body)]));
        new TokenizingAnnotator().Annotate(doc);
        Assert.That(doc.Get<TokenLayer>().Sentences.Select(s => s.Part), Is.EqualTo(new[] { ArticlePart.Title, ArticlePart.Byline, ArticlePart.Body }));
    }

    [TestCase("\uD800 lone \uDC00surrogate\uD83D.")]
    [TestCase("\u200Fright\u200E to\u202E left\u0000\u0001 nul\uFEFF.")]
    [TestCase("'''''\"\"\"“”‘’((([[[{{{...,,,;;;::::-----––––")]
    [TestCase("")]
    [TestCase(" \t\r\n ")]
    [TestCase("’")]
    [TestCase("a’ 's n't 't 're-")]
    [TestCase("👍🏽 🇰🇿 e\u0301 ﬁ 樋口一葉。")]
    public void Annotate_OddText_CoversEveryVisibleCharacterOnce(string text) => AssertCovers(text, Tokenize(text));

    [Test]
    public void Annotate_RandomText_CoversEveryVisibleCharacterOnce()
    {
        const string Signs = "aAzZ09.,:;!?'\"’‘“”`-–—()[]{}<>/@#$%&*_ \n\t\u200F\uD83D\uDC4D\u0301É世";
        var random = new Random(7);
        for (var i = 0; i < 3000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => Signs[random.Next(Signs.Length)])]);
            AssertCovers(text, Tokenize(text));
        }
    }

    [TestCase("(", 1_000_000)]
    [TestCase("a", 2_000_000)]
    [TestCase("a.b@", 500_000)]
    [TestCase("'s", 500_000)]
    [TestCase("1-", 500_000)]
    [TestCase("He left. ", 300_000)]
    [TestCase("://", 300_000)]
    [TestCase(".\"", 500_000)]
    [TestCase("a.", 500_000)]
    [CancelAfter(20_000)]
    public void Annotate_HugeText_TakesLinearTime(string unit, int times)
    {
        var tokens = Tokenize(string.Concat(Enumerable.Repeat(unit, times)));
        Assert.That(tokens.Sentences.Max(s => s.Count), Is.LessThanOrEqualTo(160));
    }

    private static TokenLayer Tokenize(string text)
    {
        var doc = new Doc(new Article("a", text, [new TextBlock(new TextSpan(0, text.Length), ArticlePart.Body)]));
        new TokenizingAnnotator().Annotate(doc);
        return doc.Get<TokenLayer>();
    }

    private static void AssertCovers(string text, TokenLayer layer)
    {
        var position = 0;
        foreach (var token in layer.Tokens)
        {
            Assert.That(token.Span.Start, Is.GreaterThanOrEqualTo(position));
            Assert.That(token.Span.Length, Is.GreaterThan(0));
            Assert.That(text[position..token.Span.Start].All(c => Characters.IsSpace(c)), Is.True);
            position = token.Span.End;
        }

        Assert.That(text[position..].All(c => Characters.IsSpace(c)), Is.True);
        var first = 0;
        foreach (var sentence in layer.Sentences)
        {
            Assert.That(sentence.First, Is.EqualTo(first));
            Assert.That(sentence.Count, Is.InRange(1, SentenceSplitter.MostTokens));
            first = sentence.End;
        }

        Assert.That(first, Is.EqualTo(layer.Count));
    }
}
