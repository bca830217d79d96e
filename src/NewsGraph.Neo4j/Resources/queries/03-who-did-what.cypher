// Who did what to whom, when?
WITH '' AS actor   // a name or a part of one; empty: everybody
MATCH (r:Relation)-[:EVIDENCED_BY]->(s:Sentence)
WHERE r.polarity = 'positive' AND r.modality = 'actual'
OPTIONAL MATCH (r)-[:SUBJECT]->(who:Entity)
OPTIONAL MATCH (r)-[:OBJECT]->(whom:Entity)
WITH actor, r, s, who, whom
WHERE actor = '' OR toLower(who.name) CONTAINS toLower(actor) OR toLower(whom.name) CONTAINS toLower(actor)
RETURN who.name AS who, r.type AS did, whom.name AS whom, r.timeValue AS time,
       CASE WHEN r.voice = 'article' THEN 'the article' ELSE reduce(t = '', n IN r.sources | t + CASE t WHEN '' THEN '' ELSE ', ' END + n) END AS says,
       s.text AS sentence
ORDER BY r.article, s.index, r.id
