namespace NewsGraph.Neo4j.Loading;

/// <summary>
/// The Cypher of a push, in the order of its steps. Values are parameters throughout; the one word that is put into a text
/// is a relation type from the closed list. Nodes are merged on their key alone, so every step can be run again.
/// Written in the part of Cypher that 5.19 to 2026 share.
/// </summary>
internal static class Statements
{
    /// <summary>Rows of <c>$rows</c> in one statement; larger sets are cut.</summary>
    public const int RowsPerStatement = 5000;

    /// <summary>The closed list of labels besides <c>Entity</c>.</summary>
    public static readonly IReadOnlyList<string> EntityLabels = Enum.GetNames<Knowledge.EntityType>();

    public static readonly IReadOnlyList<string> Schema =
    [
        "CREATE CONSTRAINT newsgraph_article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE",
        "CREATE CONSTRAINT newsgraph_sentence_id IF NOT EXISTS FOR (n:Sentence) REQUIRE n.id IS UNIQUE",
        "CREATE CONSTRAINT newsgraph_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE",
        "CREATE CONSTRAINT newsgraph_relation_id IF NOT EXISTS FOR (n:Relation) REQUIRE n.id IS UNIQUE",
        "CREATE CONSTRAINT newsgraph_decision_key IF NOT EXISTS FOR (n:IdentityDecision) REQUIRE n.key IS UNIQUE",
        "CREATE INDEX newsgraph_entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)",
        "CREATE INDEX newsgraph_relation_claim IF NOT EXISTS FOR (n:Relation) ON (n.claim)",
        "CREATE INDEX newsgraph_relation_type IF NOT EXISTS FOR (n:Relation) ON (n.type)",
        "CREATE INDEX newsgraph_relation_time IF NOT EXISTS FOR (n:Relation) ON (n.timeStart)",
        "CREATE INDEX newsgraph_article_published IF NOT EXISTS FOR (n:Article) ON (n.published)",
        "CREATE FULLTEXT INDEX newsgraph_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases]",
        "CREATE FULLTEXT INDEX newsgraph_sentences IF NOT EXISTS FOR (n:Sentence) ON EACH [n.text]",
    ];

    public const string AwaitIndexes = "CALL db.awaitIndexes(300)";

    /// <summary>Digests of those of <c>$ids</c> that are loaded.</summary>
    public const string Digests = "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id, a.digest";

    /// <summary>
    /// Makes or takes the articles and holds them against other pushes of the same: a write takes a node's lock until the
    /// transaction ends. Ids come sorted, so that two pushes never wait for each other in a circle.
    /// </summary>
    public const string LockArticles = """
        UNWIND $ids AS id
        MERGE (a:Article {id: id})
          ON CREATE SET a.digest = 'new'
          ON MATCH SET a.digest = 'old'
        WITH a WHERE a.digest = 'old'
        RETURN collect(a.id) AS loaded
        """;

    public const string MentionedNodes = "UNWIND $ids AS id MATCH (:Article {id: id})<-[:MENTIONED_IN]-(e:Entity) RETURN DISTINCT e.id";

    public const string ClaimsOfArticles = """
        UNWIND $ids AS id
        MATCH (:Article {id: id})<-[:PART_OF_ARTICLE]-(:Sentence)<-[:EVIDENCED_BY]-(r:Relation)
        MATCH (s:Entity)<-[:SUBJECT]-(r)-[:OBJECT]->(o:Entity)
        RETURN DISTINCT r.type, s.id, o.id
        """;

    public const string Decisions = "UNWIND $keys AS key MATCH (d:IdentityDecision {key: key}) RETURN d.key, d.entity";

    /// <summary>Two pushes that share an entity write one after the other, so that both count.</summary>
    public const string LockEntities = "UNWIND $rows AS id MERGE (e:Entity {id: id}) SET e.name = coalesce(e.name, id)";

    public const string RemoveRelations = """
        UNWIND $ids AS id
        MATCH (:Article {id: id})<-[:PART_OF_ARTICLE]-(:Sentence)<-[:EVIDENCED_BY]-(r:Relation)
        DETACH DELETE r
        """;

