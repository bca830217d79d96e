using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Resolving;

/// <summary>
/// Joins names: equal ones, countries with their demonyms, parts of a person's name, acronyms, shortened organizations.
/// Two different full names of persons are never joined.
/// </summary>
internal sealed class NameRules(SyntaxView view, MentionFacts[] facts, Clusters clusters, MentionLexicon lexicon)
{
    private readonly Dictionary<string, int> countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byWord = new(StringComparer.Ordinal);

    public void Join()
    {
        List<MentionFacts> names = [.. facts.Where(f => f.Kind == MentionKind.Name && f.Name.Length > 0)];
        foreach (var name in names)
        {
            if (name.Country is { } country)
            {
                JoinKey(countries, country, name, "rule:country");
            }
            else
            {
                JoinKey(exact, Key(name), name, "rule:same-name");
            }
        }

        JoinCompassCountries();
        JoinCapitals(names);

        // longer names first, so that a part finds the whole wherever it stands
        foreach (var name in names.Where(n => n.Country is null))
        {
            foreach (var word in name.Name)
            {
                if (!byWord.TryGetValue(word, out var list))
                {
                    byWord.Add(word, list = []);
                }

                if (list.Count == 0 || !clusters.IsJoined(list[^1], name.Index))
                {
                    list.Add(name.Index);
                }
            }
        }

        foreach (var name in names.Where(n => n.Country is null))
        {
            JoinBracketed(name);
            JoinPart(name);
        }

        JoinAcronyms([.. names.Where(n => n.Country is null)]);
        JoinSpellings(names);
    }

    /// <summary>"Montoya" and "Montaya": a misspelling or another transliteration.</summary>
    private void JoinSpellings(List<MentionFacts> names)
    {
        Dictionary<string, List<MentionFacts>> byStart = new(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var word = name.Name[^1];
            if (word.Length < 5)
            {
                continue;
            }

            var start = word[..2];
            if (!byStart.TryGetValue(start, out var list))
            {
                byStart.Add(start, list = []);
            }

            foreach (var other in list)
            {
                var agree = (name.Type == other.Type || name.Country is not null || other.Country is not null)
                    && (AreSpellings(name.Name, other.Name) || (name.Type == EntityType.Person && other.Type == EntityType.Person
                        && (name.Name.Length == 1 || other.Name.Length == 1) && IsOneLetterOff(word, other.Name[^1])));
                if (agree && !clusters.IsJoined(name.Index, other.Index) && (name.Country is null || other.Country is null))
                {
                    clusters.TryJoin(other.Index, name.Index, "rule:spelling");
                    break;
                }
            }

            if (list.Count < 40 && !list.Exists(o => clusters.IsJoined(o.Index, name.Index)))
            {
                list.Add(name);
            }
        }
    }

