using System.Globalization;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Relating.Learnt;

/// <summary>Sharpens the types that the trigger head gives a word with the learnt lexicon and with the words of the types' names.</summary>
internal sealed class TypePrior
{
    /// <summary>Words less likely than this to be triggers are left as they are.</summary>
    private const float LeastTrigger = .1f;

    private readonly Dictionary<string, float[]> byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> named = new(StringComparer.Ordinal);
    private readonly double[] taught;
    private readonly float nameBonus;
    private readonly int types;

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, (TypePrior Prior, Dictionary<string, int> Index)> Made = new(StringComparer.Ordinal);

    /// <summary>The prior of a model with these types and the shipped settings and lexicon; made once.</summary>
    public static TypePrior Of(IReadOnlyList<string> relationTypes) => Get(relationTypes).Prior;

    /// <summary>Type → column.</summary>
    public static Dictionary<string, int> IndexOf(IReadOnlyList<string> relationTypes) => Get(relationTypes).Index;

    private static (TypePrior Prior, Dictionary<string, int> Index) Get(IReadOnlyList<string> types) =>
        Made.GetOrAdd($"{types.Count} {types[0]} {types[^1]}", _ =>
        {
            Dictionary<string, int> index = new(StringComparer.Ordinal);
            for (var y = 0; y < types.Count; y++)
            {
                index[types[y]] = y;
            }

            return (new TypePrior(types, LearntSettings.Default), index);
        });

    public TypePrior(IReadOnlyList<string> relationTypes, LearntSettings settings)
    {
        types = relationTypes.Count;
        nameBonus = (float)Math.Exp(settings.Name);
        Dictionary<string, int> index = new(StringComparer.Ordinal);
        for (var y = 0; y < types; y++)
        {
            index[relationTypes[y]] = y;
            var key = Stemmer.Stem(relationTypes[y].Split('_')[0]);
            (named.TryGetValue(key, out var list) ? list : named[key] = []).Add(y);
        }

        taught = new double[types];
        foreach (var group in ReadLexicon().GroupBy(r => r.Stem, StringComparer.Ordinal))
        {
            var total = group.Sum(r => r.Count) + .5;
            var weights = new double[types];
            Array.Fill(weights, .1 / total);
            foreach (var (_, type, count) in group)
            {
                if (index.TryGetValue(type, out var y))
                {
                    weights[y] += count / total;
                    taught[y] += count;
                }
            }

            byStem[group.Key] = [.. weights.Select(w => (float)Math.Pow(w, settings.Lexicon))];
        }
    }

    /// <summary>Examples of a type in the training articles (half and quarter ones for second-best readings).</summary>
    public double Taught(int type) => taught[type];

    /// <summary>Rewrites one row (none, then the types) in place; the probability of being a trigger stays.</summary>
    public void Sharpen(Span<float> row, string word, string upos)
    {
        var trigger = 1 - row[0];
        if (trigger < LeastTrigger)
        {
            return;
        }

        var stem = Stemmer.Stem(word);
        if (byStem.TryGetValue(stem, out var weights))
        {
            for (var y = 0; y < types; y++)
            {
                row[1 + y] *= weights[y];
            }
        }

        if (upos is "VERB" or "NOUN" or "ADJ" && named.TryGetValue(stem, out var same))
        {
            foreach (var y in same)
            {
                row[1 + y] *= nameBonus;
            }
        }

        var sum = 1e-12f;
        for (var y = 0; y < types; y++)
        {
            sum += row[1 + y];
        }

        for (var y = 0; y < types; y++)
        {
            row[1 + y] *= trigger / sum;
        }
    }

    private static IEnumerable<(string Stem, string Type, double Count)> ReadLexicon()
    {
        if (ResourceFiles.List("models/triggers.tsv").Count == 0)
        {
            return [];
        }

        return ResourceFiles.ReadTable("models/triggers.tsv").Skip(1).Select(c => (c[0], c[1], double.Parse(c[2], CultureInfo.InvariantCulture)));
    }
}