    public const string RemoveSentences = "UNWIND $ids AS id MATCH (:Article {id: id})<-[:PART_OF_ARTICLE]-(s:Sentence) DETACH DELETE s";

    public const string RemoveMentions = "UNWIND $ids AS id MATCH (:Article {id: id})<-[m:MENTIONED_IN]-(:Entity) DELETE m";

    public const string RemoveArticles = "UNWIND $ids AS id MATCH (a:Article {id: id}) DETACH DELETE a";

    public const string WriteArticles = """
        UNWIND $rows AS row
        MERGE (a:Article {id: row.id})
        SET a = row, a.published = date(row.published)
        """;

    public const string WriteSentences = """
        UNWIND $rows AS row
        MATCH (a:Article {id: row.article})
        MERGE (s:Sentence {id: row.id})
        SET s.name = row.name, s.index = row.index, s.text = row.text, s.start = row.start, s.end = row.end, s.part = row.part
        CREATE (s)-[:PART_OF_ARTICLE]->(a)
        """;

    public const string WriteMentions = """
        UNWIND $rows AS row
        MATCH (a:Article {id: row.article})
        MATCH (e:Entity {id: row.node})
        CREATE (e)-[m:MENTIONED_IN]->(a)
        SET m = row.properties
        """;

    public const string WriteRelations = """
        UNWIND $rows AS row
        MATCH (s:Sentence {id: row.sentence})
        MERGE (r:Relation {id: row.properties.id})
        SET r = row.properties,
            r.time = CASE WHEN row.timeStart = row.timeEnd THEN date(row.timeStart) END,
            r.timeStart = date(row.timeStart),
            r.timeEnd = date(row.timeEnd)
        CREATE (r)-[:EVIDENCED_BY {start: row.start, end: row.end}]->(s)
        """;

    public const string WriteSubjects = """
        UNWIND $rows AS row
        MATCH (r:Relation {id: row.relation})
        MATCH (e:Entity {id: row.node})
        CREATE (r)-[:SUBJECT {key: row.key}]->(e)
        """;

    public const string WriteObjects = """
        UNWIND $rows AS row
        MATCH (r:Relation {id: row.relation})
        MATCH (e:Entity {id: row.node})
        CREATE (r)-[:OBJECT {key: row.key}]->(e)
        """;

    public const string WriteArguments = """
        UNWIND $rows AS row
        MATCH (r:Relation {id: row.relation})
        MATCH (e:Entity {id: row.node})
        CREATE (r)-[:ARGUMENT {role: row.role, key: row.key}]->(e)
        """;

    public const string WriteAttributions = """
        UNWIND $rows AS row
        MATCH (r:Relation {id: row.relation})
        MATCH (e:Entity {id: row.node})
        CREATE (r)-[a:ATTRIBUTED_TO {cue: row.cue, kind: row.kind, key: row.key}]->(e)
        SET a.time = CASE WHEN row.timeStart = row.timeEnd THEN date(row.timeStart) END,
            a.timeStart = date(row.timeStart),
            a.timeEnd = date(row.timeEnd)
        """;

    /// <summary>
    /// An entity's own properties follow from what its articles say: the name of the article that has most mentions (of the
    /// entity's original identity, where others were merged into it), all other wordings as aliases. Independent of the order of pushes.
    /// </summary>
    public const string DescribeEntities = """
        UNWIND $rows AS id
        MATCH (e:Entity {id: id})-[m:MENTIONED_IN]->(a:Article)
        WITH e, m, a ORDER BY m.key <> e.id, m.count DESC, size(m.name) DESC, m.name, a.id
        WITH e, collect(m) AS ms, sum(m.count) AS mentions, count(DISTINCT a) AS articles
        WITH e, ms, head(ms) AS best, mentions, articles
        UNWIND ms AS m
        UNWIND [m.name] + m.aliases AS wording
        WITH e, ms, best, mentions, articles, wording ORDER BY wording
        WITH e, ms, best, mentions, articles, collect(DISTINCT wording) AS wordings
        SET e = {
          id: e.id, name: best.name, type: best.type, mentions: mentions, articles: articles,
          aliases: [w IN wordings WHERE w <> best.name],
          subtype: head([m IN ms WHERE m.subtype IS NOT NULL | m.subtype]),
          wikidata: head([m IN ms WHERE m.wikidata IS NOT NULL | m.wikidata]),
          unnamed: CASE WHEN none(m IN ms WHERE 'name' IN m.kinds) THEN true END,
          quantityValue: best.quantityValue, quantityApproximation: best.quantityApproximation,
          quantityUnit: best.quantityUnit, quantityText: best.quantityText }
        """;

