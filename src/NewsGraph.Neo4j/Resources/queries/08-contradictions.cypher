// Which claims contradict each other?
MATCH (yes:Relation {polarity: 'positive', modality: 'actual'})
MATCH (no:Relation {polarity: 'negative', modality: 'actual'})
WHERE yes.claim = no.claim
MATCH (yes)-[:EVIDENCED_BY]->(here:Sentence)
MATCH (no)-[:EVIDENCED_BY]->(there:Sentence)
RETURN yes.name AS claim, CASE yes.voice WHEN 'article' THEN [yes.article] ELSE yes.sources END AS stated,
       CASE no.voice WHEN 'article' THEN [no.article] ELSE no.sources END AS denied, here.text AS statement, there.text AS denial
ORDER BY claim, yes.id, no.id
