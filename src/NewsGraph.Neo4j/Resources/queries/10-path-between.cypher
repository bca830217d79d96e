// How are two actors connected?
WITH '' AS from, '' AS to   // names or parts of names; empty: the two that are mentioned most
MATCH (e:Entity)
WITH from, to, e ORDER BY e.mentions DESC, e.name
WITH from, to, collect(e) AS all
WITH [e IN all WHERE from <> '' AND toLower(e.name) CONTAINS toLower(from)] AS first, [e IN all WHERE to <> '' AND toLower(e.name) CONTAINS toLower(to)] AS last, all
WITH coalesce(head(first), all[0]) AS a, head([e IN last + all WHERE e <> coalesce(head(first), all[0])]) AS b
MATCH path = shortestPath((a)-[*..6]-(b))
WHERE all(n IN nodes(path) WHERE n:Entity)
RETURN path
