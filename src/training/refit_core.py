"""Stage 3: fits tags, trees, names and roles anew to the encoder that stage 2 has moved. Encoder, word vectors and
extraction heads stay as they are.

python3 refit_core.py --model RUN/extractor.pt --out RUN3 [--data FOLDER]   writes RUN3/extractor.pt"""
import argparse
import pathlib
import random
import time

import numpy as np
import torch

from checkpoint import load_extractor, save_extractor
from core_loss import core_losses, training_batch
from optimizing import optimizer, set_rate
from paths import data_folder
from train_core import LONGEST, TRAIN
from treebanks import load_treebanks
from windows import INPUTS, batches, prepare, seeded, training_windows
from wordpieces import WordPieces

KEPT = ("encoder.", "word_", "norm.")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--data")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--batch", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--packed", type=float, default=0.75)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    for seed in (torch.manual_seed, random.seed, np.random.seed):
        seed(options.seed)
    data, out, begin = data_folder(options.data), pathlib.Path(options.out), time.time()
    out.mkdir(parents=True, exist_ok=True)
    extractor, labels = load_extractor(options.model)
    core = extractor.core
    banks, pieces = load_treebanks(data, ("train",)), WordPieces(data / "minilm" / "vocab.txt")
    for part in TRAIN:
        prepare(banks[part], pieces)
    train = [s for part in TRAIN for s in banks[part] if s.piece_count + 2 <= LONGEST]
    for name, parameter in core.named_parameters():
        parameter.requires_grad_(not name.startswith(KEPT))
    opt = optimizer(core, lambda name: "head", dict(head=options.rate), dict(head=.01))
    rng = seeded(options.seed)
    epochs = [batches(training_windows(train, rng, options.packed), options.batch, rng) for _ in range(options.epochs)]
    total, step, loss_sum = sum(map(len, epochs)), 0, 0.0
    core.train()
    core.encoder.eval()
    for windows in (w for epoch in epochs for w in epoch):
        set_rate(opt, step, 20, total)
        batch = training_batch(windows, labels)
        with torch.autocast("cpu", torch.bfloat16):
            with torch.no_grad():
                words = core.words(*[batch[k] for k in INPUTS[:-1]])
            loss = sum(core_losses(core, batch, words).values())
        opt.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(core.parameters(), 2.0)
        opt.step()
        step += 1
        loss_sum += float(loss.detach())
        if step % 100 == 0:
            print(f"[{time.time() - begin:.1f}] step {step} of {total} loss {loss_sum / 100:.3f}", flush=True)
            loss_sum = 0.0
    save_extractor(out / "extractor.pt", extractor.eval(), labels)


if __name__ == "__main__":
    main()
