"""The reference of decoding: from word scores to mentions, entities, reports and relations (news-graph/1)."""
import collections

import numpy as np

from analyzing import softmax
from extraction import CUE_SOURCE, OBJECT, SOURCE, SUBJECT
from extraction_loss import REACH, FeatureCache
from features import trigger_features
from labels import ENTITY_TYPES, MENTION_KINDS, MODALITIES
from mentions import Mention, extent
from reporting import find_reports
from resolving import entity_type, resolve
from stems import stem

THRESHOLDS = dict(mention=0.5, trigger=0.5, none=0.5, second=0.35, pair=0.0, both=0.0, cue=0.5, source=0.5,
                  coreference=0.0, lexicon=0.5, name=2.0, source_rule=0.95)
STATES = {"HOLDS_OFFICE", "PREDECESSOR_OF", "MEMBER_OF", "ALLY_OF", "OPPONENT_OF", "FAMILY_OF", "PART_OF", "LOCATED_IN",
          "CAPITAL_OF", "CITIZEN_OF", "OWNS", "WORKS_FOR", "CONTROLS"}
SYMMETRIC_MOST = 6
LEAST_TRIGGER = 0.1
SECOND_OBJECT = 0.1
FORMER = ("former", "ex", "late")


class TypePrior:
    """Sharpens the types of a trigger word with the lexicon and with the words of the types' names."""

    def __init__(self, relations, lexicon):
        self.relations, self.lexicon = relations, lexicon
        self.index = {name: i for i, name in enumerate(relations)}
        self.named = collections.defaultdict(list)
        for i, name in enumerate(relations):
            self.named[stem(name.split("_")[0])].append(i)

    def apply(self, a, trigger, thresholds):
        """N×(1+R) probabilities; the probability of being a trigger stays."""
        out = trigger.copy()
        for i in np.nonzero(1 - trigger[:, 0] >= LEAST_TRIGGER)[0]:
            key = stem(a.words[i])
            weights = np.ones(len(self.relations))
            counts = self.lexicon.get(key)
            if thresholds["lexicon"] and counts:
                total = sum(counts.values()) + .5
                weights[:] = .1 / total
                for name, count in counts.items():
                    if name in self.index:
                        weights[self.index[name]] += count / total
                weights **= thresholds["lexicon"]
            if thresholds["name"] and a.upos[i] in ("VERB", "NOUN", "ADJ"):
                weights[self.named.get(key, [])] *= np.exp(thresholds["name"])
            share = trigger[i, 1:] * weights
            out[i, 1:] = (1 - trigger[i, 0]) * share / max(share.sum(), 1e-12)
        return out


