// Who is meant by a name, in any of its wordings?
WITH '' AS text   // some words of a name; empty: everything
CALL db.index.fulltext.queryNodes('newsgraph_names', CASE text WHEN '' THEN '*:*' ELSE text END) YIELD node, score
RETURN node.id AS id, node.name AS name, node.type AS type, node.aliases AS aliases, node.mentions AS mentions, node.articles AS articles, score
ORDER BY score DESC, mentions DESC, name LIMIT 25
