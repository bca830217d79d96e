using NewsGraph.Knowledge;
using NewsGraph.Relating.Rules;
using NewsGraph.Texts;

namespace NewsGraph.Relating;

/// <summary>From a token of the tree to the mentions that it stands for: through conjuncts, counted heads ("dozens of victims"), appositions and titles.</summary>
internal sealed class MentionMap
{
    private static readonly HashSet<string> Quantities = WordLists.Of("quantity");

    private readonly Syntax syntax;
    private readonly EntityLayer? entities;
    private readonly int[] cover;
    private readonly Dictionary<int, List<int>> starts = [];
    private int? focusCountry;

    public MentionMap(Syntax syntax, MentionLayer mentions, EntityLayer? entities)
    {
        this.syntax = syntax;
        Mentions = mentions;
        this.entities = entities;
        cover = new int[syntax.Words.Count];
        Array.Fill(cover, -1);
        foreach (var mention in mentions.Mentions)
        {
            if (!starts.TryGetValue(mention.First, out var here))
            {
                starts.Add(mention.First, here = []);
            }

            here.Add(mention.Index);
            for (var token = mention.First; token < mention.End; token++)
            {
                if (cover[token] < 0 || Length(cover[token]) > mention.End - mention.First)
                {
                    cover[token] = mention.Index;
                }
            }
        }
    }

    public MentionLayer Mentions { get; }

    public EntityMention this[int mention] => Mentions.Mentions[mention];

    /// <summary>The entity of a mention; a mention outside of all entities is one of its own, told apart by a negative number.</summary>
    public int EntityOf(int mention) => entities?.EntityOf(mention) is { } entity and >= 0 ? entity : -2 - mention;

    public EntityType TypeOf(int mention) =>
        entities?.EntityOf(mention) is { } entity and >= 0 ? entities.Entities[entity].Type : this[mention].Type;

    public ArticleEntity? Entity(int mention) => entities?.EntityOf(mention) is { } entity and >= 0 ? entities.Entities[entity] : null;

    /// <summary>The smallest mention around a token, or −1.</summary>
    public int Around(int token) => cover[token];

    /// <summary>The longest mention that begins with this token, or −1.</summary>
    public int StartingAt(int token)
    {
        var best = -1;
        foreach (var at in starts.TryGetValue(token, out var list) ? list : [])
        {
            best = best < 0 || Length(at) > Length(best) ? at : best;
        }

        return best;
    }

    /// <summary>The country mention of the article's own country: the country entity that is mentioned first among those mentioned most; −1 for none.</summary>
    public int FocusCountry() => focusCountry ??= FindFocusCountry();

    private int FindFocusCountry()
    {
        Dictionary<int, int> counts = [];
        var best = -1;
        foreach (var mention in Mentions.Mentions)
        {
            if (TypeOf(mention.Index) == EntityType.Country && mention.Kind == MentionKind.Name)
            {
                var entity = EntityOf(mention.Index);
                counts[entity] = counts.GetValueOrDefault(entity) + 1;
            }
        }

        foreach (var mention in Mentions.Mentions)
        {
            if (counts.TryGetValue(EntityOf(mention.Index), out var count) && (best < 0 || count > counts[EntityOf(best)]))
            {
                best = mention.Index;
            }
        }

        return best;
    }

    public int SentenceOf(int token) => syntax.Words.Tokens[token].Sentence;

    /// <summary>The mention that a token heads or stands for, or −1.</summary>
    public int Of(int token, int depth = 0)
    {
        if (token < 0)
        {
            return -1;
        }

        if (Mentions.AtHead(token) is { } own)
        {
            return own.Index;
        }

        if (depth > 3)
        {
            return -1;
        }

        var tree = syntax.Tree;
        if (Quantities.Contains(syntax.Lemma(token)) || syntax.Tags.Upos[token] is "NUM" or "DET" or "ADJ")
        {
            foreach (var child in tree.Children(token))
            {
                if (syntax.Is(child, "nmod") && syntax.HasMarker(child, "of"))
                {
                    return Of(child, depth + 1);
                }
            }
        }

        if (cover[token] >= 0 && this[cover[token]] is var around && (tree.IsInSubtree(around.Head, token) || tree.Head(token) == around.Head && tree.BaseRelation(token) is "flat" or "compound" or "appos"))
        {
            return around.Index;
        }

        foreach (var child in tree.Children(token))
        {
            if (tree.BaseRelation(child) is "flat" or "appos" && Mentions.AtHead(child) is { } named)
            {
                return named.Index;
            }
        }

        return -1;
    }

    /// <summary>True if one mention is a conjunct of the other, or both of a third.</summary>
    public bool AreCoordinated(int a, int b) => FirstConjunct(this[a].Head) == FirstConjunct(this[b].Head);

    private int FirstConjunct(int token)
    {
        while (syntax.Tree.Relation(token) == "conj")
        {
            token = syntax.Tree.Head(token);
        }

        return token;
    }

    /// <summary>Mentions of the token and of what is coordinated with it, into <paramref name="found"/>.</summary>
    public void Collect(int token, List<int> found)
    {
        Add(Of(token), found);
        foreach (var child in syntax.Tree.Children(token))
        {
            if (syntax.Tree.Relation(child) == "conj" && (syntax.IsNoun(child) || syntax.Tags.Upos[child] is "PRON" or "NUM" or "ADJ"))
            {
                Add(Of(child), found);
            }
        }
    }

    private static void Add(int mention, List<int> found)
    {
        if (mention >= 0 && !found.Contains(mention))
        {
            found.Add(mention);
        }
    }

    private int Length(int mention) => this[mention].End - this[mention].First;
}
