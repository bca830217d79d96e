using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Attributing;

/// <summary>Reads the statements of one document.</summary>
internal sealed class StatementReader
{
    /// <summary>Probability from which the model's cue counts without a rule.</summary>
    private const double LeastCue = 0.5;

    /// <summary>Below this probability of a cue, verbs that need no clause ("called for", "condemned") are not reported speech.</summary>
    private const double LeastOfWeak = 0.1;

    /// <summary>From this probability the model's speaker is preferred to the one that the rules find.</summary>
    private const double SureSource = 0.8;

    private readonly Doc doc;
    private readonly TokenLayer tokens;
    private readonly TagLayer tags;
    private readonly TreeLayer tree;
    private readonly Quotations quotations;
    private readonly SpeakerFinder speakers;
    private readonly ContentFinder contents;
    private readonly CueTimes times;
    private readonly LearntCues learnt;
    private readonly List<Statement> found = [];
    private readonly HashSet<int> attached = [];
    private SortedDictionary<int, List<Statement>>? byCue;
    private int[] cueTokens = [];
    private int lastCue = -1;
    private int lastSpeaker = -1;

    public StatementReader(Doc doc)
    {
        this.doc = doc;
        tokens = doc.Get<TokenLayer>();
        tags = doc.Get<TagLayer>();
        tree = doc.Get<TreeLayer>();
        quotations = Quotations.Find(doc);
        speakers = new SpeakerFinder(doc);
        contents = new ContentFinder(doc, quotations, speakers);
        times = new CueTimes(doc);
        learnt = new LearntCues(doc, LeastCue);
    }

    public List<Statement> Read()
    {
        foreach (var sentence in tokens.Sentences)
        {
            if (sentence.Part is ArticlePart.Boilerplate or ArticlePart.Sources or ArticlePart.Byline)
            {
                continue;
            }

            for (var i = sentence.First; i < sentence.End; i++)
            {
                ReadToken(i, sentence);
            }

            ReadHeadline(sentence);
        }

        AddLearnt();
        ContinueQuotations();
        found.Sort((a, b) => a.Cue.Start != b.Cue.Start ? a.Cue.Start.CompareTo(b.Cue.Start) : Nullable.Compare(a.Source, b.Source));
        return found;
    }

    private void ReadToken(int i, Sentence sentence)
    {
        if (CueLexicon.Shared.At(tags, i) is { } cue)
        {
            if (cue.IsNoun)
            {
                ReadNoun(i, cue);
            }
            else if (cue.Takes("source"))
            {
                ReadCitation(i, cue);
            }
            else
            {
                ReadVerb(i, cue);
            }
        }
        else if (tags.Lemmas[i] == "accord" | string.Equals(tokens.Word(i), "according", StringComparison.OrdinalIgnoreCase))
        {
            ReadAccordingTo(i, sentence);
        }
        else if (tags.Upos[i] == "ADV" && tags.Lemmas[i] is "reportedly" or "allegedly" or "supposedly" or "purportedly")
        {
            ReadHearsay(i);
        }
    }

    private void ReadVerb(int verb, Cue cue)
    {
        var speaker = speakers.OfVerb(verb);
        if (speaker < 0 && tags.Xpos[verb] == "VBG" && lastCue >= tokens.SentenceOf(verb).First)
        {
            // "…, adding that": who spoke before in the sentence.
            speaker = lastSpeaker;
        }

        speaker = Weigh(verb, speaker);
        foreach (var content in contents.OfVerb(verb, cue))
        {
            var confidence = content.Frame switch { "that" or "quote" or "whether" => 0.9, "to" or "as" or "surface" => 0.7, _ => 0.6 };
            if (speaker < 0 && content.Frame is not ("that" or "quote" or "surface"))
            {
                continue;
            }

            if (confidence < 0.9 && learnt.Probability(verb) < LeastOfWeak)
            {
                continue;
            }

            var affirms = cue.Stance != Stance.Deny ^ IsNegated(verb);
            Add(verb, verb, verb + 1, speaker, content, affirms, confidence, $"rule:{cue.Lemma}-{content.Frame}");
            if (speaker >= 0)
            {
                foreach (var part in contents.QuotedParts(content))
                {
                    Add(verb, verb, verb + 1, speaker, part, affirms, confidence, $"rule:{cue.Lemma}-quoted-words");
                }
            }
        }
    }

