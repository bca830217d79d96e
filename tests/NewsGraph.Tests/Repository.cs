namespace NewsGraph.Tests;

/// <summary>Files of the repository, found from the tests' own folder upwards.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Seed => Path.Combine(Root, "seeds", "articles", "kazakhstan-crisis.txt");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KazakhCrisis.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds KazakhCrisis.sln.");
    }
}
