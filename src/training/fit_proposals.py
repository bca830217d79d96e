"""Fits the weights with which the program weighs proposed relations, and measures the precision of its rules.

newsgraph evaluate proposals FOLDER -o FILE.jsonl     writes what the weighing sees, for every gold folder
python3 fit_proposals.py --gold FOLDER... --proposals FILE.jsonl... [--compare FILE] [--weights FILE] [--precision FILE]

The articles must be ones that the heads did not learn from (the dev part and older ones), or the heads look better than they are.
Prints figures cross-validated over articles: F1, precision and recall with weights and threshold fitted on the other
articles, the reliability curve, and the expected calibration error (Naeini et al. 2015, ten bins of equal width)."""
import argparse
import json
import pathlib

import numpy as np

FOLDS = 5
RIDGE = 2.0
PRECISION_WORTH = 0.1
BESIDE_ANOTHER = 0.7
RULE_THRESHOLDS = np.array([0.20, 0.25, 0.30, 0.35, 0.40, 0.45])
HEAD_THRESHOLDS = np.array([0.25, 0.30, 0.35, 0.40, 0.45, 0.50, 0.55])
STATES = {"HOLDS_OFFICE", "PREDECESSOR_OF", "MEMBER_OF", "ALLY_OF", "OPPONENT_OF", "FAMILY_OF", "PART_OF", "LOCATED_IN",
          "CAPITAL_OF", "CITIZEN_OF", "OWNS", "WORKS_FOR", "CONTROLS"}
SHRINK_TO, SHRINK_BY, LEAST_FINDS = 0.7, 2, 5


def spans_match(a, b):
    """As the scorer: half of the shorter one at least."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared > 0 and shared >= 0.5 * min(a[1] - a[0], b[1] - b[0])


class Article:
    """Proposals of one article beside its gold relations: `matches[i]` are the gold relations that proposal i fulfils,
    `fine[i]` says that it is no error either way."""

    def __init__(self, dump, gold):
        self.id = dump["article"]
        self.proposals = dump["proposals"]
        self.gold = gold
        self.wanted = len(gold["relations"])
        self.spans = {k: [(m["start"], m["end"]) for m in e["mentions"]] for k, e in gold["entities"].items()}
        self.aligned = self.align(dump["entities"])
        judged = [self.judge(p) for p in self.proposals]
        self.matches = [m for m, _ in judged]
        self.fine = np.array([f for _, f in judged], bool)
        self.rows = np.array([p["row"] for p in self.proposals]).reshape(len(self.proposals), len(dump["features"]))
        self.features = dump["features"]

    def align(self, entities):
        """Gold entity → the system's entity that has most of its mentions."""
        result = {}
        for name, spans in self.spans.items():
            hits = [self.nearest(span, entities) for span in spans]
            hits = [h for h in hits if h is not None]
            if hits:
                result[name] = max(sorted(set(hits)), key=hits.count)
        return result

    @staticmethod
    def nearest(span, entities):
        found = [(abs(m[0] - span[0]) + abs(m[1] - span[1]), i)
                 for i, mentions in enumerate(entities) for m in mentions if spans_match(span, m)]
        return min(found)[1] if found else None

    def fits(self, accepted, participant):
        """One of the accepted entities (null: unsaid) is the participant."""
        for name in accepted if isinstance(accepted, list) else [accepted]:
            if name is None or participant is None:
                if name is None and participant is None:
                    return True
            elif self.aligned.get(name) == participant[0] or any(spans_match(s, participant[1:3]) for s in self.spans[name]):
                return True
        return False

    def judge(self, proposal):
        """Gold relations that the proposal fulfils, and whether it is right, acceptable or a repetition."""
        subject, object_ = proposal["subject"], proposal["object"]
        sentence = next((s["key"] for s in self.gold["sentences"] if s["start"] <= proposal["at"] < s["end"]), None)
        matches, fine = [], False
        for i, g in enumerate(self.gold["relations"]):
            if proposal["type"] not in g["type"]:
                continue
            straight = self.fits(g["subject"], subject) and self.fits(g["object"], object_)
            turned = g.get("symmetric") and self.fits(g["subject"], object_) and self.fits(g["object"], subject)
            if (straight or turned) and (proposal["type"] in STATES or sentence == g["trigger"]["sentence"]):
                matches.append(i)
            fine |= straight
        fine |= any(proposal["type"] in x["type"] and self.fits(x["subject"], subject) and self.fits(x["object"], object_)
                    for x in self.gold.get("acceptable", []))
        return matches, fine

    def labels(self):
        """1 right, 0 wrong, −1 neither: such proposals teach nothing."""
        return np.array([1 if m else -1 if f else 0 for m, f in zip(self.matches, self.fine)])

    def count(self, kept):
        """Found, invented: the scorer's greedy pairing of what is kept with the gold relations."""
        free, found = list(sorted(kept, key=lambda i: self.proposals[i]["at"])), 0
        for g in range(self.wanted):
            hit = next((i for i in free if g in self.matches[i]), None)
            if hit is not None:
                free.remove(hit)
                found += 1
        return found, sum(not self.fine[i] for i in free)


