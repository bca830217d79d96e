"""Exchange of words in training articles. Some names become other names of the same entity type, tag and shape, all
their occurrences alike, so that the heads learn constructions and not what these names did; some triggers become other
words of the same rule of the ontology, so that rare words are seen. Trees and targets stay."""
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


def like_case(word, model):
    """The word with a capital where the model has one."""
    return word.capitalize() if model[0].isupper() else word


class Exchange:
    """The names of all training articles by entity type, tag and shape; the synonyms of each trigger."""

    def __init__(self, articles, pieces, rate, synonyms, trigger_rate):
        self.pieces, self.rate, self.trigger_rate = pieces, rate, trigger_rate
        self.synonyms = {a.name: self.trigger_synonyms(a, synonyms) for a in articles}
        triggers = {stem(a.analysis.words[t.word]) for a in articles for t in a.targets.gold.triggers}
        self.found = {article.name: name_words(article, triggers) for article in articles}
        pools = collections.defaultdict(set)
        for article in articles:
            for word, key in self.found[article.name].items():
                pools[key].add(article.analysis.words[word])
        self.pools = {key: sorted(words) for key, words in pools.items()}

    @staticmethod
    def trigger_synonyms(article, synonyms):
        """Trigger word → words that may take its place."""
        a, found = article.analysis, {}
        for t in article.targets.gold.triggers:
            others = synonyms.others(t.types[0], a.xpos[t.word], a.words[t.word])
            if others:
                found[t.word] = [like_case(w, a.words[t.word]) for w in others]
        return found

    def sentences(self, article, rng):
        """The article's sentences with a share of its names and triggers exchanged."""
        words, changed = article.analysis.words, {}
        mapping = {}
        for word, key in self.found[article.name].items():
            if words[word] not in mapping:
                other = rng.choice(self.pools[key]) if rng.random() < self.rate else words[word]
                mapping[words[word]] = other
            if mapping[words[word]] != words[word]:
                changed[word] = mapping[words[word]]
        for word, others in self.synonyms[article.name].items():
            if rng.random() < self.trigger_rate:
                changed[word] = rng.choice(others)
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
