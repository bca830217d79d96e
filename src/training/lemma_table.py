"""Writes the lemmatizer's table: suffix rules learnt per tag and the words they get wrong.

python3 lemma_table.py --train A.conllu B.conllu --out lemmas.tsv [--score DEV.conllu …]

A suffix rule says how many letters to take off and what to add; the longest suffix of the word that has a rule wins
(affix rules as in Jongejan and Dalianis 2009, learnt by majority over word types). `newsgraph`'s Lemmatizer reads
the file and does what `Table.lemma` does here."""
import argparse
import collections
import pathlib

INFLECTED = {"VBD": "VBD", "VBN": "VBD", "VBG": "VBG", "VBZ": "VBZ", "NNS": "NNS", "NNPS": "NNS",
             "JJR": "JJR", "RBR": "JJR", "JJS": "JJS", "RBS": "JJS"}
BASES = {"VB": "VBD", "VBP": "VBD", "VBD": "VBD", "VBN": "VBD", "VBG": "VBD", "VBZ": "VBD", "NN": "NNS", "NNS": "NNS", "JJ": "JJR"}
BASE_OF = {"VBD": "VBD", "VBG": "VBD", "VBZ": "VBD", "NNS": "NNS", "JJR": "JJR", "JJS": "JJR"}
ENDINGS = {"VBD": ("ed", "d"), "VBG": ("ing",), "VBZ": ("es", "s"), "NNS": ("es", "s"), "JJR": ("er", "r"), "JJS": ("est", "st")}
IRREGULAR = pathlib.Path(__file__).with_name("irregular_verbs.txt")
KEPT = ("NNP", "FW", "GW", "ADD", "LS")
LONGEST = 7


