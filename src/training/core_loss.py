"""Targets and losses of the language core on a batch of windows."""
import numpy as np
import torch
import torch.nn.functional as F

import model
from windows import inputs, tensors

IGNORE = -100
ROLE_WEIGHT = 3.0


def target_arrays(windows, width, labels):
    """Word-level targets B×W, and a row of roles per predicate; IGNORE where a layer is not annotated."""
    index = labels.index
    out = {k: np.full((len(windows), width), IGNORE, np.int64) for k in ("upos", "xpos", "head", "rel", "ner", "pred")}
    batch_of, word_of, roles = [], [], []
    for b, window in enumerate(windows):
        start = 0
        for s in window.sentences:
            part = slice(start, start + len(s))
            if s.upos:
                out["upos"][b, part] = [index["upos"][x] for x in s.upos]
                out["xpos"][b, part] = [index["xpos"].get(x, IGNORE) for x in s.xpos]
                out["head"][b, part] = [h + start if h else 0 for h in s.heads]
                out["rel"][b, part] = [index["rel"].get(x, IGNORE) for x in s.rels]
            if s.ner:
                out["ner"][b, part] = [index["ner"][x] for x in s.ner]
            if s.frames is not None:
                out["pred"][b, part] = 0
                for predicate, args in s.frames:
                    out["pred"][b, start + predicate] = 1
                    row = np.full(width, IGNORE, np.int64)
                    row[part] = 0
                    for role, head, _, _ in args:
                        if role in index["role"]:
                            row[start + head] = index["role"][role]
                    batch_of.append(b)
                    word_of.append(start + predicate)
                    roles.append(row)
            start += len(s)
    out.update(role_batch=np.array(batch_of, np.int64), role_word=np.array(word_of, np.int64),
               roles=np.stack(roles) if roles else np.zeros((0, width), np.int64))
    return out


def training_batch(windows, labels):
    """Inputs and targets as tensors."""
    arrays = inputs(windows)
    return tensors({**arrays, **target_arrays(windows, arrays["wc"].shape[1], labels)})


def cross_entropy(scores, targets):
    return F.cross_entropy(scores.float().flatten(0, -2), targets.flatten(), ignore_index=IGNORE)


def annotated(targets):
    return bool((targets >= 0).any())


def core_losses(net, batch, words=None):
    """Name → loss of every layer that the batch annotates."""
    if words is None:
        words = net.words(*[batch[k] for k in ("ids", "pc", "first", "last", "wc", "suf", "pre")])
    losses = {}
    if annotated(batch["upos"]):
        rooted = net.with_root(words)
        losses["upos"] = cross_entropy(net.upos(words), batch["upos"])
        losses["xpos"] = cross_entropy(net.xpos(words), batch["xpos"])
        losses["arc"] = cross_entropy(net.arcs(words, rooted, batch["sent"]), batch["head"])
        dependent, head = net.label_vectors(words, rooted)
        chosen = model.gather_rows(head, batch["head"].clamp(min=0))
        losses["rel"] = cross_entropy(net.label_scores(dependent, chosen), batch["rel"])
    if annotated(batch["ner"]):
        losses["ner"] = cross_entropy(net.names(words), batch["ner"])
    if annotated(batch["pred"]):
        losses["pred"] = cross_entropy(net.predicate(words), batch["pred"])
    if len(batch["role_batch"]):
        predicate, argument = net.role_vectors(words)
        rows = batch["role_batch"]
        scores = net.role_scores(predicate[rows, batch["role_word"]][:, None, :], argument[rows])
        losses["role"] = ROLE_WEIGHT * cross_entropy(scores, batch["roles"])
    return losses
