using System.Text;

namespace NewsGraph.Tests.Robustness;

/// <summary>Breaks articles in the ways that pages, converters and people break them. The same seed gives the same texts.</summary>
internal sealed class TextMutator(int seed)
{
    private static readonly string[] Snippets =
    [
        "\uD83D", "\uDE00", "😀", "\u200F", "\u202E", "\u0000", "\u0007", "\u00A0", "\u2028", "\r\n", "\t", "((((((((", "]]]]]]", "\"\"\"", "“", "”", "‘", "’s", "'", "--", "—", "…", "....", "?!?!",
        "http://example.org/a?b=c&d=%20", "name@example.org", "@someone", "#tag", "1,234,567.89", "12/31/2020", "31.02.2019", "2020-13-45", "99999999999999999999", "-1", "½", "№", "€5bn", "$1.5m", "10%", "U.S.", "e.g.", "Mr.", "a.m.",
        "said", "said on Monday", "according to", "\" he said, \"", "never", "will", "and and and", "the the", "By", "not", "of of of", "who who", "killed", "was arrested by", "president of", "former",
        "e\u0301\u0301\u0301\u0301", "ﬁ", "ß", "İ", "ı", "ǆ", "漢字", "كلمة", "שלום", "\uFEFF", "\u00AD", "\u200D", "\uFFFD", "<b>", "&amp;", "]]>", "{{}}", "\\n", "%s", "NULL", "nan", "∞", "0x1F", "I'm", "can't've", "o'clock", "rock'n'roll",
    ];

    private readonly Random random = new(seed);

    public string Mutate(string text)
    {
        var result = new StringBuilder(text);
        for (var n = random.Next(1, 12); n > 0; n--)
        {
            var at = random.Next(result.Length + 1);
            var length = Math.Min(random.Next(1, 60), result.Length - at);
            switch (random.Next(8))
            {
                case 0:
                    result.Remove(at, length);
                    break;
                case 1:
                    result.Insert(at, result.ToString(at, length));
                    break;
                case 2:
                    var cut = result.ToString(at, length);
                    result.Remove(at, length).Insert(random.Next(result.Length + 1), cut);
                    break;
                case 3:
                    result.Insert(at, (char)random.Next(0x10000));
                    break;
                case 4:
                    result.Replace(random.Next(2) == 0 ? ". " : "\n", random.Next(2) == 0 ? " " : "", at, length);
                    break;
                case 5:
                    var other = random.Next(2) == 0 ? result.ToString(at, length).ToUpperInvariant() : result.ToString(at, length).ToLowerInvariant();
                    result.Remove(at, length).Insert(at, other);
                    break;
                default:
                    result.Insert(at, Snippets[random.Next(Snippets.Length)]);
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>A piece of the text of at most <paramref name="longest"/> characters, whole lines where possible.</summary>
    public string Piece(string text, int longest)
    {
        var start = random.Next(Math.Max(1, text.Length - longest));
        return text.Substring(start, Math.Min(longest, text.Length - start));
    }

    public byte[] Bytes(int longest)
    {
        var bytes = new byte[random.Next(1, longest)];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Any UTF-16 code units, of a few scripts or of all.</summary>
    public string Noise(int longest)
    {
        var limit = random.Next(4) switch { 0 => 0x80, 1 => 0x250, 2 => 0x700, _ => 0x10000 };
        var text = new char[random.Next(1, longest)];
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = random.Next(6) == 0 ? ' ' : (char)random.Next(limit);
        }

        return new string(text);
    }
}