def rows(path):
    """(sentence of (word, tag, lemma))"""
    sentence = []
    for line in open(path, encoding="utf8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            # Of misspellings only the shortest recur: "s" and "m" for clitics.
            if (cells[5].find("Typo=Yes") < 0 or len(cells[1]) <= 2) and cells[6] != "goeswith" and cells[2] != "_":
                sentence.append((cells[1], cells[4], cells[2], len(sentence) == 0))
        elif len(cells) < 10 and not line.strip():
            yield sentence
            sentence = []


def plain(word):
    """Typographic apostrophes as typed, lower case."""
    return word.replace("’", "'").replace("‘", "'").lower()


def rule(word, lemma):
    """(letters to take off, ending to add)"""
    same = 0
    while same < len(word) and same < len(lemma) and word[same] == lemma[same]:
        same += 1
    return len(word) - same, lemma[same:]


class Table:
    def __init__(self):
        self.rules = {}
        self.words = {}
        self.bases = set()

    def lemma(self, word, tag, first=False):
        low = plain(word)
        known = self.words.get((tag, low))
        if known is not None:
            return known
        if tag in KEPT:
            return word
        if tag == "CD":
            return low.replace(",", "")
        if tag in INFLECTED:
            plural = tag in ("NNS", "NNPS")
            if plural and len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
                return word[:-1]
            base = word if tag == "NNPS" else low
            off, add = self.suffix_rule(INFLECTED[tag], low)
            off, add = self.known_base(INFLECTED[tag], low, off, add)
            return base[:len(base) - off] + add
        if tag == "NN" and len(word) <= 5 and word.isupper():
            return word
        if tag == "JJ" and not first and word[0].isupper() and not word.isupper() and ("JJR", low) not in self.bases:
            return word
        return low

    def known_base(self, group, word, off, add):
        """The rule's lemma unless only another way to undo the ending gives a known word: "voting" is "vote"."""
        base = BASE_OF[group]
        if (base, word[:len(word) - off] + add) in self.bases:
            return off, add
        for ending in ENDINGS[group]:
            n = len(word) - len(ending)
            if n < 2 or not word.endswith(ending):
                continue
            doubled = n > 2 and word[n - 1] == word[n - 2]
            for take, put in ((0, ""), (0, "e"), (1, "") if doubled else (0, ""), (1, "y") if word[n - 1] == "i" else (0, "")):
                if (base, word[:n - take] + put) in self.bases:
                    return len(ending) + take, put
        return off, add

    def suffix_rule(self, group, word):
        if group == "VBD" and not word.endswith("d"):
            return 0, ""
        for n in range(min(LONGEST, len(word)), -1, -1):
            found = self.rules.get((group, word[len(word) - n:]))
            if found is not None and len(word) > found[0]:
                return found
        return 0, ""


def learn(sentences):
    table = Table()
    counts = collections.defaultdict(collections.Counter)
    for sentence in sentences:
        for word, tag, lemma, first in sentence:
            counts[tag, plain(word)][lemma] += 1
    votes = collections.defaultdict(collections.Counter)
    for (tag, word), lemmas in counts.items():
        group = INFLECTED.get(tag)
        if group and word.isalpha():
            best = rule(word, lemmas.most_common(1)[0][0].lower())
            if best[0] < len(word):
                for n in range(min(LONGEST, len(word)) + 1):
                    votes[group, word[len(word) - n:]][best] += 1
    for n in range(LONGEST + 1):
        for (group, suffix), ballot in votes.items():
            if len(suffix) != n:
                continue
            best, times = ballot.most_common(1)[0]
            inherited = table.suffix_rule(group, suffix) if n else None
            if best != inherited and (n == 0 or times >= 2 and times > ballot[inherited] + 1):
                table.rules[group, suffix] = best
    for (tag, word), lemmas in counts.items():
        lemma = lemmas.most_common(1)[0][0]
        if tag in BASES and lemma.isalpha() and lemma.islower() and len(lemma) > 2:
            table.bases.add((BASES[tag], lemma))
    forms = collections.defaultdict(collections.Counter)
    for sentence in sentences:
        for word, tag, lemma, first in sentence:
            forms[tag, plain(word)][word, lemma, first] += 1
    for line in open(IRREGULAR, encoding="utf8"):
        base, *pasts = line.split()
        for past in pasts if not line.startswith("#") else []:
            for tag in ("VBD", "VBN"):
                seen = counts[tag, past]
                # A form of two verbs ("found") is what the treebanks say; a slip there ("fled") is not believed.
                if sum(seen.values()) - seen[base] < 4:
                    counts[tag, past] = collections.Counter({base: 1})
                    if table.lemma(past, tag) != base:
                        table.words[tag, past] = base
    for (tag, word), seen in sorted(forms.items()):
        lemma, times = counts[tag, word].most_common(1)[0]
        right = sum(n for (form, gold, first), n in seen.items() if table.lemma(form, tag, first) == gold)
        irregular = tag in INFLECTED and lemma[:1].lower() == word[:1]
        if times > right and (times >= 2 or irregular) and worth_keeping(tag, word, lemma):
            table.words[tag, word] = lemma
    return table


def worth_keeping(tag, word, lemma):
    """Names keep their form; but abbreviations are spelt out and small names get their capital."""
    if tag == "NNP":
        return lemma.lower().startswith(word.rstrip(".")) and "." not in lemma
    # Dashes and dots of several signs: the two treebanks differ, the form is kept.
    return (tag not in KEPT or tag == "FW") and not (tag == ":" and len(word) > 1)


def score(table, path):
    right = total = 0
    wrong = collections.Counter()
    for sentence in rows(path):
        for word, tag, lemma, first in sentence:
            total += 1
            if table.lemma(word, tag, first) == lemma:
                right += 1
            else:
                wrong[word, tag, lemma, table.lemma(word, tag, first)] += 1
    print(path, f"{100 * right / total:.2f} with gold tags", wrong.most_common(40))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--train", nargs="+", required=True)
    options.add_argument("--out", required=True)
    options.add_argument("--score", nargs="*", default=[])
    args = options.parse_args()
    table = learn([s for path in args.train for s in rows(path)])
    with open(args.out, "w", encoding="utf8") as out:
        out.write("# Learnt by src/training/lemma_table.py from UD_English-EWT and GUM (training parts); CC BY-SA 4.0, see NOTICE.\n")
        out.write("# =group words: base forms.  -group suffix take-off add: longest suffix wins.  tag word lemma: what the rules get wrong.\n")
        for group in sorted({g for g, _ in table.bases}):
            out.write(f"={group}\t" + " ".join(sorted(w for g, w in table.bases if g == group)) + "\n")
        for (group, suffix), (off, add) in sorted(table.rules.items()):
            out.write(f"-{group}\t{suffix}\t{off}\t{add}\n")
        for (tag, word), lemma in sorted(table.words.items()):
            out.write(f"{tag}\t{word}\t{lemma}\n")
    print(len(table.rules), "rules", len(table.words), "words")
    for path in args.score:
        score(table, path)


if __name__ == "__main__":
    main()
