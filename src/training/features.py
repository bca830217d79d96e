"""The hashed features of pairs and triggers: the reference of docs/model-interface.md, ported to C# and compared on
tests/NewsGraph.Tests/Fixtures/parity.json. A feature is a template and some 32-bit integers, mixed by FNV-1a."""
import zlib

TABLE_ROWS = 16384
FNV_BASIS, FNV_PRIME, MASK = 2166136261, 16777619, 0xFFFFFFFF

# Paths through a tree are mixed edge by edge; these stand for what is no path.
SAME_WORD, OTHER_SENTENCE, NO_PATH, FAR_LEFT, FAR_RIGHT = 1, 2, 3, 4, 5
UP, DOWN = 1, 2
LONGEST_PATH, MOST_ANCESTORS = 4, 12

ARGUMENT_FEATURES, TRIGGER_FEATURES, COREFERENCE_FEATURES = 15, 20, 14
ARGUMENT_SENTENCES, SUBJECT_SENTENCES, ANTECEDENTS, CONTENT_SENTENCES = 3, 2, 60, 1
DISTANCES = (0, 1, 2, 3, 5, 9, 17, 33)

CRC_CACHE = {"": 0}


def crc(text):
    """CRC-32 over UTF-8; 0 for the empty string."""
    value = CRC_CACHE.get(text)
    if value is None:
        value = CRC_CACHE[text] = zlib.crc32(text.encode("utf8"))
    return value


def mix(state, *values):
    """A state with more integers mixed in."""
    for x in values:
        state = ((state ^ (x & MASK)) * FNV_PRIME) & MASK
    return state


def row(*values):
    """Row of the feature (template, x1, x2, …) in a table."""
    h = mix(FNV_BASIS, *values)
    return 1 + (h ^ (h >> 15)) % (TABLE_ROWS - 1)


def bucket(value, bounds=DISTANCES):
    """Index of the greatest bound that is not above the value."""
    return sum(value >= b for b in bounds) - 1


def main_relation(rel):
    """The label without its subtype."""
    return rel.split(":", 1)[0]


class Analysis:
    """An article as the features see it. Token lists: `words`, `upos`, `xpos`, `rel`, `head` (token index of the head,
    −1 at a root), `ner`, `sent` (sentence index); `starts` (first token of each sentence, and the end); `roles`
    {(predicate, argument): role}; `paragraph_starts` (indices of sentences with a line break before them)."""

    def __init__(self, words, starts, upos, xpos, head, rel, ner, roles, paragraph_starts=()):
        self.words, self.starts, self.upos, self.xpos = words, starts, upos, xpos
        self.head, self.rel, self.ner, self.roles = head, rel, ner, roles
        self.sent = [i for i in range(len(starts) - 1) for _ in range(starts[i], starts[i + 1])]
        self.lower = [crc(w.lower()) for w in words]
        self.rel_crc = [crc(r) for r in rel]
        self.main_crc = [crc(main_relation(r)) for r in rel]
        self.children = [[] for _ in words]
        for i, h in enumerate(head):
            if h >= 0:
                self.children[h].append(i)
        self.case_word = [self.find_case_word(i) for i in range(len(words))]
        self.passive = [self.is_passive(i) for i in range(len(words))]
        self.quoted = self.find_quoted(set(paragraph_starts))
        self.paths = {}

    def find_case_word(self, i):
        """CRC of the first preposition or marker among the children, 0 if none."""
        return next((self.lower[c] for c in self.children[i] if self.rel[c] in ("case", "mark")), 0)

    def is_passive(self, i):
        """A passive verb: passive auxiliary or subject, or a past participle that modifies a noun."""
        return int(any(self.rel[c] in ("aux:pass", "nsubj:pass") for c in self.children[i])
                   or self.rel[i] == "acl" and self.xpos[i] == "VBN")

    def find_quoted(self, paragraph_starts):
        """1 for words between quotation marks; a straight mark toggles, a paragraph begins outside."""
        inside, out = 0, []
        begins = {self.starts[s] for s in paragraph_starts}
        for i, word in enumerate(self.words):
            if i in begins:
                inside = 0
            if word == '"':
                inside = 1 - inside
            elif word in ("“", "``"):
                inside = 1
            elif word in ("”", "''"):
                inside = 0
            out.append(inside)
        return out

    def ancestors(self, i):
        """The word and the words above it, at most twelve above."""
        out = [i]
        while self.head[out[-1]] >= 0 and len(out) <= MOST_ANCESTORS:
            out.append(self.head[out[-1]])
        return out

    def path(self, start, end):
        """(path with prepositions, path without): up from `start` to the common ancestor, down to `end`. Each edge
        mixes direction, label of the lower word, and, in the first one, the preposition of an obl or nmod."""
        key = (start, end)
        if key not in self.paths:
            self.paths[key] = self.find_path(start, end)
        return self.paths[key]

    def find_path(self, start, end):
        if self.sent[start] != self.sent[end]:
            return OTHER_SENTENCE, OTHER_SENTENCE
        if start == end:
            return SAME_WORD, SAME_WORD
        above_start, above_end = self.ancestors(start), self.ancestors(end)
        position = {x: k for k, x in enumerate(above_start)}
        down = next((k for k, x in enumerate(above_end) if x in position), None)
        if down is None:
            return NO_PATH, NO_PATH
        up = position[above_end[down]]
        if up + down > LONGEST_PATH:
            far = FAR_LEFT if end < start else FAR_RIGHT
            return far, far
        full = plain = FNV_BASIS
        for direction, words in ((UP, above_start[:up]), (DOWN, reversed(above_end[:down]))):
            for x in words:
                plain = mix(plain, direction, self.rel_crc[x])
                preposition = self.case_word[x] if self.rel[x] in ("obl", "nmod") else 0
                full = mix(full, direction, self.rel_crc[x], preposition)
        return full, plain

    def role(self, trigger, word):
        """CRC of the word's role for the trigger, or of the role of one of the three words above it, mixed with 1."""
        role = self.roles.get((trigger, word))
        if role is not None:
            return crc(role)
        for above in self.ancestors(word)[1:4]:
            role = self.roles.get((trigger, above))
            if role is not None:
                return mix(crc(role), 1)
        return 0


