// Which figures differ for what may be the same thing?
MATCH (r:Relation)-[end:SUBJECT|OBJECT]->(g:Entity)
WHERE g.quantityValue IS NOT NULL AND r.polarity = 'positive'
WITH r, end, g ORDER BY g.quantityValue, g.quantityText
WITH r.type AS doing, type(end) AS as, g.quantityUnit AS unit,
     collect(DISTINCT g.quantityText) AS figures, min(g.quantityValue) AS least, max(g.quantityValue) AS most, collect(DISTINCT r.article) AS articles
WHERE least < most
RETURN doing, toLower(as) AS as, unit, figures, least, most, articles
ORDER BY doing, as, unit
