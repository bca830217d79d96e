// Which entities might be one, and could be merged?
MATCH (a:Entity), (b:Entity)
WHERE a.id < b.id AND a.type = b.type AND NOT coalesce(a.unnamed, false) AND NOT coalesce(b.unnamed, false)
  AND (a.name = b.name OR a.name IN b.aliases OR b.name IN a.aliases OR any(x IN a.aliases WHERE x IN b.aliases))
RETURN a.name AS one, b.name AS other, a.type AS type, 'newsgraph merge ' + a.id + ' ' + b.id AS command
ORDER BY one, other LIMIT 50
