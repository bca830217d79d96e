// What happened when?
MATCH (r:Relation)
WHERE r.timeStart IS NOT NULL AND r.polarity = 'positive' AND r.modality = 'actual'
WITH r.timeStart AS start, r.timeEnd AS end, r.name AS name, count(*) AS times, collect(DISTINCT r.article) AS articles
RETURN toString(start) AS from, toString(end) AS to, name AS happened, times, articles
ORDER BY start, end, happened
