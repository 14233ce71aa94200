"""Records what the reference tools say of random labels, tags and treebanks, as reference values for LabelReferenceTest.

scikit-learn for classes, seqeval for entities (default and strict modes), and for treebanks udtools, into which the script of
the CoNLL 2018 shared task has been moved. Run in an environment with scikit-learn, seqeval 1.2.2 and udtools 0.2.9:

    python label_cases.py ../resources/org/dragoman/eval/label/label-cases.json.gz
"""

import contextlib
import gzip
import io
import json
import math
import random
import sys
import warnings
from importlib.metadata import version

from seqeval.metrics.sequence_labeling import precision_recall_fscore_support as lenient_scores
from seqeval.metrics.v1 import precision_recall_fscore_support as strict_scores
from seqeval.scheme import BILOU, IOB1, IOB2, IOBES, IOE1, IOE2
from sklearn.metrics import accuracy_score, confusion_matrix, matthews_corrcoef, precision_recall_fscore_support
from udtools.udeval import evaluate, load_conllu

SEED = 20254
CASES = 200
TREEBANK = {name: 0 for name in ["no_gapping", "no_shared_parents_in_coordination", "no_shared_dependents_in_coordination", "no_control", "no_external_arguments_of_relative_clauses", "no_case_info", "no_empty_nodes", "multiple_roots_okay"]}
STRICT = [("IOB1", "BI", IOB1), ("IOB2", "BI", IOB2), ("IOE1", "IE", IOE1), ("IOE2", "IE", IOE2), ("IOBES", "BIES", IOBES), ("BILOU", "BILU", BILOU)]
AVERAGES = ["micro", "macro", "weighted"]


def classes(rng):
    labels = [f"c{i}" for i in range(rng.choice([1, 2, 3, 6]))]
    gold = [rng.choice(labels) for _ in range(rng.randint(1, 40))]
    predicted = [label if rng.random() < 0.6 else rng.choice(labels + ["other"]) for label in gold]
    scores = {a: precision_recall_fscore_support(gold, predicted, average=a, zero_division=0)[:3] for a in AVERAGES}
    names = sorted(set(gold) | set(predicted))
    return {"gold": gold, "predicted": predicted, "labels": names, "matrix": confusion_matrix(gold, predicted, labels=names).tolist(), "accuracy": accuracy_score(gold, predicted), "mcc": float(matthews_corrcoef(gold, predicted)),
            "averages": scores}


def tags(rng, kinds, length):
    return [rng.choice(["O", "O"] + [f"{k}{t}" for k in kinds for t in ["-PER", "-LOC", "-X-Y", ""]]) for _ in range(length)]


def noisy(rng, sentence, kinds):
    return [tag if rng.random() < 0.7 else tags(rng, kinds, 1)[0] for tag in sentence]


def number(x):
    """seqeval's macro averages are NaN where there is no entity at all; ours are 0, as its other scores are."""
    return 0.0 if math.isnan(x) else float(x)


def entities(rng):
    name, kinds, scheme = rng.choice([("LENIENT", "BI", None), ("LENIENT", "BIES", None), *STRICT])
    gold = [tags(rng, kinds, rng.randint(1, 12)) for _ in range(rng.randint(1, 6))]
    predicted = [noisy(rng, sentence, kinds) for sentence in gold]
    strict = {"scheme": scheme} if scheme else {}
    span_scores = strict_scores if scheme else lenient_scores
    scores = {a: [number(x) for x in span_scores(gold, predicted, average=a, zero_division=0, **strict)[:3]] for a in AVERAGES}
    return {"scheme": name, "gold": gold, "predicted": predicted, "averages": scores}


def treebank(rng, characters):
    """One way to cut characters into sentences, tokens, and words with tags, in CoNLL-U."""
    lines, number, end = [], 0, 0
    while end < len(characters):
        start, end = end, min(len(characters), end + rng.choice([1, 2, 2, 3, 5]))
        form = characters[start:end]
        if len(form) > 1 and rng.random() < 0.2:
            form = form[:1] + rng.choice([" ", "\u00a0", "\u3000"]) + form[1:]
        words = [form] if rng.random() < 0.75 else [rng.choice([form[:1], form[1:] or "x", form, "de", "LE", "le", "u"]) for _ in range(rng.choice([1, 2, 2, 3]))]
        if words != [form]:
            lines.append(f"{number + 1}-{number + len(words)}\t{form}" + "\t_" * 8)
        for word in words:
            number += 1
            feats = rng.choice(["_", "Case=Nom|Number=Sing", "Number=Sing|Typo=Yes", "Number=Sing"])
            head, relation = ("0", "root") if number == 1 else ("1", "dep")
            lines.append("\t".join([str(number), word, rng.choice(["_", "a", "b"]), rng.choice(["NOUN", "VERB"]), rng.choice(["_", "N"]), feats, head, relation, "_", "_"]))
        if rng.random() < 0.3 or end == len(characters):
            lines.append("")
            number = 0
    return "\n".join(lines) + "\n"


def altered(rng, text):
    """The same treebank with other tags and lemmas here and there."""
    lines = [line.split("\t") for line in text.split("\n")]
    for columns in lines:
        if len(columns) > 1 and "-" not in columns[0] and rng.random() < 0.3:
            columns[2], columns[3] = rng.choice("ab"), "VERB"
    return "\n".join("\t".join(columns) for columns in lines)


def load(text):
    with contextlib.redirect_stderr(io.StringIO()):
        return load_conllu(io.StringIO(text), "text", TREEBANK)


def treebanks(rng):
    characters = "".join(rng.choice("abcdeéß日") for _ in range(rng.randint(1, 40)))
    gold = treebank(rng, characters)
    system = altered(rng, gold) if rng.random() < 0.4 else treebank(rng, characters)
    scores = evaluate(load(gold), load(system))
    names = ["Tokens", "Sentences", "Words", "UPOS", "XPOS", "UFeats", "AllTags", "Lemmas"]
    return {"gold": gold, "system": system,
            "scores": {n: [scores[n].precision, scores[n].recall, scores[n].f1, scores[n].aligned_accuracy] for n in names}}


def main():
    warnings.filterwarnings("ignore")
    rng = random.Random(SEED)
    data = {
        "about": f"Computed by src/test/python/label_cases.py with scikit-learn {version('scikit-learn')}, seqeval {version('seqeval')}, "
                 f"udtools {version('udtools')}, seed {SEED}.",
        "classes": [classes(rng) for _ in range(CASES)],
        "entities": [entities(rng) for _ in range(4 * CASES)],
        "treebanks": [treebanks(rng) for _ in range(CASES)],
    }
    with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as out:
        out.write(json.dumps(data).encode("ascii"))


if __name__ == "__main__":
    main()