def select(article, confidence, thresholds):
    """Indices of the proposals that CandidateMerger keeps. `thresholds`: least confidence of what a rule proposes, of what the heads alone do."""
    stated, pairs, at, kept = set(), set(), {}, []
    for i in np.argsort(-confidence, kind="stable"):
        p = article.proposals[i]
        if confidence[i] < thresholds[0 if p["rule"] else 1]:
            continue
        who = [-1 if x is None else x[0] for x in (p["subject"], p["object"])]
        if p["symmetric"]:
            who.sort()
        here = at.setdefault((p["at"], p["type"]), [])
        key = (p["sentence"], p["type"], *who)
        if confidence[i] < BESIDE_ANOTHER and (p["at"], *who) in pairs or any(excludes(q, p) for q in here) or key in stated:
            continue
        stated.add(key)
        pairs.add((p["at"], *who))
        here.append(p)
        kept.append(i)
    return kept


def excludes(better, other):
    return not (better["rule"] and other["rule"]) and not (alike(better["subject"], other["subject"]) and alike(better["object"], other["object"]))


def alike(a, b):
    if a is None or b is None:
        return a is b
    return a[0] == b[0] or a[3] == b[3]


def fit(rows, labels, ridge=RIDGE):
    """Logistic regression with an L2 penalty on standardized features (not on the bias, the first one), by Newton's method."""
    known = labels >= 0
    rows, labels = rows[known], labels[known].astype(float)
    scale = rows.std(0)
    scale[scale == 0] = 1
    scale[0] = 1
    scaled = rows / scale
    penalty = ridge * (np.arange(rows.shape[1]) > 0)
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        p = sigmoid(scaled @ weights)
        gradient = scaled.T @ (labels - p) - penalty * weights
        curvature = (scaled * (p * (1 - p))[:, None]).T @ scaled + np.diag(penalty + 1e-6)
        step = np.linalg.solve(curvature, gradient)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights / scale


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def fit_articles(articles):
    return fit(np.concatenate([a.rows for a in articles]), np.concatenate([a.labels() for a in articles]))


def counts(articles, confidences, thresholds):
    """[found, invented, wanted] of each article, by the confidences of its proposals."""
    return np.array([(*a.count(select(a, c, thresholds)), a.wanted) for a, c in zip(articles, confidences)], float)


def weigh(articles, weights):
    return [sigmoid(a.rows @ weights) for a in articles]


def held_out(articles):
    """Confidences of each article's proposals by weights fitted on the articles of the other folds."""
    result = [None] * len(articles)
    for fold in range(FOLDS):
        weights = fit_articles([a for i, a in enumerate(articles) if i % FOLDS != fold])
        for i in range(fold, len(articles), FOLDS):
            result[i] = sigmoid(articles[i].rows @ weights)
    return result


def figures(table):
    """Mean F1 over the articles; F1, P and R of all together."""
    found, invented, wanted = table.T
    each = 2 * found / np.maximum(2 * found + invented + wanted - found, 1)
    f, i, w = table.sum(0)
    precision, recall = f / max(f + i, 1), f / max(w, 1)
    return {"mean F1": each.mean(), "F1": 2 * f / max(f + i + w, 1), "P": precision, "R": recall}


def best_thresholds(articles):
    """Best mean F1 on held-out articles, plus a tenth of the precision: the curve is flat, and a wrong relation misleads more than
    a missing one. The grid is smoothed over neighbours, for single articles make it ragged."""
    confidences = held_out(articles)
    grid = smooth(np.array([[worth(figures(counts(articles, confidences, (r, h)))) for h in HEAD_THRESHOLDS] for r in RULE_THRESHOLDS]))
    r, h = np.unravel_index(np.argmax(grid), grid.shape)
    return float(RULE_THRESHOLDS[r]), float(HEAD_THRESHOLDS[h])


def worth(values):
    return values["mean F1"] + PRECISION_WORTH * values["P"]


def smooth(grid):
    """Mean of each cell and its eight neighbours."""
    padded = np.pad(grid, 1, mode="edge")
    return sum(padded[i:i + grid.shape[0], j:j + grid.shape[1]] for i in range(3) for j in range(3)) / 9


def cross_validate(articles):
    """Counts of each article with weights and thresholds from the articles of the other folds."""
    table = np.zeros((len(articles), 3))
    confidences = held_out(articles)
    for fold in range(FOLDS):
        thresholds = best_thresholds([a for i, a in enumerate(articles) if i % FOLDS != fold])
        table[fold::FOLDS] = counts(articles[fold::FOLDS], confidences[fold::FOLDS], thresholds)
    return table


