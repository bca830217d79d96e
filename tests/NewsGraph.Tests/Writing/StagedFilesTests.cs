using NewsGraph.Writing;

namespace NewsGraph.Tests.Writing;

public sealed class StagedFilesTests
{
    private string folder = string.Empty;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("newsgraph-").FullName;

    [TearDown]
    public void DropFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Commit_AfterAll_ShowsAllFiles()
    {
        using (var files = new StagedFiles())
        {
            files.Add(Path.Combine(folder, "a"), s => s.WriteByte(1));
            files.Add(Path.Combine(folder, "b"), s => s.WriteByte(2));
            Assert.That(File.Exists(Path.Combine(folder, "a")), Is.False);
            files.Commit();
        }

        Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "a", "b" }));
    }

    [Test]
    public void Dispose_AfterAFailure_LeavesNothingAndKeepsTheOldFile()
    {
        File.WriteAllText(Path.Combine(folder, "a"), "old");
        Assert.That(
            () =>
            {
                using var files = new StagedFiles();
                files.Add(Path.Combine(folder, "a"), s => s.WriteByte(1));
                files.Add(Path.Combine(folder, "b"), _ => throw new InvalidOperationException("disk"));
            },
            Throws.InvalidOperationException);
        Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName), Is.EqualTo(new[] { "a" }));
        Assert.That(File.ReadAllText(Path.Combine(folder, "a")), Is.EqualTo("old"));
    }
}
