"""Trigger words that stand for one another: the word lists of the ontology's rules, inflected like the treebanks do."""
import collections
import re

VERB_TAGS = ("VB", "VBP", "VBZ", "VBG", "VBD", "VBN")
VOWELS = "aeiou"
SHORT_VERB = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")       # the last consonant is doubled: beg, begged
IRREGULAR_PAST = {"quit": "quit", "shut": "shut", "flee": "fled", "slay": "slain", "overthrow": "overthrown",
                  "forsake": "forsaken", "strike": "struck", "withdraw": "withdrawn", "seek": "sought", "shed": "shed"}


def plain_rules(folder):
    """(type, 'verb' or 'noun', words) of every rule without conditions; only single words without conditions."""
    for path in sorted(folder.glob("*.yml")):
        for block in re.split(r"(?m)^- ", path.read_text(encoding="utf8"))[1:]:
            fields = dict(re.findall(r"(?m)^\s*(\w+): (.*)$", block))
            if "if" in fields or "type" not in fields:
                continue
            for kind in ("verb", "noun"):
                words = [w.strip() for w in fields.get(kind, "").split(",")]
                words = [w for w in words if re.fullmatch(r"[a-z]{3,}", w)]
                if len(words) > 1:
                    yield fields["type"], kind, words


def treebank_forms(paths):
    """(lemma, tag) → most frequent form."""
    counts = collections.defaultdict(collections.Counter)
    for path in paths:
        for line in open(path, encoding="utf8"):
            cells = line.split("\t")
            if len(cells) == 10 and cells[4] in VERB_TAGS + ("NN", "NNS"):
                counts[cells[2].lower(), cells[4]][cells[1].lower()] += 1
    return {key: forms.most_common(1)[0][0] for key, forms in counts.items()}


def regular_form(lemma, tag):
    """The regular inflection of a verb or noun, a few irregular pasts."""
    if tag in ("VBD", "VBN") and lemma in IRREGULAR_PAST:
        return IRREGULAR_PAST[lemma]
    if tag in ("VBG", "VBD", "VBN") and SHORT_VERB.fullmatch(lemma):
        lemma += lemma[-1]
    if tag in ("VBZ", "NNS"):
        if lemma.endswith("y") and lemma[-2] not in VOWELS:
            return lemma[:-1] + "ies"
        return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
    if tag == "VBG":
        return (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma) + "ing"
    if tag in ("VBD", "VBN"):
        if lemma.endswith("y") and lemma[-2] not in VOWELS:
            return lemma[:-1] + "ied"
        return lemma + ("d" if lemma.endswith("e") else "ed")
    return lemma


class Synonyms:
    """For a form with its tag and relation type: the same form of the other words of its rule."""

    def __init__(self, rules, forms):
        self.groups = collections.defaultdict(list)
        for name, kind, words in rules:
            for tag in VERB_TAGS if kind == "verb" else ("NN", "NNS"):
                inflected = [forms.get((w, tag)) or regular_form(w, tag) for w in words]
                for word in inflected:
                    self.groups[name, tag, word] += [w for w in inflected if w != word]

    def others(self, name, tag, word):
        return self.groups.get((name, tag, word.lower()), [])
