"""Tags, trees, names and roles of windows, and their scores against the treebanks."""
import collections

import numpy as np
import torch

import model
from decoding import decode_heads, decode_names, name_spans
from windows import BATCH_PIECES, INPUTS, batches, inputs, tensors


def core_encoder(net):
    """Arrays → outputs of the core alone; what `core_scores` calls while stage 1 trains."""
    def encode(arrays):
        batch = tensors(arrays)
        return head_outputs(net, batch, net.words(*[batch[k] for k in INPUTS[:-1]]))
    return encode


def head_outputs(net, batch, words, heads=3):
    """upos, xpos, arc, headk, labk, ner, pred, predidx, role as in docs/model-interface.md, and the word vectors."""
    rooted = net.with_root(words)
    arc = net.arcs(words, rooted, batch["sent"])
    columns = min(heads, arc.shape[-1])
    best = torch.topk(arc, columns, dim=-1).indices
    dependent, head = net.label_vectors(words, rooted)
    labels = net.label_scores(dependent[:, :, None, :], model.gather_rows(head, best)).argmax(-1)
    predicate_scores = net.predicate(words).float()
    pred = predicate_scores[..., 1] - predicate_scores[..., 0]
    index = torch.nonzero((pred > 0) & (batch["sent"] > 0))
    predicate, argument = net.role_vectors(words)
    rows = index[:, 0]
    role = net.role_scores(predicate[rows, index[:, 1]][:, None, :], argument[rows]).argmax(-1)
    own = batch["sent"][rows, index[:, 1]][:, None] == batch["sent"][rows]
    out = dict(upos=net.upos(words).argmax(-1), xpos=net.xpos(words).argmax(-1), arc=arc, headk=best, labk=labels,
               ner=net.names(words).float(), pred=pred, predidx=index, role=role * own)
    return {k: v.numpy() for k, v in out.items()}


def window_analysis(window, b, out):
    """Yields (sentence, upos, xpos, heads, rels, names, {predicate: roles}) of window `b` of a batch; ids, not labels."""
    start = 0
    roles = {}
    for (row, word), values in zip(out["predidx"], out["role"]):
        if row == b:
            roles[int(word)] = values
    for s in window.sentences:
        end = start + len(s)
        columns = [0] + list(range(start + 1, end + 1))
        arc = out["arc"][b, start:end][:, columns].astype(np.float64)
        heads = decode_heads(arc)
        rels = np.zeros(len(s), int)
        for i, h in enumerate(heads):
            at = np.nonzero(out["headk"][b, start + i] == (h + start if h else 0))[0]
            rels[i] = out["labk"][b, start + i, at[0] if len(at) else 0]
        yield (s, out["upos"][b, start:end], out["xpos"][b, start:end], heads, rels,
               decode_names(out["ner"][b, start:end].astype(np.float64)),
               {p - start: r[start:end] for p, r in roles.items() if start <= p < end})
        start = end


def analyses(encode, windows):
    """window_analysis over all windows, batched by length."""
    for group in batches(windows, BATCH_PIECES):
        out = encode(inputs(group))
        for b, window in enumerate(group):
            yield from window_analysis(window, b, out)


def f_score(right, predicted, gold):
    """F, precision, recall in per cent."""
    p, r = right / max(predicted, 1), right / max(gold, 1)
    return [round(100 * x, 2) for x in (2 * p * r / max(p + r, 1e-9), p, r)]


def core_scores(encode, windows, labels):
    """UPOS, XPOS, UAS, LAS accuracy, F of names, predicates and labelled argument heads (predicted predicates)."""
    c = collections.Counter()
    lists = labels.lists
    for s, upos, xpos, heads, rels, names, roles in analyses(encode, windows):
        if s.upos:
            c["words"] += len(s)
            c["upos"] += sum(lists["upos"][i] == g for i, g in zip(upos, s.upos))
            c["xpos"] += sum(lists["xpos"][i] == g for i, g in zip(xpos, s.xpos))
            right = [h == g for h, g in zip(heads, s.heads)]
            c["uas"] += sum(right)
            c["las"] += sum(ok and lists["rel"][r] == g for ok, r, g in zip(right, rels, s.rels))
        if s.ner:
            gold, found = name_spans(s.ner), name_spans(names)
            c.update(ng=len(gold), np=len(found), nt=len(gold & found))
        if s.frames is not None:
            gold = {p for p, _ in s.frames}
            c.update(pg=len(gold), pp=len(roles), pt=len(gold & set(roles)))
            gold = {(p, r, h) for p, args in s.frames for r, h, _, _ in args}
            found = {(p, lists["role"][r], i) for p, row in roles.items() for i, r in enumerate(row) if r}
            c.update(rg=len(gold), rp=len(found), rt=len(gold & found))
    result = {}
    if c["words"]:
        result.update({k.upper(): round(100 * c[k] / c["words"], 2) for k in ("upos", "xpos", "uas", "las")})
    for name, key in (("names", "n"), ("predicates", "p"), ("roles", "r")):
        if c[key + "g"]:
            result[name] = f_score(c[key + "t"], c[key + "p"], c[key + "g"])
    return result


def selection_score(scores):
    """What dev chooses by: mean of tags, trees, names and roles."""
    ewt, gum, uner = scores["ewt-dev"], scores["gum-dev"], scores["uner-dev"]
    return ((ewt["UPOS"] + gum["UPOS"]) / 2 + (ewt["LAS"] + gum["LAS"]) / 2 + uner["names"][0] + ewt["roles"][0]) / 4
