using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Resolving;

/// <summary>Turns joined mentions into entities: type, canonical name, aliases, quantity.</summary>
internal sealed class EntityMaker(SyntaxView view, MentionFacts[] facts, MentionLexicon lexicon)
{
    private const int LongestName = 12;

    /// <summary>The entity of these mentions, or null where nothing but pronouns refers to it.</summary>
    public ArticleEntity? Make(int index, IReadOnlyList<int> members)
    {
        if (members.All(m => facts[m].Kind == MentionKind.Pronoun))
        {
            return null;
        }

        var type = Type(members);
        var named = members.Any(m => facts[m].Kind == MentionKind.Name);
        var country = members.Select(m => facts[m].Country).FirstOrDefault(c => c is not null);
        var name = country is not null && type == EntityType.Country ? country : BestName(members, named);
        List<string> aliases = [];
        foreach (var member in members)
        {
            if (facts[member].Kind != MentionKind.Pronoun && Wording(facts[member]) is var wording && wording != name && !aliases.Contains(wording, StringComparer.Ordinal))
            {
                aliases.Add(wording);
            }
        }

        return new ArticleEntity
        {
            Index = index,
            Type = type,
            Subtype = Subtype(type, members),
            Name = name,
            Wikidata = country is not null && type == EntityType.Country ? lexicon.WikidataOf(country) : null,
            Aliases = aliases,
            Quantity = members.Select(m => facts[m].Mention.Quantity).FirstOrDefault(q => q is not null),
            IsUnnamed = !named,
            Mentions = [.. members],
        };
    }

    private EntityType Type(IReadOnlyList<int> members)
    {
        Span<double> votes = stackalloc double[8];
        foreach (var member in members)
        {
            var fact = facts[member];
            votes[(int)fact.Type] += fact.Kind switch { MentionKind.Name => 3, MentionKind.Nominal => 1, _ => 0.2 } * (0.5 + (0.5 * fact.Mention.Confidence));
        }

        var best = 0;
        for (var i = 1; i < votes.Length; i++)
        {
            best = votes[i] > votes[best] ? i : best;
        }

        return (EntityType)best;
    }

    /// <summary>The longest name proper; without names the fullest description of reasonable length.</summary>
    private string BestName(IReadOnlyList<int> members, bool named)
    {
        var best = "";
        foreach (var member in members)
        {
            var fact = facts[member];
            if (fact.Kind == MentionKind.Pronoun || (named && fact.Kind != MentionKind.Name) || fact.Mention.End - fact.Mention.First > LongestName)
            {
                continue;
            }

            var wording = Wording(fact);
            best = wording.Length > best.Length ? wording : best;
        }

        return best.Length > 0 ? best : Wording(facts[members.First(m => facts[m].Kind != MentionKind.Pronoun)]);
    }

    private string Wording(MentionFacts fact)
    {
        var mention = fact.Mention;
        return OneLine(mention.NameFirst >= 0 ? view.Text(mention.NameFirst, mention.NameEnd) : view.Text(mention.First, mention.End));
    }

    private static string OneLine(string text) => text.AsSpan().ContainsAny('\n', '\r') ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : text;

    private string? Subtype(EntityType type, IReadOnlyList<int> members)
    {
        if (type is not (EntityType.Organization or EntityType.Place))
        {
            return null;
        }

        foreach (var member in members)
        {
            var fact = facts[member];
            if (fact.Kind != MentionKind.Pronoun && lexicon.TypeOfNoun(fact.Lemma) == type)
            {
                return fact.Lemma;
            }
        }

        return null;
    }
}
