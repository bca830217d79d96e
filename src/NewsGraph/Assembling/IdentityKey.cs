using System.Globalization;
using System.Text;
using NewsGraph.Knowledge;
using NewsGraph.Resources;

namespace NewsGraph.Assembling;

/// <summary>
/// When entities of two articles are one. Conservative: a split entity is repaired by a look at the graph,
/// a merged one makes false statements.
/// </summary>
internal static class IdentityKey
{
    private static readonly Lazy<HashSet<string>> Generic =
        new(() => [.. ResourceFiles.ReadLines("lexicons/generic-institutions.txt")]);

    /// <summary>
    /// The key under which the entity's name is known across articles, or null where the name alone proves nothing:
    /// unnamed ones, persons by one name only ("Smith"), things, and institutions that every country has one of
    /// ("Supreme Court") unless <paramref name="country"/> says whose.
    /// </summary>
    /// <param name="entity">An entity of one article.</param>
    /// <param name="country">Key of the country that the article makes it a part of, or null.</param>
    public static string? Of(ArticleEntity entity, string? country)
    {
        if (entity.IsUnnamed || entity.Quantity is not null)
        {
            return null;
        }

        var name = Normalize(entity.Name);
        if (name.Length == 0)
        {
            return null;
        }

        var owner = string.Empty;
        switch (entity.Type)
        {
            case EntityType.Thing:
            case EntityType.Person when !name.Contains(' ', StringComparison.Ordinal):
                return null;
            case EntityType.Country:
            case EntityType.Place:
                break;
            default:
                if (IsGeneric(name))
                {
                    if (country is null)
                    {
                        return null;
                    }

                    owner = country + "/";
                }

                break;
        }

        return $"{entity.Type}:{owner}{name}";
    }

    /// <summary>True if every word of the name is one that institutions of all countries share.</summary>
    public static bool IsGeneric(string normalizedName)
    {
        foreach (var word in normalizedName.Split(' '))
        {
            if (!Generic.Value.Contains(word))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Lower case, single spaces, straight apostrophes and hyphens, no leading article.</summary>
    public static string Normalize(string name)
    {
        var normal = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            var mapped = c switch
            {
                '’' or '‘' or 'ʼ' or '`' => '\'',
                '–' or '‑' or '‐' => '-',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => char.ToLower(c, CultureInfo.InvariantCulture),
            };
            if (mapped != ' ' || normal.Length > 0 && normal[^1] != ' ')
            {
                normal.Append(mapped);
            }
        }

        var text = normal.ToString().TrimEnd();
        return text.StartsWith("the ", StringComparison.Ordinal) ? text[4..] : text;
    }
}