def argument_features(a, trigger, word, type_name, entity_type):
    """15 rows of (trigger, head word of a mention); the last two know the type ("" for a cue) and the entity type."""
    full, plain = a.path(trigger, word)
    passive, role = a.passive[trigger], a.role(trigger, word)
    right = int(word > trigger)
    head = a.head[word]
    above = a.ancestors(trigger)
    return [
        row(1, full),
        row(2, plain),
        row(3, passive, plain),
        row(4, right, bucket(abs(word - trigger))),
        row(5, a.sent[trigger] - a.sent[word]),
        row(6, role),
        row(7, passive, role),
        row(8, crc(a.upos[trigger]), right),
        row(9, a.lower[head] if head >= 0 else 0, a.main_crc[word]),
        row(10, int(head >= 0 and head != trigger and head in above), a.rel_crc[word]),
        row(11, a.quoted[trigger], a.quoted[word]),
        row(12, a.case_word[word]),
        row(13, crc(a.words[trigger].lower()[:5]), plain),
        row(14, crc(type_name), plain),
        row(15, crc(type_name), entity_type),
    ]


def trigger_features(a, trigger):
    """20 rows for polarity and modality, padded with 0; first the word's place, then its children's words, then
    auxiliaries, adverbs and markers of its head."""
    head = a.head[trigger]
    head_word = a.lower[head] if head >= 0 else 0
    rows = [
        row(1, crc(a.xpos[trigger])),
        row(2, a.rel_crc[trigger]),
        row(3, head_word, a.rel_crc[trigger]),
        row(4, head_word),
        row(5, crc(a.xpos[head]) if head >= 0 else 0),
        row(6, a.quoted[trigger]),
        row(7, int(a.sent[trigger] == 0)),
    ]
    rows += [row(8, a.lower[x]) for x in a.ancestors(trigger)[2:4]]
    rows += [row(9, a.lower[c]) for c in a.children[trigger]
             if main_relation(a.rel[c]) in ("aux", "advmod", "mark", "det", "cop", "advcl")]
    if head >= 0:
        rows += [row(10, a.lower[c]) for c in a.children[head]
                 if c != trigger and main_relation(a.rel[c]) in ("aux", "advmod", "mark")]
    rows = rows[:TRIGGER_FEATURES]
    return rows + [0] * (TRIGGER_FEATURES - len(rows))


