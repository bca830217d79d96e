namespace NewsGraph.Relating.Learnt;

/// <summary>Who may fill one role of a trigger: probabilities over the mentions in reach and over nobody; they sum to one.</summary>
internal readonly struct RoleReading(double none, ReadOnlyMemory<int> mentions, double[] probabilities)
{
    public double None { get; } = none;

    /// <summary>Mention indices in reach.</summary>
    public ReadOnlySpan<int> Mentions => mentions.Span;

    public ReadOnlySpan<double> Probabilities => probabilities;

    /// <summary>Probability that the role is filled by this entity, whichever mention tells it; of nobody for −1.</summary>
    public double Of(int entity, MentionMap map)
    {
        if (entity == -1)
        {
            return None;
        }

        var sum = 0.0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            sum += map.EntityOf(mentions.Span[i]) == entity ? probabilities[i] : 0;
        }

        return sum;
    }

    /// <summary>
    /// The fillers worth weighing: nobody (−1) and mentions of different entities, each its entity's likeliest, from <paramref name="least"/> upwards, likeliest first.
    /// </summary>
    public List<(int Mention, double Probability)> Choices(MentionMap map, double least, int most)
    {
        List<(int Mention, double Probability, double Best)> all = [];
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] < 0.02)
            {
                continue;
            }

            var entity = map.EntityOf(mentions.Span[i]);
            var at = all.FindIndex(c => map.EntityOf(c.Mention) == entity);
            if (at < 0)
            {
                all.Add((mentions.Span[i], probabilities[i], probabilities[i]));
            }
            else
            {
                all[at] = (probabilities[i] > all[at].Best ? mentions.Span[i] : all[at].Mention, all[at].Probability + probabilities[i], Math.Max(all[at].Best, probabilities[i]));
            }
        }

        List<(int Mention, double Probability)> chosen = [];
        foreach (var (mention, probability, _) in all)
        {
            if (probability >= least)
            {
                chosen.Add((mention, probability));
            }
        }

        if (None >= least)
        {
            chosen.Add((-1, None));
        }

        chosen.Sort(static (a, b) => a.Probability != b.Probability ? b.Probability.CompareTo(a.Probability) : a.Mention.CompareTo(b.Mention));
        return chosen.Count <= most ? chosen : chosen[..most];
    }
}
