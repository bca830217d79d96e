using NewsGraph.Assembling;
using NewsGraph.Reading;
using NewsGraph.Texts;

namespace NewsGraph.Cli;

/// <summary>From the paths of a command line to articles.</summary>
internal static class InputFiles
{
    /// <summary>
    /// Articles of files and folders in a stable order: as given, a folder's files by name. A file that is named
    /// and cannot be read ends the command; in a folder it is skipped with a word about it.
    /// </summary>
    /// <param name="skipped">Told about each file that is left out, with the reason.</param>
    public static List<Article> Read(IReadOnlyList<string> paths, ArticleMetadata known, Action<string> skipped, CancellationToken cancel)
    {
        var reader = new ArticleReader();
        List<Article> articles = [];
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                articles.AddRange(reader.ReadFile(path, known));
                continue;
            }

            foreach (var file in FilesOf(path))
            {
                cancel.ThrowIfCancellationRequested();
                try
                {
                    articles.AddRange(reader.ReadFile(file, known));
                }
                catch (ArticleFormatException error)
                {
                    skipped($"skipped: {error.Message}");
                }
            }
        }

        return WithUniqueIds(articles);
    }

    /// <exception cref="UserError">The file cannot be read or is no gazetteer.</exception>
    public static Gazetteer ReadGazetteer(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return Gazetteer.Read(reader);
        }
        catch (FormatException error)
        {
            throw new UserError($"--gazetteer: {path}, {error.Message}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"--gazetteer: {path} cannot be read ({error.Message.TrimEnd('.')}). Check the path.");
        }
    }

    private static List<string> FilesOf(string folder)
    {
        try
        {
            var files = Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
            return files.Count > 0 ? files : throw new UserError($"{folder} holds no .txt file. Give a folder with articles as plain text, or name the files.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{folder} cannot be read ({error.Message}). Check that you may list the folder and what is in it.");
        }
    }

    /// <summary>The second "report.txt" of two folders becomes "report~2".</summary>
    private static List<Article> WithUniqueIds(List<Article> articles)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < articles.Count; i++)
        {
            var article = articles[i];
            var id = article.Id;
            for (var n = 2; !taken.Add(id); n++)
            {
                id = $"{article.Id}~{n}";
            }

            if (!string.Equals(id, article.Id, StringComparison.Ordinal))
            {
                articles[i] = new Article(id, article.Text, article.Blocks)
                {
                    Title = article.Title,
                    Source = article.Source,
                    Byline = article.Byline,
                    Published = article.Published,
                    Url = article.Url,
                    Language = article.Language,
                };
            }
        }

        return articles;
    }
}
