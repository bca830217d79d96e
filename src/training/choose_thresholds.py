"""Learns the trigger lexicon on the training articles, chooses thresholds on the dev articles, prints dev figures.

python3 choose_thresholds.py --model RUN/extractor.pt [--data FOLDER] [--runner COMMAND --graphs FOLDER]
writes RUN/triggers.tsv and RUN/thresholds.json; with a runner the exported int8 graphs are measured"""
import argparse
import json
import pathlib

import torch

from analyzing import OnnxModel, TorchModel, analyze
from articles import read_gold
from checkpoint import load_extractor
from gold_targets import GoldWords
from lexicon import learn_lexicon, write_lexicon
from onnx_runner import OnnxRunner
from paths import data_folder, gold_folder, score_tool
from predict import THRESHOLDS, predict
from scoring import Scorer
from wordpieces import WordPieces

GRID = [("lexicon", [0, .5, 1., 1.5]), ("name", [0, 2., 4.]), ("trigger", [.3, .4, .6]),
        ("pair", [.05, .1, .15, .2, .25, .3]), ("none", [.4, .6, .7]), ("second", [.25, .45, .6]),
        ("both", [.1, .2, .3, .4]), ("trigger", [.2, .3, .4, .5, .6]), ("mention", [.35, .4, .6]),
        ("cue", [.3, .4, .6]), ("source", [.3, .4, .6]), ("source_rule", [.8, .99]), ("coreference", [-1., -.5, .5, 1.])]
OBJECTIVES = {
    "cue": lambda s: s["attributions"] - .002 * s["extra cues"],
    "source": lambda s: s["relation attribution"] + .5 * s["F"],
    "source_rule": lambda s: s["relation attribution"] + .5 * s["F"],
    "coreference": lambda s: s["mentions resolved"] + .5 * s["F"],
    "mention": lambda s: s["F"] + .3 * s["mentions resolved"],
}


class Lexicons:
    """Targets stand-in: learn_lexicon only needs the words."""

    def __init__(self, article):
        self.gold = GoldWords(article)


def training_lexicon(model, folder, pieces, labels):
    """Lexicon over all training articles."""
    articles = read_gold(folder, "train", pieces)
    analyze(model, articles, labels)
    for article in articles:
        article.targets = Lexicons(article)
    return learn_lexicon(articles)


class Bench:
    """Dev articles analysed once, scored for any thresholds."""

    def __init__(self, model, articles, labels, lexicon, scorer):
        self.model, self.articles, self.labels, self.lexicon, self.scorer = model, articles, labels, lexicon, scorer
        self.scores = analyze(model, articles, labels)

    def run(self, thresholds):
        with torch.no_grad():
            graphs = [(a.gold, predict(a, s, self.model, self.labels, self.lexicon, thresholds))
                      for a, s in zip(self.articles, self.scores)]
        return self.scorer.total(graphs)

    def choose(self, thresholds, grid):
        """Coordinate search, one threshold after the other."""
        best = self.run(thresholds)
        for name, values in grid:
            objective = OBJECTIVES.get(name, lambda s: s["F"])
            for value in values:
                if value == thresholds[name]:
                    continue
                tried = {**thresholds, name: value}
                result = self.run(tried)
                if objective(result) > objective(best):
                    thresholds, best = tried, result
        return thresholds, best


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--data")
    parser.add_argument("--runner", help="command of onnx-runner")
    parser.add_argument("--graphs", help="folder of exported graphs")
    parser.add_argument("--fixed", action="store_true", help="only score with the thresholds of RUN/thresholds.json")
    parser.add_argument("--split", default="dev")
    options = parser.parse_args()
    torch.set_num_threads(1)
    folder, data = pathlib.Path(options.model).parent, data_folder(options.data)
    pieces = WordPieces(data / "minilm" / "vocab.txt")
    extractor, labels = load_extractor(options.model)
    model = TorchModel(extractor)
    lexicon = training_lexicon(model, gold_folder(data), pieces, labels)
    write_lexicon(lexicon, folder / "triggers.tsv")
    if options.runner:
        model = OnnxModel(OnnxRunner([options.runner]), pathlib.Path(options.graphs))
    bench = Bench(model, read_gold(gold_folder(data), options.split, pieces), labels, lexicon, Scorer(score_tool(data)))
    chosen = folder / "thresholds.json"
    if options.fixed:
        thresholds = json.load(open(chosen, encoding="utf8"))
        print(json.dumps(bench.run(thresholds)))
        return
    print("default", json.dumps(bench.run(THRESHOLDS)), flush=True)
    thresholds, best = bench.choose(THRESHOLDS, GRID)
    print("chosen", json.dumps(best))
    print(json.dumps(thresholds))
    with open(chosen, "w", encoding="utf8") as file:
        json.dump(thresholds, file, indent=1)


if __name__ == "__main__":
    main()
