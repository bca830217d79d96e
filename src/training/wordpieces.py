"""BERT's uncased WordPiece on single words, and the cut of very long ones."""
import unicodedata

MAX_PIECES = 12
HEAD_PIECES = 8
CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF))


def is_symbol(char):
    """Punctuation in BERT's sense: Unicode P* and all ASCII that is neither letter, digit nor space; CJK signs too."""
    code = ord(char)
    ascii_symbol = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_symbol or unicodedata.category(char)[0] == "P" or any(a <= code <= b for a, b in CJK)


def basic_tokens(word):
    """Cleaned, lower-cased, accents stripped, split at symbols."""
    kept = []
    for char in word:
        if char.isspace():
            kept.append(" ")
        elif ord(char) not in (0, 0xFFFD) and unicodedata.category(char)[0] != "C":
            kept.append(char)
    parts = [""]
    for char in unicodedata.normalize("NFD", "".join(kept).lower()):
        if unicodedata.category(char) == "Mn":
            continue
        if char == " ":
            parts.append("")
        elif is_symbol(char):
            parts += [char, ""]
        else:
            parts[-1] += char
    return [part for part in parts if part]


def cut(pieces, limit=MAX_PIECES):
    """At most `limit` pieces: two thirds from the front, the rest from the end."""
    if len(pieces) <= limit:
        return pieces
    front = limit * HEAD_PIECES // MAX_PIECES if limit > 1 else 1
    return pieces[:front] + (pieces[-(limit - front):] if limit > front else [])


class WordPieces:
    """Pieces of single words, cached."""
    PAD, UNK, CLS, SEP = 0, 100, 101, 102

    def __init__(self, vocabulary):
        with open(vocabulary, encoding="utf8") as lines:
            self.ids = {line.rstrip("\n"): i for i, line in enumerate(lines)}
        self.cache = {}

    def greedy(self, token):
        """Longest match first; the whole token is unknown when a part is."""
        if len(token) > 100:
            return [self.UNK]
        pieces, start = [], 0
        while start < len(token):
            end, prefix = len(token), "##" if start else ""
            while end > start and prefix + token[start:end] not in self.ids:
                end -= 1
            if end == start:
                return [self.UNK]
            pieces.append(self.ids[prefix + token[start:end]])
            start = end
        return pieces

    def word(self, word):
        """At least one and at most twelve ids."""
        pieces = self.cache.get(word)
        if pieces is None:
            pieces = [p for token in basic_tokens(word) for p in self.greedy(token)] or [self.UNK]
            pieces = self.cache[word] = cut(pieces)
        return pieces
