// Who is talked about in the same sentences?
MATCH (a:Entity)<-[:SUBJECT|OBJECT|ARGUMENT|ATTRIBUTED_TO]-(:Relation)-[:EVIDENCED_BY]->(s:Sentence)
WITH DISTINCT a, s
MATCH (s)<-[:EVIDENCED_BY]-(:Relation)-[:SUBJECT|OBJECT|ARGUMENT|ATTRIBUTED_TO]->(b:Entity)
WHERE a.id < b.id
WITH a, b, count(DISTINCT s) AS sentences
RETURN a.name AS one, b.name AS other, sentences
ORDER BY sentences DESC, one, other LIMIT 50