def with_labels(articles, confidences):
    """(confidence, label) of all proposals that are right or wrong."""
    known = [a.labels() >= 0 for a in articles]
    return np.concatenate([c[k] for c, k in zip(confidences, known)]), np.concatenate([a.labels()[k] for a, k in zip(articles, known)])


def reliability(probabilities, labels, bins=10):
    """Rows of (lower end, number, mean probability, share right), and the expected calibration error."""
    place = np.minimum((probabilities * bins).astype(int), bins - 1)
    rows = [(b / bins, int((place == b).sum()), probabilities[place == b].mean(), labels[place == b].mean())
            for b in range(bins) if (place == b).any()]
    return rows, sum(n * abs(p - y) for _, n, p, y in rows) / max(len(labels), 1)


def read_weights(path, features):
    table = dict(line.rstrip("\n").split("\t") for line in open(path, encoding="utf8") if not line.startswith("#"))
    return np.array([float(table[name]) for name in features]), (float(table["threshold-rule"]), float(table["threshold-head"]))


def write_weights(path, features, weights, thresholds):
    with open(path, "w", encoding="utf8") as file:
        file.write("# feature\tweight of the logistic regression over proposals, fitted on annotated articles that the heads did not learn from\n")
        file.write(f"threshold-rule\t{thresholds[0]:.2f}\nthreshold-head\t{thresholds[1]:.2f}\n")
        for name, weight in zip(features, weights):
            file.write(f"{name}\t{weight:.3f}\n")


def rule_precision(dumps, golds):
    """[(rule, precision shrunk towards the usual one, finds)] of the rules that were found often enough; neutral finds do not count."""
    right, finds = {}, {}
    for dump, gold in zip(dumps, golds):
        article = Article(dump | {"proposals": []}, gold)
        for found in dump["rules"]:
            matches, fine = article.judge(found)
            if matches or not fine:
                rule = found["rule"]
                finds[rule] = finds.get(rule, 0) + 1
                right[rule] = right.get(rule, 0) + bool(matches)
    return [(rule, (right[rule] + SHRINK_TO * SHRINK_BY) / (n + SHRINK_BY), n) for rule, n in sorted(finds.items()) if n >= LEAST_FINDS]


def write_precision(path, table):
    with open(path, "w", encoding="utf8") as file:
        file.write("# rule\tprecision on annotated news, shrunk towards 0.7\tfinds\n")
        for rule, precision, finds in table:
            file.write(f"{rule}\t{precision:.2f}\t{finds}\n")


def read(proposals, folders):
    """Dumps with their gold files, in order of the articles' ids."""
    dumps = sorted((json.loads(line) for path in proposals for line in open(path, encoding="utf8")), key=lambda d: d["article"])
    golds = []
    for dump in dumps:
        path = next(p for p in (pathlib.Path(f) / f"{dump['article']}.gold.json" for f in folders) if p.exists())
        golds.append(json.loads(path.read_text(encoding="utf8")))
    return dumps, golds


def show(name, values):
    print(f"{name:30}" + "  ".join(f"{k} {v:.3f}" for k, v in values.items()), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs="+", required=True, help="folders of NAME.gold.json")
    parser.add_argument("--proposals", nargs="+", required=True, help="what 'newsgraph evaluate proposals' wrote for them")
    parser.add_argument("--weights", help="write the weights here (ontology/weights.tsv)")
    parser.add_argument("--compare", help="measure these weights beside them")
    parser.add_argument("--precision", help="measure rules only, write their precision here (ontology/precision.tsv)")
    options = parser.parse_args()
    dumps, golds = read(options.proposals, options.gold)
    if options.precision:
        write_precision(options.precision, rule_precision(dumps, golds))
        return
    articles = [Article(d, g) for d, g in zip(dumps, golds)]
    features = articles[0].features
    if options.compare:
        given, thresholds = read_weights(options.compare, features)
        confidences = weigh(articles, given)
        show("the given weights", figures(counts(articles, confidences, thresholds)) | {"ECE": reliability(*with_labels(articles, confidences))[1]})
    curve, error = reliability(*with_labels(articles, held_out(articles)))
    show("cross-validated", figures(cross_validate(articles)) | {"ECE": error})
    print("  from  number  confidence  right")
    for lower, number, confidence, right in curve:
        print(f"  {lower:.1f}   {number:6}  {confidence:.3f}       {right:.3f}")
    weights, thresholds = fit_articles(articles), best_thresholds(articles)
    show("these thresholds, held out", figures(counts(articles, held_out(articles), thresholds)))
    show("fitted on all, on the same", figures(counts(articles, weigh(articles, weights), thresholds))
         | {"rule threshold": thresholds[0], "head threshold": thresholds[1]})
    if options.weights:
        write_weights(options.weights, features, weights, thresholds)


if __name__ == "__main__":
    main()
