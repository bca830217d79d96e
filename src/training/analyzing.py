"""One pass of the encoder over articles: analysis (tags, trees, names, roles) and word scores of every head.
The encoder is the PyTorch model or, to measure what is shipped, the exported graphs in ONNX Runtime."""
import dataclasses

import numpy as np
import torch

from articles import article_windows
from evaluation import head_outputs, window_analysis
from features import Analysis
from windows import BATCH_PIECES, INPUTS, batches, inputs, tensors


@dataclasses.dataclass
class WordScores:
    """Probabilities per token of an article (N×4, N×8, N×(1+R), N×3) and its N×384 vectors."""
    kind: np.ndarray
    etype: np.ndarray
    trigger: np.ndarray
    cue: np.ndarray
    vec: np.ndarray


def softmax(scores):
    """Along the last axis."""
    e = np.exp(scores - scores.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


class TorchModel:
    """The trained modules as the run-time graphs: arrays in, arrays out."""

    def __init__(self, extractor, bf16=False):
        self.extractor, self.bf16 = extractor, bf16

    def encode(self, arrays):
        """All outputs of encoder.onnx."""
        batch, x = tensors(arrays), self.extractor
        x.eval()
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=self.bf16):
            words = x.core.words(*[batch[k] for k in INPUTS[:-1]])
            out = head_outputs(x.core, batch, words)
            kind, etype = x.words.mentions(words)
            scores = dict(mention=kind, etype=etype, trigger=x.words.triggers(words), cue=x.words.cues(words), vec=words)
        out.update({k: v.float().numpy() for k, v in scores.items()})
        return out

    def pairs(self, graph, arrays):
        """Outputs of a pair graph, in order."""
        self.extractor.eval()
        with torch.no_grad():
            out = getattr(self.extractor, graph)(*[torch.from_numpy(v) for v in arrays.values()])
        return [v.numpy() for v in (out if isinstance(out, tuple) else (out,))]


class OnnxModel:
    """The exported graphs of a folder."""

    def __init__(self, runner, folder):
        self.runner, self.folder = runner, folder

    def encode(self, arrays):
        return self.runner.run(self.folder / "encoder.onnx", arrays)

    def pairs(self, graph, arrays):
        return list(self.runner.run(self.folder / f"{graph}.onnx", arrays).values())


def analyze(model, articles, labels):
    """Yields (article, WordScores) and sets article.analysis."""
    windows, places = [], {}
    for number, article in enumerate(articles):
        start = 0
        for window in article_windows(article):
            places[id(window)] = (number, start)
            windows.append(window)
            start += len(window)
    scores = [{} for _ in articles]
    parts = [[] for _ in articles]
    for group in batches(windows, BATCH_PIECES):
        out = model.encode(inputs(group))
        for b, window in enumerate(group):
            number, start = places[id(window)]
            parts[number].append((start, list(window_analysis(window, b, out))))
            for name in ("mention", "etype", "trigger", "cue", "vec"):
                scores[number].setdefault(name, {})[start] = out[name][b, :len(window)]
    results = []
    for article, part, score in zip(articles, parts, scores):
        sentences = [s for _, found in sorted(part, key=lambda x: x[0]) for s in found]
        article.analysis = document_analysis(article, sentences, labels)
        arrays = {k: np.concatenate([v[s] for s in sorted(v)]) for k, v in score.items()}
        results.append(WordScores(softmax(arrays["mention"]), softmax(arrays["etype"]), softmax(arrays["trigger"]),
                                  softmax(arrays["cue"]), np.ascontiguousarray(arrays["vec"], np.float32)))
    return results


def document_analysis(article, sentences, labels):
    """The article's Analysis from the sentences' decoded layers (in order)."""
    lists = labels.lists
    upos, xpos, heads, rels, names, roles = [], [], [], [], [], {}
    for s, u, x, h, r, n, frames in sentences:
        start = len(upos)
        upos += [lists["upos"][i] for i in u]
        xpos += [lists["xpos"][i] for i in x]
        heads += [start + int(i) - 1 if i else -1 for i in h]
        rels += [lists["rel"][i] for i in r]
        names += n
        for predicate, row in frames.items():
            for i, role in enumerate(row):
                if role:
                    roles[(start + predicate, start + i)] = lists["role"][role]
    return Analysis(article.words, article.starts, upos, xpos, heads, rels, names, roles, article.paragraphs)
