"""Stage 1: fine-tunes MiniLM for tags, trees, names and roles on windows of consecutive sentences.

python3 train_core.py --out RUN [--data FOLDER] [--epochs 10]   writes RUN/core.pt (best by dev), RUN/last.pt,
RUN/labels.json and RUN/log.txt"""
import argparse
import collections
import json
import pathlib
import random
import time

import numpy as np
import torch

from core_loss import core_losses, training_batch
from evaluation import core_encoder, core_scores, selection_score
from labels import Labels
from model import Core
from optimizing import optimizer, set_rate
from paths import data_folder
from treebanks import load_treebanks
from windows import batches, prepare, run_time_windows, seeded, training_windows
from wordpieces import WordPieces

LONGEST = 200
TRAIN = ("ewt-train", "gum-train", "wikigold-train")
DEV = ("ewt-dev", "gum-dev", "uner-dev")


def group_of(name):
    if name.startswith("encoder.") and not name.startswith("encoder.case"):
        return "encoder"
    return "feature" if "case" in name or name.startswith(("word_suffix", "word_prefix")) else "head"


def evaluate_dev(net, banks, labels, bf16=True):
    """Scores on the three dev sets, in windows as at run time."""
    net.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=bf16):
        return {part: core_scores(core_encoder(net), run_time_windows(banks[part]), labels) for part in DEV}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--data")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--batch", type=int, default=1000, help="padded pieces in a batch")
    parser.add_argument("--encoder-rate", type=float, default=1.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--packed", type=float, default=0.6, help="part of the documents in windows")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (a try-out)")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    for seed in (torch.manual_seed, random.seed, np.random.seed):
        seed(options.seed)
    out, data, begin = pathlib.Path(options.out), data_folder(options.data), time.time()
    out.mkdir(parents=True, exist_ok=True)
    log_file = open(out / "log.txt", "a", encoding="utf8")

    def log(*values):
        line = f"[{time.time() - begin:7.1f}] " + " ".join(str(v) for v in values)
        print(line, flush=True)
        print(line, file=log_file, flush=True)
    banks = load_treebanks(data)
    pieces = WordPieces(data / "minilm" / "vocab.txt")
    for sentences in banks.values():
        prepare(sentences, pieces)
    labels = Labels.of_treebanks(banks)
    labels.save(out / "labels.json")
    train = [s for part in TRAIN for s in banks[part] if s.piece_count + 2 <= LONGEST]
    net = Core(labels)
    net.encoder.load_pretrained(data / "minilm" / "model.safetensors")
    opt = optimizer(net, group_of, dict(encoder=options.encoder_rate, head=options.head_rate, feature=options.head_rate),
                    dict(encoder=.01, head=.01, feature=0.0))
    rng = seeded(options.seed)

    def epoch_batches():
        return batches(training_windows(train, rng, options.packed), options.batch, rng)
    per_epoch = len(epoch_batches())
    total, step, best = options.steps or per_epoch * options.epochs, 0, -1.0
    warm = max(1, int(per_epoch * 0.3))
    log("options", vars(options), "words", sum(len(s) for s in train), "steps an epoch", per_epoch)
    for epoch in range(1, options.epochs + 1):
        net.train()
        sums, counts, start, first = collections.Counter(), collections.Counter(), time.time(), step
        for windows in epoch_batches():
            set_rate(opt, step, warm, total)
            batch = training_batch(windows, labels)
            with torch.autocast("cpu", torch.bfloat16):
                losses = core_losses(net, batch)
            opt.zero_grad(set_to_none=True)
            sum(losses.values()).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            opt.step()
            step += 1
            for name, loss in losses.items():
                sums[name] += float(loss.detach())
                counts[name] += 1
            if step in (20, 100) or step % 200 == 0:
                log("step", step, f"{(time.time() - start) / (step - first):.3f} s a step",
                    {k: round(sums[k] / counts[k], 3) for k in sums})
            if step >= total and options.steps:
                break
        log("epoch", epoch, f"{time.time() - start:.0f} s", {k: round(sums[k] / counts[k], 3) for k in sums})
        torch.save(net.state_dict(), out / "last.pt")
        if epoch % 2 == 0 or epoch == options.epochs or options.steps:
            scores = evaluate_dev(net, banks, labels)
            value = selection_score(scores)
            log("dev", f"{value:.2f}", json.dumps(scores))
            if value > best:
                best = value
                torch.save(net.state_dict(), out / "core.pt")
        if options.steps and step >= total:
            break
    log("minutes", round((time.time() - begin) / 60, 1))


if __name__ == "__main__":
    main()
