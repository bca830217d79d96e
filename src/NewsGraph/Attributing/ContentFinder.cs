using NewsGraph.Texts;

namespace NewsGraph.Attributing;

/// <summary>What is reported, as runs of characters.</summary>
/// <param name="Spans">In text order, at least one.</param>
/// <param name="Direct">It begins inside quotation marks.</param>
/// <param name="Frame">How it hangs on its cue: <c>that</c>, <c>quote</c>, <c>to</c>, <c>object</c>, a preposition.</param>
internal sealed record Content(IReadOnlyList<TextSpan> Spans, bool Direct, string Frame, IReadOnlyList<int> Quotations);

/// <summary>Finds what a reporting word reports: clauses below it, the clause it interrupts, quotations at its side.</summary>
internal sealed class ContentFinder(Doc doc, Quotations quotations, SpeakerFinder speakers)
{
    private readonly TokenLayer tokens = doc.Get<TokenLayer>();
    private readonly TagLayer tags = doc.Get<TagLayer>();
    private readonly TreeLayer tree = doc.Get<TreeLayer>();

    /// <summary>All contents of a verb, best evidence first; empty where it reports nothing.</summary>
    public List<Content> OfVerb(int verb, Cue cue)
    {
        List<Content> found = [];
        foreach (var child in tree.Children(verb))
        {
            if (FrameOf(verb, child, cue) is { } frame)
            {
                Add(found, verb, child, frame);
            }

            if (tree.BaseRelation(child) is "obj" or "obl")
            {
                AddBelowAddressee(found, verb, child, cue);
            }
        }

        // "called on both sides to talk": what they are called on to do, not who.
        if (found.Exists(c => c.Frame is "to" or "of"))
        {
            found.RemoveAll(c => c.Frame is "on" or "upon" or "object");
        }

        if (cue.Takes("quote") && quotations.At(verb) < 0)
        {
            AddQuotations(found, verb);
        }

        if (found.Count == 0 && (cue.Takes("that") || cue.Takes("quote")) && Interrupted(verb) is var clause && clause >= 0)
        {
            Add(found, verb, clause, "that");
        }

        if (found.Count == 0 && cue.Takes("that"))
        {
            AddBySurface(found, verb);
        }

        return found;
    }

    /// <summary>
    /// Where the tree shows no content: from a "that" close after the verb to the end of the sentence or the next reporting participle;
    /// or, for a verb near the end after a comma, the sentence before it.
    /// </summary>
    private void AddBySurface(List<Content> found, int verb)
    {
        var sentence = tokens.SentenceOf(verb);
        for (var i = verb + 1; i < sentence.End - 1 && i <= verb + 8; i++)
        {
            if (tags.Lemmas[i] == "that" && tags.Xpos[i] == "IN")
            {
                AddRange(found, i, EndOfReport(i, sentence));
                return;
            }

            if (tags.Upos[i] is "VERB" || tokens.Word(i) is ";" or ":")
            {
                break;
            }
        }

        // "…, reported the Press Association." and "…, officials said on Saturday."
        for (var i = verb - 1; i > sentence.First + 3 && i >= verb - 8 && sentence.End - verb <= (i == verb - 1 ? 14 : 6); i--)
        {
            if (tokens.Word(i) == ",")
            {
                AddRange(found, sentence.First, i);
                return;
            }
        }

        // "Minister says talks failed": the rest, where a clause with a verb follows at once.
        if (tags.Xpos[verb] is "VBD" or "VBZ" or "VBP" && verb + 3 < sentence.End && tags.Upos[verb + 1] is "NOUN" or "PROPN" or "PRON" or "DET" or "ADJ" or "NUM")
        {
            var end = EndOfReport(verb + 1, sentence);
            for (var i = verb + 2; i < end; i++)
            {
                if (tags.Xpos[i] is "VBD" or "VBZ" or "VBP" or "MD")
                {
                    AddRange(found, verb + 1, end);
                    return;
                }
            }
        }
    }

