"""Targets and losses of the extraction heads on one article."""
import dataclasses

import numpy as np
import torch
import torch.nn.functional as F

from extraction import CUE_SOURCE, OBJECT, SOURCE, SUBJECT
from features import (ARGUMENT_SENTENCES, COREFERENCE_FEATURES, SUBJECT_SENTENCES, MentionForms, argument_features,
                      argument_pairs, content_feature, content_pairs, coreference_features, coreference_pairs,
                      trigger_features)
from gold_targets import GoldWords
from mentions import extent

MASKED = -1e4
REACH = {SUBJECT: SUBJECT_SENTENCES, OBJECT: SUBJECT_SENTENCES, SOURCE: ARGUMENT_SENTENCES,
         CUE_SOURCE: ARGUMENT_SENTENCES}
WEIGHTS = dict(kind=4.0, etype=1.0, trigger=6.0, cue=4.0, coreference=1.5, content=0.5)
OTHER_TYPE_SHARE = 0.25


def mention_forms(a, heads, kinds, etypes):
    """MentionForms of a list of mentions, with extents from the tree."""
    return [MentionForms(a, h, k, t, *extent(a, h, k)) for h, k, t in zip(heads, kinds, etypes)]


def coreference_arrays(a, heads, kinds, etypes):
    """Pairs P×2 and their features P×14."""
    forms = mention_forms(a, heads, kinds, etypes)
    pairs = coreference_pairs(len(heads))
    rows = [coreference_features(a, forms[i], forms[j], i - j) for i, j in pairs]
    return (np.array(pairs, np.int64).reshape(-1, 2),
            np.array(rows, np.int64).reshape(-1, COREFERENCE_FEATURES))


class FeatureCache:
    """Argument features of an article, remembered per (trigger, word, type, entity type)."""

    def __init__(self, a):
        self.a, self.rows = a, {}

    def arguments(self, triggers, type_names, heads, etypes):
        """Pairs P×2 and features P×15."""
        pairs, rows = argument_pairs(self.a, triggers, heads), []
        for k, m in pairs:
            key = (triggers[k], heads[m], type_names[k], etypes[m])
            if key not in self.rows:
                self.rows[key] = argument_features(self.a, *key)
            rows.append(self.rows[key])
        return np.array(pairs, np.int64).reshape(-1, 2), np.array(rows, np.int64).reshape(-1, 15)


@dataclasses.dataclass
class ArticleTargets:
    """Everything of one article that does not change between epochs."""
    kind: torch.Tensor
    etype: torch.Tensor
    trigger: torch.Tensor
    trigger_known: torch.Tensor
    cue: torch.Tensor
    gold: GoldWords
    heads: list
    coreference: tuple
    antecedents: torch.Tensor
    relations: list
    trigger_rows: torch.Tensor
    content: tuple
    cache: FeatureCache


def trigger_distribution(a, gold, index, size):
    """N×(1+R) target shares: the best type counts 1, the other acceptable ones ¼; 1 for words whose types are known."""
    shares = np.zeros((len(a.words), 1 + size), np.float32)
    known = np.ones(len(a.words), np.float32)
    for t in gold.triggers:
        for position, name in enumerate(t.types):
            if name in index:
                shares[t.word, 1 + index[name]] += 1 if position == 0 else OTHER_TYPE_SHARE
        if not any(name in index for name in t.types) and not shares[t.word].any():
            known[t.word] = 0
    empty = shares.sum(1) == 0
    shares[empty, 0] = 1
    return torch.from_numpy(shares / shares.sum(1, keepdims=True)), torch.from_numpy(known)


def make_targets(article, labels):
    """ArticleTargets from the annotation and the analysis."""
    a, gold = article.analysis, GoldWords(article)
    n, index = len(a.words), labels.index["relation"]
    kind, etype, cue = np.zeros(n, np.int64), np.full(n, -100, np.int64), np.zeros(n, np.int64)
    for head, m in gold.mentions.items():
        kind[head], etype[head] = m.kind, m.etype
    for c in gold.cues:
        cue[c.word] = c.kind
    heads = sorted(gold.mentions)
    found = [gold.mentions[h] for h in heads]
    coreference = coreference_arrays(a, heads, [m.kind for m in found], [m.etype for m in found])
    antecedents = torch.zeros(len(heads), 1 + len(heads), dtype=torch.bool)
    for i, j in coreference[0]:
        antecedents[i, 1 + j] = found[i].entity == found[j].entity
    antecedents[:, 0] = ~antecedents.any(1)
    relations = [t for t in gold.triggers if t.types[0] in index]
    rows = np.array([trigger_features(a, t.word) for t in relations], np.int64)
    cues = [c.word for c in gold.cues]
    pairs = content_pairs(a, cues)
    content = (np.array(pairs, np.int64).reshape(-1, 2),
               np.array([[content_feature(a, cues[k], j)] for k, j in pairs], np.int64).reshape(-1, 1))
    shares, known = trigger_distribution(a, gold, index, len(index))
    return ArticleTargets(torch.from_numpy(kind), torch.from_numpy(etype), shares, known, torch.from_numpy(cue), gold,
                          heads, tuple(map(torch.from_numpy, coreference)), antecedents, relations,
                          torch.from_numpy(rows), tuple(map(torch.from_numpy, content)), FeatureCache(a))


def dense(pairs, scores, rows, columns, keep=None):
    """rows×columns matrix of pair scores, MASKED where there is no pair."""
    out = torch.full((rows, columns), MASKED)
    if keep is not None:
        pairs, scores = pairs[keep], scores[keep]
    return out.index_put((pairs[:, 0], pairs[:, 1]), scores.float())


