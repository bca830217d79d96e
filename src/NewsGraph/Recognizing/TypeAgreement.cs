using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Recognizing;

/// <summary>Names of the same wording in one document have one type: the one that most of the evidence speaks for.</summary>
internal static class TypeAgreement
{
    public static void Apply(SyntaxView view, IReadOnlyList<MentionDraft> mentions)
    {
        Dictionary<string, double[]> sums = new(StringComparer.OrdinalIgnoreCase);
        foreach (var mention in mentions)
        {
            if (mention.Kind == MentionKind.Name)
            {
                var key = view.Text(mention.NameFirst, mention.NameEnd);
                if (!sums.TryGetValue(key, out var sum))
                {
                    sums.Add(key, sum = new double[8]);
                }

                for (var i = 0; i < sum.Length; i++)
                {
                    sum[i] += mention.Types[i];
                }
            }
        }

        foreach (var mention in mentions)
        {
            if (mention.Kind == MentionKind.Name)
            {
                var sum = sums[view.Text(mention.NameFirst, mention.NameEnd)];
                sum.CopyTo(mention.Types, 0);
            }
        }
    }
}