    /// <summary>The sentence around "according to X" where the phrase stands at its beginning or end; else null.</summary>
    public Content? AroundPhrase(int according, int speaker)
    {
        var sentence = tokens.SentenceOf(according);
        List<Content> found = [];
        if (according - sentence.First <= 1)
        {
            for (var i = speaker + 1; i < sentence.End - 3; i++)
            {
                if (tokens.Word(i) == ",")
                {
                    AddRange(found, i + 1, EndOfReport(i + 1, sentence));
                    break;
                }
            }
        }
        else if (tokens.Word(according - 1) == "," && sentence.End - speaker <= 4)
        {
            AddRange(found, sentence.First, according - 1);
        }

        if (found.Count == 0)
        {
            return null;
        }

        List<int> inside = [];
        for (var i = quotations.FirstEndingAfter(sentence.First); i < quotations.All.Count && quotations.All[i].First < sentence.End; i++)
        {
            var span = tokens.SpanOf(quotations.All[i].First, quotations.All[i].End);
            if (found[0].Spans[0].Contains(span))
            {
                inside.Add(i);
            }
        }

        return found[0] with { Quotations = inside };
    }

    private int EndOfReport(int start, Sentence sentence)
    {
        for (var i = start + 1; i < sentence.End; i++)
        {
            if (tokens.Word(i) == "," && i + 1 < sentence.End && tags.Xpos[i + 1] == "VBG" && CueLexicon.Shared.At(tags, i + 1) is not null)
            {
                return i;
            }
        }

        return tags.Upos[sentence.End - 1] == "PUNCT" && quotations.At(sentence.End - 1) < 0 ? sentence.End - 1 : sentence.End;
    }

    private void AddRange(List<Content> found, int first, int end)
    {
        if (end > first)
        {
            found.Add(new Content([tokens.SpanOf(first, end)], quotations.At(first) >= 0, "surface", []));
        }
    }

