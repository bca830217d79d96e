"""Readers of the annotated sentences: CoNLL-U, IOB2, wikigold, PropBank frames; sentences keep their document."""
import dataclasses
import json
import typing

NER = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]


@dataclasses.dataclass
class Sentence:
    """Words of one sentence and whatever annotation it has; None where a layer is not annotated.
    heads: 0 root, else 1 + index. frames: (predicate, [(role, head word, first, last)])."""
    source: str
    words: list
    document: str = ""
    sent_id: str = ""
    upos: typing.Optional[list] = None
    xpos: typing.Optional[list] = None
    heads: typing.Optional[list] = None
    rels: typing.Optional[list] = None
    ner: typing.Optional[list] = None
    frames: typing.Optional[list] = None
    pieces: typing.Optional[list] = None
    case: typing.Optional[list] = None
    suffix: typing.Optional[list] = None
    prefix: typing.Optional[list] = None

    def __len__(self):
        return len(self.words)

    @property
    def piece_count(self):
        """Pieces without [CLS] and [SEP]."""
        return sum(len(p) for p in self.pieces)


def read_conllu(path, source):
    """Sentences with tags and trees; multiword ranges and empty nodes are left out."""
    sentences, current, document, sent_id = [], None, "", ""
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if line.startswith("#"):
            if line.startswith("# newdoc"):
                document = line.split("=", 1)[1].strip()
            elif line.startswith("# sent_id"):
                sent_id = line.split("=", 1)[1].strip()
            continue
        if not line:
            if current is not None:
                sentences.append(current)
            current = None
            continue
        cells = line.split("\t")
        if "-" in cells[0] or "." in cells[0]:
            continue
        if current is None:
            current = Sentence(source, [], document, sent_id, [], [], [], [])
        current.words.append(cells[1])
        current.upos.append(cells[3])
        current.xpos.append(cells[4])
        current.heads.append(int(cells[6]))
        current.rels.append(cells[7])
    return sentences + ([current] if current is not None else [])


def legal_bio(tags):
    """Other types become O, an I without its B becomes B."""
    out, previous = [], "O"
    for tag in tags:
        if tag != "O" and tag[2:] not in ("PER", "ORG", "LOC"):
            tag = "O"
        if tag.startswith("I-") and previous[2:] != tag[2:]:
            tag = "B-" + tag[2:]
        out.append(tag)
        previous = tag
    return out


def read_iob2(path, source):
    """Universal NER's files: number, word, tag."""
    sentences, rows = [], []
    for line in list(open(path, encoding="utf8")) + ["\n"]:
        line = line.rstrip("\n")
        if not line:
            if rows:
                sentences.append(Sentence(source, [r[1] for r in rows], ner=legal_bio([r[2] for r in rows])))
            rows = []
        elif not (line.startswith("#") and "\t" not in line):
            cells = line.split("\t")
            if "-" not in cells[0] and "." not in cells[0]:
                rows.append(cells)
    return sentences


def read_wikigold(path):
    """Word and tag a line; documents begin with -DOCSTART-."""
    sentences, rows, document = [], [], 0
    for line in list(open(path, encoding="utf8")) + ["\n"]:
        line = line.rstrip("\n")
        if not line.strip() or line.startswith("-DOCSTART"):
            if rows:
                words, tags = zip(*rows)
                sentences.append(Sentence("wikigold", list(words), f"wikigold{document}", ner=legal_bio(tags)))
            rows = []
            document += line.startswith("-DOCSTART")
        else:
            rows.append(line.rsplit(" ", 1))
    return sentences


def attach_names(sentences, named):
    """Names of another file onto the sentences with the same words."""
    by_words = {tuple(s.words): s.ner for s in named}
    for sentence in sentences:
        sentence.ner = by_words.get(tuple(sentence.words))


def span_head(sentence, first, last):
    """The word of a span that is governed from outside, punctuation last."""
    outer = [i for i in range(first, last + 1) if not first <= sentence.heads[i] - 1 <= last]
    return next((i for i in outer if sentence.upos[i] != "PUNCT"), outer[0] if outer else first)


def attach_frames(sentences, path):
    """Predicates and roles; a role stands on the head word of its span."""
    lines = (json.loads(line) for line in open(path, encoding="utf8"))
    by_id = {row["sent_id"]: row for row in lines}
    for sentence in sentences:
        row = by_id.get(sentence.sent_id)
        if row is None or row["tokens"] != sentence.words:
            continue
        sentence.frames = [(f["pred"], [(role, span_head(sentence, a, b), a, b) for role, a, b in f["args"]])
                           for f in row["frames"]]


def load_treebanks(data, parts=("train", "dev")):
    """{'ewt-train': …, 'gum-dev': …, 'uner-dev': …, 'wikigold-train': …}; the last 250 wikigold sentences are held out."""
    out = {}
    for part in parts:
        ewt = read_conllu(data / "ewt" / f"en_ewt-ud-{part}.conllu", "ewt")
        named = read_iob2(data / "uner-ewt" / f"en_ewt-ud-{part}.iob2", "uner")
        attach_names(ewt, named)
        attach_frames(ewt, data / "ewt-propbank" / f"{part}.jsonl")
        out["ewt-" + part] = ewt
        out["gum-" + part] = read_conllu(data / "gum-free" / f"gum_free-{part}.conllu", "gum")
        if part != "train":
            # sentence order as in EWT: the documents are taken from there
            for name, sentence in zip(named, ewt):
                name.document = sentence.document
            out["uner-" + part] = named
    wikigold = read_wikigold(data / "wikigold" / "wikigold.conll.txt")
    out["wikigold-train"], out["wikigold-held"] = wikigold[:-250], wikigold[-250:]
    return out
