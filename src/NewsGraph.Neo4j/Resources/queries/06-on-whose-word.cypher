// On whose word does each claim stand?
MATCH (source:Entity)<-[by:ATTRIBUTED_TO]-(r:Relation)-[:EVIDENCED_BY]->(s:Sentence)
RETURN source.name AS source, by.cue AS cue, by.kind AS kind, r.name AS claim, s.text AS sentence
ORDER BY source, r.article, s.index, claim
