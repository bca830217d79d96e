"""Name exchange: in a training article some names become other names of the same entity type, tag and shape, all their
occurrences alike, so that the heads learn constructions and not what these names did. Trees and targets stay."""
import collections
import dataclasses

from stems import stem
from windows import prepare
from wordshapes import shape

NAME = 1
NAME_PARTS = ("flat", "compound", "nmod:desc")
SHORTEST = 3


def name_words(article, titles):
    """Token → (entity type, tag, shape) of the words that names consist of, those with a stem of `titles` left out."""
    a, found = article.analysis, {}
    for head, m in article.targets.gold.mentions.items():
        if m.kind != NAME:
            continue
        parts = [head] + [c for c in a.children[head] if a.rel[c] in NAME_PARTS and a.upos[c] == "PROPN"]
        for word in parts:
            text = a.words[word]
            if len(text) >= SHORTEST and text.isalpha() and stem(text) not in titles:
                found[word] = (m.etype, a.xpos[word], shape(text))
    return found


class NameExchange:
    """The names of all training articles by entity type, tag and shape."""

    def __init__(self, articles, pieces, rate):
        self.pieces, self.rate = pieces, rate
        triggers = {stem(a.analysis.words[t.word]) for a in articles for t in a.targets.gold.triggers}
        self.found = {article.name: name_words(article, triggers) for article in articles}
        pools = collections.defaultdict(set)
        for article in articles:
            for word, key in self.found[article.name].items():
                pools[key].add(article.analysis.words[word])
        self.pools = {key: sorted(words) for key, words in pools.items()}

    def sentences(self, article, rng):
        """The article's sentences with a share of its names exchanged."""
        words, changed = article.analysis.words, {}
        mapping = {}
        for word, key in self.found[article.name].items():
            if words[word] not in mapping:
                other = rng.choice(self.pools[key]) if rng.random() < self.rate else words[word]
                mapping[words[word]] = other
            if mapping[words[word]] != words[word]:
                changed[word] = mapping[words[word]]
        if not changed:
            return article.sentences
        out, start = [], 0
        for s in article.sentences:
            new = [changed.get(start + i, w) for i, w in enumerate(s.words)]
            if new != s.words:
                s = dataclasses.replace(s, words=new)
                prepare([s], self.pieces)
            out.append(s)
            start += len(new)
        return out
