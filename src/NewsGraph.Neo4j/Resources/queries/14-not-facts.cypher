// What is denied, planned, possible, attempted or only asked for?
MATCH (r:Relation)-[:EVIDENCED_BY]->(s:Sentence)
WHERE r.polarity = 'negative' OR r.modality <> 'actual'
RETURN r.name AS said, r.polarity AS polarity, r.modality AS modality, r.sources AS sources, s.text AS sentence
ORDER BY r.article, s.index, said
