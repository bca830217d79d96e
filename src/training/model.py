"""The encoder (MiniLM with case embeddings) and the heads of the language core."""
import json
import math
import random
import struct

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from wordshapes import CASE_IDS, HASH_ROWS

WIDTH, FEED_FORWARD, ATTENTION_HEADS, LAYERS = 384, 1536, 12, 6
MASKED = -1e4
FORMATS = {"F16": np.float16, "F32": np.float32, "I64": np.int64}


def read_safetensors(path):
    """Name → float tensor: eight bytes of length, a JSON header, raw numbers."""
    raw = open(path, "rb").read()
    length = struct.unpack("<Q", raw[:8])[0]
    header = json.loads(raw[8:8 + length])
    out = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, end = entry["data_offsets"]
            values = np.frombuffer(raw[8 + length + start:8 + length + end], FORMATS[entry["dtype"]])
            out[name.removeprefix("bert.")] = torch.from_numpy(values.reshape(entry["shape"]).copy()).float()
    return out


class PooledDropout(nn.Module):
    """Dropout whose masks are cut from a pool at a random place: drawing them anew is slow on a CPU in bfloat16."""

    def __init__(self, rate):
        super().__init__()
        self.rate = rate
        self.pools = {}

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        pool = self.pools.get(x.dtype)
        if pool is None or pool.numel() < 2 * x.numel():
            kept = torch.rand(max(4 * x.numel(), 1 << 21)) >= self.rate
            pool = self.pools[x.dtype] = (kept.float() / (1 - self.rate)).to(x.dtype)
        start = random.randrange(pool.numel() - x.numel())
        return x * pool[start:start + x.numel()].view(x.shape)

    def __getstate__(self):
        return {**self.__dict__, "pools": {}}


