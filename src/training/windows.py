"""Windows of consecutive sentences, and batches of windows as the encoder's input tensors."""
import dataclasses
import random

import numpy as np
import torch

from wordpieces import WordPieces, cut
from wordshapes import case_ids, prefix_hash, suffix_hash

WINDOW_PIECES = 200
BATCH_PIECES = 200           # padded pieces of a batch at run time: dynamic quantisation looks at the whole batch
MOST_PIECES = 510
FEWEST_WORDS = 2             # the graph takes the three best of W + 1 heads
INPUTS = ("ids", "pc", "first", "last", "wc", "suf", "pre", "sent")


@dataclasses.dataclass
class Window:
    """Consecutive sentences of one document."""
    sentences: list

    @property
    def piece_count(self):
        """With [CLS] and [SEP], uncut."""
        return 2 + sum(s.piece_count for s in self.sentences)

    def __len__(self):
        return sum(len(s) for s in self.sentences)


def prepare(sentences, pieces):
    """Word pieces, case ids and hashes of every sentence."""
    for s in sentences:
        s.pieces = [pieces.word(w) for w in s.words]
        s.case = case_ids(s.words)
        s.suffix = [suffix_hash(w) for w in s.words]
        s.prefix = [prefix_hash(w) for w in s.words]


def pack(sentences, limit=lambda: WINDOW_PIECES):
    """Greedy windows in order; `limit` is asked anew for each window. A longer sentence stands alone."""
    windows, current, count, most = [], [], 2, limit()
    for s in sentences:
        n = s.piece_count
        if current and count + n > most:
            windows.append(Window(current))
            current, count, most = [], 2, limit()
        current.append(s)
        count += n
    return windows + ([Window(current)] if current else [])


def documents(sentences):
    """Runs of sentences of the same document."""
    runs, last = [], object()
    for s in sentences:
        if s.document != last:
            runs.append([])
            last = s.document
        runs[-1].append(s)
    return runs


def training_windows(sentences, rng, packed=0.6, shortest=30, longest=WINDOW_PIECES):
    """Windows of one epoch: of each document `packed` parts as windows with a random limit, else single sentences."""
    windows = []
    for run in documents(sentences):
        if rng.random() < packed:
            windows += pack(run, lambda: rng.randint(shortest, longest))
        else:
            windows += [Window([s]) for s in run]
    return windows


def run_time_windows(sentences):
    """Windows as at run time: greedy, 200 pieces."""
    return [w for run in documents(sentences) for w in pack(run)]


def batches(windows, padded_pieces, rng=None):
    """Windows of similar length together, at most `padded_pieces` with padding; shuffled when `rng` is given."""
    def key(w):
        n = w.piece_count
        return n * (1 + 0.15 * rng.random()) + 2 * rng.random() if rng else n
    out, current, longest = [], [], 0
    for w in sorted(windows, key=key):
        n = max(longest, w.piece_count)
        if current and n * (len(current) + 1) > padded_pieces:
            out.append(current)
            current, n = [], w.piece_count
        current.append(w)
        longest = n
    if current:
        out.append(current)
    if rng:
        rng.shuffle(out)
    return out


def fitted_pieces(window):
    """Pieces of each word, so that the window has at most 510: words keep fewer where that is needed."""
    words = [p for s in window.sentences for p in s.pieces]
    limit = 12
    while limit > 1 and 2 + sum(len(p) for p in words) > MOST_PIECES:
        limit -= 1
        words = [cut(p, limit) for p in words]
    return words


def inputs(windows):
    """The eight int64 arrays of docs/model-interface.md, padded with 0."""
    fitted = [fitted_pieces(w) for w in windows]
    pieces = 2 + max(sum(len(p) for p in f) for f in fitted)
    words = max(FEWEST_WORDS, max(len(f) for f in fitted))
    batch = {k: np.zeros((len(windows), pieces if k in ("ids", "pc") else words), np.int64) for k in INPUTS}
    for b, (window, words_pieces) in enumerate(zip(windows, fitted)):
        ids, case, first, last, sent = [WordPieces.CLS], [0], [], [], []
        word_case = [c for s in window.sentences for c in s.case]
        for p, c in zip(words_pieces, word_case):
            first.append(len(ids))
            ids += p
            case += [c] * len(p)
            last.append(len(ids) - 1)
        ids.append(WordPieces.SEP)
        n = len(first)
        batch["ids"][b, :len(ids)] = ids
        batch["pc"][b, :len(case)] = case
        batch["first"][b, :n], batch["last"][b, :n], batch["wc"][b, :n] = first, last, word_case
        batch["suf"][b, :n] = [x for s in window.sentences for x in s.suffix]
        batch["pre"][b, :n] = [x for s in window.sentences for x in s.prefix]
        batch["sent"][b, :n] = [k + 1 for k, s in enumerate(window.sentences) for _ in s.words]
    return batch


def tensors(arrays):
    return {k: torch.from_numpy(v) for k, v in arrays.items()}


def seeded(seed):
    """One random generator for one purpose."""
    return random.Random(seed)
