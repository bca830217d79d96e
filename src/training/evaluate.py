"""Scores of a trained model on the treebanks and on the annotated news.

python3 evaluate.py --model RUN/extractor.pt [--parts dev|test] [--runner COMMAND --graphs FOLDER] [--out FILE]
With a runner the exported int8 graphs are measured. The test parts are for the final report only."""
import argparse
import json
import pathlib

import torch

from analyzing import OnnxModel, TorchModel
from articles import read_gold
from checkpoint import load_extractor
from choose_thresholds import Bench
from evaluation import core_scores
from lexicon import read_lexicon
from onnx_runner import OnnxRunner
from paths import data_folder, gold_folder, score_tool
from scoring import Scorer, load_json
from treebanks import load_treebanks
from windows import Window, prepare, run_time_windows
from wordpieces import WordPieces


def treebank_scores(model, data, part, pieces, labels):
    """Scores on EWT, GUM and UNER, in run-time windows, and on EWT sentence by sentence."""
    banks = load_treebanks(data, ("train", part))
    scores = {}
    for name in ("ewt-", "gum-", "uner-"):
        sentences = banks[name + part]
        prepare(sentences, pieces)
        scores[name + part] = core_scores(model.encode, run_time_windows(sentences), labels)
    single = [Window([s]) for s in banks["ewt-" + part]]
    scores[f"ewt-{part}, single sentences"] = core_scores(model.encode, single, labels)
    return scores


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--parts", default="dev", choices=("dev", "test"))
    parser.add_argument("--data")
    parser.add_argument("--runner")
    parser.add_argument("--graphs")
    parser.add_argument("--out")
    options = parser.parse_args()
    torch.set_num_threads(1)
    data, folder = data_folder(options.data), pathlib.Path(options.model).parent
    extractor, labels = load_extractor(options.model)
    pieces = WordPieces(data / "minilm" / "vocab.txt")
    model = TorchModel(extractor)
    if options.runner:
        model = OnnxModel(OnnxRunner([options.runner]), pathlib.Path(options.graphs))
    scores = {}
    with torch.no_grad():
        scores.update(treebank_scores(model, data, options.parts, pieces, labels))
    if options.parts == "dev":
        bench = Bench(model, read_gold(gold_folder(data), "dev", pieces), labels, read_lexicon(folder / "triggers.tsv"),
                      Scorer(score_tool(data)))
        scores["news-dev"] = bench.run(load_json(folder / "thresholds.json"))
    print(json.dumps(scores, indent=1))
    if options.out:
        with open(options.out, "w", encoding="utf8") as file:
            json.dump(scores, file, indent=1)


if __name__ == "__main__":
    main()
