"""The label lists of the model: from the treebanks, the ontology of the annotated news, and fixed ones."""
import collections
import json

from treebanks import NER

ENTITY_TYPES = ["Person", "Organization", "Country", "Place", "Group", "Event", "Law", "Thing"]
MENTION_KINDS = ["none", "name", "nominal", "pronoun"]
CUE_KINDS = ["none", "indirect", "direct"]
POLARITIES = ["positive", "negative"]
MODALITIES = ["actual", "future", "possible", "attempted", "requested"]
RAREST_ROLE = 8


class Labels:
    """Lists by name (`upos`, `xpos`, `rel`, `role`, `ner`, …) and the index of each label."""

    def __init__(self, lists):
        self.lists = lists
        self.index = {name: {label: i for i, label in enumerate(values)}
                      for name, values in lists.items() if isinstance(values, list)}

    @classmethod
    def of_treebanks(cls, banks):
        """Tags and relations of both treebanks, roles that occur eight times."""
        parsed = banks["ewt-train"] + banks["gum-train"]
        roles = collections.Counter(role for s in banks["ewt-train"] for _, args in s.frames or [] for role, *_ in args)
        return cls(dict(upos=sorted({x for s in parsed for x in s.upos}), xpos=sorted({x for s in parsed for x in s.xpos}),
                        rel=sorted({x for s in parsed for x in s.rels}),
                        role=["_"] + sorted(r for r, n in roles.items() if n >= RAREST_ROLE), ner=NER))

    @classmethod
    def load(cls, path):
        with open(path, encoding="utf8") as file:
            return cls(json.load(file))

    def save(self, path):
        with open(path, "w", encoding="utf8") as file:
            json.dump(self.lists, file, indent=1)
            file.write("\n")

    def size(self, name):
        return len(self.lists[name])
