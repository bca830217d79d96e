using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Tests;

/// <summary>
/// A document with the layers that assembling reads, written by hand: sentences one a line, mentions and relations
/// by their words. The n-th mention of the same words is asked for as <c>words@n</c>.
/// </summary>
internal sealed class AnalysedDoc
{
    private readonly string text;
    private readonly TokenLayer tokens;
    private readonly List<EntityMention> mentions = [];
    private readonly List<ArticleEntity> entities = [];
    private readonly List<RelationMention> relations = [];
    private readonly List<Statement> statements = [];
    private readonly List<TimeValue> times = [];
    private readonly string id;

    public AnalysedDoc(string id, params string[] sentences)
    {
        this.id = id;
        text = string.Join('\n', sentences);
        List<Sentence> all = [];
        List<Token> words = [];
        var start = 0;
        foreach (var sentence in sentences)
        {
            var first = words.Count;
            for (var at = 0; at < sentence.Length;)
            {
                var end = at;
                while (end < sentence.Length && sentence[end] != ' ')
                {
                    end++;
                }

                if (end > at)
                {
                    words.Add(new Token(new TextSpan(start + at, start + end), all.Count));
                }

                at = end + 1;
            }

            all.Add(new Sentence(all.Count, new TextSpan(start, start + sentence.Length), first, words.Count, ArticlePart.Body));
            start += sentence.Length + 1;
        }

        tokens = new TokenLayer(text, all, words);
    }

    public TextSpan Span(string words)
    {
        var parts = words.Split('@');
        var at = -1;
        for (var n = parts.Length > 1 ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : 1; n > 0; n--)
        {
            at = text.IndexOf(parts[0], at + 1, StringComparison.Ordinal);
            Assert.That(at, Is.GreaterThanOrEqualTo(0), words);
        }

        return new TextSpan(at, at + parts[0].Length);
    }

    /// <summary>An entity with its mentions; the kind is read off the first letter (he/she/they a pronoun, lower case a nominal).</summary>
    public AnalysedDoc Entity(EntityType type, string name, Quantity? quantity = null, string? wikidata = null, params string[] words)
    {
        List<int> own = [];
        var named = false;
        foreach (var mention in words.Length > 0 ? words : [name])
        {
            var span = Span(mention);
            var first = TokenAt(span.Start);
            var kind = mention.Split('@')[0] is "he" or "she" or "they" ? MentionKind.Pronoun
                : char.IsUpper(text[span.Start]) ? MentionKind.Name : MentionKind.Nominal;
            named |= kind == MentionKind.Name;
            own.Add(mentions.Count);
            mentions.Add(new EntityMention
            {
                Index = mentions.Count, Span = span, First = first, End = TokenAt(span.End - 1) + 1, Head = first,
                Kind = kind, Type = type, Confidence = 1, Quantity = quantity, Extractor = "test",
            });
        }

        entities.Add(new ArticleEntity
        {
            Index = entities.Count, Type = type, Name = name, Mentions = own, Quantity = quantity, Wikidata = wikidata, IsUnnamed = !named,
        });
        return this;
    }

    public AnalysedDoc Relation(
        string? subject, string type, string? @object, string trigger, Polarity polarity = Polarity.Positive, Modality modality = Modality.Actual,
        string? time = null, double confidence = 0.9, int[]? says = null, params (string Name, string Value)[] attributes)
    {
        var span = Span(trigger);
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes)
        {
            sorted.Add(name, value);
        }

        relations.Add(new RelationMention
        {
            Type = type, Subject = MentionAt(subject), Object = MentionAt(@object), Trigger = span, TriggerToken = TokenAt(span.Start),
            Polarity = polarity, Modality = modality, Time = time is null ? null : new TimeValue(span, 0, 1, time),
            Statements = says ?? [], Attributes = sorted, Confidence = confidence, Extractor = "test:" + type,
        });
        return this;
    }

    public AnalysedDoc Says(string? source, string cue, string? time = null, SpeechKind kind = SpeechKind.Indirect, params string[] content)
    {
        statements.Add(new Statement
        {
            Source = MentionAt(source), Cue = Span(cue), CueToken = TokenAt(Span(cue).Start), Content = [.. content.Select(Span)], Kind = kind,
            Time = time is null ? null : new TimeValue(Span(cue), 0, 1, time), Confidence = 1, Extractor = "test",
        });
        return this;
    }

    public AnalysedDoc Time(string words, string value)
    {
        times.Add(new TimeValue(Span(words), 0, 1, value));
        return this;
    }

    public Doc Build()
    {
        var doc = new Doc(new Article(id, text, [new TextBlock(new TextSpan(0, text.Length), ArticlePart.Body)]) { Published = new DateOnly(2021, 5, 3), Title = "Title of " + id });
        doc.Add(tokens);
        doc.Add(new MentionLayer(mentions));
        doc.Add(new EntityLayer(entities, mentions.Count));
        doc.Add(new StatementLayer(statements));
        doc.Add(new RelationLayer(relations));
        doc.Add(new TimeLayer(times));
        return doc;
    }

    private int TokenAt(int position)
    {
        for (var t = 0; t < tokens.Count; t++)
        {
            if (tokens.Tokens[t].Span.Contains(position))
            {
                return t;
            }
        }

        throw new ArgumentException($"No token at {position}.", nameof(position));
    }

    private int? MentionAt(string? words)
    {
        if (words is null)
        {
            return null;
        }

        var span = Span(words);
        var found = mentions.FindIndex(m => m.Span == span);
        Assert.That(found, Is.GreaterThanOrEqualTo(0), $"no mention '{words}'");
        return found;
    }
}
