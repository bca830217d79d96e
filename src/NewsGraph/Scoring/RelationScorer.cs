using NewsGraph.Knowledge;
using NewsGraph.Writing;

namespace NewsGraph.Scoring;

/// <summary>Finds each gold relation among the graph's, in order, each at most once; judges what is left over.</summary>
internal sealed class RelationScorer
{
    private static readonly string[] Names = ["polarity", "modality", "time", "office", "attribution"];

    private readonly GoldFile gold;
    private readonly KnowledgeGraph graph;
    private readonly EntityAlignment alignment;
    private readonly List<GoldError> errors;
    private readonly List<Relation> relations;
    private readonly bool[] used;
    private readonly int[] right = new int[Names.Length];
    private readonly int[] all = new int[Names.Length];

    public RelationScorer(GoldFile gold, KnowledgeGraph graph, string article, EntityAlignment alignment, List<GoldError> errors)
    {
        this.gold = gold;
        this.graph = graph;
        this.alignment = alignment;
        this.errors = errors;
        relations = [.. graph.Relations.Where(r => r.Article == article)];
        used = new bool[relations.Count];
        int found = 0, core = 0;
        foreach (var expected in gold.Relations)
        {
            if (Find(expected) is { } relation)
            {
                found++;
                core += expected.IsCore ? 1 : 0;
                Compare(expected, relation);
            }
            else
            {
                errors.Add(new GoldError(expected.IsCore ? "relation missed" : "relation missed (not core)", expected.Trigger.Sentence, $"{Shown(expected)} '{expected.Trigger.Text}'"));
            }
        }

        Found = new Count(found, gold.Relations.Count);
        Core = new Count(core, gold.Relations.Count(r => r.IsCore));
        Invented = CountInvented();
    }

    public Count Found { get; }

    public Count Core { get; }

    public int Invented { get; }

    public IReadOnlyList<(string Name, Count Count)> Attributes => [.. Names.Select((n, i) => (n, new Count(right[i], all[i])))];

    private Relation? Find(GoldRelation expected)
    {
        for (var i = 0; i < relations.Count; i++)
        {
            var relation = relations[i];
            if (used[i] || !expected.Types.Contains(relation.Type) || (!GoldScorer.IsState(relation.Type) && gold.SentenceAt(relation.Trigger.Start) != expected.Trigger.Sentence))
            {
                continue;
            }

            if (Fits(expected.Subjects, expected.Objects, relation) || (expected.IsSymmetric && Fits(expected.Objects, expected.Subjects, relation)))
            {
                used[i] = true;
                return relation;
            }
        }

        return null;
    }

    private bool Fits(IReadOnlyList<string?> subjects, IReadOnlyList<string?> objects, Relation relation) =>
        alignment.Accepts(subjects, relation.Subject, relation.SubjectMention) && alignment.Accepts(objects, relation.Object, relation.ObjectMention);

    private void Compare(GoldRelation expected, Relation relation)
    {
        List<string> wrong = [];
        Check(0, GraphFormat.NameOf(relation.Polarity) == expected.Polarity);
        Check(1, GraphFormat.NameOf(relation.Modality) == expected.Modality);
        if (!string.IsNullOrEmpty(expected.Time))
        {
            Check(2, GoldScorer.SameTime(expected.Time, relation.Time?.Value));
        }

        if (!string.IsNullOrEmpty(expected.Office))
        {
            var office = relation.Attributes.GetValueOrDefault("office") ?? "";
            Check(3, office.Length > 0 && expected.Office.Contains(office, StringComparison.OrdinalIgnoreCase));
        }

        var want = expected.Attribution.Select(alignment.Of).ToHashSet(StringComparer.Ordinal);
        var have = relation.Attribution.Select(a => a.Source).ToHashSet(StringComparer.Ordinal);
        Check(4, want.Count > 0 ? want.IsSubsetOf(have) : have.Count == 0);
        if (wrong.Count > 0)
        {
            errors.Add(new GoldError("relation wrong", expected.Trigger.Sentence, $"{Shown(expected)} '{expected.Trigger.Text}': {string.Join("; ", wrong)}"));
        }

        void Check(int attribute, bool ok)
        {
            all[attribute]++;
            right[attribute] += ok ? 1 : 0;
            if (!ok)
            {
                wrong.Add(attribute switch
                {
                    0 => $"polarity is {expected.Polarity}",
                    1 => $"modality is {expected.Modality}, found {GraphFormat.NameOf(relation.Modality)}",
                    2 => $"time is {expected.Time}, found {relation.Time?.Value ?? "none"}",
                    3 => $"office is {expected.Office}, found {relation.Attributes.GetValueOrDefault("office") ?? "none"}",
                    _ => $"said by {(expected.Attribution.Count == 0 ? "the article" : string.Join(", ", expected.Attribution))}, found {(relation.Attribution.Count == 0 ? "the article" : string.Join(", ", relation.Attribution.Select(a => NameOf(a.Source))))}",
                });
            }
        }
    }

    private int CountInvented()
    {
        var count = 0;
        for (var i = 0; i < relations.Count; i++)
        {
            var relation = relations[i];
            if (used[i]
                || gold.Acceptable.Any(x => x.Types.Contains(relation.Type) && Fits(x.Subjects, x.Objects, relation))
                || gold.Relations.Any(g => g.Types.Contains(relation.Type) && Fits(g.Subjects, g.Objects, relation)))
            {
                continue;
            }

            count++;
            errors.Add(new GoldError("relation not in gold", gold.SentenceAt(relation.Trigger.Start), $"{relation.Type} {NameOf(relation.Subject)} -> {NameOf(relation.Object)} ({relation.Extractor})"));
        }

        return count;
    }

    private string NameOf(string? entity) => entity is null ? "nobody" : $"'{graph[entity].Name}'";

    private static string Shown(GoldRelation r) =>
        $"{string.Join('|', r.Types)} {string.Join('|', r.Subjects.Select(s => s ?? "nobody"))} -> {string.Join('|', r.Objects.Select(s => s ?? "nobody"))}";
}