    /// <summary>The rules' speaker, or the model's where the rules have none or it is sure.</summary>
    private int Weigh(int cue, int speaker)
    {
        if (learnt.At(cue) is not { Source: { } source } seen)
        {
            return speaker;
        }

        var weak = speaker < 0 || speakers.MentionOf(speaker) is null;
        return weak ? seen.SourceProbability > 0.3 ? doc.Get<MentionLayer>().Mentions[source].Head : speaker
            : seen.SourceProbability > SureSource && !speakers.SameMention(speaker, source) ? doc.Get<MentionLayer>().Mentions[source].Head : speaker;
    }

    /// <summary>What the model alone takes for reported speech.</summary>
    private void AddLearnt()
    {
        HashSet<int> replaced = [];
        var ruled = found.Count;
        HashSet<int> known = [.. found.Where(s => s.Source is not null).Select(s => s.CueToken)];
        foreach (var cue in learnt.All)
        {
            if (known.Contains(cue.Token) || cue.Source is not { } source || cue.SourceProbability < 0.3 || cue.Content < 0 || cue.Content == cue.Token)
            {
                continue;
            }

            if (tokens.SentenceOf(cue.Token).Part is ArticlePart.Boilerplate or ArticlePart.Sources or ArticlePart.Byline || contents.OfLearnt(cue) is not { } content)
            {
                continue;
            }

            replaced.Add(cue.Token);
            var head = doc.Get<MentionLayer>().Mentions[source].Head;
            var affirms = CueLexicon.Shared.At(tags, cue.Token)?.Stance != Stance.Deny ^ IsNegated(cue.Token);
            Add(cue.Token, cue.Token, cue.Token + 1, head, content, affirms, cue.Probability * cue.SourceProbability, "head:cue");
            foreach (var part in contents.QuotedParts(content))
            {
                Add(cue.Token, cue.Token, cue.Token + 1, head, part, affirms, cue.Probability * cue.SourceProbability, "head:cue-quoted-words");
            }
        }

        // A rule's statement without speaker gives way to the model's with one.
        var kept = found.Where((s, i) => i >= ruled || !replaced.Contains(s.CueToken)).ToList();
        found.Clear();
        found.AddRange(kept);
    }

    private void ReadNoun(int noun, Cue cue)
    {
        var speaker = Weigh(noun, speakers.OfNoun(noun));
        if (speaker < 0)
        {
            return;
        }

        foreach (var content in contents.OfNoun(noun, cue))
        {
            Add(noun, noun, noun + 1, speaker, content, cue.Stance != Stance.Deny, 0.6, $"rule:{cue.Lemma}-noun");
        }
    }

    /// <summary>"quoting officials": the object speaks; "quoted X as saying": the subject answers for X's saying so.</summary>
    private void ReadCitation(int verb, Cue cue)
    {
        var quoted = speakers.Quoted(verb);
        if (quoted < 0 || speakers.MentionOf(quoted) is null)
        {
            return;
        }

        foreach (var child in tree.Children(verb))
        {
            if (CueLexicon.Shared.At(tags, child) is { IsNoun: false } && tree.BaseRelation(child) is "advcl" or "xcomp" or "ccomp")
            {
                if (!speakers.IsPassive(verb) && speakers.OfVerb(verb) is var citing && citing >= 0 && contents.OfClause(child, verb) is { } said)
                {
                    Add(verb, verb, verb + 1, citing, said, affirms: true, 0.6, $"rule:{cue.Lemma}-as-saying");
                }

                return;
            }
        }

        var clause = tree.BaseRelation(verb) is "advcl" or "acl" && !speakers.IsPassive(verb) ? tree.Head(verb) : -1;
        if (clause >= 0 && contents.OfClause(clause, verb) is { } content)
        {
            Add(verb, verb, verb + 1, quoted, content with { Direct = false }, affirms: true, 0.6, $"rule:{cue.Lemma}-source");
        }
    }

