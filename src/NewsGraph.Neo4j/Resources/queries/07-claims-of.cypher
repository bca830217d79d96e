// What does one person or body claim?
WITH '' AS person   // a name or a part of one; empty: who claims most
OPTIONAL MATCH (named:Entity)<-[:ATTRIBUTED_TO]-()
WHERE person <> '' AND (toLower(named.name) CONTAINS toLower(person) OR any(a IN named.aliases WHERE toLower(a) CONTAINS toLower(person)))
WITH person, collect(DISTINCT named) AS asked
MATCH (source:Entity)<-[:ATTRIBUTED_TO]-(r:Relation)
WHERE person = '' OR source IN asked
WITH source, collect(r) AS claims ORDER BY size(claims) DESC, source.name LIMIT 1
UNWIND claims AS r
MATCH (r)-[by:ATTRIBUTED_TO]->(source)
MATCH (r)-[end:SUBJECT|OBJECT]->(e:Entity)
RETURN source, by, r, end, e
