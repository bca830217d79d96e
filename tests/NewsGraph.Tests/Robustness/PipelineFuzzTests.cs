using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsGraph.Reading;
using NewsGraph.Texts;
using NewsGraph.Tests.Gold;

namespace NewsGraph.Tests.Robustness;

/// <summary>No text makes the pipeline throw or leave a span outside of the text; time grows with length and no faster.</summary>
public sealed class PipelineFuzzTests
{
    private static readonly PlainTextReader AnyText = new(new ReadingLimits { RequireEnglish = false });

    private static readonly string Seed = File.ReadAllText(Repository.Seed);

    /// <summary>How long each fuzz test goes on; NEWSGRAPH_FUZZ_SECONDS makes it longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("NEWSGRAPH_FUZZ_SECONDS") ?? "3", CultureInfo.InvariantCulture));

    [Test]
    public void Run_MutatedArticles_StayInsideTheText() =>
        ForSomeSeconds(seed =>
        {
            var mutator = new TextMutator(seed);
            return mutator.Mutate(mutator.Piece(Seed, 700));
        });

    [Test]
    public void Run_Noise_StaysInsideTheText() => ForSomeSeconds(seed => new TextMutator(seed).Noise(400));

    [Test]
    public void Read_RandomBytes_AreRefusedOrRead()
    {
        var reader = new PlainTextReader();
        for (var seed = 0; seed < 3_000; seed++)
        {
            using var stream = new MemoryStream(new TextMutator(seed).Bytes(300));
            try
            {
                _ = reader.Read(stream, "random.txt").Count();
            }
            catch (ArticleFormatException error)
            {
                Assert.That(error.Message, Does.StartWith("random.txt"));
            }
        }
    }

