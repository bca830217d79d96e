"""The trigger lexicon: which relation types a stem has set off in the training part, and how often."""
import collections
import csv

from stems import stem

OTHER_ACCEPTED = 0.25


def learn_lexicon(articles):
    """stem → type → count over the triggers of articles with targets; further acceptable types count a quarter."""
    lexicon = collections.defaultdict(collections.Counter)
    for article in articles:
        for t in article.targets.gold.triggers:
            for position, name in enumerate(t.types):
                lexicon[stem(article.analysis.words[t.word])][name] += 1 if position == 0 else OTHER_ACCEPTED
    return lexicon


def write_lexicon(lexicon, path):
    """Three columns: stem, relation type, count."""
    with open(path, "w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(["stem", "type", "count"])
        for key in sorted(lexicon):
            for name, count in sorted(lexicon[key].items(), key=lambda x: (-x[1], x[0])):
                writer.writerow([key, name, f"{count:g}"])


def read_lexicon(path):
    """As written by write_lexicon."""
    lexicon = collections.defaultdict(dict)
    with open(path, encoding="utf8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            lexicon[row["stem"]][row["type"]] = float(row["count"])
    return lexicon
