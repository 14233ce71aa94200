"""Records the numbers of real corpora, counted independently, as reference values for StatisticsReferenceTest.

Run with numpy (2.4.6 made the file that is there), where the corpora lie in the folder that the first argument names:

    python statistics_cases.py ../../../../../shared/data ../resources/org/dragoman/corpora/statistics/statistics-cases.json
"""

import gzip
import json
import math
import sys
from collections import Counter
from pathlib import Path

import numpy as np

PERCENTILES = [0, 5, 25, 50, 75, 90, 95, 99, 100]
TEXTS = ["mt/multi30k/tok/train.lc.norm.tok.en", "mt/multi30k/raw/val.de.gz", "mt/small-enja/dev.ja", "mt/novels-enfr/Candide.fr"]
PAIRS = ["mt/tatoeba/deu-eng/dev.tsv", "mt/tatoeba/vie-eng/test.tsv"]
UNSEEN = [("mt/multi30k/tok/test_2016_flickr.lc.norm.tok.en", "mt/multi30k/tok/train.lc.norm.tok.en"),
          ("mt/tatoeba/deu-eng/test.tsv", "mt/tatoeba/deu-eng/dev.tsv")]
TOP = 25


def lines(file):
    data = file.read_bytes()
    data = gzip.decompress(data) if file.suffix == ".gz" else data
    return [line.removesuffix("\r") for line in data.decode("utf-8").removesuffix("\n").split("\n")]


def distribution(values):
    return {"mean": float(np.mean(values)), "deviation": float(np.std(values)), "percentiles": [float(p) for p in np.percentile(values, PERCENTILES)]}


def top(counts):
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0].encode("utf-16-be")))
    return [[token, count] for token, count in ranked[:TOP]]


def zipf(counts, first, last):
    frequencies = sorted(counts.values(), reverse=True)
    last = min(last, len(frequencies))
    x = np.log(np.arange(first, last + 1))
    y = np.log(frequencies[first - 1:last])
    slope, intercept = np.polyfit(x, y, 1)
    return {"from": first, "to": last, "exponent": -slope, "constant": math.exp(intercept), "rSquared": float(np.corrcoef(x, y)[0, 1] ** 2)}


def text(texts):
    tokens = [line.split() for line in texts]
    counts = Counter(token for line in tokens for token in line)
    ngrams = [Counter(" ".join(line[i:i + n]) for line in tokens for i in range(len(line) - n + 1)) for n in (2, 3)]
    lengths = [len(line) for line in tokens]
    return {"lines": len(texts), "empty": lengths.count(0), "tokens": sum(lengths), "types": len(counts), "hapaxes": sum(c == 1 for c in counts.values()),
            "lengths": distribution(lengths), "characters": distribution([len(line) for line in texts]),
            "histogram": sorted(Counter(lengths).items()), "top": top(counts),
            "zipf": [zipf(counts, 1, 1000), zipf(counts, 10, 200), zipf(counts, 1, len(counts))],
            "ngrams": [{"tokens": sum(n.values()), "types": len(n), "hapaxes": sum(c == 1 for c in n.values()), "top": top(n)} for n in ngrams]}


def pairs(rows):
    sides = [row.split("\t")[:2] for row in rows]
    ratios = [len(t.split()) / len(s.split()) for s, t in sides if s.split() and t.split()]
    return {"source": text([s for s, _ in sides]), "target": text([t for _, t in sides]), "ratios": distribution(ratios)}


def unseen(file, vocabulary):
    counts = Counter(" ".join(lines(file)).split())
    known = set(" ".join(lines(vocabulary)).split())
    new = {token: count for token, count in counts.items() if token not in known}
    return {"tokens": sum(counts.values()), "unseenTokens": sum(new.values()), "types": len(counts), "unseenTypes": len(new)}


def main(folder, path):
    data = {"made": {"numpy": np.__version__, "python": sys.version.split()[0]},
            "percentages": PERCENTILES,
            "texts": {name: text(lines(folder / name)) for name in TEXTS},
            "pairs": {name: pairs(lines(folder / name)) for name in PAIRS},
            "unseen": [{"file": a, "vocabulary": b, **unseen(folder / a, folder / b)} for a, b in UNSEEN]}
    Path(path).write_text(json.dumps(data, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
