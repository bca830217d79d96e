"""Saving and loading of a model with its labels."""
import torch

from extraction import Extractor
from labels import CUE_KINDS, ENTITY_TYPES, MENTION_KINDS, MODALITIES, POLARITIES, Labels
from model import WIDTH, Core


def with_extraction(labels, relations):
    """The core's labels with the lists of the extraction heads."""
    return Labels({**labels.lists, "mention": MENTION_KINDS, "etype": ENTITY_TYPES, "relation": list(relations),
                   "cue": CUE_KINDS, "polarity": POLARITIES, "modality": MODALITIES})


def load_core(path, labels):
    """The core of stage 1."""
    core = Core(labels)
    core.load_state_dict(torch.load(path))
    return core.eval()


def save_extractor(path, extractor, labels):
    torch.save(dict(state=extractor.state_dict(), labels=labels.lists), path)


def load_extractor(path):
    """(extractor, labels) as saved."""
    saved = torch.load(path)
    labels = Labels(saved["labels"])
    extractor = Extractor(Core(labels), torch.zeros(labels.size("relation"), WIDTH))
    extractor.load_state_dict(saved["state"])
    return extractor.eval(), labels
