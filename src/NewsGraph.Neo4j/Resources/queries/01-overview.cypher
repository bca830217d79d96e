// Who are the main actors, and what did they do to each other?
MATCH (e:Entity)
WHERE NOT coalesce(e.unnamed, false)
WITH e ORDER BY e.mentions DESC, e.name LIMIT 12
WITH collect(e) AS main
UNWIND main AS a
MATCH (a)-[r]->(b:Entity)
WHERE b IN main
WITH a, r, b ORDER BY r.confidence DESC, r.key
WITH a, b, type(r) AS type, head(collect(r)) AS r
RETURN a, r, b
ORDER BY r.confidence DESC, type LIMIT 40
