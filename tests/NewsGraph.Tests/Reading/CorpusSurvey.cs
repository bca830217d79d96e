using System.Globalization;
using System.IO.Compression;
using NewsGraph.Reading;
using NewsGraph.Texts;
using Newtonsoft.Json.Linq;

namespace NewsGraph.Tests.Reading;

/// <summary>Looks at what the reader does to many articles; run by hand with NEWSGRAPH_ARTICLES=articles.jsonl.gz.</summary>
[Explicit("reads thousands of articles")]
public sealed class CorpusSurvey
{
    [Test]
    public void Read_AllArticles_CountsParts()
    {
        var path = Environment.GetEnvironmentVariable("NEWSGRAPH_ARTICLES") ?? throw new IgnoreException("set NEWSGRAPH_ARTICLES to articles.jsonl.gz");
        var reader = new PlainTextReader();
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        List<string> samples = [];
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            var item = JObject.Parse(line);
            try
            {
                var article = reader.ReadText((string)item["text"]!, (string)item["id"]!);
                foreach (var block in article.Blocks)
                {
                    Count(block.Part.ToString());
                    if (block.Part is not (ArticlePart.Body or ArticlePart.Title))
                    {
                        var text = block.Span.Of(article.Text);
                        samples.Add($"{block.Part}\t{article.Id}\t{text[..Math.Min(150, text.Length)]}");
                    }
                }

                Count(article.Blocks.Count > 0 && article.Blocks[0].Part == ArticlePart.Title ? "with title" : "without title");
            }
            catch (ArticleFormatException error)
            {
                Count("refused");
                samples.Add("refused\t" + error.Message);
            }
        }

        var target = Path.Combine(Path.GetTempPath(), "newsgraph-survey.tsv");
        File.WriteAllLines(target, samples.Order(StringComparer.Ordinal));
        TestContext.Out.WriteLine(string.Join('\n', counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Value,7} {c.Key}"))) + "\nsamples in " + target);

        void Count(string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}