class ArticleDecoder:
    """Decodes one analysed article."""

    def __init__(self, article, scores, model, labels, prior, thresholds):
        self.article, self.a, self.scores, self.model = article, article.analysis, scores, model
        self.relations, self.prior, self.thresholds = labels.lists["relation"], prior, thresholds
        self.cache = FeatureCache(self.a)

    def span(self, first, last):
        return dict(start=self.article.spans[first][0], end=self.article.spans[last][1])

    def find_mentions(self):
        """Head words above the threshold, with kind, type and extent."""
        found = []
        for head in np.nonzero(1 - self.scores.kind[:, 0] > self.thresholds["mention"])[0]:
            head = int(head)
            kind = 1 + int(self.scores.kind[head, 1:].argmax())
            found.append(Mention(head, kind, int(self.scores.etype[head].argmax()), *extent(self.a, head, kind)))
        return found

    def score_arguments(self, words, types, roles):
        """Per role: K×(1+M) scores of none and of each mention; −1e4 out of reach."""
        mentions = self.mentions
        names = [self.relations[y] if y < len(self.relations) else "" for y in types]
        heads, etypes = [m.head for m in mentions], [m.etype for m in mentions]
        pairs, rows = self.cache.arguments(words, names, heads, etypes)
        score, none = self.model.pairs("arguments", dict(
            vec=self.scores.vec, trigger=np.array(words), type=np.array(types), mention=np.array(heads),
            kind=np.array([m.kind for m in mentions]), mtype=np.array(etypes), pair=pairs, feat=rows))
        steps = np.array([self.a.sent[words[k]] - self.a.sent[heads[m]] for k, m in pairs])
        out = {}
        for role in roles:
            table = np.full((len(words), 1 + len(mentions)), -1e4, np.float32)
            table[:, 0] = none[:, role]
            near = steps <= REACH[role]
            table[pairs[near, 0], 1 + pairs[near, 1]] = score[near, role]
            out[role] = table
        return out

    def decode(self):
        """The article as news-graph/1, without times."""
        self.mentions = self.find_mentions()
        self.groups = resolve(self.a, self.model, self.scores.vec, self.mentions, self.thresholds)
        self.entity = {i: f"e{n}" for n, group in enumerate(self.groups) for i in group}
        cue_type = len(self.relations)
        self.reports = find_reports(
            self.a, self.model, self.scores.vec, self.scores, self.mentions,
            lambda cues: self.score_arguments(cues, [cue_type] * len(cues), [CUE_SOURCE])[CUE_SOURCE][:, 1:],
            self.thresholds)
        return dict(format="news-graph/1", generator="reference", articles=[self.article_entry()],
                    entities=[self.entity_entry(n, g) for n, g in enumerate(self.groups)],
                    relations=self.find_relations(), attributions=[self.report_entry(r) for r in self.reports], times=[])

    def article_entry(self):
        article = self.article
        sentences = [dict(id=f"{article.name}#{i}", start=article.spans[s][0], end=article.spans[e - 1][1],
                          part="title" if i == 0 else "body")
                     for i, (s, e) in enumerate(zip(article.starts, article.starts[1:]))]
        return dict(id=article.name, title=article.text.split("\n")[0], source=None, byline=None, published=None,
                    url=None, language="en", text=article.text, sentences=sentences)

    def entity_entry(self, number, group):
        mentions = self.mentions
        best_kind = min(mentions[i].kind for i in group)
        texts = [self.article.text[slice(*self.span(m.first, m.last).values())]
                 for m in (mentions[i] for i in group) if m.kind == best_kind]
        name = max(texts, key=len)
        return dict(id=f"e{number}", type=ENTITY_TYPES[entity_type(group, mentions, self.scores.etype)], subtype=None,
                    name=name, aliases=sorted(set(texts) - {name}), wikidata=None, quantity=None,
                    mentions=[dict(article=self.article.name, sentence=f"{self.article.name}#{self.a.sent[m.head]}",
                                   kind=MENTION_KINDS[m.kind], **self.span(m.first, m.last))
                              for m in (mentions[i] for i in group)])

    def report_entry(self, report):
        return dict(article=self.article.name, source=self.entity[report.source], cue=self.span(report.cue, report.cue),
                    content=self.span(min(report.words), max(report.words)), kind=report.kind, time=None)

    def find_triggers(self):
        """(word, type): every type above the threshold, and the best one of a word that is a trigger."""
        p = self.prior.apply(self.a, self.scores.trigger, self.thresholds)
        least = self.thresholds["trigger"]
        found = []
        for word in np.nonzero(1 - p[:, 0] > least)[0]:
            types = set(np.nonzero(p[word, 1:] > least)[0].tolist()) | {int(p[word, 1:].argmax())}
            found += [(int(word), y) for y in sorted(types)]
        return found, 1 - p[:, 0]

    def choose(self, p):
        """[(mention or None, probability)]: nothing, or the best mention and others of other entities."""
        if p[0] > self.thresholds["none"]:
            return [(None, float(p[0]))]
        best = int(p[1:].argmax())
        others = [(j, float(p[1 + j])) for j in np.nonzero(p[1:] > self.thresholds["second"])[0].tolist()
                  if self.entity[j] != self.entity[best]]
        return self.with_conjuncts([(best, float(p[1 + best]))] + others)

    def with_conjuncts(self, chosen):
        """What is coordinated with an argument is one too."""
        at = {m.head: i for i, m in enumerate(self.mentions)}
        out = list(chosen)
        for mention, probability in chosen:
            for child in self.a.children[self.mentions[mention].head]:
                other = at.get(child)
                if (self.a.rel[child] == "conj" and other is not None
                        and all(self.entity[other] != self.entity[q] for q, _ in out)):
                    out.append((other, probability))
        return out[:SYMMETRIC_MOST]

    def source_of(self, word, p):
        """Entity and cue that a relation is attributed to, or None: scored, else by the report that contains the word."""
        if p[0] < 1 - self.thresholds["source"]:
            best = int(p[1:].argmax())
            cues = [r.cue for r in self.reports if self.entity[r.source] == self.entity[best]]
            cue = min(cues, key=lambda c: abs(c - word)) if cues else max(self.a.head[self.mentions[best].head], 0)
            return self.entity[best], cue
        inside = [r for r in self.reports if r.cue != word and r.probability > .5 and word in r.words]
        if inside and p[0] < self.thresholds["source_rule"]:
            report = min(inside, key=lambda r: abs(r.cue - word))
            return self.entity[report.source], report.cue
        return None

    def find_relations(self):
        """All relations, one for each combination of subject and object of a trigger."""
        triggers, strength = self.find_triggers()
        if not triggers or not self.mentions:
            return []
        words, types = [t for t, _ in triggers], [y for _, y in triggers]
        scores = self.score_arguments(words, types, [SUBJECT, OBJECT, SOURCE])
        p = {role: softmax(table) for role, table in scores.items()}
        polarity, modality = self.model.pairs("factuality", dict(
            vec=self.scores.vec, trigger=np.array(words), type=np.array(types),
            feat=np.array([trigger_features(self.a, t) for t in words], np.int64)))
        found, seen = [], set()
        for k, (word, y) in enumerate(triggers):
            source = self.source_of(word, p[SOURCE][k])
            for subject, object_, probability in self.arguments_of(p[SUBJECT][k], p[OBJECT][k], self.relations[y]):
                confidence = strength[word] * probability
                missing = subject is None or object_ is None
                if confidence < self.thresholds["pair"] or missing and confidence < self.thresholds["both"]:
                    continue
                relation = self.relation_entry(word, self.relations[y], subject, object_)
                key = (relation["type"], relation["subject"], relation["object"], word)
                if key in seen:
                    continue
                seen.add(key)
                relation.update(id=f"r{len(found) + 1}", confidence=round(float(confidence), 3),
                                polarity="negative" if polarity[k, 1] > polarity[k, 0] else "positive",
                                modality=MODALITIES[int(modality[k].argmax())],
                                attribution=[] if source is None else [dict(
                                    source=source[0], cue=self.span(source[1], source[1]), kind="indirect", time=None)])
                found.append(relation)
        return found

    def arguments_of(self, subjects, objects, relation):
        """Yields (subject, object, probability); a state needs both, subject and object are different entities."""
        for s, p_subject in self.choose(subjects):
            for o, p_object in self.choose(objects):
                if s is not None and o is not None and self.entity[s] == self.entity[o]:
                    o, p_object = self.other_object(objects, self.entity[s])
                if s is None and o is None or (s is None or o is None) and relation in STATES:
                    continue
                yield s, o, p_subject * p_object

    def other_object(self, objects, entity):
        """The best object that is another entity, or none."""
        rest = [(float(p), j) for j, p in enumerate(objects[1:]) if self.entity[j] != entity]
        p, best = max(rest, default=(0.0, None))
        return (best, p) if p > SECOND_OBJECT else (None, .3)

    def relation_entry(self, word, relation, subject, object_):
        """The part of a relation that does not depend on scores."""
        def mention(i):
            return None if i is None else self.span(self.mentions[i].first, self.mentions[i].last)
        return dict(article=self.article.name, sentence=f"{self.article.name}#{self.a.sent[word]}", type=relation,
                    plover=None, mode=None, subject=self.entity.get(subject), object=self.entity.get(object_),
                    subjectMention=mention(subject), objectMention=mention(object_), trigger=self.span(word, word),
                    arguments=[], attributes=self.office(word) if relation == "HOLDS_OFFICE" else {}, time=None,
                    extractor="reference")

    def office(self, word):
        """The title with the modifiers before it that are no mentions, and whether it is a former one."""
        heads = {m.head for m in self.mentions}
        first = word
        while (first > 0 and self.a.head[first - 1] in (word, first) and first - 1 not in heads
               and self.a.rel[first - 1] in ("compound", "amod")):
            first -= 1
        before = {w.lower() for w in self.a.words[max(0, first - 2):first]}
        span = self.span(first, word)
        return dict(office=self.article.text[span["start"]:span["end"]],
                    status="former" if before & set(FORMER) else "current")


def predict(article, scores, model, labels, lexicon, thresholds):
    """news-graph/1 of one analysed article."""
    prior = TypePrior(labels.lists["relation"], lexicon)
    return ArticleDecoder(article, scores, model, labels, prior, thresholds).decode()
