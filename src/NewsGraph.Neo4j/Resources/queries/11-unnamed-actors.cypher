// Which actors have no name, and what did they do or suffer?
MATCH (g:Entity {unnamed: true})<-[end:SUBJECT|OBJECT]-(r:Relation)-[:EVIDENCED_BY]->(s:Sentence)
RETURN g.name AS actor, g.type AS type, g.quantityText AS number, CASE type(end) WHEN 'SUBJECT' THEN 'did' ELSE 'suffered' END AS as, r.name AS what, s.text AS sentence
ORDER BY r.article, s.index, actor, what
