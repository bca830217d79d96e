"""A word vector for the name of each relation type, from the core itself."""
import torch

from treebanks import Sentence
from windows import Window, inputs, prepare, tensors


@torch.no_grad()
def name_vectors(core, types, pieces):
    """R×384: mean vector of the words of the type's name, read as a sentence."""
    sentences = [Sentence("name", t.lower().split("_")) for t in types]
    prepare(sentences, pieces)
    batch = tensors(inputs([Window([s]) for s in sentences]))
    core.eval()
    words = core.words(*[batch[k] for k in ("ids", "pc", "first", "last", "wc", "suf", "pre")])
    return torch.stack([words[i, :len(s)].mean(0) for i, s in enumerate(sentences)]) * 0.5
