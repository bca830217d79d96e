using NewsGraph.Reading;
using NewsGraph.Texts;

namespace NewsGraph.Benchmarks;

/// <summary>Articles to measure with: those given, else the seed article of this repository.</summary>
internal static class Samples
{
    public static List<Article> Read(IReadOnlyList<string> files)
    {
        var reader = new ArticleReader();
        return [.. (files.Count > 0 ? files : [SeedPath()]).SelectMany(f => reader.ReadFile(f))];
    }

    private static string SeedPath()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "seeds", "articles", "kazakhstan-crisis.txt");
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException("There is no seeds/articles/kazakhstan-crisis.txt above this program; name a file to measure with.");
    }
}
