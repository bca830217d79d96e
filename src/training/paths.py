"""Where data lies. `--data` or the variable NEWSGRAPH_DATA name the folder of SOURCES.md; the default is
`../shared/data` beside the repository."""
import os
import pathlib

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
MODELS = REPOSITORY / "src" / "NewsGraph" / "Resources" / "models"
RULES = REPOSITORY / "src" / "NewsGraph" / "Resources" / "ontology" / "rules"


def data_folder(argument=None):
    """The folder with ewt/, gum-free/, uner-ewt/, wikigold/, ewt-propbank/ and minilm/."""
    chosen = argument or os.environ.get("NEWSGRAPH_DATA")
    return pathlib.Path(chosen) if chosen else REPOSITORY.parent / "shared" / "data"


def gold_folder(data):
    """The annotated news (`gold/train` with its index.tsv) lies beside the data folder."""
    return pathlib.Path(os.environ.get("NEWSGRAPH_GOLD") or pathlib.Path(data).parent / "gold" / "train")


def score_tool(data):
    """score.py, the scorer of news-graph/1 against news-gold/1."""
    return pathlib.Path(data).parent / "tools" / "score.py"
