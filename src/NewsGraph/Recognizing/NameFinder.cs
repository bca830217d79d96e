using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Recognizing;

/// <summary>A name with what speaks for its type; tokens <c>[First, End)</c>.</summary>
/// <param name="Type">Null where only capitals say that it is a name.</param>
/// <param name="Country">Canonical name of the country that it names, or null.</param>
internal readonly record struct FoundName(int First, int End, NameType? Type, string? Country);

/// <summary>
/// The names of a document: those of the name layer, mended where hyphens cut them; names of countries and demonyms that the
/// lexicon knows, also inside longer names ("the [Fooish] Navy"); capitalized words that the name recognizer left out.
/// </summary>
internal sealed class NameFinder(SyntaxView view, MentionLexicon lexicon, MentionExtent extent)
{
    private const int LongestCountry = 5;
    private readonly List<FoundName> names = [];
    private readonly int[] nameOf = new int[view.Count];

    public List<FoundName> Find()
    {
        Array.Fill(nameOf, -1);
        foreach (var name in Mended(view.Doc.Get<NameLayer>().Names))
        {
            AddRecognized(name);
        }

        AddKnown();
        AddCapitalized();
        names.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        return names;
    }

    /// <summary>Joins runs that only a hyphen parts ("Jean-Luc" cut into two names).</summary>
    private List<NameSpan> Mended(IReadOnlyList<NameSpan> layer)
    {
        List<NameSpan> mended = [];
        foreach (var raw in layer)
        {
            var name = raw.Type == NameType.Person ? WholePerson(raw) : raw;
            while (name.First >= 2 && view.Lower(name.First - 1) == "-" && view.IsGlued(name.First) && view.IsGlued(name.First - 1)
                && view.IsCapitalized(name.First - 2) && view.IsCapitalized(name.First) && view.Lower(name.First - 2).Length > 1)
            {
                name = new NameSpan(name.First - 2, name.End, name.Type);
            }

            while (name.End + 1 < view.Count && view.Lower(name.End) == "-" && view.IsGlued(name.End) && view.IsGlued(name.End + 1)
                && view.IsCapitalized(name.End + 1) && view.Xpos(name.End + 1) is "NNP" or "NNPS")
            {
                name = new NameSpan(name.First, name.End + 2, name.Type);
            }

            if (mended.Count > 0 && (mended[^1].End > name.First || AreOnePerson(mended[^1], name)))
            {
                var last = mended[^1];
                mended[^1] = new NameSpan(Math.Min(last.First, name.First), Math.Max(last.End, name.End), name.End - name.First > last.End - last.First ? name.Type : last.Type);
            }
            else
            {
                mended.Add(name);
            }
        }

        return mended;
    }

    /// <summary>"Miss", "Gen.", "King": a form of address or an office that nobody is christened.</summary>
    private bool IsTitleWord(int token) =>
        (lexicon.IsHonorific(view.Lower(token)) || lexicon.TypeOfNoun(view.Lower(token)) is EntityType.Person) && lexicon.GenderOf(view.Word(token)) is null;

    /// <summary>Two runs side by side in one phrase: "Jean-Luc" and "Foo".</summary>
    private bool AreOnePerson(NameSpan left, NameSpan right) =>
        left.End == right.First && left.Type == NameType.Person && right.Type == NameType.Person
        && view.SentenceOf(left.First) == view.SentenceOf(right.First) && view.IsCapitalized(right.First);

    /// <summary>Proper nouns of the same flat name that were left out on either side ("Ban" of "Ban Ki-moon").</summary>
    private NameSpan WholePerson(NameSpan name)
    {
        var (first, end) = (name.First, name.End);
        while (first > 0 && IsFlatWith(first - 1, first) && lexicon.TypeOfNoun(view.Lower(first - 1)) is null && !lexicon.IsHonorific(view.Lower(first - 1)))
        {
            first--;
        }

        while (end < view.Count && IsFlatWith(end, end - 1))
        {
            end++;
        }

        return new NameSpan(first, end, name.Type);
    }

    private bool IsFlatWith(int outside, int inside)
    {
        if (view.Upos(outside) != "PROPN" || view.SentenceOf(outside) != view.SentenceOf(inside) || !view.IsCapitalized(outside))
        {
            return false;
        }

        var tree = view.Tree;
        return (tree.Relation(inside) == "flat" && (tree.Head(inside) == outside || (tree.Relation(outside) == "flat" && tree.Head(inside) == tree.Head(outside))))
            || (tree.Relation(outside) == "flat" && tree.Head(outside) == inside);
    }