    private void ReadAccordingTo(int according, Sentence sentence)
    {
        var to = according + 1;
        if (to >= sentence.End || tags.Lemmas[to] != "to")
        {
            return;
        }

        // "According to X": X heads the phrase, or hangs below "according", as the parser likes it.
        var speaker = tree.Head(according) is var above && above > according && tree.BaseRelation(according) is "case" or "mark" or "fixed" ? above : -1;
        foreach (var child in tree.Children(according))
        {
            speaker = speaker < 0 && child > to && tree.BaseRelation(child) is "obl" or "obj" or "nmod" or "ccomp" or "advcl" ? child : speaker;
        }

        if (speaker < 0)
        {
            return;
        }

        var phrase = above == speaker ? speaker : according;
        var clause = tree.Head(phrase);
        if ((contents.AroundPhrase(according, speaker) ?? (clause < 0 ? null : contents.OfClause(clause, phrase))) is not { } content)
        {
            return;
        }

        content = content with { Direct = false };
        Add(according, according, to + 1, speaker, content, affirms: true, 0.9, "rule:according-to");
        foreach (var part in contents.QuotedParts(content))
        {
            Add(according, according, to + 1, speaker, part, affirms: true, 0.9, "rule:according-to-quoted-words");
        }
    }

    private void ReadHearsay(int adverb)
    {
        var clause = tree.Head(adverb);
        if (clause >= 0 && contents.OfClause(clause, adverb) is { } content)
        {
            Add(adverb, adverb, adverb + 1, -1, content, affirms: true, 0.5, "rule:hearsay");
        }
    }

    /// <summary>"Minister: talks have failed": a headline's speaker before a colon.</summary>
    private void ReadHeadline(Sentence sentence)
    {
        if (sentence.Part != ArticlePart.Title)
        {
            return;
        }

        for (var i = sentence.First + 1; i < sentence.End - 2 && i < sentence.First + 6; i++)
        {
            if (tokens.Word(i) == ":" && speakers.MentionOf(i - 1) is { } source
                && doc.Get<MentionLayer>().Mentions[source] is { Type: EntityType.Person or EntityType.Organization } mention && mention.First == sentence.First && mention.End == i)
            {
                var content = new Content([tokens.SpanOf(i + 1, sentence.End)], quotations.At(i + 1) >= 0, "colon", []);
                Add(i, i, i + 1, mention.Head, content, affirms: true, 0.5, "rule:headline-colon");
                return;
            }
        }
    }

    private void Add(int cue, int first, int end, int speaker, Content content, bool affirms, double confidence, string rule)
    {
        attached.UnionWith(content.Direct ? content.Quotations : []);
        if (speaker < 0)
        {
            Add(null);
            return;
        }

        (lastCue, lastSpeaker) = (cue, speaker);
        foreach (var head in speakers.Coordinated(speaker))
        {
            Add(speakers.MentionOf(head));
        }

        void Add(int? source)
        {
            for (var i = found.Count - 1; i >= 0 && found[i].CueToken == cue; i--)
            {
                if (found[i].Source == source && found[i].Content[0].Start == content.Spans[0].Start && found[i].Content[^1].End == content.Spans[^1].End)
                {
                    return;
                }
            }

            found.Add(new Statement
            {
                Source = source,
                Cue = tokens.SpanOf(first, end),
                CueToken = cue,
                Content = Without(content.Spans, source),
                Kind = content.Direct ? SpeechKind.Direct : SpeechKind.Indirect,
                Time = times.At(cue),
                Affirms = affirms,
                Confidence = source is null ? confidence * 0.7 : confidence,
                Extractor = rule,
            });
        }
    }

