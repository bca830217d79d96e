using Newtonsoft.Json.Linq;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Encoders;

/// <summary>The label lists of <c>models/labels.json</c>.</summary>
internal sealed class ModelLabels
{
    public ModelLabels()
    {
        using var reader = new StreamReader(ResourceFiles.Open("models/labels.json"));
        var json = JObject.Parse(reader.ReadToEnd());
        string[] List(string name) => json[name]?.ToObject<string[]>() ?? throw new InvalidDataException($"models/labels.json has no list '{name}'.");
        Syntax = new SyntaxLabels(List("upos"), List("xpos"), List("rel"), List("role"), List("ner"));
        Relations = List("relation");
        Require("etype", List("etype"), ["Person", "Organization", "Country", "Place", "Group", "Event", "Law", "Thing"]);
        Require("mention", List("mention"), ["none", "name", "nominal", "pronoun"]);
        Require("cue", List("cue"), ["none", "indirect", "direct"]);
    }

    public SyntaxLabels Syntax { get; }

    /// <summary>Relation types in the order of the trigger head's columns 1….</summary>
    public string[] Relations { get; }

    /// <summary>Lists that the code's enumerations repeat must not differ.</summary>
    private static void Require(string name, string[] found, string[] expected)
    {
        if (!found.AsSpan().SequenceEqual(expected))
        {
            throw new InvalidDataException($"models/labels.json: '{name}' is {string.Join(", ", found)}, but the code reads {string.Join(", ", expected)}. Train and build from the same version.");
        }
    }
}