STOP_WORDS = {"the", "a", "an", "of", "and", "in", "for", "on", "'s", "’s", "-", "."}
SENTENCE_STEPS = (0, 1, 2, 3, 4, 8)
MENTION_STEPS = (0, 1, 2, 3, 4, 5, 10, 20)


class MentionForms:
    """What the pair features know of one mention: head word, kind 1–3, entity type, words of its extent."""

    def __init__(self, a, head, kind, etype, first, last):
        self.head, self.kind, self.etype = head, kind, etype
        words = [w.lower() for w in a.words[first:last + 1]]
        content = [w for w in words if w not in STOP_WORDS]
        self.all = mix(FNV_BASIS, *[crc(w) for w in words])
        self.content = {crc(w) for w in content}
        self.word = a.words[head].lower()
        self.acronym = "".join(w[0] for w in content if w.isalnum())


def overlap(later, earlier):
    """0 the later one's words are all in the earlier one, 1 the other way round, 2 some are shared, 3 none."""
    if later.content and later.content <= earlier.content:
        return 0
    if earlier.content and earlier.content <= later.content:
        return 1
    return 2 if later.content & earlier.content else 3


def is_acronym(short, long):
    """The head word of one spells the initials of the other."""
    return len(short.word) > 1 and len(long.word) > 1 and short.word == long.acronym


def coreference_features(a, later, earlier, steps):
    """14 rows of two mentions; `steps` is how many mentions later the later one comes."""
    kinds = 4 * later.kind + earlier.kind
    same_type = int(later.etype == earlier.etype)
    same_word = int(later.word == earlier.word)
    alike = int(len(later.word) > 3 and len(earlier.word) > 3 and later.word[:4] == earlier.word[:4])
    sentences = a.sent[later.head] - a.sent[earlier.head]
    pronoun = crc(later.word) if later.kind == 3 else 0
    earlier_pronoun = crc(earlier.word) if earlier.kind == 3 else 0
    path = a.path(earlier.head, later.head)[0]
    return [
        row(1, kinds),
        row(2, later.etype, earlier.etype),
        row(3, same_type, kinds),
        row(4, bucket(sentences, SENTENCE_STEPS), kinds),
        row(5, bucket(steps, MENTION_STEPS), later.kind),
        row(6, same_word, kinds),
        row(7, int(later.all == earlier.all), kinds),
        row(8, overlap(later, earlier), kinds),
        row(9, 4 * alike + 2 * same_word + same_type, kinds),
        row(10, int(is_acronym(later, earlier) or is_acronym(earlier, later))),
        row(11, pronoun, earlier.kind, earlier.etype),
        row(12, pronoun, earlier_pronoun),
        row(13, path, kinds),
        row(14, a.rel_crc[earlier.head], kinds),
    ]


def content_feature(a, cue, word):
    """The row of (cue, word) for what a cue reports; the word's sentence is the cue's or a neighbour."""
    sentences = a.sent[word] - a.sent[cue]
    shape = a.path(cue, word)[0] if sentences == 0 else a.rel_crc[word]
    return row(1, sentences, shape, a.quoted[word])


def argument_pairs(a, triggers, mentions):
    """Pairs (trigger index, mention index): the mention stands in the trigger's sentence or up to three before."""
    return [(k, m) for k, t in enumerate(triggers) for m, h in enumerate(mentions)
            if 0 <= a.sent[t] - a.sent[h] <= ARGUMENT_SENTENCES]


def coreference_pairs(count):
    """Pairs (later, earlier) of mention indices: each with the sixty before it, nearest last."""
    return [(i, j) for i in range(count) for j in range(max(0, i - ANTECEDENTS), i)]


def content_pairs(a, cues):
    """Pairs (cue index, token) over the cue's sentence and its neighbours, without the cue."""
    pairs = []
    for k, cue in enumerate(cues):
        first = max(0, a.sent[cue] - CONTENT_SENTENCES)
        last = min(len(a.starts) - 2, a.sent[cue] + CONTENT_SENTENCES)
        pairs += [(k, j) for j in range(a.starts[first], a.starts[last + 1]) if j != cue]
    return pairs