def marginal(logits, positive):
    """−log of the probability of all right answers together; rows without a right answer are left out."""
    rows = positive.any(1)
    if not rows.any():
        return logits.sum() * 0
    right = torch.logsumexp(logits.masked_fill(~positive, -1e9), 1)
    return (torch.logsumexp(logits, 1) - right)[rows].mean()


def pointer_targets(pointers, position, columns):
    """rows×(1+columns) truth of [none | mentions]; a pointer that is None gives a row without truth."""
    out = torch.zeros(len(pointers), 1 + columns, dtype=torch.bool)
    for k, p in enumerate(pointers):
        if p is not None:
            out[k, 0] = p.none
            for head in p.heads:
                out[k, 1 + position[head]] = True
    return out


def noisy_mentions(t, kind_scores, etype_scores, rng, rate):
    """Mentions as at run time: the annotated ones, half of them with the kind and type that the model sees, and what
    the model takes for further mentions. With `rate` 0 only the annotated ones."""
    gold = t.gold.mentions
    seen_kind = 1 + kind_scores[:, 1:].argmax(-1)
    seen_type = etype_scores.argmax(-1)
    heads = set(t.heads)
    if rng.random() < rate:
        heads |= set(torch.nonzero(kind_scores.argmax(-1) > 0)[:, 0].tolist())
    heads = sorted(heads)
    kinds, etypes = [], []
    for h in heads:
        own = h in gold and not rng.random() < rate / 2
        kinds.append(gold[h].kind if own else int(seen_kind[h]))
        etypes.append(gold[h].etype if own else int(seen_type[h]))
    return heads, kinds, etypes


def argument_losses(x, a, t, vec, mentions, labels):
    """subject, object, source of triggers and source of cues."""
    heads, kinds, etypes = mentions
    losses, position = {}, {h: i for i, h in enumerate(heads)}
    names, index = labels.lists["relation"], labels.index["relation"]
    words = [r.word for r in t.relations] + [c.word for c in t.gold.cues]
    if not words or not heads:
        return losses
    types = [index[r.types[0]] for r in t.relations] + [len(names)] * len(t.gold.cues)
    pairs, rows = t.cache.arguments(words, [names[y] if y < len(names) else "" for y in types], heads, etypes)
    pairs, rows = torch.from_numpy(pairs), torch.from_numpy(rows)
    score, none = x.arguments(vec, torch.tensor(words), torch.tensor(types), torch.tensor(heads), torch.tensor(kinds),
                              torch.tensor(etypes), pairs, rows)
    steps = torch.tensor([a.sent[words[k]] - a.sent[heads[m]] for k, m in pairs.tolist()])
    count = len(t.relations)
    parts = [("subject", SUBJECT, slice(0, count), [r.subject for r in t.relations]),
             ("object", OBJECT, slice(0, count), [r.object for r in t.relations]),
             ("source", SOURCE, slice(0, count), [r.source for r in t.relations]),
             ("cue_source", CUE_SOURCE, slice(count, None), [c.source for c in t.gold.cues])]
    for name, role, part, pointers in parts:
        if pointers:
            logits = dense(pairs, score[:, role], len(words), len(heads), steps <= REACH[role])
            logits = torch.cat([none[:, role:role + 1].float(), logits], 1)[part]
            losses[name] = marginal(logits, pointer_targets(pointers, position, len(heads)))
    return losses


def extraction_losses(x, article, words, labels, rng, noise):
    """Name → loss of one article from its word vectors N×384."""
    a, t = article.analysis, article.targets
    kind, etype = x.words.mentions(words)
    losses = dict(kind=F.cross_entropy(kind.float(), t.kind))
    if (t.etype >= 0).any():
        losses["etype"] = F.cross_entropy(etype.float(), t.etype, ignore_index=-100)
    log_trigger = F.log_softmax(x.words.triggers(words).float(), -1)
    losses["trigger"] = (-(log_trigger * t.trigger).sum(1) * t.trigger_known).mean()
    losses["cue"] = F.cross_entropy(x.words.cues(words).float(), t.cue)
    vec = words.float()
    mentions = noisy_mentions(t, kind.detach(), etype.detach(), rng, noise)
    losses.update(argument_losses(x, a, t, vec, mentions, labels))
    if t.relations:
        types = torch.tensor([labels.index["relation"][r.types[0]] for r in t.relations])
        polarity, modality = x.factuality(vec, torch.tensor([r.word for r in t.relations]), types, t.trigger_rows)
        losses["polarity"] = F.cross_entropy(polarity.float(), torch.tensor([r.polarity for r in t.relations]))
        losses["modality"] = F.cross_entropy(modality.float(), torch.tensor([r.modality for r in t.relations]))
    if len(t.heads) > 1:
        found = [t.gold.mentions[h] for h in t.heads]
        pairs, rows = t.coreference
        score, none = x.coreference(vec, torch.tensor(t.heads), torch.tensor([m.kind for m in found]),
                                    torch.tensor([m.etype for m in found]), pairs, rows)
        logits = torch.cat([none[:, None].float(), dense(pairs, score, len(t.heads), len(t.heads))], 1)
        losses["coreference"] = marginal(logits, t.antecedents)
    if t.gold.cues:
        pairs, rows = t.content
        score = x.content(vec, torch.tensor([c.word for c in t.gold.cues]), pairs, rows)
        truth = torch.zeros(len(t.gold.cues), len(a.words), dtype=torch.bool)
        for k, c in enumerate(t.gold.cues):
            if c.content is not None and c.content != c.word:
                truth[k, c.content] = True
        logits = dense(pairs, score, len(t.gold.cues), len(a.words))
        losses["content"] = marginal(logits, truth & (logits > MASKED / 2))
    return {k: v * WEIGHTS.get(k, 1.0) for k, v in losses.items()}
