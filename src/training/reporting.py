"""Reported speech: cue, source and the words that are reported."""
import dataclasses

import numpy as np

from analyzing import softmax
from features import ARGUMENT_SENTENCES, content_feature, content_pairs
from labels import CUE_KINDS

QUOTES = ('"', "“", "”", "``", "''")
FEWEST_QUOTED = 3
SURE_CONTENT, UNSURE_CONTENT = 0.9, 0.6
REPORTED_CHILDREN = ("ccomp", "parataxis", "xcomp", "obj")
REPORTED_PARENTS = ("parataxis", "advcl", "case", "acl")


@dataclasses.dataclass
class Report:
    """Cue word, index of the source's mention, reported words, kind, probability of the cue."""
    cue: int
    source: int
    words: set
    kind: str
    probability: float


def below(a, top, without):
    """The word and all below it, not going through the words in `without`."""
    found, open_words = {top}, [top]
    while open_words:
        for child in a.children[open_words.pop()]:
            if child not in without:
                found.add(child)
                open_words.append(child)
    return found


def one_side(words, cue, head):
    """Only the words on the head's side of the cue, where the cue stands among them."""
    if min(words) < cue < max(words):
        return {w for w in words if (w > cue) == (head > cue)}
    return words


def reported_by_tree(a, cue):
    """The word that the tree gives as reported, or None."""
    for child in a.children[cue]:
        if a.rel[child] in REPORTED_CHILDREN:
            return child
    head = a.head[cue]
    return head if head >= 0 and a.rel[cue] in REPORTED_PARENTS else None


def reported_words(a, cue, source, head, probability, kind):
    """(words, kind): what hangs on the content head, or the quotation in the cue's sentence."""
    without = {cue, source}
    words = one_side(below(a, head, without), cue, head)
    start, end = a.starts[a.sent[cue]], a.starts[a.sent[cue] + 1]
    quoted = {i for i in range(start, end) if a.quoted[i] and i != cue and a.words[i] not in QUOTES}
    if len(quoted) >= FEWEST_QUOTED:
        if not quoted & words and (probability < SURE_CONTENT or kind == "direct"):
            words = quoted
        if quoted & words:
            kind = "direct"
    elif probability < UNSURE_CONTENT:
        other = reported_by_tree(a, cue)
        if other is not None:
            words = one_side(below(a, other, without) - {cue}, cue, other) or words
    return words, kind


def find_reports(a, model, vec, scores, mentions, score_arguments, thresholds):
    """Reports of all words above the cue threshold that have a source in reach."""
    cues = [i for i in range(len(a.words)) if 1 - scores.cue[i, 0] > thresholds["cue"]]
    if not cues or not mentions:
        return []
    sources = score_arguments(cues)
    pairs = np.array(content_pairs(a, cues), np.int64).reshape(-1, 2)
    rows = np.array([[content_feature(a, cues[k], j)] for k, j in pairs], np.int64).reshape(-1, 1)
    content = np.full((len(cues), len(a.words)), -1e4, np.float32)
    content[pairs[:, 0], pairs[:, 1]] = model.pairs("content", dict(vec=vec, cue=np.array(cues), pair=pairs, feat=rows))[0]
    reports = []
    for k, cue in enumerate(cues):
        near = [m for m, x in enumerate(mentions) if 0 <= a.sent[cue] - a.sent[x.head] <= ARGUMENT_SENTENCES]
        if not near:
            continue
        source = max(near, key=lambda m: sources[k, m])
        head = int(content[k].argmax())
        kind = CUE_KINDS[1 + int(scores.cue[cue, 1:].argmax())]
        words, kind = reported_words(a, cue, mentions[source].head, head, softmax(content[k])[head], kind)
        reports.append(Report(cue, source, words, kind, float(1 - scores.cue[cue, 0])))
    return reports
