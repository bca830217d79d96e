using Newtonsoft.Json.Linq;
using NewsGraph.Resources;

namespace NewsGraph.Relating.Learnt;

/// <summary>Decision thresholds of the learnt heads, chosen on the dev part by training and shipped in <c>models/labels.json</c>.</summary>
/// <param name="Trigger">Least probability that a word is a trigger.</param>
/// <param name="None">Probability of "no argument" above which none is taken.</param>
/// <param name="Second">Least probability of a further argument in the same role.</param>
/// <param name="Pair">Least product of trigger and argument probabilities.</param>
/// <param name="Both">The same where one argument is missing.</param>
/// <param name="Source">Least probability that the relation has a source.</param>
/// <param name="Lexicon">Exponent of the learnt trigger lexicon's say in the type.</param>
/// <param name="Name">Log-bonus for a type whose own name has the word's stem.</param>
internal sealed record LearntSettings(double Trigger, double None, double Second, double Pair, double Both, double Source, double Lexicon, double Name)
{
    private static readonly Lazy<LearntSettings> Shipped = new(Load);

    public static LearntSettings Default => Shipped.Value;

    private static LearntSettings Load()
    {
        using var reader = new StreamReader(ResourceFiles.Open("models/labels.json"));
        var thresholds = JObject.Parse(reader.ReadToEnd())["thresholds"] as JObject ?? [];
        double Get(string name, double otherwise) => (double?)thresholds[name] ?? otherwise;
        return new LearntSettings(
            Get("trigger", .5), Get("none", .5), Get("second", .35), Get("pair", .1), Get("both", .1), Get("source", .5), Get("lexicon", .5), Get("name", 2));
    }
}
