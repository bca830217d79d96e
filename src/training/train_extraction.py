"""Stage 2: trains the extraction heads on the annotated news, from the core of stage 1, on windows as at run time;
batches of treebank windows in between keep the parser.

python3 train_extraction.py --core RUN/core.pt --labels RUN/labels.json --out RUN2 [--data FOLDER]
writes RUN2/extractor.pt and RUN2/log.txt; thresholds are chosen by choose_thresholds.py"""
import argparse
import collections
import copy
import pathlib
import random
import time

import numpy as np
import torch

from analyzing import TorchModel, analyze
from articles import read_gold, relation_types
from augmenting import Exchange
from checkpoint import load_core, save_extractor, with_extraction
from core_loss import core_losses, training_batch
from extraction import Extractor
from extraction_loss import extraction_losses, make_targets
from labels import Labels
from optimizing import optimizer, set_rate
from paths import RULES, data_folder, gold_folder
from relation_names import name_vectors
from synonyms import Synonyms, plain_rules, treebank_forms
from train_core import TRAIN
from treebanks import load_treebanks
from windows import WINDOW_PIECES, batches, inputs, pack, prepare, seeded, tensors, training_windows
from wordpieces import WordPieces

SHORTEST_WINDOW = 90


def group_of(name):
    """Parameter groups with learning rates of their own."""
    if name.startswith("core.encoder."):
        return "encoder"
    if name.startswith("core."):
        return "core"
    return "table" if "table" in name else "head"


class Average:
    """Exponential moving average of the trained parameters."""

    def __init__(self, module, decay):
        self.decay = decay
        self.module = module
        self.values = [p.detach().clone() for p in module.parameters() if p.requires_grad]

    @torch.no_grad()
    def update(self, step):
        decay = min(self.decay, (1 + step) / (10 + step))
        parameters = [p for p in self.module.parameters() if p.requires_grad]
        torch._foreach_mul_(self.values, decay)
        torch._foreach_add_(self.values, [p.detach() for p in parameters], alpha=1 - decay)

    @torch.no_grad()
    def averaged(self):
        """A copy of the module with the averaged values."""
        out = copy.deepcopy(self.module)
        for p, value in zip([p for p in out.parameters() if p.requires_grad], self.values):
            p.copy_(value)
        return out.eval()


