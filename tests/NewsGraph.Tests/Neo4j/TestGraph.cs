using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Tests.Neo4j;

/// <summary>A graph written by hand: articles as sentences, relations said in the sentence last added, mentions found by their wording.</summary>
internal sealed class TestGraph
{
    private readonly List<(string Id, string Title, DateOnly? Published, string Source, List<string> Sentences)> articles = [];
    private readonly List<(Entity Entity, string[] Articles)> entities = [];
    private readonly List<Relation> relations = [];

    /// <summary>Begins an article.</summary>
    public TestGraph Article(string id, string title, string? published = null, string source = "The Daily Example")
    {
        articles.Add((id, title, published is null ? null : DateOnly.Parse(published), source, []));
        return this;
    }

    /// <summary>Adds a sentence to the article last begun.</summary>
    public TestGraph Say(string sentence)
    {
        articles[^1].Sentences.Add(sentence);
        return this;
    }

    /// <summary>An entity, mentioned wherever its name or an alias stands (in the given articles, if any are given).</summary>
    public TestGraph Entity(string id, EntityType type, string name, string[]? aliases = null, string? wikidata = null, Quantity? quantity = null, string[]? articles = null)
    {
        entities.Add((new Entity { Id = id, Type = type, Name = name, Aliases = aliases ?? [], Wikidata = wikidata, Quantity = quantity }, articles ?? []));
        return this;
    }

    /// <summary>A relation in the sentence last added; <paramref name="trigger"/> and cues must stand in it.</summary>
    public TestGraph Relate(
        string type,
        string? subject,
        string? @object,
        string trigger,
        string? time = null,
        Polarity polarity = Polarity.Positive,
        Modality modality = Modality.Actual,
        (string? Source, string Cue)[]? by = null,
        (string Role, string Entity)[]? arguments = null,
        Dictionary<string, string>? attributes = null,
        double confidence = 0.9)
    {
        var (id, _, _, _, sentences) = articles[^1];
        var start = sentences.Take(sentences.Count - 1).Sum(s => s.Length + 1);
        TextSpan Find(string words)
        {
            var at = sentences[^1].IndexOf(words, StringComparison.Ordinal);
            Assert.That(at, Is.GreaterThanOrEqualTo(0), words);
            return new TextSpan(start + at, start + at + words.Length);
        }

        relations.Add(new Relation
        {
            Id = $"r{relations.Count + 1}",
            Article = id,
            Sentence = $"{id}#{sentences.Count - 1}",
            Type = type,
            Subject = subject,
            Object = @object,
            Trigger = Find(trigger),
            Time = time is null ? null : (time, Find(trigger)),
            Polarity = polarity,
            Modality = modality,
            Arguments = [.. (arguments ?? []).Select(a => new RelationArgument(a.Role, a.Entity))],
            Attribution = [.. (by ?? []).Select(b => new Attribution(b.Source, Find(b.Cue), SpeechKind.Indirect, null))],
            Attributes = new SortedDictionary<string, string>(attributes ?? [], StringComparer.Ordinal),
            Confidence = confidence,
            Extractor = "rule:by-hand",
        });
        return this;
    }

    public KnowledgeGraph Build()
    {
        var made = articles.ConvertAll(a =>
        {
            var spans = new List<ArticleSentence>();
            var at = 0;
            foreach (var sentence in a.Sentences)
            {
                spans.Add(new ArticleSentence($"{a.Id}#{spans.Count}", new TextSpan(at, at + sentence.Length), ArticlePart.Body));
                at += sentence.Length + 1;
            }

            return new GraphArticle(new Article(a.Id, string.Join('\n', a.Sentences), []) { Title = a.Title, Published = a.Published, Source = a.Source }, spans);
        });
        return new KnowledgeGraph(made, entities.ConvertAll(e => e.Entity with { Mentions = Mentions(e.Entity, e.Articles, made) }), relations, [], []);
    }

    private static List<MentionEvidence> Mentions(Entity entity, string[] only, List<GraphArticle> articles)
    {
        var mentions = new List<MentionEvidence>();
        foreach (var (article, sentences) in articles.Select(a => (a.Article, a.Sentences)).Where(a => only.Length == 0 || only.Contains(a.Article.Id)))
        {
            foreach (var sentence in sentences)
            {
                var covered = sentence.Span.Start;
                var text = sentence.Span.Of(article.Text);
                foreach (var wording in entity.Aliases.Prepend(entity.Name).OrderByDescending(w => w.Length))
                {
                    var at = text.IndexOf(wording, covered - sentence.Span.Start, StringComparison.Ordinal);
                    if (at >= 0)
                    {
                        var span = new TextSpan(sentence.Span.Start + at, sentence.Span.Start + at + wording.Length);
                        mentions.Add(new MentionEvidence(article.Id, sentence.Id, span, char.IsUpper(wording[0]) || wording[0] == '`' ? MentionKind.Name : MentionKind.Nominal));
                        break;
                    }
                }
            }
        }

        return mentions;
    }
}
