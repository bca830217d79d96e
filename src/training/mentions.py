"""Extents of mentions: from the head word, the tree and the names to the words that a mention covers."""
import dataclasses

PRONOUN = 3

# Dependents that are no part of the mention they hang on.
OUTSIDE = {"acl:relcl", "appos", "conj", "cc", "punct", "parataxis", "acl", "advcl", "advcl:relcl", "ccomp", "dep", "list",
           "cop", "nsubj", "nsubj:pass", "case", "mark", "discourse", "csubj", "aux", "aux:pass", "expl", "obl", "xcomp",
           "obj", "vocative", "reparandum", "orphan", "dislocated", "obl:agent", "nsubj:outer"}
# Deeper down only these are left out.
OUTSIDE_DEEPER = {"acl:relcl", "appos", "parataxis", "punct"}
LONGEST_NAME_LEFT = 8


@dataclasses.dataclass
class Mention:
    """Head word, kind (1 name, 2 nominal, 3 pronoun), entity type, first and last word."""
    head: int
    kind: int
    etype: int
    first: int
    last: int


def subtree_words(a, head):
    """The head and what belongs to it, as a set."""
    kept, open_words = {head}, [(head, 0)]
    while open_words:
        word, depth = open_words.pop()
        for child in a.children[word]:
            if a.rel[child] not in (OUTSIDE if depth == 0 else OUTSIDE_DEEPER):
                kept.add(child)
                open_words.append((child, depth + 1))
    return kept


def extent(a, head, kind):
    """(first, last) word: the connected part of the subtree around the head (punctuation inside it is bridged, but no
    comma to the right), joined with the name that the head is part of; prepositions, conjunctions and marks in front are cut."""
    if kind == PRONOUN:
        return head, head
    kept = subtree_words(a, head)
    low, high, first, last = min(kept), max(kept), head, head
    while first > low and (first - 1 in kept or a.upos[first - 1] == "PUNCT" and first - 2 in kept):
        first -= 1
    while last < high and (last + 1 in kept or a.upos[last + 1] == "PUNCT" and a.words[last + 1] != ","
                           and last + 2 in kept):
        last += 1
    if a.ner[head] != "O":
        start = end = head
        while start > 0 and a.ner[start].startswith("I-"):
            start -= 1
        while end + 1 < len(a.words) and a.ner[end + 1].startswith("I-"):
            end += 1
        if head - start < LONGEST_NAME_LEFT:
            first = min(first, start)
        last = max(last, end)
    while first < head and a.upos[first] in ("PUNCT", "ADP", "CCONJ"):
        first += 1
    return first, last
