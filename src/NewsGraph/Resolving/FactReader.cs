using NewsGraph.Knowledge;
using NewsGraph.Resources;
using NewsGraph.Texts;

namespace NewsGraph.Resolving;

/// <summary>Reads <see cref="MentionFacts"/> off the analysed text.</summary>
internal sealed class FactReader(SyntaxView view, MentionLayer layer, MentionLexicon lexicon, CoreferenceWords words)
{
    private readonly bool[] quoted = Quotations.Find(view);

    public MentionFacts[] Read()
    {
        var facts = new MentionFacts[layer.Mentions.Count];
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = Read(layer.Mentions[i]);
        }

        foreach (var fact in facts)
        {
            FindCountryAndPossessor(fact, facts);
        }

        return facts;
    }

    private MentionFacts Read(EntityMention mention)
    {
        var head = mention.Head;
        var meant = Meant(head);
        var first = mention.First;
        var pronoun = mention.Kind == MentionKind.Pronoun ? PronounTable.Standard.Find(view.Lower(head)) : null;
        var name = Name(mention);
        List<string> offices = [];
        var former = false;
        HashSet<string> modifiers = new(StringComparer.Ordinal);
        for (var i = first; i < mention.End; i++)
        {
            former |= words.Is("former", view.Lower(i));
            var inName = i >= mention.NameFirst && i < mention.NameEnd;
            if (view.IsNoun(i) && !inName && lexicon.TypeOfNoun(view.Lemma(i)) is EntityType.Person && (i == head || mention.Kind == MentionKind.Name))
            {
                offices.Add(OfficePhrase(i, first));
            }

            if (i != meant && i != head && !inName && !(layer.AtHead(i) is { Type: EntityType.Country }) && view.Upos(i) is "NOUN" or "ADJ" or "PROPN" or "VERB" or "NUM")
            {
                modifiers.Add(view.Lemma(i));
            }
        }

        var determiner = view.Lower(first);
        var country = mention.NameFirst >= 0 && mention.Type == EntityType.Country
            ? Canonical(view.Text(mention.NameFirst, mention.NameEnd)) : null;
        var relation = view.Tree.Relation(head);
        return new MentionFacts
        {
            Mention = mention,
            Sentence = view.SentenceOf(head),
            Pronoun = pronoun,
            Lemma = meant == head && mention.Kind == MentionKind.Name ? view.Lower(mention.NameEnd - 1) : view.Lemma(meant),
            Number = Number(mention, meant, pronoun),
            Gender = pronoun?.Gender switch { "male" => Gender.Male, "female" => Gender.Female, _ => TitleGender(mention) },
            Country = country,
            Name = name,
            Modifiers = modifiers,
            IsDefinite = determiner is "the" or "this" or "that" or "these" or "those" || view.Tree.Child(head, "nmod:poss") >= 0,
            IsIndefinite = determiner is "a" or "an" or "another" or "some" or "one" || (mention.Quantity is not null && determiner is not ("the" or "these" or "those")),
            Offices = offices,
            IsFormer = former,
            IsRestricted = view.Tree.Child(head, "acl") >= 0 && !HasCommaBefore(view.Tree.Child(head, "acl")),
            IsQuoted = quoted[head],
            IsSubject = TreeLayer.Matches(relation, "nsubj"),
        };
    }

    /// <summary>A comma stands between the noun and its clause: the clause adds, it does not single out.</summary>
    private bool HasCommaBefore(int clause)
    {
        for (var i = clause - 1; i >= 0 && view.SentenceOf(i) == view.SentenceOf(clause) && !view.IsNoun(i); i--)
        {
            if (view.Word(i) == ",")
            {
                return true;
            }
        }

        return false;
    }

    private string? Canonical(string name) => lexicon.Country(name) ?? lexicon.CountryOfDemonym(name);

    private int Meant(int head)
    {
        if (!words.Is("collective", view.Lemma(head)) && !words.Is("collective", view.Lower(head)))
        {
            return head;
        }

        var of = view.Tree.Child(head, "nmod");
        return of >= 0 && view.CaseWord(of) == "of" ? of : head;
    }

    private string[] Name(EntityMention mention)
    {
        if (mention.NameFirst < 0)
        {
            return [];
        }

        List<string> parts = [];
        for (var i = mention.NameFirst; i < mention.NameEnd; i++)
        {
            var word = view.Lower(i);
            if (view.IsPunctuation(i) || word is "the" or "'s" or "’s")
            {
                continue;
            }

            parts.Add(Plain(word));
        }

        return [.. parts];
    }

    /// <summary>Without accents and dots.</summary>
    private static string Plain(string word)
    {
        var ascii = true;
        foreach (var c in word)
        {
            ascii &= c < 128 && c != '.';
        }

        if (ascii)
        {
            return word;
        }

        var text = new System.Text.StringBuilder(word.Length);
        foreach (var c in word.Normalize(System.Text.NormalizationForm.FormD))
        {
            if (c != '.' && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                text.Append(c switch { 'ł' => 'l', 'ø' => 'o', 'đ' => 'd', 'ı' => 'i', _ => c });
            }
        }

        return text.Length == 0 ? word : text.ToString();
    }

    /// <summary>The office noun with the nouns right before it that belong to it: "prime minister", "opposition leader".</summary>
    private string OfficePhrase(int noun, int first)
    {
        var from = noun;
        while (from > first && (view.Tree.Head(from - 1) == noun || view.Tree.Head(from - 1) == view.Tree.Head(noun)) && view.Tree.BaseRelation(from - 1) is "compound" or "amod"
            && Canonical(view.Word(from - 1)) is null && !words.Is("former", view.Lower(from - 1)) && !words.Is("present", view.Lower(from - 1)))
        {
            from--;
        }

        var text = view.Lemma(noun);
        for (var i = noun - 1; i >= from; i--)
        {
            text = view.Lower(i) + " " + text;
        }

        return text;
    }

    private GrammaticalNumber Number(EntityMention mention, int meant, Pronoun? pronoun)
    {
        if (pronoun is not null)
        {
            return pronoun.Number switch { "singular" => GrammaticalNumber.Singular, "plural" => GrammaticalNumber.Plural, _ => GrammaticalNumber.Unknown };
        }

        if (mention.Type == EntityType.Group)
        {
            return GrammaticalNumber.Plural;
        }

        return mention.Kind == MentionKind.Name || mention.Type is EntityType.Person or EntityType.Country ? GrammaticalNumber.Singular
            : view.IsPlural(meant) ? GrammaticalNumber.Plural : GrammaticalNumber.Singular;
    }

    private Gender TitleGender(EntityMention mention)
    {
        for (var i = mention.First; i < mention.End; i++)
        {
            if (i != mention.Head && view.Tree.Head(i) != mention.Head && i >= mention.NameFirst)
            {
                continue;
            }

            var word = view.Lower(i).TrimEnd('.');
            if (words.Is("male", word))
            {
                return Gender.Male;
            }

            if (words.Is("female", word))
            {
                return Gender.Female;
            }
        }

        return mention.Type == EntityType.Person && mention.NameEnd - mention.NameFirst > 1
            ? lexicon.GenderOf(view.Word(mention.NameFirst)) switch { NameGender.Male => Gender.Male, NameGender.Female => Gender.Female, _ => Gender.Unknown }
            : Gender.Unknown;
    }

    /// <summary>Nested mentions that tell whose the mention is.</summary>
    private void FindCountryAndPossessor(MentionFacts fact, MentionFacts[] facts)
    {
        if (fact.Kind == MentionKind.Pronoun)
        {
            return;
        }

        var mention = fact.Mention;
        for (var i = mention.First; i < mention.End; i++)
        {
            if (i == mention.Head || layer.AtHead(i) is not { } inner || inner.Span.Length >= mention.Span.Length)
            {
                continue;
            }

            if (inner.Type is EntityType.Organization or EntityType.Place or EntityType.Group && inner.Kind != MentionKind.Pronoun && i > mention.Head && fact.Complement < 0)
            {
                fact.Complement = inner.Index;
            }

            if (inner.Type == EntityType.Country && fact.CountryMention < 0)
            {
                fact.CountryMention = inner.Index;
            }

            if (view.Tree.Relation(i) == "nmod:poss" && view.Tree.Head(i) == mention.Head)
            {
                fact.Possessor = inner.Index;
                if (facts[inner.Index].Type == EntityType.Country || facts[inner.Index].Country is not null)
                {
                    fact.CountryMention = inner.Index;
                }
            }
        }
    }
}