    private static IEnumerable<TestCaseData> Extremes()
    {
        yield return Case("one word", "Protest");
        yield return Case("one letter", "a");
        yield return Case("only punctuation", "?!.");
        yield return Case("a currency sign at the end", "The ministers paid in €");
        yield return Case("signs only", "$ € £ % # @ +");
        yield return Case("only a quotation mark", "\"");
        yield return Case("only lone surrogates", "\uD800\uDC00\uD800 \uDFFF");
        yield return Case("only marks", "\u200F\u200E\u202Aa\u202C");
        yield return Case("brackets", "The ministers met. " + new string('(', 1_500));
        yield return Case("nested quotations", "He said " + string.Concat(Enumerable.Repeat("\"she said ", 300)) + string.Concat(Enumerable.Repeat("\"", 300)));
        yield return Case("a word of 50,000 letters", "The ministers met " + new string('a', 50_000) + " in Oslo.");
        yield return Case("a hyphenated word of 800 parts", "The " + string.Concat(Enumerable.Repeat("very-", 800)) + "long talks ended.");
        yield return Case("a sentence of 1,800 words", string.Concat(Enumerable.Repeat("and the minister met the rebels ", 300)));
        yield return Case("a list of 400 names", "They were " + string.Join(", ", Enumerable.Range(0, 400).Select(i => "Anna Berg" + (char)('a' + (i % 26)))) + ".");
        yield return Case("1,000 lines of one word", string.Join('\n', Enumerable.Repeat("Oslo", 1_000)));
        yield return Case("capitals", Seed[..900].ToUpperInvariant());
        yield return Case("small letters", Seed[..900].ToLowerInvariant());
        yield return Case("without line ends", Seed.Replace('\n', ' ')[..1500]);
        yield return Case("without spaces", Seed[..600].Replace(" ", "", StringComparison.Ordinal));
        yield return Case("control characters", string.Join('\u0001', Seed[..300].ToCharArray()));
        yield return Case("combining marks", "The minister" + new string('\u0301', 5_000) + " resigned.");

        static TestCaseData Case(string name, string text) => new TestCaseData(text).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Extremes))]
    [CancelAfter(60_000)]
    public void Run_ExtremeText_StaysInsideTheText(string text) => Assert.That(Broken(text), Is.Empty);

    /// <summary>Four times the text may take at most about four times as long; a quadratic stage would take sixteen times.</summary>
    [Test]
    public void Run_LongerText_TakesLinearTime()
    {
        var paragraph = Seed[Seed.IndexOf("The president of", StringComparison.Ordinal)..Seed.IndexOf("Additional sources", StringComparison.Ordinal)];
        Measure(4);
        var once = Math.Min(Measure(4), Measure(4));
        var longer = Math.Min(Measure(16), Measure(16));
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"4 articles in one: {once:F2} s, 16: {longer:F2} s"));
        Assert.That(longer, Is.LessThan((once * 9) + 0.5));

        double Measure(int times)
        {
            var text = string.Join("\n\n", Enumerable.Range(0, times).Select(i => paragraph.Replace("\"", i % 2 == 0 ? "\"" : "”", StringComparison.Ordinal) + i.ToString(CultureInfo.InvariantCulture)));
            var watch = Stopwatch.StartNew();
            _ = SharedPipeline.Assembler.Assemble([SharedPipeline.Pipeline.Run(AnyText.ReadText(text, "long"))]);
            return watch.Elapsed.TotalSeconds;
        }
    }

    /// <summary>By hand: what takes minutes. A sentence of 10,000 words, 50,000 brackets, a text of 60,000 words.</summary>
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [Explicit("takes minutes")]
    public void Run_HugeText_StaysInsideTheText(int kind)
    {
        var watch = Stopwatch.StartNew();
        var text = kind switch
        {
            0 => string.Concat(Enumerable.Repeat("and the minister met the rebels of the north in the port ", 850)),
            1 => "The ministers met. " + new string('[', 50_000),
            _ => string.Join("\n\n", Enumerable.Range(0, 130).Select(i => i.ToString(CultureInfo.InvariantCulture) + Seed)),
        };
        Assert.That(Broken(text), Is.Empty);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters in {watch.Elapsed.TotalSeconds:F1} s"));
    }

    [Test]
    public void Run_ManyThreads_GivesTheSameBytes()
    {
        var texts = Enumerable.Range(0, 6).Select(i => new TextMutator(i).Mutate(Seed[..1500])).ToList();
        var alone = texts.ConvertAll(Json);
        var together = new string[texts.Count];
        Parallel.For(0, texts.Count, new ParallelOptions { MaxDegreeOfParallelism = 3 }, i => together[i] = Json(texts[i]));
        Assert.That(together, Is.EqualTo(alone));

        static string Json(string text)
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            new NewsGraph.Writing.JsonGraphWriter().Write(SharedPipeline.Assembler.Assemble([SharedPipeline.Pipeline.Run(AnyText.ReadText(text, "text"))]), writer);
            return writer.ToString();
        }
    }

    private static void ForSomeSeconds(Func<int, string> make)
    {
        _ = SharedPipeline.Pipeline;
        var watch = Stopwatch.StartNew();
        var seed = 0;
        List<string> failures = [];
        for (; watch.Elapsed < Patience && failures.Count < 5; seed++)
        {
            var text = make(seed);
            if (Broken(text) is { Count: > 0 } broken)
            {
                failures.Add($"seed {seed}: {string.Join("; ", broken.Take(3))}\n{Escaped(text)}");
            }
        }

        TestContext.Out.WriteLine($"{seed} texts in {watch.Elapsed.TotalSeconds:F1} s");
        Assert.That(failures, Is.Empty, string.Join("\n\n", failures));
    }

    /// <summary>What is broken, an exception included; a refusal by the reader is fine.</summary>
    private static List<string> Broken(string text)
    {
        try
        {
            var doc = SharedPipeline.Pipeline.Run(AnyText.ReadText(text, "fuzz", new ArticleMetadata { Published = new DateOnly(2016, 5, 3) }));
            return DocumentChecker.Check(doc, SharedPipeline.Assembler.Assemble([doc]));
        }
        catch (ArticleFormatException)
        {
            return [];
        }
        catch (Exception error)
        {
            return [error.ToString()];
        }
    }

    private static string Escaped(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 1_000)))
        {
            result.Append(c is >= ' ' and < '\u007F' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"));
        }

        return result.ToString();
    }
}
