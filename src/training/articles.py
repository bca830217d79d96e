"""The annotated news: articles of gold/train with their annotation, tokenised with treebank conventions."""
import collections
import dataclasses
import json
import re
import typing

from treebanks import Sentence
from windows import pack, prepare

ABBREVIATIONS = ("Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Lt|Col|St|Jr|Sr|Gov|Sgt|Capt|Prof|Rev|Hon|No|vs|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr"
                 "|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Maj|Cmdr|Adm|Mt|Ft|Pres|etc|approx")
PREFIXES = "co|non|anti|pro|pre|post|re|semi|multi|mid|ex|e"
TOKEN = re.compile(
    rf"\b(?:{ABBREVIATIONS})\.|\b(?:a\.m|p\.m|e\.g|i\.e)\.|[A-Za-z](?:\.[A-Za-z])+\.?|\b[A-Z]\.(?=\s+[A-Z])"
    r"|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?(?![A-Za-z])"
    rf"|\b(?i:{PREFIXES})-[^\W_]+"
    r"|[^\W_]+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ll|d|ve|m|S)\b|[^\W_]+|\.\.\.|--+|[^\w\s]|_")
CLOSERS = ('"', "'", "”", "’", ")", "]")
OPENERS = ('"', "“", "'", "‘", "(", "[")
LONGEST_SENTENCE = 160


def tokenize(text, start, end):
    """[(start, end)] of the tokens in text[start:end]."""
    return [m.span() for m in TOKEN.finditer(text, start, end)]


def ends_sentence(text, tokens, i):
    """Index after the sentence that token `i` ends (closing quotes included), or None."""
    if text[slice(*tokens[i])] not in (".", "!", "?", "..."):
        return None
    j = i + 1
    while j < len(tokens) and text[slice(*tokens[j])] in CLOSERS and tokens[j][0] == tokens[j - 1][1]:
        j += 1
    if j < len(tokens) and tokens[j][0] > tokens[j - 1][1]:
        following = text[slice(*tokens[j])]
        if following[0].isupper() or following[0].isdigit() or following in OPENERS:
            return j
    return None


def split_sentences(text):
    """Sentences as token spans."""
    sentences = []
    for line in re.finditer(r"[^\n]+", text):
        tokens = tokenize(text, *line.span())
        start = i = 0
        while i < len(tokens):
            end = ends_sentence(text, tokens, i)
            if end is None and i + 1 - start >= LONGEST_SENTENCE:
                end = i + 1
            if end is not None:
                sentences.append(tokens[start:end])
                start, i = end, end - 1
            i += 1
        if start < len(tokens):
            sentences.append(tokens[start:])
    return sentences


def paragraph_starts(text, sentences):
    """Indices of the sentences with a line break before them, the first one included."""
    return [i for i, tokens in enumerate(sentences)
            if i == 0 or "\n" in text[sentences[i - 1][-1][1]:tokens[0][0]]]


@dataclasses.dataclass
class Article:
    """Text, tokens, sentences (as the encoder's), the annotation if any, and later the model's analysis."""
    name: str
    text: str
    spans: list
    starts: list
    paragraphs: list
    sentences: list
    gold: typing.Optional[dict] = None
    gold_path: str = ""
    analysis: typing.Any = None
    targets: typing.Any = None

    @property
    def words(self):
        return [w for s in self.sentences for w in s.words]


def make_article(name, text, pieces, sentences=None, gold=None, gold_path=""):
    """Tokenises a text; `sentences` (token spans) may be given."""
    if sentences is None:
        sentences = split_sentences(text)
    encoded = [Sentence("news", [text[a:b] for a, b in spans], name) for spans in sentences]
    prepare(encoded, pieces)
    starts = [0]
    for spans in sentences:
        starts.append(starts[-1] + len(spans))
    return Article(name, text, [t for spans in sentences for t in spans], starts, paragraph_starts(text, sentences),
                   encoded, gold, gold_path)


def gold_sentences(text, gold):
    """Token spans of the annotator's sentences."""
    return [t for t in (tokenize(text, s["start"], s["end"]) for s in gold["sentences"]) if t]


def index_rows(folder):
    """(id, published, split, title) of every annotated article."""
    with open(folder / "index.tsv", encoding="utf8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines][1:]


def read_gold(folder, split, pieces, annotated_sentences=False):
    """Annotated articles of a split, with our sentences or with the annotator's."""
    articles = []
    for row in index_rows(folder):
        if row[2] != split:
            continue
        path = folder / f"{row[0]}.gold.json"
        gold = json.load(open(path, encoding="utf8"))
        text = open(folder / f"{row[0]}.txt", encoding="utf8").read()
        given = gold_sentences(text, gold) if annotated_sentences else None
        articles.append(make_article(gold["article"], text, pieces, given, gold, str(path)))
    return articles


def relation_types(articles):
    """All best types of the training relations, sorted."""
    return sorted(relation_counts(articles))


def relation_counts(articles):
    """Best type → number of relations."""
    return collections.Counter(r["type"][0] for a in articles for r in a.gold["relations"])


def article_windows(article, limit=None):
    """The article's windows, in order; `limit` as in windows.pack."""
    return pack(article.sentences, limit) if limit else pack(article.sentences)
