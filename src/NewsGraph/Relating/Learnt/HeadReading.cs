using NewsGraph.Knowledge;
using NewsGraph.Texts;
using NewsGraph.Texts.Features;

namespace NewsGraph.Relating.Learnt;

/// <summary>What the trigger head says of a word.</summary>
/// <param name="Token">The word.</param>
/// <param name="Type">Index into <see cref="HeadScores.RelationTypes"/>; −1 for a type that the head was not taught.</param>
/// <param name="Any">That it triggers any relation.</param>
/// <param name="OfType">That it triggers this one.</param>
internal readonly record struct HeadTrigger(int Token, int Type, double Any, double OfType);

/// <summary>
/// The trigger, argument and factuality heads over a document (docs/model-interface.md): triggers first, then, for these and any that
/// the rules add, the arguments and the factuality, scored in one call each.
/// </summary>
internal sealed class HeadReading
{
    private const int Subject = 0, Object = 1, Roles = 4;
    private const int ArgumentSentences = 2;
    private readonly HeadScores scores;
    private readonly IReadOnlyList<EntityMention> mentions;
    private readonly SyntaxFeatures syntax;
    private readonly IReadOnlyList<HeadTrigger> triggers;
    private readonly (float[] Score, float[] None) arguments;
    private readonly (float[] Polarity, float[] Modality) factuality;
    private readonly ScoredPairs pairs;
    private readonly int[] firstPair;

    public HeadReading(Doc doc, HeadScores scores, IReadOnlyList<HeadTrigger> triggers)
    {
        this.scores = scores;
        this.triggers = triggers;
        syntax = SyntaxFeatures.Of(doc);
        mentions = doc.Get<MentionLayer>().Mentions;
        int[] tokens = [.. triggers.Select(t => t.Token)];
        int[] types = [.. triggers.Select(t => t.Type)];
        int[] heads = [.. mentions.Select(m => m.Head)];
        int[] kinds = [.. mentions.Select(m => (int)m.Kind)];
        int[] entityTypes = [.. mentions.Select(m => (int)m.Type)];
        pairs = ArgumentFeatures.Pairs(syntax, tokens, [.. types.Select(t => scores.RelationTypes[t])], heads, entityTypes);
        arguments = scores.Pairs.ScoreArguments(scores.Vectors, tokens, types, heads, kinds, entityTypes, pairs);
        factuality = scores.Pairs.ScoreFactuality(scores.Vectors, tokens, types, [.. tokens.SelectMany(t => ArgumentFeatures.OfTrigger(syntax, t))]);
        firstPair = new int[triggers.Count + 1];
        foreach (var first in pairs.First)
        {
            firstPair[first + 1]++;
        }

        for (var k = 0; k < triggers.Count; k++)
        {
            firstPair[k + 1] += firstPair[k];
        }
    }

    public RoleReading Subjects(int k) => Read(k, Subject, ArgumentSentences);

    public RoleReading Objects(int k) => Read(k, Object, ArgumentSentences);

    /// <summary>That the relation is denied.</summary>
    public double Negative(int k)
    {
        double[] p = [factuality.Polarity[2 * k], factuality.Polarity[(2 * k) + 1]];
        Softmax(p);
        return p[1];
    }

    public (Modality Modality, double Probability) Modality(int k)
    {
        var p = new double[5];
        for (var i = 0; i < 5; i++)
        {
            p[i] = factuality.Modality[(5 * k) + i];
        }

        Softmax(p);
        var best = Array.IndexOf(p, p.Max());
        return ((Modality)best, p[best]);
    }

    /// <summary>Words that trigger a relation with at least this probability, each with the types that have a share in it.</summary>
    public static List<HeadTrigger> FindTriggers(Doc doc, HeadScores scores, TypePrior prior, double leastAny, double leastType)
    {
        var columns = 1 + scores.RelationTypes.Count;
        var tokens = doc.Get<TokenLayer>();
        var tags = doc.Get<TagLayer>();
        List<HeadTrigger> found = [];
        var row = new float[columns];
        for (var i = 0; i < tokens.Count; i++)
        {
            if (1 - scores.Trigger[i * columns] < leastAny)
            {
                continue;
            }

            Sharpened(row, scores, prior, i, tokens.Word(i), tags.Upos[i]);
            var best = row.AsSpan(1).IndexOf(row.AsSpan(1).ToArray().Max());
            for (var y = 0; y < columns - 1; y++)
            {
                if (y == best || row[1 + y] > leastType)
                {
                    found.Add(new HeadTrigger(i, y, 1 - row[0], row[1 + y]));
                }
            }
        }

        return found;
    }

    /// <summary>The head's opinion of one word and type.</summary>
    public static HeadTrigger Opinion(HeadScores scores, TypePrior prior, int token, int type, string word, string upos)
    {
        var row = new float[1 + scores.RelationTypes.Count];
        Sharpened(row, scores, prior, token, word, upos);
        return new HeadTrigger(token, type, 1 - row[0], row[1 + type]);
    }

    private static void Sharpened(float[] row, HeadScores scores, TypePrior prior, int token, string word, string upos)
    {
        scores.Trigger.AsSpan(token * row.Length, row.Length).CopyTo(row);
        prior.Sharpen(row, word, upos);
    }

    /// <summary>Softmax over nobody and the mentions in reach.</summary>
    private RoleReading Read(int k, int role, int sentences)
    {
        var sentence = syntax.Sentence(triggers[k].Token);
        var from = firstPair[k];
        var end = firstPair[k + 1];
        while (from < end && sentence - syntax.Sentence(mentions[pairs.Second[from]].Head) > sentences)
        {
            from++;
        }

        var p = new double[end - from + 1];
        p[0] = arguments.None[(k * Roles) + role];
        for (var i = from; i < end; i++)
        {
            p[i - from + 1] = arguments.Score[(i * Roles) + role];
        }

        Softmax(p);
        return new RoleReading(p[0], pairs.Second.AsMemory(from, end - from), p[1..]);
    }

    private static void Softmax(double[] values)
    {
        var max = values.Max();
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Math.Exp(values[i] - max);
            sum += values[i];
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] /= sum;
        }
    }
}
