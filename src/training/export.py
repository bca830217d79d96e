"""Exports a trained model: encoder.onnx in int8, the four pair graphs in float, labels.json, vocab.txt.

python3 export.py --model RUN/extractor.pt --out FOLDER [--data FOLDER]"""
import argparse
import copy
import json
import pathlib
import shutil

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from torch import nn

import model as core_model
from articles import article_windows, read_gold
from checkpoint import load_extractor
from features import (ARGUMENT_FEATURES, COREFERENCE_FEATURES, TRIGGER_FEATURES)
from labels import Labels
from paths import MODELS, data_folder, gold_folder
from predict import THRESHOLDS
from quantizing import InputStatistics, halve, quantize
from windows import INPUTS, inputs, tensors
from wordpieces import WordPieces

OPSET = 17
BEST_HEADS = 3
CALIBRATION_ARTICLES = 16
CALIBRATED = ("qkv", "out", "inner", "outer")
OUTPUTS = ("upos", "xpos", "arc", "headk", "labk", "ner", "pred", "predidx", "role",
           "mention", "etype", "trigger", "cue", "vec")


def as_row_products(module):
    """A copy of the module for export, with dropout gone."""
    return copy.deepcopy(module).eval()


class EncoderGraph(nn.Module):
    """All outputs of encoder.onnx from its eight inputs."""

    def __init__(self, extractor):
        super().__init__()
        self.core = as_row_products(extractor.core)
        self.heads = as_row_products(extractor.words)
        weight, bias = extractor.words.folded_trigger_layer()
        self.trigger = nn.Linear(weight.shape[1], weight.shape[0])
        with torch.no_grad():
            self.trigger.weight.copy_(weight)
            self.trigger.bias.copy_(bias)

    def forward(self, ids, pc, first, last, wc, suf, pre, sent):
        core = self.core
        words = core.words(ids, pc, first, last, wc, suf, pre)
        rooted = core.with_root(words)
        arc = core.arcs(words, rooted, sent)
        best = torch.topk(arc, BEST_HEADS, dim=-1).indices
        dependent, head = core.label_vectors(words, rooted)
        labels = core.label_scores(dependent[:, :, None, :], core_model.gather_rows(head, best)).argmax(-1)
        predicate_scores = core.predicate(words)
        pred = predicate_scores[..., 1] - predicate_scores[..., 0]
        index = torch.nonzero((pred > 0) & (sent > 0))
        predicate, argument = core.role_vectors(words)
        # One row more, cut off below: ONNX Runtime's ArgMax fails where a batch has no predicate.
        padded = torch.cat([index, index.new_zeros(1, 2)])
        rows, places = padded[:, 0], padded[:, 1]
        roles = core.role_scores(predicate[rows, places][:, None, :], argument[rows]).argmax(-1)
        own = sent[rows, places][:, None] == sent[rows]
        kind, etype = self.heads.mentions(words)
        trigger = self.trigger(F.gelu(self.heads.trigger_inner(words)))
        return (core.upos(words).argmax(-1).to(torch.uint8), core.xpos(words).argmax(-1).to(torch.uint8), arc,
                best.to(torch.int32), labels.to(torch.uint8), core.names(words), pred, index.to(torch.int32),
                (roles * own)[:-1].to(torch.uint8), kind, etype, trigger, self.heads.cues(words), words)


def example_inputs():
    """Two windows of made-up ids, for tracing: the second one shorter, two sentences in the first."""
    ids = torch.tensor([[101, 2023, 2003, 1037, 3231, 1012, 2049, 102], [101, 2178, 2028, 1012, 102, 0, 0, 0]])
    place = torch.tensor([[1, 2, 3, 4, 5, 6], [1, 2, 3, 0, 0, 0]])
    one = (place > 0).long()
    sent = torch.tensor([[1, 1, 1, 1, 1, 2], [1, 1, 1, 0, 0, 0]])
    return ids, (ids > 102).long(), place, place, one, one, one, sent


def export_encoder(extractor, path, statistics):
    """Traces, quantises, checks and writes encoder.onnx."""
    axes = {k: {0: "B", 1: "T" if k in ("ids", "pc") else "W"} for k in INPUTS}
    axes.update({k: {0: "B", 1: "W"} for k in OUTPUTS})
    axes["arc"] = {0: "B", 1: "W", 2: "W1"}
    axes.update(predidx={0: "N"}, role={0: "N", 1: "W"})
    with torch.no_grad():
        torch.onnx.export(EncoderGraph(extractor), example_inputs(), str(path), input_names=list(INPUTS),
                          output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=OPSET)
    graph = halve(quantize(onnx.load(str(path)), statistics))
    onnx.checker.check_model(graph)
    onnx.save(graph, str(path))


