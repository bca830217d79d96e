using NewsGraph.Relating.Ontologies;

namespace NewsGraph.Tests;

/// <summary>What the documents say of the code is so.</summary>
public sealed class DocumentationTests
{
    [Test]
    public void OntologyPage_ListsExactlyTheTypes()
    {
        var listed = File.ReadLines(Path.Combine(Repository.Root, "docs/ontology.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1]);
        Assert.That(listed, Is.EquivalentTo(Ontology.Default.Types.Select(t => t.Name)), "docs/ontology.md: one row for each type of types.yml");
    }

    [Test]
    public void RoomMap_NamesExactlyTheRooms()
    {
        var listed = File.ReadLines(Path.Combine(Repository.Root, "src/README.md")).Where(l => l.StartsWith("| NewsGraph/", StringComparison.Ordinal)).Select(l => l.Split('|')[1].Trim()["NewsGraph/".Length..]);
        var rooms = Directory.GetDirectories(Path.Combine(Repository.Root, "src/NewsGraph")).Select(d => Path.GetFileName(d)).Where(d => d is not ("bin" or "obj"));
        Assert.That(listed, Is.EquivalentTo(rooms));
    }

    [Test]
    public void Readme_LinksLeadSomewhere()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        foreach (System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(text, @"\]\((?!http)([^)#]+)\)"))
        {
            Assert.That(Path.Exists(Path.Combine(Repository.Root, link.Groups[1].Value)), link.Value);
        }
    }
}
