namespace NewsGraph.Relating;

/// <summary>The one place that decides which proposals become relations.</summary>
internal static class CandidateMerger
{
    private const double Threshold = 0.35;

    /// <summary>
    /// Drops the unlikely, joins what says the same in one sentence (agreeing proposals reinforce each other: the joint doubt is the product of
    /// the doubts of different extractors) and drops a proposal without a participant where another of its type at the trigger has one.
    /// </summary>
    public static List<Candidate> Merge(List<Candidate> candidates, MentionMap map)
    {
        var order = new List<Candidate>(candidates);
        order.Sort(static (a, b) => a.Trigger != b.Trigger ? a.Trigger.CompareTo(b.Trigger) : a.Confidence != b.Confidence ? b.Confidence.CompareTo(a.Confidence) : a.Subject != b.Subject ? b.Subject.CompareTo(a.Subject) : b.Object.CompareTo(a.Object));
        Dictionary<(int Sentence, string Type, int Subject, int Object), int> seen = [];
        List<Candidate> kept = [];
        foreach (var candidate in order)
        {
            var (subject, @object) = (Entity(map, candidate.Subject), Entity(map, candidate.Object));
            if (candidate.Type.IsSymmetric && subject > @object)
            {
                (subject, @object) = (@object, subject);
            }

            var key = (map.SentenceOf(candidate.Trigger), candidate.Type.Name, subject, @object);
            if (seen.TryGetValue(key, out var at))
            {
                var other = kept[at];
                var joint = other.Extractor == candidate.Extractor ? Math.Max(other.Confidence, candidate.Confidence) : 1 - (1 - other.Confidence) * (1 - candidate.Confidence);
                kept[at] = (candidate.Confidence > other.Confidence ? candidate : other) with { Confidence = Math.Min(joint, 0.99) };
                continue;
            }

            seen.Add(key, kept.Count);
            kept.Add(candidate);
        }

        kept.RemoveAll(c => c.Confidence < Threshold || IsLess(c, kept));
        return kept;
    }

    private static bool IsLess(Candidate candidate, List<Candidate> all)
    {
        if (candidate.Subject >= 0 && candidate.Object >= 0)
        {
            return false;
        }

        foreach (var other in all)
        {
            if (other.Trigger == candidate.Trigger && other.Type == candidate.Type && !ReferenceEquals(other, candidate)
                && (candidate.Subject < 0 && other.Subject >= 0 && other.Object == candidate.Object
                    || candidate.Object < 0 && other.Object >= 0 && other.Subject == candidate.Subject))
            {
                return true;
            }
        }

        return false;
    }

    private static int Entity(MentionMap map, int mention) => mention < 0 ? -1 : map.EntityOf(mention);
}
