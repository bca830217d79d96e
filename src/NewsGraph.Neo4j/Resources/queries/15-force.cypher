// Who used force or coercion against whom?
MATCH (r:Relation {polarity: 'positive', modality: 'actual'})
WHERE r.plover IN ['ASSAULT', 'COERCE'] OR r.type IN ['ATTACKED', 'KILLED', 'WOUNDED', 'SHOT_AT', 'BOMBED', 'ABDUCTED', 'TORTURED', 'EXECUTED', 'DESTROYED', 'ARRESTED', 'DETAINED', 'SEIZED', 'RAIDED', 'DISPERSED', 'DEPORTED']
OPTIONAL MATCH (r)-[:SUBJECT]->(who:Entity)
OPTIONAL MATCH (r)-[:OBJECT]->(whom:Entity)
RETURN who.name AS who, r.type AS did, whom.name AS whom, whom.quantityText AS number, r.timeValue AS time, r.sources AS says
ORDER BY did, who, whom, r.id