    private string Key(MentionFacts fact)
    {
        if (fact.Type == EntityType.Person)
        {
            return "P:" + string.Concat(fact.Name);
        }

        var text = view.Text(fact.Mention.NameFirst, fact.Mention.NameEnd);
        return ":" + (lexicon.Organization(text)?.ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal) ?? string.Concat(fact.Name));
    }

    /// <summary>"the North" where the article speaks of North Fooland.</summary>
    private void JoinCompassCountries()
    {
        foreach (var fact in facts)
        {
            if (fact.Country is null && fact.Kind != MentionKind.Pronoun && view.Lower(fact.Mention.Head) is ("north" or "south" or "east" or "west") and var side && view.IsCapitalized(fact.Mention.Head)
                && fact.Mention.End == fact.Mention.Head + 1)
            {
                foreach (var (country, mention) in countries)
                {
                    if (country.StartsWith(side, StringComparison.OrdinalIgnoreCase) && country.Length > side.Length && country[side.Length] == ' ')
                    {
                        clusters.Join(mention, fact.Index, "rule:compass-country");
                    }
                }
            }
        }
    }

    /// <summary>"Foopolis said …": a capital that acts, and that the article never speaks of as a place, is its country's government.</summary>
    private void JoinCapitals(List<MentionFacts> names)
    {
        foreach (var group in names.Where(n => n.Type == EntityType.Place && n.Country is null).GroupBy(n => string.Join(' ', n.Name), StringComparer.Ordinal))
        {
            var first = group.First();
            if (lexicon.CountryOfCapital(view.Text(first.Mention.NameFirst, first.Mention.NameEnd)) is { } country && countries.TryGetValue(country, out var mention)
                && group.Any(n => view.Tree.BaseRelation(n.Mention.Head) is "nsubj" || view.Tree.Relation(n.Mention.Head) == "nmod:poss")
                && group.All(n => view.CaseWord(n.Mention.Head) is "" or "'s" or "’s" or "between" or "with" or "by" or "against"))
            {
                clusters.Join(mention, first.Index, "rule:capital-for-country");
            }
        }
    }

    private void JoinKey(Dictionary<string, int> index, string key, MentionFacts name, string reason)
    {
        if (!index.TryAdd(key, name.Index))
        {
            clusters.Join(index[key], name.Index, reason);
        }
    }

    /// <summary>"Forum of Foo (FOF)": what stands in the brackets is the same.</summary>
    private void JoinBracketed(MentionFacts name)
    {
        var open = name.Mention.NameFirst - 1;
        if (open < 1 || view.Word(open) != "(" || name.Name.Length > 2)
        {
            return;
        }

        for (var i = name.Index - 1; i >= 0 && i >= name.Index - 4; i--)
        {
            var other = facts[i];
            if (other.Mention.End <= open && other.Mention.End >= open - 1 && other.Kind != MentionKind.Pronoun && other.Country is null && IsAcronym(name.Name, other, 2))
            {
                clusters.TryJoin(i, name.Index, "rule:bracketed-acronym");
                return;
            }
        }
    }

    private void JoinPart(MentionFacts name)
    {
        MentionFacts? best = null;
        foreach (var word in name.Name)
        {
            foreach (var index in byWord[word])
            {
                var whole = facts[index];
                if (whole.Name.Length < name.Name.Length || clusters.IsJoined(index, name.Index) || !IsPartOf(name, whole))
                {
                    continue;
                }

                if (best is null || Distance(name, whole) < Distance(name, best))
                {
                    best = whole;
                }
            }
        }

        if (best is not null)
        {
            clusters.TryJoin(best.Index, name.Index, "rule:part-of-name");
        }
    }

    /// <summary>Earlier names are nearer than later ones; the nearest whole takes the part.</summary>
    private static int Distance(MentionFacts part, MentionFacts whole) =>
        whole.Index < part.Index ? part.Index - whole.Index : 1000 + whole.Index - part.Index;

    private static bool IsPartOf(MentionFacts part, MentionFacts whole)
    {
        if (part.Type == EntityType.Person || whole.Type == EntityType.Person)
        {
            return part.Type == whole.Type && IsPartOfPerson(part.Name, whole.Name);
        }

        if (part.Type != whole.Type && !(part.Type is EntityType.Organization or EntityType.Group && whole.Type is EntityType.Organization or EntityType.Group))
        {
            return false;
        }

        var (a, b) = (part.Name, whole.Name);
        if (a.Length == b.Length)
        {
            return false;
        }

        return part.Type switch
        {
            EntityType.Place => a[0] == b[0] && b.Length <= a.Length + 1 && IsPrefix(a, b),
            _ => IsSuffix(a, b) || (IsPrefix(a, b) && (a.Length > 1 || a[0].Length > 3)),
        };
    }

    /// <summary>Family name, or given name, or both without what stands between ("John Foo" of "John R. Foo").</summary>
    public static bool IsPartOfPerson(string[] part, string[] whole)
    {
        if (part.Length == 1)
        {
            return whole.Length > 1 && (part[0] == whole[^1] || (part[0] == whole[0] && part[0].Length > 2));
        }

        if (part[^1] != whole[^1])
        {
            return IsPrefix(part, whole);
        }

        var at = 0;
        foreach (var word in part)
        {
            while (at < whole.Length && !SameGiven(word, whole[at]))
            {
                at++;
            }

            if (at++ >= whole.Length)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Equal, or the initial of the other.</summary>
    private static bool SameGiven(string a, string b) => a == b || (Math.Min(a.Length, b.Length) == 1 && a[0] == b[0]);

    /// <summary>The same name in two spellings: word for word equal but for one letter, or for endings in a long word.</summary>
    public static bool AreSpellings(string[] a, string[] b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        var differ = 0;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                if (!IsOneLetterOff(a[i], b[i]))
                {
                    return false;
                }

                differ++;
            }
        }

        return differ <= 2;
    }

    /// <summary>One letter changed, missing, added or swapped with its neighbour in a word of five letters or more that begins alike.</summary>
    private static bool IsOneLetterOff(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < 5 || Math.Abs(a.Length - b.Length) > 1 || a[0] != b[0])
        {
            return false;
        }

        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }

        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        var middle = Math.Max(a.Length, b.Length) - start - end;
        return middle <= 1 || (middle == 2 && a.Length == b.Length && a[start] == b[start + 1] && a[start + 1] == b[start]);
    }

    private static bool IsPrefix(string[] a, string[] b) => a.Length <= b.Length && a.AsSpan().SequenceEqual(b.AsSpan(0, a.Length));

    private static bool IsSuffix(string[] a, string[] b) => a.Length <= b.Length && a.AsSpan().SequenceEqual(b.AsSpan(b.Length - a.Length));

    private void JoinAcronyms(List<MentionFacts> names)
    {
        Dictionary<string, int> byInitials = new(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name.Name.Length > 1 && name.Type != EntityType.Person)
            {
                byInitials.TryAdd(Initials(name.Name, true), name.Index);
                byInitials.TryAdd(Initials(name.Name, false), name.Index);
            }
        }

        foreach (var name in names)
        {
            if (name.Name.Length == 1 && name.Name[0].Length > 1 && IsUpper(name) && byInitials.TryGetValue(name.Name[0], out var whole))
            {
                clusters.TryJoin(whole, name.Index, "rule:acronym");
            }
        }
    }

    private bool IsUpper(MentionFacts name)
    {
        var word = view.Word(name.Mention.NameFirst);
        return word.Length > 1 && word.All(c => !char.IsLower(c));
    }

    private static string Initials(string[] name, bool withSmallWords)
    {
        Span<char> letters = stackalloc char[name.Length];
        var n = 0;
        foreach (var word in name)
        {
            if (withSmallWords || word is not ("of" or "the" or "and" or "for" or "in" or "on" or "to" or "de" or "la"))
            {
                letters[n++] = word[0];
            }
        }

        return new string(letters[..n]);
    }

    /// <summary>The letters occur in order as initials of the description, at most <paramref name="missing"/> without.</summary>
    private bool IsAcronym(string[] acronym, MentionFacts whole, int missing)
    {
        var letters = string.Concat(acronym);
        if (letters.Length is < 2 or > 8)
        {
            return false;
        }

        var at = 0;
        for (var i = whole.Mention.First; i < whole.Mention.End && at < letters.Length; i++)
        {
            if (view.Lower(i)[0] == letters[at])
            {
                at++;
            }
        }

        return letters.Length - at <= Math.Min(missing, letters.Length / 3);
    }
}
