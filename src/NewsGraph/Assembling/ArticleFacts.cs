using NewsGraph.Knowledge;
using NewsGraph.Texts;

namespace NewsGraph.Assembling;

/// <summary>One document seen by the assembler: its mentions as candidates for vertices, its relations in terms of those.</summary>
internal sealed class ArticleFacts
{
    private const string PartOf = "PART_OF";

    private readonly TokenLayer? tokens;
    private readonly MentionLayer mentions;
    private readonly IReadOnlyList<Statement> statements;
    private readonly IReadOnlyList<RelationMention> relations;
    private readonly IReadOnlyList<TimeValue> times;
    private readonly Func<string, RelationTypeFacts>? ontology;

    /// <summary>Candidate number of each mention, −1 for none.</summary>
    private readonly int[] candidateOf;

    public ArticleFacts(Doc doc, int index, EntityMerger merger, Func<string, RelationTypeFacts>? ontology, Gazetteer? gazetteer)
    {
        Article = doc.Article;
        this.ontology = ontology;
        tokens = doc.TryGet<TokenLayer>();
        mentions = doc.TryGet<MentionLayer>() ?? new MentionLayer([]);
        statements = doc.TryGet<StatementLayer>()?.Statements ?? [];
        relations = doc.TryGet<RelationLayer>()?.Relations ?? [];
        times = doc.TryGet<TimeLayer>()?.Times ?? [];
        Sentences = tokens is null
            ? []
            : [.. tokens.Sentences.Select(s => new ArticleSentence(GraphAssembler.SentenceId(Article, s.Index), s.Span, s.Part))];

        var entities = doc.TryGet<EntityLayer>() ?? new EntityLayer([], mentions.Mentions.Count);
        candidateOf = new int[mentions.Mentions.Count];
        Array.Fill(candidateOf, -1);
        var countryOf = Countries(entities);
        foreach (var found in entities.Entities)
        {
            var entity = gazetteer?.Link(found) ?? found;
            var evidence = entity.Mentions.Select(m => Evidence(mentions.Mentions[m])).ToList();
            var candidate = merger.Add(index, Article.Id, entity, evidence, IdentityKey.Of(entity, countryOf.GetValueOrDefault(entity.Index)));
            foreach (var mention in entity.Mentions)
            {
                candidateOf[mention] = candidate;
            }
        }

        AddUnresolvedParticipants(index, entities, merger);
    }

    public Article Article { get; }

    public IReadOnlyList<ArticleSentence> Sentences { get; }

    /// <summary>Relations with at least one end, and with two different ones unless the text says "himself"; ids are still empty.</summary>
    public List<Relation> Relations(string[] entityIds)
    {
        List<Relation> found = new(relations.Count);
        foreach (var relation in relations)
        {
            var subject = IdOf(relation.Subject, entityIds);
            var @object = IdOf(relation.Object, entityIds);
            if (subject is null && @object is null
                || string.Equals(subject, @object, StringComparison.Ordinal) && !IsReflexive(mentions.Mentions[relation.Object!.Value]))
            {
                continue;
            }

            var facts = ontology?.Invoke(relation.Type) ?? default;
            found.Add(new Relation
            {
                Id = string.Empty,
                Article = Article.Id,
                Sentence = SentenceAt(relation.TriggerToken),
                Type = relation.Type,
                Plover = facts.Plover,
                Mode = facts.Mode,
                Subject = subject,
                Object = @object,
                SubjectMention = subject is null ? null : mentions.Mentions[relation.Subject!.Value].Span,
                ObjectMention = @object is null ? null : mentions.Mentions[relation.Object!.Value].Span,
                Trigger = relation.Trigger,
                Arguments = Arguments(relation, entityIds),
                Attributes = relation.Attributes,
                Time = relation.Time is { } time ? (time.Value, time.Span) : null,
                Polarity = relation.Polarity,
                Modality = relation.Modality,
                Attribution = Attribution(relation, entityIds),
                Confidence = relation.Confidence,
                Extractor = relation.Extractor,
            });
        }

        return found;
    }

