"""Writes tests/NewsGraph.Tests/Fixtures/parity.json: invented news on which the C# side must agree with this code.

python3 parity.py --model RUN/extractor.pt [--runner COMMAND --graphs FOLDER] [--out FILE] [--data FOLDER]
With a runner, tags, trees, names and roles are those of the exported int8 encoder. The pair graphs are scored on made-up
vectors (`made_vectors`), triggers are the verbs, mentions the nouns and pronouns, so that the file does not depend on how
well the heads are trained."""
import argparse
import json
import pathlib

import numpy as np
import torch

from analyzing import OnnxModel, TorchModel, analyze
from articles import article_windows, make_article
from checkpoint import load_extractor
from extraction_loss import FeatureCache, coreference_arrays
from features import TRIGGER_FEATURES, content_feature, content_pairs, trigger_features
from labels import ENTITY_TYPES
from mentions import extent
from model import WIDTH
from onnx_runner import OnnxRunner
from paths import REPOSITORY, data_folder
from windows import inputs
from wordpieces import WordPieces

FIXTURE = REPOSITORY / "tests" / "NewsGraph.Tests" / "Fixtures" / "parity.json"
TEXT = """Velmaria's president dismisses army chief after border clashes

PORT ALDRE — The president of Velmaria, Ilsa Korvanen, dismissed the army's commander-in-chief on Tuesday, two days after soldiers shot at protesters near the Sorn crossing. General Tam Okoro-Vale, who had led the armed forces since 2011, was accused of ignoring orders and hasn't been seen in public since.

"We did not ask anyone to open fire," Korvanen said in a televised speech. "The men who gave that order will be tried."

Opposition leader Bren Haddow and the Velmarian Workers' Union (VWU) rejected the move, which they called a "show for foreign cameras". According to the union, at least 14 demonstrators were killed and dozens were wounded. The neighbouring Republic of Estrava, whose troops crossed the river last week, urged both sides to negotiate; its foreign minister may travel to Port Aldre on 9 May.
"""
KIND_OF_TAG = {"PROPN": 1, "NOUN": 2, "PRON": 3}
TYPE_STEP = 37


def made_vectors(count):
    """count×384 numbers in [−½, ½): ((i·384 + j + 1) · 2654435761 mod 2³²) / 2³² − ½, as float32."""
    n = np.arange(1, count * WIDTH + 1, dtype=np.uint64)
    values = (n * np.uint64(2654435761)) % np.uint64(1 << 32)
    return (values.astype(np.float64) / (1 << 32) - .5).astype(np.float32).reshape(count, WIDTH)


def rounded(array):
    return np.round(np.asarray(array, np.float64), 5).tolist()


def pair_cases(a, model, relations):
    """Pairs, features and scores of the four pair graphs."""
    vec = made_vectors(len(a.words))
    heads = [i for i, tag in enumerate(a.upos) if tag in KIND_OF_TAG]
    kinds = [KIND_OF_TAG[a.upos[h]] for h in heads]
    etypes = [h % len(ENTITY_TYPES) for h in heads]
    extents = [extent(a, h, k) for h, k in zip(heads, kinds)]
    mentions = [dict(head=h, kind=k, etype=t, first=x, last=y) for h, k, t, (x, y) in zip(heads, kinds, etypes, extents)]
    verbs = [i for i, tag in enumerate(a.upos) if tag == "VERB"]
    types = [(k * TYPE_STEP) % (len(relations) + 1) for k in range(len(verbs))]
    names = [relations[y] if y < len(relations) else "" for y in types]
    common = dict(mention=np.array(heads), kind=np.array(kinds))
    pairs, rows = coreference_arrays(a, heads, kinds, etypes)
    score, none = model.pairs("coreference", dict(vec=vec, **common, type=np.array(etypes), pair=pairs, feat=rows))
    coreference = dict(pairs=pairs.tolist(), features=rows.tolist(), score=rounded(score), none=rounded(none))
    pairs, rows = FeatureCache(a).arguments(verbs, names, heads, etypes)
    score, none = model.pairs("arguments", dict(vec=vec, trigger=np.array(verbs), type=np.array(types), **common,
                                                mtype=np.array(etypes), pair=pairs, feat=rows))
    arguments = dict(pairs=pairs.tolist(), features=rows.tolist(), score=rounded(score), none=rounded(none))
    rows = np.array([trigger_features(a, t) for t in verbs], np.int64).reshape(-1, TRIGGER_FEATURES)
    polarity, modality = model.pairs("factuality", dict(vec=vec, trigger=np.array(verbs), type=np.array(types), feat=rows))
    factuality = dict(features=rows.tolist(), polarity=rounded(polarity), modality=rounded(modality))
    cues = verbs[:4]
    pairs = np.array(content_pairs(a, cues), np.int64)
    rows = np.array([[content_feature(a, cues[k], j)] for k, j in pairs], np.int64)
    score = model.pairs("content", dict(vec=vec, cue=np.array(cues), pair=pairs, feat=rows))[0]
    content = dict(cues=cues, pairs=pairs.tolist(), features=rows[:, 0].tolist(), score=rounded(score))
    return dict(mentions=mentions, triggers=verbs, types=types, coreference=coreference, arguments=arguments,
                factuality=factuality, content=content)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--runner")
    parser.add_argument("--graphs")
    parser.add_argument("--out", default=str(FIXTURE))
    parser.add_argument("--data")
    options = parser.parse_args()
    torch.set_num_threads(1)
    extractor, labels = load_extractor(options.model)
    pieces = WordPieces(data_folder(options.data) / "minilm" / "vocab.txt")
    article = make_article("parity", TEXT, pieces)
    runner = OnnxRunner([options.runner]) if options.runner else None
    model = OnnxModel(runner, pathlib.Path(options.graphs)) if runner else TorchModel(extractor)
    analyze(model, [article], labels)
    a = article.analysis
    case = dict(
        text=TEXT, tokens=[list(s) for s in article.spans], sentenceEnds=article.starts[1:],
        paragraphStarts=article.paragraphs,
        inputs={k: v.tolist() for k, v in inputs(article_windows(article)).items()},
        upos=a.upos, xpos=a.xpos, heads=a.head, rels=a.rel, ner=a.ner,
        roles=[[p, i, role] for (p, i), role in sorted(a.roles.items())], quoted=a.quoted, tolerance=0.002,
        **pair_cases(a, TorchModel(extractor), labels.lists["relation"]))
    out = pathlib.Path(options.out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with open(out, "w", encoding="utf8") as file:
        lines = (f" {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in case.items())
        file.write("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
