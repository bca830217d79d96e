"""Case ids and affix hashes: what an uncased encoder cannot see of a word."""
import unicodedata
import zlib

CASE_IDS = 96
HASH_ROWS = 4096
NORMAL, HEADLINE, ALL_CAPS = 0, 1, 2


def shape(word):
    """1–14: lower, Title, UPPER, single capital, mixed (capital first or not), digits, letters with digits,
    digits with symbols, letters with symbols (capital first or not), punctuation, other single sign, other."""
    if word.isalpha():
        if word.islower():
            return 1
        if word.isupper():
            return 4 if len(word) == 1 else 3
        if word[0].isupper() and word[1:].islower():
            return 2
        return 5 if word[0].isupper() else 6
    if word.isdigit():
        return 7
    letters = any(c.isalpha() for c in word)
    digits = any(c.isdigit() for c in word)
    if letters and digits:
        return 8
    if digits:
        return 9
    if letters:
        return 10 if word[0].isupper() else 11
    if len(word) == 1:
        return 12 if unicodedata.category(word[0])[0] == "P" else 13
    return 14


def style(shapes):
    """Headline: four or more words of letters, 60 % with a capital; all caps: three or more, 70 % capitals only."""
    alpha = [s for s in shapes if s <= 6]
    if len(alpha) >= 3 and sum(s in (3, 4) for s in alpha) >= 0.7 * len(alpha):
        return ALL_CAPS
    if len(alpha) >= 4 and sum(s in (2, 3, 4, 5) for s in alpha) >= 0.6 * len(alpha):
        return HEADLINE
    return NORMAL


def case_ids(words):
    """shape + 16 × (first word + 2 × style of the sentence)."""
    shapes = [shape(w) for w in words]
    sentence_style = style(shapes)
    return [s + 16 * ((1 if i == 0 else 0) + 2 * sentence_style) for i, s in enumerate(shapes)]


def affix_hash(text):
    """1…4095; 0 is padding."""
    return 1 + zlib.crc32(text.encode("utf8")) % (HASH_ROWS - 1)


def suffix_hash(word):
    return affix_hash("s" + word[-3:].lower())


def prefix_hash(word):
    return affix_hash("p" + word[:3])
