"""Coreference: antecedent scores and rules on names make clusters of mentions."""
import numpy as np

from extraction_loss import coreference_arrays
from labels import ENTITY_TYPES

NAME = 1
PERSON = ENTITY_TYPES.index("Person")
KIND_WEIGHT = {1: 3.0, 2: 1.0, 3: 0.5}
NAME_STOP_WORDS = {"'s", "’s", "the"}


class Clusters:
    """Union-find over mentions; clusters that hold different person names never join."""

    def __init__(self, mentions, name_words):
        self.parent = list(range(len(mentions)))
        self.names = [[words] if m.kind == NAME and m.etype == PERSON and words else []
                      for m, words in zip(mentions, name_words)]

    def root(self, i):
        while self.parent[i] != i:
            i = self.parent[i]
        return i

    def compatible(self, i, j):
        """False where both clusters have person names and no two of them share a word."""
        a, b = self.names[self.root(i)], self.names[self.root(j)]
        return not a or not b or any(set(x) & set(y) for x in a for y in b)

    def join(self, i, j):
        """The cluster of `i` goes into that of `j`, if they are compatible."""
        a, b = self.root(i), self.root(j)
        if a == b:
            return True
        if not self.compatible(a, b):
            return False
        self.parent[a] = b
        self.names[b] = self.names[b] + self.names[a]
        return True

    def groups(self):
        """Lists of mention indices, in order of their first mention."""
        found = {}
        for i in range(len(self.parent)):
            found.setdefault(self.root(i), []).append(i)
        return sorted(found.values(), key=min)


def name_words(a, mention):
    """Lower-cased words of the extent without article and genitive."""
    return [w.lower() for w in a.words[mention.first:mention.last + 1] if w.lower() not in NAME_STOP_WORDS]


def same_name(first, second, both_persons):
    """Equal words; for persons also a family name alone."""
    if not first or not second:
        return False
    if first == second:
        return True
    return (both_persons and first[-1] == second[-1] and (len(first) == 1 or len(second) == 1)
            and len(first[-1]) > 3)


def resolve(a, model, vec, mentions, thresholds):
    """Lists of mention indices, one per entity."""
    words = [name_words(a, m) for m in mentions]
    clusters = Clusters(mentions, words)
    if len(mentions) > 1:
        heads, kinds = [m.head for m in mentions], [m.kind for m in mentions]
        etypes = [m.etype for m in mentions]
        pairs, rows = coreference_arrays(a, heads, kinds, etypes)
        score, none = model.pairs("coreference", dict(
            vec=vec, mention=np.array(heads), kind=np.array(kinds), type=np.array(etypes), pair=pairs, feat=rows))
        links = [[] for _ in mentions]
        for (i, j), s in zip(pairs, score):
            if s > none[i] + thresholds["coreference"]:
                links[i].append((-s, j))
        for i, found in enumerate(links):
            for _, j in sorted(found):
                if clusters.join(i, j):
                    break
    names = [i for i, m in enumerate(mentions) if m.kind == NAME]
    for position, i in enumerate(names):
        for j in names[:position]:
            persons = mentions[i].etype == PERSON and mentions[j].etype == PERSON
            if same_name(words[i], words[j], persons):
                clusters.join(i, j)
    return clusters.groups()


def entity_type(group, mentions, etype):
    """Index of the type with the highest sum of probabilities, names counting three times, pronouns half."""
    return int(sum(KIND_WEIGHT[mentions[i].kind] * etype[mentions[i].head] for i in group).argmax())
