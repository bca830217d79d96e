// What rests on a single source?
MATCH (r:Relation {polarity: 'positive', modality: 'actual'})
WITH coalesce(r.claim, r.id) AS claim, collect(r) AS rs
WHERE none(r IN rs WHERE r.voice = 'article')
WITH rs, reduce(names = [], r IN rs | names + [n IN r.sources WHERE NOT n IN names]) AS sources
WHERE size(sources) = 1
RETURN sources[0] AS source, head(rs).name AS claim, size(rs) AS times, reduce(ids = [], r IN rs | CASE WHEN r.article IN ids THEN ids ELSE ids + r.article END) AS articles
ORDER BY source, claim
