// Which words prove a relation?
WITH '' AS relation   // a type such as MET, or a part of a name; empty: the surest ten
MATCH (r:Relation)-[at:EVIDENCED_BY]->(s:Sentence)-[:PART_OF_ARTICLE]->(a:Article)
WHERE relation = '' OR r.type = toUpper(relation) OR toLower(r.name) CONTAINS toLower(relation)
WITH r, at, s, a ORDER BY r.confidence DESC, r.id LIMIT 10
RETURN r.name AS relation, substring(s.text, at.start - s.start, at.end - at.start) AS trigger, s.text AS sentence,
       a.title AS article, a.source AS outlet, toString(a.published) AS published, r.confidence AS confidence, r.extractor AS extractor