    /// <summary>Spans without the speaker's mention, which a wrong tree may put into what he says.</summary>
    private IReadOnlyList<TextSpan> Without(IReadOnlyList<TextSpan> spans, int? source)
    {
        if (source is not { } index || doc.Get<MentionLayer>().Mentions[index].Span is var speaker && !spans.Any(speaker.Overlaps))
        {
            return spans;
        }

        List<TextSpan> kept = [];
        foreach (var span in spans)
        {
            if (!span.Overlaps(speaker))
            {
                kept.Add(span);
                continue;
            }

            if (span.End - speaker.End > 3)
            {
                kept.Add(new TextSpan(speaker.End + 1, span.End));
            }
            else if (speaker.Start - span.Start > 3)
            {
                kept.Add(new TextSpan(span.Start, speaker.Start - 1));
            }
        }

        return kept.Count > 0 ? kept : spans;
    }

    /// <summary>Gives quotations without a reporting word of their own to the speaker of the same paragraph, or of the one they go on from.</summary>
    private void ContinueQuotations()
    {
        var last = -1;
        for (var i = 0; i < quotations.All.Count; i++)
        {
            var quotation = quotations.All[i];
            if (attached.Contains(i))
            {
                last = i;
                continue;
            }

            var sentence = tokens.SentenceOf(quotation.First);
            var whole = quotation.First == sentence.First && quotation.End - quotation.First >= 4;
            if (!whole || Before(quotation, last) is not { Count: > 0 } givers)
            {
                continue;
            }

            foreach (var giver in givers)
            {
                found.Add(giver with
                {
                    Content = [tokens.SpanOf(quotation.First, quotation.End)],
                    Kind = SpeechKind.Direct,
                    Confidence = giver.Confidence * 0.8,
                    Extractor = "rule:quotation-continues",
                });
            }

            attached.Add(i);
            last = i;
        }
    }

    /// <summary>The statements (one per coordinated speaker) that a quotation goes on from: those nearest before it in its paragraph or in the one before.</summary>
    private List<Statement> Before(Quotation quotation, int last)
    {
        var block = BlockOf(tokens.Tokens[quotation.First].Span.Start);
        var nearest = NearestBefore(quotation.First);
        if (nearest is null)
        {
            return [];
        }

        var distance = block - BlockOf(nearest.Cue.Start);
        var reaches = distance == 0 || (distance == 1 && (quotation.Continues || (last >= 0 && quotations.All[last].End == quotation.First) || tokens.Word(quotation.First - 1) == ":"));
        return reaches ? [.. byCue![nearest.CueToken].DistinctBy(s => s.Source)] : [];
    }

    /// <summary>The last statement with a speaker whose cue stands before this token.</summary>
    private Statement? NearestBefore(int token)
    {
        if (byCue is null)
        {
            byCue = new SortedDictionary<int, List<Statement>>();
            foreach (var statement in found)
            {
                if (statement.Source is not null)
                {
                    byCue.TryAdd(statement.CueToken, []);
                    byCue[statement.CueToken].Add(statement);
                }
            }

            cueTokens = [.. byCue.Keys];
        }

        var index = Array.BinarySearch(cueTokens, token);
        index = (index < 0 ? ~index : index) - 1;
        return index < 0 ? null : byCue[cueTokens[index]][0];
    }

    private int BlockOf(int position)
    {
        var blocks = doc.Article.Blocks;
        var low = 0;
        var high = blocks.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = blocks[middle].Span.Start <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private bool IsNegated(int verb)
    {
        foreach (var child in tree.Children(verb))
        {
            if (tree.BaseRelation(child) == "advmod" && tags.Lemmas[child] is "not" or "never" or "n't")
            {
                return true;
            }
        }

        return false;
    }
}
