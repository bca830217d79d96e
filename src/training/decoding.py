"""From scores to trees (greedy, Chu-Liu/Edmonds where that gives none) and names (legal BIO, Viterbi)."""
import numpy as np

from treebanks import NER

FORBIDDEN = -1e9
NER_TRANSITIONS = np.array([[FORBIDDEN if b.startswith("I-") and a[2:] != b[2:] else 0.0 for b in NER] for a in NER])
NER_INSIDE = [i for i, tag in enumerate(NER) if tag.startswith("I-")]


def find_cycle(heads):
    """Nodes of a cycle, or None; heads[0] is the root and ignored."""
    seen = np.zeros(len(heads), int)
    for i in range(1, len(heads)):
        path, j = [], i
        while j != 0 and not seen[j]:
            seen[j] = i
            path.append(j)
            j = heads[j]
        if j != 0 and seen[j] == i and j in path:
            return path[path.index(j):]
    return None


def chu_liu_edmonds(scores):
    """Maximum spanning arborescence on scores[dependent, head] over n + 1 nodes, 0 the root
    (Chu and Liu 1965, Edmonds 1967); returns the head of each node."""
    scores = scores.copy()
    np.fill_diagonal(scores, FORBIDDEN)
    scores[0] = FORBIDDEN
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    rest = [i for i in range(len(heads)) if i not in cycle]
    size = len(rest)
    small = np.full((size + 1, size + 1), FORBIDDEN)
    total = sum(scores[i, heads[i]] for i in cycle)
    entering, leaving = {}, {}
    for a, i in enumerate(rest):
        small[a, :size] = scores[i, rest]
        leaving[a] = max(cycle, key=lambda c: scores[i, c])
        small[a, size] = scores[i, leaving[a]]
        entering[a] = max(cycle, key=lambda c: scores[c, i] - scores[c, heads[c]])
        small[size, a] = total + scores[entering[a], i] - scores[entering[a], heads[entering[a]]]
    contracted = chu_liu_edmonds(small)
    out = np.zeros(len(heads), int)
    for a, i in enumerate(rest):
        if i:
            out[i] = leaving[a] if contracted[a] == size else rest[contracted[a]]
    out[cycle] = heads[cycle]
    out[entering[contracted[size]]] = rest[contracted[size]]
    return out


def is_tree(heads):
    """One root and no cycle; heads of n words, 0 the root."""
    return (heads == 0).sum() == 1 and find_cycle(np.concatenate([[0], heads])) is None


def decode_heads(arc):
    """arc n×(n+1) of one sentence → heads, exactly one root: the word with the best root score when repair is needed."""
    heads = arc.argmax(1)
    if is_tree(heads):
        return heads
    logs = arc - np.logaddexp.reduce(arc, 1, keepdims=True)
    n = len(arc)
    full = np.full((n + 1, n + 1), FORBIDDEN)
    full[1:] = logs
    root = int(arc[:, 0].argmax()) + 1
    full[1:, 0] = FORBIDDEN / 10
    full[root] = FORBIDDEN
    full[root, 0] = 0
    return chu_liu_edmonds(full)[1:]


def decode_names(emissions):
    """n×7 → best legal tags."""
    score = emissions[0].copy()
    score[NER_INSIDE] = FORBIDDEN
    back = []
    for row in emissions[1:]:
        step = score[:, None] + NER_TRANSITIONS
        back.append(step.argmax(0))
        score = step.max(0) + row
    best = [int(score.argmax())]
    for pointers in reversed(back):
        best.append(int(pointers[best[-1]]))
    return [NER[i] for i in reversed(best)]


def name_spans(tags):
    """{(first, end, type)}"""
    spans, start = set(), None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and not tag.startswith("I-"):
            spans.add((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = i
    return spans
