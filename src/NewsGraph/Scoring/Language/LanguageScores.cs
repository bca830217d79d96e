using System.Globalization;

namespace NewsGraph.Scoring.Language;

/// <summary>Counts of what is right, found and annotated.</summary>
public sealed class Counts
{
    public int Right { get; private set; }

    public int Found { get; private set; }

    public int Gold { get; private set; }

    public double Precision => Found == 0 ? 0 : 100.0 * Right / Found;

    public double Recall => Gold == 0 ? 0 : 100.0 * Right / Gold;

    /// <summary>Harmonic mean of the two, in per cent.</summary>
    public double F => Right == 0 ? 0 : 200.0 * Right / (Found + Gold);

    internal void Add(int right, int found, int gold)
    {
        Right += right;
        Found += found;
        Gold += gold;
    }
}

/// <summary>Scores by name, in the order they are reported: accuracies on gold tokens, F elsewhere.</summary>
public sealed class LanguageScores
{
    private readonly List<(string Name, Counts Counts)> scores = [];

    public IReadOnlyList<(string Name, Counts Counts)> All => scores;

    /// <summary>F in per cent of the score with this name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such score.</exception>
    public double this[string name] => scores.Find(s => s.Name == name).Counts?.F ?? throw new KeyNotFoundException($"There is no score '{name}'; there are {string.Join(", ", scores.Select(s => s.Name))}.");

    internal Counts Of(string name)
    {
        var counts = scores.Find(s => s.Name == name).Counts;
        if (counts is null)
        {
            scores.Add((name, counts = new Counts()));
        }

        return counts;
    }

    /// <summary>One line a score: name, F, precision, recall, counts.</summary>
    public void Write(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var (name, c) in scores)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{name,-12} F {c.F,6:0.00}  P {c.Precision,6:0.00}  R {c.Recall,6:0.00}  ({c.Right} right, {c.Found} found, {c.Gold} gold)\n"));
        }
    }
}
