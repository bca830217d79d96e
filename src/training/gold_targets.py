"""The annotation of an article on its words: mentions, triggers with arguments, cues."""
import dataclasses

from features import ARGUMENT_SENTENCES, SUBJECT_SENTENCES
from labels import ENTITY_TYPES, MODALITIES, POLARITIES

NAME, NOMINAL, PRONOUN = 1, 2, 3
DETERMINER_PRONOUNS = set("this that these those one both some others".split())
UNKNOWN_TYPE = ENTITY_TYPES.index("Group")


@dataclasses.dataclass
class GoldMention:
    """Entity id, entity type and kind of the mention whose head is this word."""
    entity: str
    etype: int
    kind: int


@dataclasses.dataclass
class Pointer:
    """Where an argument may point: head words of acceptable mentions, or nowhere (`none`)."""
    heads: list
    none: bool


@dataclasses.dataclass
class GoldTrigger:
    """A relation on its trigger word; a pointer is None where the argument cannot be reached."""
    word: int
    types: list
    subject: object
    object: object
    source: object
    polarity: int
    modality: int


@dataclasses.dataclass
class GoldCue:
    """Reported speech on its cue word; kind 1 indirect, 2 direct; content is a head word or None."""
    word: int
    source: object
    content: object
    kind: int


def head_of_span(a, spans, start, end):
    """The word of a character span that is governed from outside, punctuation last; None if there is no word."""
    inside = [i for i, (s, e) in enumerate(spans) if s < end and e > start]
    members = set(inside)
    outer = [i for i in inside if a.head[i] not in members]
    return next((i for i in outer if a.upos[i] != "PUNCT"), (outer or inside or [None])[0])


def mention_kind(a, head, text):
    """Kind by tag and form; the annotation does not say it."""
    word = a.words[head]
    if a.upos[head] == "PRON" or (a.upos[head] == "DET" and word.lower() in DETERMINER_PRONOUNS
                                  and len(text.split()) == 1):
        return PRONOUN
    if a.upos[head] == "PROPN" or a.xpos[head] in ("NNP", "NNPS") or a.upos[head] == "ADJ" and word[0].isupper():
        return NAME
    return NOMINAL


class GoldWords:
    """`mentions` {head word: GoldMention}, `triggers`, `cues` of one article; `lost` mentions share a head word."""

    def __init__(self, article):
        self.a, self.spans, self.gold = article.analysis, article.spans, article.gold
        self.mentions, self.lost = {}, 0
        self.add_mentions()
        self.by_entity = {}
        for head, m in self.mentions.items():
            self.by_entity.setdefault(m.entity, []).append(head)
        self.triggers = [t for t in map(self.trigger, self.gold["relations"]) if t]
        self.cues = [c for c in map(self.cue, self.gold["attributions"]) if c]

    def head(self, span):
        return head_of_span(self.a, self.spans, span["start"], span["end"])

    def add_mentions(self):
        """Shortest first; a word heads one mention only."""
        entities = self.gold["entities"]
        every = [(m["end"] - m["start"], key, m) for key, e in entities.items() for m in e["mentions"]]
        for _, key, m in sorted(every, key=lambda x: x[0]):
            head = self.head(m)
            if head is None:
                continue
            if head in self.mentions:
                self.lost += 1
                continue
            etype = entities[key]["type"]
            index = ENTITY_TYPES.index(etype) if etype in ENTITY_TYPES else UNKNOWN_TYPE
            self.mentions[head] = GoldMention(key, index, mention_kind(self.a, head, m["text"]))

    def pointer(self, entities, word, back):
        """Mentions of the entities in the word's sentence or, if there are none, in the nearest of `back` before it."""
        entities = entities if isinstance(entities, list) else [entities]
        heads = []
        for step in range(back + 1):
            heads = [h for e in entities for h in self.by_entity.get(e, [])
                     if self.a.sent[h] == self.a.sent[word] - step]
            if heads:
                break
        none = None in entities
        return Pointer(heads, none) if heads or none else None

    def trigger(self, r):
        word = self.head(r["trigger"])
        if word is None:
            return None
        modality = r.get("modality", "actual")
        return GoldTrigger(word, r["type"], self.pointer(r["subject"], word, SUBJECT_SENTENCES),
                           self.pointer(r["object"], word, SUBJECT_SENTENCES),
                           self.pointer(r.get("attribution") or [None], word, ARGUMENT_SENTENCES),
                           POLARITIES.index(r.get("polarity", "positive")),
                           MODALITIES.index(modality) if modality in MODALITIES else 0)

    def cue(self, s):
        word = self.head(s["cue"])
        if word is None:
            return None
        return GoldCue(word, self.pointer(s["source"], word, ARGUMENT_SENTENCES), self.head(s["content"]),
                       2 if s["kind"] == "direct" else 1)