    private void AddRecognized(NameSpan name)
    {
        var (first, end) = (name.First, name.End);
        while (first < end && (view.Lower(first) is "the" or "a" or "an" || view.IsPunctuation(first)))
        {
            first++;
        }

        while (end > first && (view.IsPunctuation(end - 1) && view.Word(end - 1) is not ("." or ")") || view.Lower(end - 1) is "'s" or "’s" or "'" or "’"))
        {
            end--;
        }

        while (name.Type == NameType.Person && first + 1 < end && IsTitleWord(first))
        {
            first++;
        }

        if (first == end || IsCalendar(first, end))
        {
            return;
        }

        if (name.Type == NameType.Person && IsTitleWord(first) && end == first + 1)
        {
            return;
        }

        var country = name.Type == NameType.Person ? null : CountryOf(first, end);
        if (name.Type != NameType.Person && first > 0 && view.SentenceOf(first - 1) == view.SentenceOf(first) && view.IsCapitalized(first - 1) && CountryOf(first - 1, end) is { } wider)
        {
            // "N. Korean" cut in the middle
            (first, country) = (first - 1, wider);
        }

        Add(new FoundName(first, end, name.Type, country));
        if (country is null && name.Type == NameType.Organization && end - first > 1 && Leading(first, end) is { } leading)
        {
            names.Add(new FoundName(first, first + leading.Length, leading.Name is null ? NameType.Organization : NameType.Location, leading.Name));
        }
    }

    /// <summary>A demonym, country or known body in front of an organization's own name: "[US] State Department", "[United Nations] Food Agency".</summary>
    private (string? Name, int Length)? Leading(int first, int end)
    {
        for (var length = Math.Min(LongestCountry, end - first - 1); length > 0; length--)
        {
            if (length > 1 && length < end - first - 1 && lexicon.Organization(view.Text(first, first + length)) is not null && lexicon.Organization(view.Text(first, end)) is null)
            {
                return (null, length);
            }

            if (CountryOf(first, first + length) is { } country)
            {
                return (country, length);
            }
        }

        return null;
    }

    /// <summary>The country that these tokens name, by name or adjective.</summary>
    private string? CountryOf(int first, int end)
    {
        var text = view.Text(first, end);
        return lexicon.Country(text) ?? lexicon.CountryOfDemonym(text);
    }

    /// <summary>Countries, their adjectives and well-known bodies that the recognizer left out.</summary>
    private void AddKnown()
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (nameOf[i] >= 0 || !view.IsCapitalized(i))
            {
                continue;
            }

            var sentenceEnd = view.Tokens.SentenceOf(i).End;
            for (var length = Math.Min(LongestCountry, sentenceEnd - i); length > 0; length--)
            {
                if (nameOf[i + length - 1] >= 0)
                {
                    continue;
                }

                if ((length > 1 || (view.Upos(i) is "PROPN" or "ADJ" or "NOUN" && !view.IsPlural(i))) && CountryOf(i, i + length) is { } country)
                {
                    Add(new FoundName(i, i + length, NameType.Location, country));
                    break;
                }

                if (length > 1 && lexicon.Organization(view.Text(i, i + length)) is not null)
                {
                    Add(new FoundName(i, i + length, NameType.Organization, null));
                    break;
                }
            }
        }
    }

    /// <summary>Runs of proper nouns that no one has taken.</summary>
    private void AddCapitalized()
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (!IsFreeProperNoun(i))
            {
                continue;
            }

            var end = i + 1;
            while (end < view.Count && view.SentenceOf(end) == view.SentenceOf(i) && (IsFreeProperNoun(end) || (view.Lower(end) is "-" && end + 1 < view.Count && view.IsGlued(end) && IsFreeProperNoun(end + 1))))
            {
                end++;
            }

            if (!IsCalendar(i, end) && !IsTitle(i, end))
            {
                var text = view.Text(i, end);
                Add(new FoundName(i, end, lexicon.Organization(text) is not null ? NameType.Organization : lexicon.Place(text) is not null ? NameType.Location : null, null));
            }

            i = end - 1;
        }
    }

    private bool IsFreeProperNoun(int token) =>
        nameOf[token] < 0 && view.Upos(token) == "PROPN" && char.IsLetter(view.Word(token)[0]) && view.IsCapitalized(token);

    /// <summary>All words are titles or common nouns of persons ("President", "Prime Minister"): a nominal, not a name.</summary>
    private bool IsTitle(int first, int end)
    {
        var last = view.Lower(end - 1);
        return lexicon.TypeOfNoun(last) is not null || (last.EndsWith('s') && lexicon.TypeOfNoun(last[..^1]) is not null) || IsNextToName(end);
    }

    /// <summary>"Gen. Foo": the words in front of a recognized person are a title.</summary>
    private bool IsNextToName(int end) => end < view.Count && nameOf[end] >= 0 && names[nameOf[end]].Type == NameType.Person && names[nameOf[end]].First == end;

    /// <summary>Nothing but a time expression: "Monday", "May 2014".</summary>
    private bool IsCalendar(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!extent.IsTime(i) && view.Upos(i) != "NUM" && !view.IsPunctuation(i))
            {
                return false;
            }
        }

        return true;
    }

    private void Add(FoundName name)
    {
        for (var i = name.First; i < name.End; i++)
        {
            nameOf[i] = names.Count;
        }

        names.Add(name);
    }
}