@torch.no_grad()
def input_statistics(core, articles):
    """Path of each large product in the graph → InputStatistics on some articles."""
    found, hooks = {}, []

    def watch(path):
        def hook(_, arguments):
            rows = arguments[0].reshape(-1, arguments[0].shape[-1])
            ranges, gram = rows.abs().amax(0).numpy(), (rows.t() @ rows).numpy()
            if path in found:
                ranges, gram = np.maximum(ranges, found[path].ranges), gram + found[path].gram
            found[path] = InputStatistics(ranges, gram)
        return hook
    for number, layer in enumerate(core.encoder.layers):
        for name in CALIBRATED:
            path = f"/encoder/layers.{number}/{name}/MatMul"
            hooks.append(getattr(layer, name).register_forward_pre_hook(watch(path)))
    for window in (w for a in articles for w in article_windows(a)):
        batch = tensors(inputs([window]))
        core.words(*[batch[k] for k in INPUTS[:-1]])
    for hook in hooks:
        hook.remove()
    return found


def fold_type_vectors(module):
    """A copy whose type vectors are one table instead of learnt part and projection."""
    module = as_row_products(module)
    if hasattr(module, "types"):
        table = module.types().detach()

        class Table(nn.Module):
            """The finished vectors."""

            def __init__(self):
                super().__init__()
                self.table = nn.Parameter(table)

            def forward(self):
                return self.table
        module.types = Table()
    return module


def export_pairs(module, path, inputs, outputs):
    """One pair graph; `inputs` maps each name to (example, dynamic axes)."""
    axes = {name: dynamic for name, (_, dynamic) in inputs.items()}
    axes.update({name: {0: letter} for name, letter in outputs.items()})
    with torch.no_grad():
        torch.onnx.export(fold_type_vectors(module), tuple(x for x, _ in inputs.values()), str(path),
                          input_names=list(inputs), output_names=list(outputs), dynamic_axes=axes, opset_version=OPSET)
    graph = halve(onnx.load(str(path)))
    onnx.checker.check_model(graph)
    onnx.save(graph, str(path))


def export_pair_graphs(extractor, folder):
    """coreference.onnx, arguments.onnx, factuality.onnx, content.onnx."""
    vec = (torch.randn(9, core_model.WIDTH), {0: "N"})

    def ids(count, letter, top=2):
        return torch.arange(count) % top, {0: letter}

    def pairs(count=5):
        return torch.stack([torch.arange(count) % 3, torch.arange(count) % 2], 1), {0: "P"}

    def rows(count, width, letter):
        return torch.ones(count, width, dtype=torch.long), {0: letter}
    export_pairs(extractor.coreference, folder / "coreference.onnx",
                 dict(vec=vec, mention=ids(4, "M"), kind=ids(4, "M"), type=ids(4, "M"), pair=pairs(),
                      feat=rows(5, COREFERENCE_FEATURES, "P")), dict(score="P", none="M"))
    export_pairs(extractor.arguments, folder / "arguments.onnx",
                 dict(vec=vec, trigger=ids(3, "K"), type=ids(3, "K"), mention=ids(4, "M"), kind=ids(4, "M"),
                      mtype=ids(4, "M"), pair=pairs(), feat=rows(5, ARGUMENT_FEATURES, "P")),
                 dict(score="P", none="K"))
    export_pairs(extractor.factuality, folder / "factuality.onnx",
                 dict(vec=vec, trigger=ids(3, "K"), type=ids(3, "K"), feat=rows(3, TRIGGER_FEATURES, "K")),
                 dict(polarity="K", modality="K"))
    export_pairs(extractor.content, folder / "content.onnx",
                 dict(vec=vec, cue=ids(3, "K"), pair=pairs(), feat=rows(5, 1, "P")), dict(score="P"))


def export_all(extractor, labels, folder, vocabulary, run, statistics):
    """All model files of one trained extractor; thresholds and lexicon are taken from its run folder if they are there."""
    folder.mkdir(parents=True, exist_ok=True)
    export_encoder(extractor, folder / "encoder.onnx", statistics)
    export_pair_graphs(extractor, folder)
    chosen = run / "thresholds.json"
    thresholds = json.load(open(chosen, encoding="utf8")) if chosen.exists() else THRESHOLDS
    Labels({**labels.lists, "thresholds": thresholds}).save(folder / "labels.json")
    if (run / "triggers.tsv").exists():
        shutil.copyfile(run / "triggers.tsv", folder / "triggers.tsv")
    shutil.copyfile(vocabulary, folder / "vocab.txt")
    return {file.name: file.stat().st_size for file in sorted(folder.iterdir()) if file.is_file()}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out", default=str(MODELS))
    parser.add_argument("--data")
    options = parser.parse_args()
    extractor, labels = load_extractor(options.model)
    data = data_folder(options.data)
    vocabulary = data / "minilm" / "vocab.txt"
    articles = read_gold(gold_folder(data), "train", WordPieces(vocabulary))[:CALIBRATION_ARTICLES]
    sizes = export_all(extractor, labels, pathlib.Path(options.out), vocabulary, pathlib.Path(options.model).parent,
                       input_statistics(extractor.core, articles))
    print(json.dumps(sizes), sum(sizes.values()))


if __name__ == "__main__":
    main()