class Layer(nn.Module):
    """A BERT layer: attention and feed-forward, each with residual and normalisation after it."""

    def __init__(self, rate):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, FEED_FORWARD)
        self.outer = nn.Linear(FEED_FORWARD, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = PooledDropout(rate)

    def forward(self, x, mask):
        batch, length, width = x.shape
        size = width // ATTENTION_HEADS
        q, k, v = self.qkv(x).view(batch, length, 3, ATTENTION_HEADS, size).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(torch.matmul(q, k.transpose(-1, -2)) * (1 / math.sqrt(size)) + mask.to(q.dtype), -1)
        context = torch.matmul(weights, v).transpose(1, 2).reshape(batch, length, width)
        x = self.norm1(x + self.drop(self.out(context)))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """MiniLM; word and position embeddings stay as they were pretrained, case embeddings begin at zero."""

    def __init__(self, rate=0.1):
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(512, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.case = nn.Embedding(CASE_IDS, WIDTH)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = PooledDropout(rate)
        self.layers = nn.ModuleList([Layer(rate) for _ in range(LAYERS)])
        self.word.weight.requires_grad_(False)
        self.position.weight.requires_grad_(False)

    @torch.no_grad()
    def load_pretrained(self, path):
        """Weights of all-MiniLM-L6-v2."""
        weights = read_safetensors(path)

        def copy(module, name):
            module.weight.copy_(weights[name + ".weight"])
            module.bias.copy_(weights[name + ".bias"])
        self.word.weight.copy_(weights["embeddings.word_embeddings.weight"])
        self.position.weight.copy_(weights["embeddings.position_embeddings.weight"])
        self.segment.copy_(weights["embeddings.token_type_embeddings.weight"][0])
        copy(self.norm, "embeddings.LayerNorm")
        for i, layer in enumerate(self.layers):
            name = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [weights[f"{name}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
            copy(layer.out, name + "attention.output.dense")
            copy(layer.norm1, name + "attention.output.LayerNorm")
            copy(layer.inner, name + "intermediate.dense")
            copy(layer.outer, name + "output.dense")
            copy(layer.norm2, name + "output.LayerNorm")

    def forward(self, ids, pc):
        mask = (ids == 0).float()[:, None, None, :] * MASKED
        x = self.word(ids) + self.position.weight[:ids.shape[1]] + self.segment + self.case(pc)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Core(nn.Module):
    """Encoder, word vectors, tags, tree, names, roles. Arcs after Dozat and Manning (2017)."""

    def __init__(self, labels, rate=0.15, arc=256, label=256, role=192):
        super().__init__()
        self.encoder = Encoder()
        self.word_case = nn.Embedding(CASE_IDS, 32)
        self.word_suffix = nn.Embedding(HASH_ROWS, 32)
        self.word_prefix = nn.Embedding(HASH_ROWS, 32)
        self.word_features = nn.Linear(96, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.drop = PooledDropout(rate)
        self.upos = nn.Linear(WIDTH, labels.size("upos"))
        self.xpos = nn.Linear(WIDTH, labels.size("xpos"))
        self.ner_inner = nn.Linear(WIDTH, 192)
        self.ner_outer = nn.Linear(192, labels.size("ner"))
        self.arc_dependent = nn.Linear(WIDTH, arc)
        self.arc_head = nn.Linear(WIDTH, arc)
        self.arc_product = nn.Linear(arc, arc)
        self.arc_bias = nn.Linear(arc, 1)
        self.root = nn.Parameter(torch.randn(WIDTH) * .1)
        relations = labels.size("rel")
        self.label_dependent = nn.Linear(WIDTH, label)
        self.label_head = nn.Linear(WIDTH, label)
        self.label_product = nn.Linear(label, relations)
        self.label_of_dependent = nn.Linear(label, relations)
        self.label_of_head = nn.Linear(label, relations, bias=False)
        self.predicate = nn.Linear(WIDTH, 2)
        roles = labels.size("role")
        self.role_predicate = nn.Linear(WIDTH, role)
        self.role_argument = nn.Linear(WIDTH, role)
        self.role_product = nn.Linear(role, roles)
        self.role_of_predicate = nn.Linear(role, roles)
        self.role_of_argument = nn.Linear(role, roles, bias=False)
        for embedding in (self.word_case, self.word_suffix, self.word_prefix):
            nn.init.normal_(embedding.weight, 0, .1)
        for product in (self.label_product, self.role_product):
            nn.init.normal_(product.weight, 0, .05)

    def words(self, ids, pc, first, last, wc, suf, pre):
        """Word vectors B×W×384: mean of first and last piece, plus case and affixes, normalised."""
        x = self.encoder(ids, pc)

        def at(index):
            return torch.gather(x, 1, index[:, :, None].expand(-1, -1, WIDTH))
        features = torch.cat([self.word_case(wc), self.word_suffix(suf), self.word_prefix(pre)], -1)
        return self.drop(self.norm((at(first) + at(last)) * 0.5 + self.word_features(features)))

    def with_root(self, words):
        return torch.cat([self.root.to(words.dtype).expand(words.shape[0], 1, -1), words], 1)

    def arcs(self, words, rooted, sent):
        """B×W×(W+1) scores of heads; words of other sentences and padding are masked."""
        dependent = self.drop(F.gelu(self.arc_dependent(words)))
        head = self.drop(F.gelu(self.arc_head(rooted)))
        scores = torch.matmul(self.arc_product(dependent), head.transpose(1, 2)) * (1 / 16)
        scores = scores + self.arc_bias(head).transpose(1, 2)
        other = (sent[:, :, None] != sent[:, None, :]) | (sent == 0)[:, None, :]
        return scores.float() + F.pad(other.float() * MASKED, (1, 0))

    def label_vectors(self, words, rooted):
        return self.drop(F.gelu(self.label_dependent(words))), self.drop(F.gelu(self.label_head(rooted)))

    def label_scores(self, dependent, head):
        """Labels of aligned pairs of vectors."""
        return self.label_product(dependent * head) + self.label_of_dependent(dependent) + self.label_of_head(head)

    def role_vectors(self, words):
        return self.drop(F.gelu(self.role_predicate(words))), self.drop(F.gelu(self.role_argument(words)))

    def role_scores(self, predicate, argument):
        """predicate N×1×D, argument N×W×D."""
        return (self.role_product(predicate * argument) + self.role_of_predicate(predicate)
                + self.role_of_argument(argument))

    def names(self, words):
        return self.ner_outer(self.drop(F.gelu(self.ner_inner(words))))


def gather_rows(vectors, index):
    """vectors B×N×D, index B×W or B×W×K → vectors at these rows."""
    flat = index.reshape(index.shape[0], -1)
    rows = torch.gather(vectors, 1, flat[:, :, None].expand(-1, -1, vectors.shape[-1]))
    return rows.reshape(*index.shape, vectors.shape[-1])
