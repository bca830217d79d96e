using System.Text;
using System.Text.RegularExpressions;
using NewsGraph.Neo4j.Exporting;

namespace NewsGraph.Tests.Neo4j;

public sealed class CypherLiteralTests
{
    private static string Literal(object? value)
    {
        var output = new StringBuilder();
        CypherLiteral.Append(output, value);
        return output.ToString();
    }

    [Test]
    public void Append_Values_AreWrittenByType()
    {
        Assert.That(Literal(null), Is.EqualTo("null"));
        Assert.That(Literal(1.0), Is.EqualTo("1.0"), "a FLOAT, not an INTEGER");
        Assert.That(Literal(0.25), Is.EqualTo("0.25"));
        Assert.That(Literal(7L), Is.EqualTo("7"));
        Assert.That(Literal(new object?[] { true, "x" }), Is.EqualTo("[true, 'x']"));
        Assert.That(Literal(new Dictionary<string, object?> { ["a"] = 1, ["b"] = "it's" }), Is.EqualTo(@"{a: 1, b: 'it\'s'}"));
    }

    [TestCase("a'b")]
    [TestCase("line\nbreak\r\n\u2028\u0085")]
    [TestCase("back\\slash \\u0027}) DETACH DELETE n //")]
    [TestCase("\\")]
    [TestCase("nul \0 bell \a")]
    public void Append_HostileString_ReadsBackTheSameInOneLine(string text)
    {
        var literal = Literal(text);

        Assert.That(literal, Does.Not.Match("[\\p{Cc}\\u2028\\u2029]"));
        Assert.That(ReadAsTheServerDoes(literal), Is.EqualTo(text));
    }

    /// <summary>First \uXXXX everywhere, then the escapes of the string.</summary>
    private static string ReadAsTheServerDoes(string literal)
    {
        var unicode = Regex.Replace(literal, @"\\u([0-9A-Fa-f]{4})", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());
        Assert.That(unicode, Does.StartWith("'").And.EndsWith("'"));
        var inner = unicode[1..^1];
        Assert.That(inner, Does.Not.Match(@"(?<!\\)(\\\\)*'"), "the string ends early");
        return Regex.Replace(inner, @"\\(.)", m => m.Groups[1].Value switch { "n" => "\n", "r" => "\r", "t" => "\t", var c => c }, RegexOptions.Singleline);
    }
}
