"""Heads of information extraction: on words (mentions, triggers, cues) and on pairs (coreference, arguments,
polarity and modality, content). The pair modules take exactly the inputs of the graphs in docs/model-interface.md."""
import torch
import torch.nn.functional as F
from torch import nn

from features import TABLE_ROWS
from labels import CUE_KINDS, ENTITY_TYPES, MENTION_KINDS, MODALITIES, POLARITIES
from model import WIDTH, PooledDropout

SUBJECT, OBJECT, SOURCE, CUE_SOURCE = range(4)
ARGUMENT_ROLES = 4
TYPED_FEATURES = 2          # the last features of an argument pair know the relation's type
PRODUCT_SCALE = 1 / 11.


def feature_table(width):
    """Weights of hashed features, zero at the start; row 0 is padding."""
    table = nn.Embedding(TABLE_ROWS, width, padding_idx=0)
    nn.init.zeros_(table.weight)
    return table


class TypeVectors(nn.Module):
    """A vector per relation type: learnt, plus a projection of the word vectors of its name, so that rare types
    begin near words of their kind."""

    def __init__(self, names, width, scale, extra=0):
        super().__init__()
        self.own = nn.Parameter(torch.randn(len(names) + extra, width) * scale)
        self.project = nn.Linear(WIDTH, width, bias=False)
        nn.init.normal_(self.project.weight, 0, .02)
        self.register_buffer("names", torch.cat([names, torch.zeros(extra, WIDTH)]))

    def forward(self):
        return self.own + self.project(self.names)


class WordHeads(nn.Module):
    """Mention kind and entity type, trigger with relation type, cue of reported speech, for each word vector."""

    def __init__(self, names, width=256, rate=0.25):
        super().__init__()
        self.drop = PooledDropout(rate)
        self.mention_inner = nn.Linear(WIDTH, width)
        self.kind = nn.Linear(width, len(MENTION_KINDS))
        self.etype = nn.Linear(width, len(ENTITY_TYPES))
        self.trigger_inner = nn.Linear(WIDTH, width)
        self.no_trigger = nn.Linear(width, 1)
        self.types = TypeVectors(names, width, .05)
        self.type_bias = nn.Parameter(torch.zeros(len(names)))
        self.cue_inner = nn.Linear(WIDTH, 128)
        self.cue = nn.Linear(128, len(CUE_KINDS))

    def mentions(self, words):
        x = self.drop(F.gelu(self.mention_inner(words)))
        return self.kind(x), self.etype(x)

    def triggers(self, words):
        x = self.drop(F.gelu(self.trigger_inner(words)))
        scores = torch.matmul(x, self.types().t().to(x.dtype)) * .5 + self.type_bias
        return torch.cat([self.no_trigger(x), scores], -1)

    def cues(self, words):
        return self.cue(self.drop(F.gelu(self.cue_inner(words))))

    def folded_trigger_layer(self):
        """Weights and bias of one linear layer that gives none and all types."""
        weight = torch.cat([self.no_trigger.weight, self.types() * .5])
        return weight, torch.cat([self.no_trigger.bias, self.type_bias])


class MentionVectors(nn.Module):
    """Word vector, kind and entity type of mentions, made one vector."""

    def __init__(self, width, drop):
        super().__init__()
        self.kind = nn.Embedding(len(MENTION_KINDS), 16)
        self.etype = nn.Embedding(len(ENTITY_TYPES), 16)
        self.inner = nn.Linear(WIDTH + 32, width)
        self.drop = drop

    def forward(self, vec, mention, kind, etype):
        return self.drop(F.gelu(self.inner(torch.cat([vec[mention], self.kind(kind), self.etype(etype)], -1))))


