// Which articles are loaded, and what did each bring?
MATCH (a:Article)
OPTIONAL MATCH (a)<-[:PART_OF_ARTICLE]-(:Sentence)<-[:EVIDENCED_BY]-(r:Relation)
WITH a, count(DISTINCT r) AS relations
RETURN a.id AS article, a.title AS title, a.source AS source, toString(a.published) AS published,
       count { (a)<-[:MENTIONED_IN]-() } AS entities, relations
ORDER BY published, article