    /// <summary>The clause that holds "according to X", without the phrase.</summary>
    public Content? OfClause(int head, int without)
    {
        List<Content> found = [];
        Add(found, without, head, "that");
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>What hangs on the head word that the model gives, on its side of the cue; the quotation around it where there is one.</summary>
    public Content? OfLearnt(LearntCue cue)
    {
        if (quotations.At(cue.Content) is var q && q >= 0 && q != quotations.At(cue.Token) && cue.Kind == Knowledge.SpeechKind.Direct)
        {
            return new Content([tokens.SpanOf(quotations.All[q].First, quotations.All[q].End)], Direct: true, "quote", [q]);
        }

        var top = cue.Content;
        List<Content> found = [];
        Add(found, cue.Token, top, "head");
        return found.Count == 0 ? null : found[0] with { Direct = found[0].Direct || (cue.Kind == Knowledge.SpeechKind.Direct && found[0].Quotations.Count > 0) };
    }

    /// <summary>Contents of a noun: "claim that …", "accusations of …".</summary>
    public List<Content> OfNoun(int noun, Cue cue)
    {
        List<Content> found = [];
        foreach (var child in tree.Children(noun))
        {
            var relation = tree.BaseRelation(child);
            if ((cue.Takes("that") && relation is "acl" or "ccomp" && tree.Relation(child) != "acl:relcl" && HasMark(child, "that"))
                || (cue.Takes("to") && relation == "acl" && HasMark(child, "to"))
                || (relation == "nmod" && child > noun && speakers.Case(child) is "of" or "for" && cue.Takes(speakers.Case(child))))
            {
                Add(found, noun, child, relation == "nmod" ? speakers.Case(child) : "that");
            }
        }

        return found;
    }

    /// <summary>"accused them of lying", "called on them to leave" where the parser hangs the clause on the one addressed.</summary>
    private void AddBelowAddressee(List<Content> found, int verb, int addressee, Cue cue)
    {
        foreach (var child in tree.Children(addressee))
        {
            if (tree.BaseRelation(child) != "acl" || tree.Relation(child) == "acl:relcl")
            {
                continue;
            }

            if (HasMark(child, "to") && (cue.Takes("to") || cue.Takes("on")))
            {
                Add(found, verb, child, "to");
            }
            else if (HasMark(child, "of") && cue.Takes("of"))
            {
                Add(found, verb, child, "of");
            }
        }
    }

    private string? FrameOf(int verb, int child, Cue cue)
    {
        switch (tree.BaseRelation(child))
        {
            case "ccomp" or "xcomp" when tree.Child(child, "mark") is var preposition && preposition >= 0 && tags.Lemmas[preposition] is "of" or "for" or "as" && cue.Takes(tags.Lemmas[preposition]):
                return tags.Lemmas[preposition];
            case "ccomp":
                return HasMark(child, "whether") || HasMark(child, "if") || tags.Xpos[child].StartsWith('W') ? (cue.Takes("whether") || cue.Takes("that") ? "whether" : null)
                    : cue.Takes("that") || cue.Takes("out") ? "that" : cue.Takes("quote") && quotations.At(child) >= 0 ? "quote" : cue.Takes("to") && HasMark(child, "to") ? "to" : null;
            case "xcomp":
                return cue.Takes("to") && HasMark(child, "to") ? "to" : cue.Takes("as") || (cue.Lemma is "label" or "term" or "brand" or "call" && tags.Upos[child] != "VERB") ? "as" : null;
            case "obj":
                return cue.Takes("object") && !IsSpeaker(verb, child) ? "object" : null;
            case "obl" or "advcl":
                var mark = speakers.Case(child);
                mark = mark.Length > 0 ? mark : tree.Child(child, "mark") is var m && m >= 0 ? tags.Lemmas[m] : "";
                if (mark == "to" && tree.BaseRelation(child) == "advcl")
                {
                    return cue.Takes("to") || cue.Takes("on") ? "to" : null;
                }

                return mark.Length > 1 && mark is not ("to" or "that") && cue.Takes(mark == "upon" ? "on" : mark) ? mark : null;
            default:
                return null;
        }
    }

    private bool IsSpeaker(int verb, int child) => tree.Child(verb, "nsubj") < 0 && tree.BaseRelation(verb) == "parataxis" && child > verb;

    private bool HasMark(int clause, string word)
    {
        foreach (var child in tree.Children(clause))
        {
            if (child < clause && tree.BaseRelation(child) is "mark" or "aux" && tags.Lemmas[child] == word)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The clause that "…, he said, …" is put into, or −1.</summary>
    private int Interrupted(int verb)
    {
        if (tree.BaseRelation(verb) != "parataxis")
        {
            return -1;
        }

        var head = tree.Head(verb);
        for (var i = verb - 1; i > head && head >= 0; i--)
        {
            // "Crisis: minister says …" is followed by what he says.
            if (tokens.Word(i) == ":")
            {
                return -1;
            }
        }

        return head >= 0 && (head < verb || verb - tokens.SentenceOf(verb).First < 4) ? head : -1;
    }

    /// <summary>Quotations of the verb's sentence that hang on it, or stand at its clause's side with no reporting verb nearer.</summary>
    private void AddQuotations(List<Content> found, int verb)
    {
        var sentence = tokens.SentenceOf(verb);
        for (var i = quotations.FirstEndingAfter(sentence.First); i < quotations.All.Count && quotations.All[i].First < sentence.End; i++)
        {
            var quotation = quotations.All[i];
            if (found.Exists(c => c.Quotations.Contains(i)))
            {
                continue;
            }

            if (!HangsOn(verb, quotation, sentence))
            {
                continue;
            }

            found.Add(new Content([tokens.SpanOf(quotation.First, quotation.End)], Direct: true, "quote", [i]));
        }
    }

    private bool HangsOn(int verb, Quotation quotation, Sentence sentence)
    {
        var first = Math.Max(quotation.First, sentence.First);
        var end = Math.Min(quotation.End, sentence.End);
        var top = Top(first, end);
        if (top < 0)
        {
            // Only its closing mark stands in this sentence: "… why now?" said the clerk.
            return quotation.First < sentence.First && verb - end <= 1;
        }

        var head = tree.Head(top);
        if (head == verb && tree.BaseRelation(top) is "ccomp" or "parataxis" or "obj" or "xcomp" or "dep" or "conj" or "advcl" or "discourse")
        {
            return true;
        }

        // The verb hangs on the quotation, or both on the same word.
        var above = tree.Head(verb);
        if (above >= first && above < end && tree.BaseRelation(verb) is "parataxis" or "ccomp" or "conj" or "dep" or "appos" or "advcl" or "acl")
        {
            return true;
        }

        // Side by side: the mark touches the clause, and no other reporting verb lies between.
        if (end - first < 5 && !(end == verb || first == verb + 1) || (tags.Xpos[verb] == "VBG" && end <= verb))
        {
            return false;
        }

        var touches = end <= verb
            ? end == verb || verb - end <= 12 && tokens.Word(end - 2) is "," or "." or "!" or "?" or "…" or "..." | tokens.Word(Math.Min(end, sentence.End - 1)) is ","
            : first - verb <= 14 && tokens.Word(first - 1) is "," or ":" or ";" or "that" or "as";
        if (!touches)
        {
            return false;
        }

        var (from, to) = end <= verb ? (end, verb) : (verb + 1, first);
        for (var i = from; i < to; i++)
        {
            if (CueLexicon.Shared.At(tags, i) is { IsNoun: false })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The token of the range whose governor lies outside it.</summary>
    private int Top(int first, int end)
    {
        var top = -1;
        for (var i = first; i < end; i++)
        {
            var head = tree.Head(i);
            if ((head < first || head >= end) && tags.Upos[i] != "PUNCT" && (top < 0 || tags.Upos[i] is "VERB" or "AUX" && tags.Upos[top] is not ("VERB" or "AUX")))
            {
                top = i;
            }
        }

        return top;
    }

    /// <summary>Adds the subtree of a head without the cue's own words.</summary>
    private void Add(List<Content> found, int cue, int head, string frame)
    {
        var inside = tree.IsInSubtree(cue, head);
        List<TextSpan> spans = [];
        List<int> quoted = [];
        var run = -1;
        var last = -1;
        var direct = false;
        var any = false;
        foreach (var token in tree.Subtree(head))
        {
            if (inside && tree.IsInSubtree(token, cue))
            {
                continue;
            }

            if (run >= 0 && token > last + 1)
            {
                Close();
            }

            if (run < 0)
            {
                if (tags.Upos[token] == "PUNCT" && quotations.At(token) < 0)
                {
                    continue;
                }

                run = token;
            }

            if (!any && tags.Upos[token] != "PUNCT" && tree.BaseRelation(token) is not ("mark" or "case"))
            {
                any = true;
                // A quoted first word alone ("that "extremists" were paid") makes no quotation.
                direct = quotations.At(token) is var opening && opening >= 0 && quotations.At(cue) != opening && (quotations.At(head) == opening || quotations.All[opening].End - token > 4);
            }

            if (quotations.At(token) is var quotation && quotation >= 0 && quotations.At(cue) != quotation && !quoted.Contains(quotation))
            {
                quoted.Add(quotation);
            }

            last = token;
        }

        if (run >= 0)
        {
            Close();
        }

        if (spans.Count == 0)
        {
            return;
        }

        if (direct)
        {
            // A quotation is reported whole, over its sentences.
            foreach (var i in quoted)
            {
                spans.Add(tokens.SpanOf(quotations.All[i].First, quotations.All[i].End));
            }

            Merge(spans);
        }

        found.Add(new Content(spans, direct, frame, quoted));

        void Close()
        {
            var end = last + 1;
            while (end > run + 1 && tags.Upos[end - 1] == "PUNCT" && quotations.At(end - 1) < 0)
            {
                end--;
            }

            spans.Add(tokens.SpanOf(run, end));
            run = -1;
        }
    }

    /// <summary>Quoted words inside an indirect content: reported in the speaker's own words.</summary>
    public List<Content> QuotedParts(Content content)
    {
        List<Content> parts = [];
        if (content.Direct)
        {
            return parts;
        }

        foreach (var i in content.Quotations)
        {
            var quotation = quotations.All[i];
            if (quotation.End - quotation.First >= 4)
            {
                parts.Add(new Content([tokens.SpanOf(quotation.First, quotation.End)], Direct: true, "part", [i]));
            }
        }

        return parts;
    }

    /// <summary>Sorts spans and joins those that overlap.</summary>
    private static void Merge(List<TextSpan> spans)
    {
        spans.Sort();
        for (var i = spans.Count - 1; i > 0; i--)
        {
            if (spans[i - 1].Overlaps(spans[i]))
            {
                spans[i - 1] = spans[i - 1].Union(spans[i]);
                spans.RemoveAt(i);
            }
        }
    }
}