    public IEnumerable<AttributedStatement> Statements(string[] entityIds) =>
        statements.Select(s => new AttributedStatement(Article.Id, IdOf(s.Source, entityIds), s.Cue, s.Content, s.Kind, s.Time?.Value));

    public IEnumerable<ArticleTime> Times() => times.Select(t => new ArticleTime(Article.Id, t.Span, t.Value));

    /// <summary>Name key of the country that an entity is part of, by entity index.</summary>
    private Dictionary<int, string> Countries(EntityLayer entities)
    {
        Dictionary<int, string> countries = [];
        foreach (var relation in relations)
        {
            if (string.Equals(relation.Type, PartOf, StringComparison.Ordinal)
                && relation is { Subject: { } part, Object: { } whole, Polarity: Polarity.Positive }
                && entities.EntityOf(part) is var p and >= 0
                && entities.EntityOf(whole) is var w and >= 0
                && entities.Entities[w] is { Type: EntityType.Country } country
                && (country.Wikidata ?? IdentityKey.Of(country, null)) is { } key)
            {
                countries.TryAdd(p, key);
            }
        }

        return countries;
    }

    /// <summary>A described participant that nobody resolved ("a lawyer") becomes a vertex of its own; a pronoun does not.</summary>
    private void AddUnresolvedParticipants(int doc, EntityLayer entities, EntityMerger merger)
    {
        var wanted = relations.SelectMany(r => r.Arguments.Select(a => (int?)a.Mention).Append(r.Subject).Append(r.Object))
            .Concat(statements.Select(s => s.Source))
            .OfType<int>()
            .Where(m => candidateOf[m] < 0 && mentions.Mentions[m].Kind != MentionKind.Pronoun)
            .Distinct()
            .Order();
        var next = entities.Entities.Count;
        foreach (var m in wanted)
        {
            var mention = mentions.Mentions[m];
            var entity = new ArticleEntity
            {
                Index = next++,
                Type = mention.Type,
                Name = string.Join(' ', mention.Span.Of(Article.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                Quantity = mention.Quantity,
                IsUnnamed = mention.Kind != MentionKind.Name,
                Mentions = [m],
            };
            candidateOf[m] = merger.Add(doc, Article.Id, entity, [Evidence(mention)], IdentityKey.Of(entity, null));
        }
    }

    private bool IsReflexive(EntityMention mention) =>
        mention.Span.Of(Article.Text) is var words && (words.EndsWith("self", StringComparison.OrdinalIgnoreCase) || words.EndsWith("selves", StringComparison.OrdinalIgnoreCase));

    private MentionEvidence Evidence(EntityMention mention) => new(Article.Id, SentenceAt(mention.Head), mention.Span, mention.Kind);

    private string SentenceAt(int token) => tokens is null ? string.Empty : GraphAssembler.SentenceId(Article, tokens.Tokens[token].Sentence);

    private string? IdOf(int? mention, string[] entityIds) =>
        mention is { } m && candidateOf[m] is var candidate and >= 0 ? entityIds[candidate] : null;

    private List<RelationArgument> Arguments(RelationMention relation, string[] entityIds)
    {
        List<RelationArgument> arguments = [];
        foreach (var (role, mention) in relation.Arguments)
        {
            if (IdOf(mention, entityIds) is { } entity && new RelationArgument(role, entity) is var argument && !arguments.Contains(argument))
            {
                arguments.Add(argument);
            }
        }

        return arguments;
    }

    private List<Attribution> Attribution(RelationMention relation, string[] entityIds)
    {
        List<Attribution> attribution = [];
        foreach (var index in relation.Statements)
        {
            var statement = statements[index];
            var one = new Attribution(IdOf(statement.Source, entityIds), statement.Cue, statement.Kind, statement.Time?.Value);
            if (!attribution.Contains(one))
            {
                attribution.Add(one);
            }
        }

        return attribution;
    }
}