    /// <summary>One label per type, besides <c>Entity</c>; <c>$type</c> is of the closed list that <see cref="Label"/> checks.</summary>
    public static string LabelEntities(string label) =>
        $"UNWIND $rows AS id MATCH (e:Entity {{id: id}}) WHERE e.type = '{Label(label)}' AND NOT e:{Label(label)} SET e:{Label(label)}";

    /// <summary>Takes away a label that is not the entity's type any more; cheap, because hardly any entity has one.</summary>
    public static readonly string UnlabelEntities =
        "UNWIND $rows AS id MATCH (e:Entity {id: id}) WHERE size(labels(e)) > 2 "
        + string.Concat(EntityLabels.Select(l => $"FOREACH (_ IN CASE WHEN e.type = '{l}' THEN [] ELSE [1] END | REMOVE e:{l}) "));

    /// <summary>Nothing is kept that no article mentions.</summary>
    public const string RemoveOrphans = "UNWIND $rows AS id MATCH (e:Entity {id: id}) WHERE NOT (e)-[:MENTIONED_IN]->() DETACH DELETE e";

    /// <summary>
    /// Draws the direct edges of claims anew from all relations that are loaded. Properties that the relations share (the
    /// attributes, the time) are copied, those of a single statement are taken away again.
    /// </summary>
    /// <param name="type">From the closed list.</param>
    public static string DrawEdges(string type) => $$"""
        UNWIND $rows AS row
        MATCH (s:Entity {id: row.subject})
        MATCH (o:Entity {id: row.object})
        OPTIONAL MATCH (s)-[old:{{type}}]->(o)
        DELETE old
        WITH DISTINCT row, s, o
        MATCH (r:Relation {claim: row.claim})
        WITH s, o, r ORDER BY r.id
        WITH s, o, collect(r) AS rs
        WITH s, o, rs, [d IN rs WHERE d.polarity = 'negative' AND d.modality = 'actual'] AS denials
        UNWIND rs AS r
        WITH s, o, r, denials
        WHERE r.polarity = 'positive' AND r.modality = 'actual'
          AND none(d IN denials WHERE d.timeValue IS NULL OR r.timeValue IS NULL OR d.timeValue = r.timeValue)
        WITH s, o, r.edge AS key, collect(r) AS rs
        WITH s, o, key, head(rs) AS first, rs,
             reduce(best = 0.0, r IN rs | CASE WHEN r.confidence > best THEN r.confidence ELSE best END) AS confidence,
             reduce(ids = [], r IN rs | CASE WHEN r.article IN ids THEN ids ELSE ids + r.article END) AS articles,
             reduce(names = [], r IN rs | names + [n IN r.sources WHERE NOT n IN names]) AS sources
        CREATE (s)-[edge:{{type}}]->(o)
        SET edge = properties(first)
        SET edge += {
          key: key, count: size(rs), confidence: confidence, articles: articles, sources: sources, relationIds: [r IN rs | r.id],
          voice: CASE WHEN any(r IN rs WHERE r.voice = 'article') THEN 'article' ELSE 'attributed' END,
          id: null, name: null, type: null, article: null, trigger: null, extractor: null, claim: null, edge: null }
        """;

    private static string Label(string label) =>
        EntityLabels.Contains(label) ? label : throw new ArgumentException($"'{label}' is no entity type.", nameof(label));
}
