using System.Globalization;
using NewsGraph.Knowledge;
using NewsGraph.Resources;

namespace NewsGraph.Recognizing;

/// <summary>The vocabulary of <c>lexicons/quantities.tsv</c>.</summary>
internal sealed class QuantityWords
{
    private readonly Dictionary<string, decimal> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> scales = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Approximation> vague = new(StringComparer.Ordinal);
    private readonly HashSet<string> several = new(StringComparer.Ordinal);
    private readonly HashSet<string> units = new(StringComparer.Ordinal);
    private readonly List<(string[] Words, Approximation Bound)> before = [];
    private readonly List<(string[] Words, Approximation Bound)> after = [];

    private QuantityWords(IEnumerable<string[]> rows)
    {
        foreach (var row in rows)
        {
            switch (row[0])
            {
                case "number": numbers.Add(row[1], decimal.Parse(row[2], CultureInfo.InvariantCulture)); break;
                case "scale": scales.Add(row[1], decimal.Parse(row[2], CultureInfo.InvariantCulture)); break;
                case "vague": vague.Add(row[1], Parse(row[2])); break;
                case "several": several.Add(row[1]); break;
                case "unit": units.Add(row[1]); break;
                case "before": before.Add((row[1].Split(' '), Parse(row[2]))); break;
                case "after": after.Add((row[1].Split(' '), Parse(row[2]))); break;
                default: throw new InvalidDataException($"lexicons/quantities.tsv: unknown kind '{row[0]}'.");
            }
        }

        before.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
        after.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    public static QuantityWords Standard { get; } = new(ResourceFiles.ReadTable("lexicons/quantities.tsv"));

    /// <summary>Bounds in front of a number, longest first.</summary>
    public IReadOnlyList<(string[] Words, Approximation Bound)> Before => before;

    /// <summary>Bounds behind a number, longest first.</summary>
    public IReadOnlyList<(string[] Words, Approximation Bound)> After => after;

    public bool TryNumber(string word, out decimal value) => numbers.TryGetValue(word, out value);

    public bool TryScale(string word, out decimal factor) => scales.TryGetValue(word, out factor);

    public bool TryVague(string word, out Approximation approximation) => vague.TryGetValue(word, out approximation);

    public bool IsSeveral(string word) => several.Contains(word);

    /// <summary>What is counted is a duration, date, size or share, not participants.</summary>
    public bool IsMeasure(string lemma) => units.Contains(lemma);

    private static Approximation Parse(string name)
    {
        foreach (var value in Enum.GetValues<Approximation>())
        {
            if (Quantity.NameOf(value) == name)
            {
                return value;
            }
        }

        throw new InvalidDataException($"lexicons/quantities.tsv: unknown approximation '{name}'.");
    }
}
