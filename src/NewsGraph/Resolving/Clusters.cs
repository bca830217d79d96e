using NewsGraph.Knowledge;

namespace NewsGraph.Resolving;

/// <summary>Mentions joined so far (disjoint sets), and what forbids to join more.</summary>
internal sealed class Clusters
{
    private readonly MentionFacts[] facts;
    private readonly int[] parent;
    private readonly List<int>[] members;
    private readonly Func<int, int, bool> areBound;

    /// <param name="facts">All mentions.</param>
    /// <param name="areBound">True if the syntax keeps two mentions of one sentence apart (subject and object, container and part).</param>
    public Clusters(MentionFacts[] facts, Func<int, int, bool> areBound)
    {
        this.facts = facts;
        this.areBound = areBound;
        parent = [.. Enumerable.Range(0, facts.Length)];
        members = [.. parent.Select(i => new List<int> { i })];
        Reasons = new string[facts.Length];
        Array.Fill(Reasons, "");
    }

    /// <summary>Why each mention joined; empty for the first of an entity.</summary>
    public string[] Reasons { get; }

    public int Root(int mention)
    {
        while (parent[mention] != mention)
        {
            parent[mention] = parent[parent[mention]];
            mention = parent[mention];
        }

        return mention;
    }

    /// <summary>Mentions of an entity in text order.</summary>
    public IReadOnlyList<int> Members(int root) => members[root];

    public bool IsJoined(int a, int b) => Root(a) == Root(b);

    /// <summary>Joins the entities of two mentions, unasked.</summary>
    public void Join(int a, int b, string reason)
    {
        var (x, y) = (Root(a), Root(b));
        var late = Math.Max(a, b);
        if (Reasons[late].Length == 0)
        {
            Reasons[late] = reason;
        }

        if (x == y)
        {
            return;
        }

        var (keep, gone) = x < y ? (x, y) : (y, x);
        parent[gone] = keep;
        members[keep].AddRange(members[gone]);
        members[keep].Sort();
        members[gone].Clear();
    }

    /// <summary>Joins unless something forbids it.</summary>
    public bool TryJoin(int a, int b, string reason)
    {
        if (!MayJoin(Root(a), Root(b)))
        {
            return false;
        }

        Join(a, b, reason);
        return true;
    }

    /// <summary>True if no two mentions of the two entities exclude each other.</summary>
    public bool MayJoin(int x, int y)
    {
        if (x == y)
        {
            return true;
        }

        // long entities are compared by their names and their latest mentions
        foreach (var i in Sample(x, y))
        {
            foreach (var j in Sample(y, x))
            {
                if (Excludes(facts[i], facts[j]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Members that matter in a comparison: all names' first ones, and those near the other entity.</summary>
    private IEnumerable<int> Sample(int root, int other)
    {
        var list = members[root];
        if (list.Count <= 8)
        {
            return list;
        }

        var near = members[other][0];
        return list.Take(4).Concat(list.Where(i => Math.Abs(i - near) <= 12).Take(8));
    }

    /// <summary>True if the two mentions cannot mean the same, whatever else is joined.</summary>
    public bool Excludes(MentionFacts a, MentionFacts b)
    {
        if (a.Gender != Gender.Unknown && b.Gender != Gender.Unknown && a.Gender != b.Gender)
        {
            return true;
        }

        if (a.Country is not null && b.Country is not null && a.Country != b.Country)
        {
            return true;
        }

        if (a.Kind == MentionKind.Name && b.Kind == MentionKind.Name && a.Country is null != b.Country is null && !NameRules.AreSpellings(a.Name, b.Name))
        {
            return true;
        }

        if (a.Type == EntityType.Person && b.Type == EntityType.Person && a.Name.Length > 1 && b.Name.Length > 1
            && !NameRules.IsPartOfPerson(a.Name, b.Name) && !NameRules.IsPartOfPerson(b.Name, a.Name) && !NameRules.AreSpellings(a.Name, b.Name))
        {
            return true;
        }

        if (!TypesAgree(a, b) || !NumbersAgree(a, b))
        {
            return true;
        }

        if (a.Mention.Quantity is { Value: { } one } && b.Mention.Quantity is { Value: { } two } && one != two)
        {
            return true;
        }

        return a.Sentence == b.Sentence && areBound(a.Index, b.Index);
    }

    private static bool TypesAgree(MentionFacts a, MentionFacts b)
    {
        if (a.Pronoun is { } pronoun)
        {
            return PronounAgrees(pronoun, b);
        }

        if (b.Pronoun is not null)
        {
            return PronounAgrees(b.Pronoun, a);
        }

        if (a.Type == b.Type)
        {
            return true;
        }

        var (x, y) = a.Type < b.Type ? (a.Type, b.Type) : (b.Type, a.Type);
        return (x, y) switch
        {
            (EntityType.Organization, EntityType.Group) => a.Kind != MentionKind.Name || b.Kind != MentionKind.Name,
            (EntityType.Country, EntityType.Place) => a.Country is null || b.Country is null,
            (EntityType.Organization, EntityType.Place) => a.Kind != b.Kind,
            (EntityType.Organization, EntityType.Thing) => true,
            (EntityType.Place, EntityType.Thing) => true,
            (EntityType.Event, EntityType.Thing) => true,
            (EntityType.Event, EntityType.Law) => true,
            (EntityType.Law, EntityType.Thing) => true,
            _ => false,
        };
    }

    private static bool PronounAgrees(Resources.Pronoun pronoun, MentionFacts other)
    {
        if (other.Pronoun is { } second)
        {
            return pronoun.Person == second.Person
                ? pronoun.Gender == second.Gender || pronoun.Gender == "any" || second.Gender == "any"
                : pronoun.Person + second.Person != 3 && (pronoun.Gender is "any" or "people" || second.Gender is "any" or "people");
        }

        return pronoun.Gender switch
        {
            "male" or "female" or "people" when pronoun.Number == "singular" => other.Type is EntityType.Person,
            "thing" => other.Type is not (EntityType.Person or EntityType.Group),
            "any" => pronoun.Person == 1 ? other.Type is EntityType.Organization or EntityType.Country or EntityType.Group : other.Type is not EntityType.Person || other.Number == GrammaticalNumber.Plural,
            _ => true,
        };
    }

    private static bool NumbersAgree(MentionFacts a, MentionFacts b)
    {
        if (a.Number == b.Number || a.Number == GrammaticalNumber.Unknown || b.Number == GrammaticalNumber.Unknown)
        {
            return true;
        }

        var (singular, plural) = a.Number == GrammaticalNumber.Singular ? (a, b) : (b, a);

        // "the party … they", "the police … their", "the group … its fighters"
        return plural.Pronoun is not null ? singular.Type is EntityType.Organization or EntityType.Country or EntityType.Group || (singular.Pronoun is not null && singular.Gender == Gender.Unknown)
            : singular.Pronoun is not null ? singular.Gender == Gender.Unknown && plural.Type is EntityType.Organization
            : plural.Type is EntityType.Group or EntityType.Event && singular.Type is EntityType.Organization or EntityType.Group or EntityType.Event;
    }
}
