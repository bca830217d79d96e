using FsCheck;
using FsCheck.Fluent;
using NewsGraph.Reading;
using NewsGraph.Texts;
using NewsGraph.Tokenizing;

namespace NewsGraph.Tests.Robustness;

/// <summary>Properties of reading and tokenizing that hold of every string (FsCheck makes and shrinks them).</summary>
public sealed class ReadingPropertyTests
{
    private static readonly PlainTextReader Reader = new(new ReadingLimits { RequireEnglish = false });

    private static void Holds(Func<Article, bool> property)
    {
        var words = Gen.Elements("Oslo", "said", "the", "By", "-", "\n", "\n\n", "\"", "(AP)", "Copyright", "©", "—", "May 3, 2016", ".", "U.S.", "don't", "US-led", "\uD83D", "\u200F", "1,000");
        var texts = Gen.OneOf(
            Gen.Elements("x").SelectMany(_ => words.ListOf()).Select(list => string.Join(' ', list)),
            ArbMap.Default.GeneratorFor<string>().Select(s => s ?? ""));
        Prop.ForAll(texts.ToArbitrary(), text => string.IsNullOrWhiteSpace(text) || Try(text, property)).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    private static bool Try(string text, Func<Article, bool> property)
    {
        try
        {
            return property(Reader.ReadText(text, "text"));
        }
        catch (ArticleFormatException)
        {
            return true;
        }
    }

    [Test]
    public void ReadText_AnyString_KeepsTheText() =>
        Holds(a => a.Blocks.All(b => b.Span.Length > 0 && b.Span.End <= a.Text.Length));

    [Test]
    public void ReadText_AnyString_BlocksHoldEveryVisibleCharacter() =>
        Holds(a =>
        {
            var covered = new bool[a.Text.Length];
            foreach (var block in a.Blocks)
            {
                covered.AsSpan(block.Span.Start, block.Span.Length).Fill(true);
            }

            return Enumerable.Range(0, a.Text.Length).All(i => covered[i] || !char.IsLetterOrDigit(a.Text[i]));
        });

    [Test]
    public void ReadText_AnyString_SecondReadingIsTheSame() =>
        Holds(a => Reader.ReadText(a.Text, "text").Blocks.SequenceEqual(a.Blocks));

    [Test]
    public void Tokenize_AnyString_TokensHoldEveryLetter() =>
        Holds(a =>
        {
            var doc = new Doc(a);
            new TokenizingAnnotator().Annotate(doc);
            var tokens = doc.Get<TokenLayer>();
            var covered = new bool[a.Text.Length];
            foreach (var token in tokens.Tokens)
            {
                covered.AsSpan(token.Span.Start, token.Span.Length).Fill(true);
            }

            return Enumerable.Range(0, a.Text.Length).All(i => covered[i] || !char.IsLetterOrDigit(a.Text[i]));
        });
}