class Coreference(nn.Module):
    """Antecedent scores between mentions (after Lee et al. 2017, with head words instead of spans)."""

    def __init__(self, width=128, hidden=64, rate=0.25):
        super().__init__()
        self.drop = PooledDropout(rate)
        self.mentions = MentionVectors(width, self.drop)
        self.left = nn.Linear(width, width)
        self.later = nn.Linear(width, hidden)
        self.both = nn.Linear(2 * width, hidden, bias=False)
        self.score = nn.Linear(hidden, 1)
        self.new = nn.Linear(width, 1)
        self.table = feature_table(1)

    def forward(self, vec, mention, kind, type, pair, feat):
        m = self.mentions(vec, mention, kind, type)
        later, earlier = pair[:, 0], pair[:, 1]
        a, b = m[later], m[earlier]
        hidden = self.later(m)[later] + self.both(torch.cat([a * b, (a - b).abs()], -1))
        bilinear = (self.left(m)[later] * b).sum(-1) * PRODUCT_SCALE
        score = self.score(self.drop(F.gelu(hidden)))[:, 0] + bilinear + self.table(feat).sum(1)[:, 0]
        return score, self.new(m)[:, 0]


class Arguments(nn.Module):
    """Scores of mentions as subject, object, source of a trigger and as source of a cue (type R)."""

    def __init__(self, names, width=256, product=128, rate=0.25):
        super().__init__()
        self.drop = PooledDropout(rate)
        self.types = TypeVectors(names, 64, .1, extra=1)
        self.trigger_inner = nn.Linear(WIDTH + 64, width)
        self.mentions = MentionVectors(width, self.drop)
        self.trigger_side = nn.Linear(width, ARGUMENT_ROLES * product)
        self.mention_side = nn.Linear(width, ARGUMENT_ROLES * product)
        self.none = nn.Linear(width, ARGUMENT_ROLES)
        self.path_table = feature_table(ARGUMENT_ROLES)
        self.typed_table = feature_table(ARGUMENT_ROLES)
        self.product = product

    def forward(self, vec, trigger, type, mention, kind, mtype, pair, feat):
        t = self.drop(F.gelu(self.trigger_inner(torch.cat([vec[trigger], self.types()[type]], -1))))
        m = self.mentions(vec, mention, kind, mtype)
        left = self.trigger_side(t).view(-1, ARGUMENT_ROLES, self.product)
        right = self.mention_side(m).view(-1, ARGUMENT_ROLES, self.product)
        score = (left[pair[:, 0]] * right[pair[:, 1]]).sum(-1) * PRODUCT_SCALE
        untyped = feat.shape[1] - TYPED_FEATURES
        score = score + self.path_table(feat[:, :untyped]).sum(1) + self.typed_table(feat[:, untyped:]).sum(1)
        return score, self.none(t)


class Factuality(nn.Module):
    """Polarity and modality of a trigger."""

    def __init__(self, names, width=128, rate=0.25):
        super().__init__()
        self.drop = PooledDropout(rate)
        self.types = TypeVectors(names, 64, .1, extra=1)
        self.inner = nn.Linear(WIDTH + 64, width)
        self.outer = nn.Linear(width, len(POLARITIES) + len(MODALITIES))
        self.table = feature_table(len(POLARITIES) + len(MODALITIES))

    def forward(self, vec, trigger, type, feat):
        x = self.drop(F.gelu(self.inner(torch.cat([vec[trigger], self.types()[type]], -1))))
        scores = self.outer(x) + self.table(feat).sum(1)
        return scores[:, :len(POLARITIES)], scores[:, len(POLARITIES):]


class Content(nn.Module):
    """Score of a word as the head of what a cue reports."""

    def __init__(self, width=128, rate=0.25):
        super().__init__()
        self.drop = PooledDropout(rate)
        self.of_cue = nn.Linear(WIDTH, width)
        self.of_word = nn.Linear(WIDTH, width)
        self.table = feature_table(1)

    def forward(self, vec, cue, pair, feat):
        left, right = self.drop(self.of_cue(vec[cue])), self.drop(self.of_word(vec))
        return (left[pair[:, 0]] * right[pair[:, 1]]).sum(-1) * PRODUCT_SCALE + self.table(feat).sum(1)[:, 0]


class Extractor(nn.Module):
    """The core with all heads of extraction; `names` holds a word vector per relation type."""

    def __init__(self, core, names):
        super().__init__()
        self.core = core
        self.words = WordHeads(names)
        self.coreference = Coreference()
        self.arguments = Arguments(names)
        self.factuality = Factuality(names)
        self.content = Content()