def article_vectors(extractor, articles, exchange, rng):
    """Word vectors of each article, some names exchanged, from windows with random limits, in one pass."""
    windows = [pack(exchange.sentences(a, rng), lambda: rng.randint(SHORTEST_WINDOW, WINDOW_PIECES)) for a in articles]
    batch = tensors(inputs([w for ws in windows for w in ws]))
    words = extractor.core.words(*[batch[k] for k in ("ids", "pc", "first", "last", "wc", "suf", "pre")])
    out, row = [], 0
    for ws in windows:
        out.append(torch.cat([words[row + i, :len(w)] for i, w in enumerate(ws)]))
        row += len(ws)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--core", required=True)
    parser.add_argument("--labels", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--data")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--batch", type=int, default=2, help="articles in a step")
    parser.add_argument("--encoder-rate", type=float, default=6e-5)
    parser.add_argument("--core-rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--table-rate", type=float, default=5e-3)
    parser.add_argument("--noise", type=float, default=0.5, help="how often arguments see predicted mentions")
    parser.add_argument("--exchange", type=float, default=0.3, help="share of names that are exchanged")
    parser.add_argument("--synonyms", type=float, default=0.25, help="share of triggers that become a synonym")
    parser.add_argument("--parse-every", type=int, default=1)
    parser.add_argument("--parse-batch", type=int, default=500)
    parser.add_argument("--parse-weight", type=float, default=1.0)
    parser.add_argument("--average", type=float, default=0.995)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=0, help="use only so many (a try-out)")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    for seed in (torch.manual_seed, random.seed, np.random.seed):
        seed(options.seed)
    begin, out, data = time.time(), pathlib.Path(options.out), data_folder(options.data)
    out.mkdir(parents=True, exist_ok=True)
    log_file = open(out / "log.txt", "a", encoding="utf8")

    def log(*values):
        line = f"[{time.time() - begin:7.1f}] " + " ".join(str(v) for v in values)
        print(line, flush=True)
        print(line, file=log_file, flush=True)
    log("options", vars(options))
    pieces = WordPieces(data / "minilm" / "vocab.txt")
    articles = read_gold(gold_folder(data), "train", pieces)
    types = relation_types(articles)
    if options.articles:
        articles = articles[:options.articles]
    core_labels = Labels.load(options.labels)
    core = load_core(options.core, core_labels)
    labels = with_extraction(core_labels, types)
    extractor = Extractor(core, name_vectors(core, types, pieces))
    analyze(TorchModel(extractor, bf16=True), articles, labels)
    for article in articles:
        article.targets = make_targets(article, labels)
    log("articles", len(articles), "words", sum(len(a.spans) for a in articles), "types", len(types),
        "mentions lost", sum(a.targets.gold.lost for a in articles))
    banks = load_treebanks(data, ("train",))
    for part in TRAIN:
        prepare(banks[part], pieces)
    treebank = [s for part in TRAIN for s in banks[part] if s.piece_count + 2 <= WINDOW_PIECES]
    rates = dict(encoder=options.encoder_rate, core=options.core_rate, head=options.head_rate, table=options.table_rate)
    opt = optimizer(extractor, group_of, rates, dict(encoder=.01, core=.01, head=.05, table=.02))
    rng = seeded(options.seed)
    synonyms = Synonyms(plain_rules(RULES), treebank_forms(
        [data / "ewt" / "en_ewt-ud-train.conllu", data / "gum-free" / "gum_free-train.conllu"]))
    exchange = Exchange(articles, pieces, options.exchange, synonyms, options.synonyms)
    log("triggers with synonyms", sum(len(x) for x in exchange.synonyms.values()))
    average = Average(extractor, options.average)
    total = options.epochs * -(-len(articles) // options.batch)
    warm, step, parse_batches = max(1, int(.08 * total)), 0, []
    for epoch in range(1, options.epochs + 1):
        extractor.train()
        rng.shuffle(articles)
        sums, counts = collections.Counter(), collections.Counter()

        def note(losses, prefix=""):
            for name, loss in losses.items():
                sums[prefix + name] += float(loss.detach())
                counts[prefix + name] += 1
        noise = options.noise if epoch > 2 else 0.0
        for first in range(0, len(articles), options.batch):
            set_rate(opt, step, warm, total)
            opt.zero_grad(set_to_none=True)
            group, loss = articles[first:first + options.batch], 0
            with torch.autocast("cpu", torch.bfloat16):
                for article, words in zip(group, article_vectors(extractor, group, exchange, rng)):
                    losses = extraction_losses(extractor, article, words, labels, rng, noise)
                    note(losses)
                    loss = loss + sum(losses.values()) / options.batch
            loss.backward()
            if options.parse_every and step % options.parse_every == 0:
                if not parse_batches:
                    parse_batches = batches(training_windows(treebank, rng), options.parse_batch, rng)
                with torch.autocast("cpu", torch.bfloat16):
                    losses = core_losses(core, training_batch(parse_batches.pop(), labels))
                note(losses, "core_")
                (sum(losses.values()) * options.parse_weight).backward()
            torch.nn.utils.clip_grad_norm_(extractor.parameters(), 2.0)
            opt.step()
            average.update(step)
            step += 1
        log("epoch", epoch, "step", step, {k: round(sums[k] / counts[k], 3) for k in sums})
        if epoch % 6 == 0 or epoch == options.epochs:
            save_extractor(out / "last.pt", extractor, labels)
            save_extractor(out / "extractor.pt", average.averaged(), labels)
    log("minutes", round((time.time() - begin) / 60, 1))


if __name__ == "__main__":
    main()
