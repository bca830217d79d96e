"""score.py run in this process over many articles, and the sums of its figures."""
import contextlib
import io
import json
import re
import sys

FIGURES = {
    "entities": r"entities: found (\d+)/(\d+)",
    "entity types": r"right type (\d+)/(\d+)",
    "mentions resolved": r"mentions resolved to the right entity (\d+)/(\d+)",
    "core recall": r"\(core (\d+)/(\d+)\)",
    "polarity": r"right polarity: (\d+)/(\d+)",
    "modality": r"right modality: (\d+)/(\d+)",
    "relation attribution": r"right attribution: (\d+)/(\d+)",
    "attributions": r"attributions: found (\d+)/(\d+)",
}


class Scorer:
    """Runs the scorer's main with its files given in memory."""

    def __init__(self, tool):
        source = open(tool, encoding="utf8").read().rstrip()
        self.space = {"__name__": "score"}
        exec(compile(source.removesuffix("main()"), str(tool), "exec"), self.space)

    def text(self, gold, graph, verbose=False):
        """What score.py prints for one article."""
        self.space["load"] = {"gold": gold, "graph": graph}.__getitem__
        arguments, sys.argv = sys.argv, ["score", "gold", "graph"] + (["-v"] if verbose else [])
        printed = io.StringIO()
        try:
            with contextlib.redirect_stdout(printed):
                self.space["main"]()
        finally:
            sys.argv = arguments
        return printed.getvalue()

    def total(self, graphs):
        """Micro-averaged figures over [(gold, graph)]."""
        sums = {name: [0, 0] for name in FIGURES}
        found = wanted = extra = extra_cues = 0
        for gold, graph in graphs:
            text = self.text(gold, graph)
            for name, pattern in FIGURES.items():
                match = re.search(pattern, text)
                if match:
                    sums[name] = [sums[name][0] + int(match[1]), sums[name][1] + int(match[2])]
            match = re.search(r"relations: found (\d+)/(\d+) .*not in gold (\d+)", text)
            found, wanted, extra = found + int(match[1]), wanted + int(match[2]), extra + int(match[3])
            extra_cues += int(re.search(r"cue not in gold (\d+)", text)[1])
        precision, recall = found / max(1, found + extra), found / max(1, wanted)
        result = {"F": 2 * precision * recall / max(precision + recall, 1e-9), "P": precision, "R": recall}
        result.update({name: a / max(1, b) for name, (a, b) in sums.items()})
        result["extra cues"] = extra_cues
        return {k: round(v, 4) for k, v in result.items()}


def load_json(path):
    with open(path, encoding="utf8") as file:
        return json.load(file)
