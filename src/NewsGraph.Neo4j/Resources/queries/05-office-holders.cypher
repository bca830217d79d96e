// Who holds or held which office?
MATCH (p:Entity)<-[:SUBJECT]-(r:Relation {type: 'HOLDS_OFFICE'})
WHERE r.polarity = 'positive'
OPTIONAL MATCH (r)-[:OBJECT]->(o:Entity)
RETURN p.name AS person, r.office AS office, o.name AS of, r.status AS status, count(*) AS times, collect(DISTINCT r.article) AS articles
ORDER BY person, office, of, status
