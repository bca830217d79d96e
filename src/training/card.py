"""Writes CARD.md and NOTICE beside the model files.

python3 card.py --out FOLDER --dev dev.json --test test.json [--data FOLDER]"""
import argparse
import hashlib
import pathlib

from paths import MODELS, RULES, data_folder, gold_folder
from scoring import load_json

DATA_FILES = ("ewt/en_ewt-ud-train.conllu", "gum-free/gum_free-train.conllu", "uner-ewt/en_ewt-ud-train.iob2",
              "wikigold/wikigold.conll.txt", "ewt-propbank/train.jsonl", "minilm/model.safetensors", "minilm/vocab.txt")
CARD = """# The language model of NewsGraph
English news to tags, trees, names, semantic roles, mentions, coreference, relation triggers with arguments, polarity and modality, and reported speech: one small encoder (MiniLM, six layers, 384 wide, int8) and four pair scorers. Interface: `docs/model-interface.md`. Made by `src/training` (`train_all.py`, seed 1); recipe in its README.

## Files
{files}

## Scores
Exported int8 graphs{measured}; gold tokens for the treebanks, everything else predicted, windows as at run time. LAS counts labels with subtypes. Names: entities with exact borders and type. Roles: labelled argument heads of predicted predicates. Nothing was chosen by the test parts.

| set | UPOS | XPOS | UAS | LAS | names F | predicates F | roles F |
|---|---|---|---|---|---|---|---|
{treebanks}

Annotated news, dev (24 articles of gold/train, own sentences and tokens, `score.py`, thresholds chosen on the same articles): {news}.

## Limits
News and web English of 2000–2020. Organisations are the weakest names. Relation types with few training examples are found rarely. Annotated news is one annotator's reading; expect its taste. Scores of relations are not calibrated probabilities.

## Training data (sha256)
{data}
- gold/train, split train: `{gold}` (over the sorted `*.gold.json` and `*.txt` that index.tsv lists)
- trigger synonyms from `Resources/ontology/rules`: `{rules}` (over the sorted files)

## Licence
The model files are under CC BY-SA 4.0 (see NOTICE); the source code of NewsGraph has its own licence.
"""
NOTICE = """The model files in this folder (encoder.onnx, coreference.onnx, arguments.onnx, factuality.onnx, content.onnx,
labels.json, triggers.tsv) are licensed under the Creative Commons Attribution-ShareAlike 4.0 International licence,
https://creativecommons.org/licenses/by-sa/4.0/ . They were trained on the material below, which was
modified: converted to model parameters.

UD_English-EWT 2.16. Creators: Leland Stanford Junior University, 2013-2021. CC BY-SA 4.0
  (https://creativecommons.org/licenses/by-sa/4.0/). https://github.com/UniversalDependencies/UD_English-EWT
Universal NER over English-EWT. Creators: Mayhew et al. 2024. CC BY-SA 4.0. https://www.universalner.org/
PropBank annotation of English-EWT. Creators: the PropBank project. CC BY-SA 4.0. https://github.com/propbank/propbank-release
GUM 11.1, genres with permissive texts. Annotations: Amir Zeldes and annotators (Zeldes 2017), CC BY 4.0
  (https://creativecommons.org/licenses/by/4.0/); texts: their authors, CC BY 2.5, CC BY 4.0, CC BY-SA 3.0 or public
  domain. https://github.com/amir-zeldes/gum
wikigold. Creators: Balasuriya et al. 2009, over Wikipedia text. CC BY 4.0
Wikinews articles 2004-2020. Creators: Wikinews contributors. CC BY 2.5 (https://creativecommons.org/licenses/by/2.5/).
  https://en.wikinews.org/
NewsGraph's annotation of these articles. CC BY 4.0

The encoder began as all-MiniLM-L6-v2 (https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2), whose vocabulary is
vocab.txt; both Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0 . Changed: fine-tuned, quantised, heads added.
"""
COLUMNS = ("UPOS", "XPOS", "UAS", "LAS", "names", "predicates", "roles")


def sha256(*paths):
    """One digest over the bytes of the files in order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def score_row(name, scores):
    values = [scores.get(c, "") for c in COLUMNS]
    return "| " + " | ".join([name] + [f"{v[0] if isinstance(v, list) else v}" for v in values]) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default=str(MODELS))
    parser.add_argument("--dev", required=True)
    parser.add_argument("--test", required=True)
    parser.add_argument("--data")
    options = parser.parse_args()
    out, data = pathlib.Path(options.out), data_folder(options.data)
    dev, test = load_json(options.dev), load_json(options.test)
    gold = gold_folder(data)
    rows = [line.split("\t") for line in (gold / "index.tsv").read_text(encoding="utf8").splitlines()[1:]]
    names = sorted(f"{r[0]}{end}" for r in rows if r[2] == "train" for end in (".gold.json", ".txt"))
    files = sorted(f for f in out.iterdir() if f.suffix in (".onnx", ".json", ".tsv", ".txt"))
    text = CARD.format(
        files="\n".join(f"- `{f.name}` {f.stat().st_size:,} bytes, sha256 `{sha256(f)}`" for f in files),
        measured=" in ONNX Runtime",
        treebanks="\n".join(score_row(k, v) for k, v in {**dev, **test}.items() if k != "news-dev"),
        news=", ".join(f"{k} {v}" for k, v in dev["news-dev"].items()),
        data="\n".join(f"- {name} `{sha256(data / name)}`" for name in DATA_FILES),
        gold=sha256(*(gold / n for n in names)), rules=sha256(*sorted(RULES.glob("*.yml"))))
    (out / "CARD.md").write_text(text, encoding="utf8")
    (out / "NOTICE").write_text(NOTICE, encoding="utf8")


if __name__ == "__main__":
    main()
