"""Records NumPy's random numbers and what sacreBLEU's significance tests say, as reference values for PairedTestReferenceTest.

The first part of the cases is random text; the second is systems of WMT 2017 in FOLDER, of which the file holds no text. Run in an
environment with sacrebleu 2.6.0:

    python significance_cases.py FOLDER ../resources/org/dragoman/eval/significance/significance-cases.json.gz
"""

import gzip
import json
import os
import random
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
from sacrebleu.metrics import BLEU, CHRF, TER
from sacrebleu.significance import PairedTest

SEED = 20253
CASES = 60
WMT = ["newstest2017.LIUM-NMT.4900.en-de.txt", "newstest2017.KIT.4950.en-de.txt", "newstest2017.C-3MA.4959.en-de.txt", "newstest2017.FBK.4870.en-de.txt",
       "newstest2017.TALP-UPC.4834.en-de.txt"]
WMT_LINES = 400


def metrics():
    return {"BLEU": BLEU(), "chrF2": CHRF(), "TER": TER()}


def run(systems, reference, kind, samples, interval, seed):
    os.environ["SACREBLEU_SEED"] = str(seed)
    signatures, scores = PairedTest(systems, metrics(), [reference], kind, samples, interval)()
    names = scores.pop("System")
    return {
        "kind": kind, "samples": samples, "interval_samples": max(interval, 0), "seed": seed,
        "signatures": {name: str(s) for name, s in signatures.items()},
        "short_signatures": {name: s.format(short=True) for name, s in signatures.items()},
        "results": {name: [{"system": system, "score": float(r.score), "p": None if r.p_value is None else float(r.p_value),
                            "mean": None if r.mean is None else float(r.mean), "ci": None if r.ci is None else float(r.ci)}
                           for system, r in zip(names, results)] for name, results in scores.items()},
    }


def noisy(rng, words, share):
    return " ".join(w if rng.random() > share else rng.choice(["ein", "anderes", "Wort", "!"]) for w in words if rng.random() > share / 3)


def random_case(rng):
    lines = rng.choice([1, 2, 3, 5, 10, 20, 40])
    texts = [[f"w{rng.randint(0, 30)}" for _ in range(rng.randint(1, 15))] for _ in range(lines)]
    reference = [" ".join(words) for words in texts]
    systems = [(name, [noisy(rng, words, share) for words in texts]) for name, share in [("a", 0.3), ("b", rng.choice([0.3, 0.2, 0.6]))]]
    kind = rng.choice(["bs", "ar"])
    interval = rng.choice([-1, 50]) if kind == "ar" else -1
    result = run(systems, reference, kind, rng.choice([20, 100, 333]), interval, rng.choice([12345, 1, 77, 2**33 + 5]))
    return {"reference": reference, "systems": {name: lines for name, lines in systems}, **result}


def numbers(seed):
    rng = np.random.default_rng(seed)
    raw = [str(x) for x in rng.bit_generator.random_raw(5)]
    rng = np.random.default_rng(seed)
    choices = [{"bound": b, "indices": rng.choice(b, size=n, replace=True).tolist()} for b, n in [(3004, 9), (7, 6), (2**31 - 1, 4), (3 * 2**29, 40), (1, 3), (2, 20)]]
    return {"seed": seed, "raw": raw, "choices": choices}


def main():
    rng = random.Random(SEED)
    folder = Path(sys.argv[1])
    read = lambda name: folder.joinpath(name).read_text(encoding="utf-8").split("\n")[:WMT_LINES]
    systems = [(name, read(name)) for name in WMT]
    wmt = [run(systems, read("newstest2017.ref.de"), kind, samples, interval, 12345)
           for kind, samples, interval in [("bs", 1000, -1), ("ar", 2000, 200)]]
    data = {
        "about": f"Computed by src/test/python/significance_cases.py with sacreBLEU {version('sacrebleu')}, NumPy {np.__version__}, seed {SEED}.",
        "numbers": [numbers(seed) for seed in [0, 1, 12345, 2**32 - 1, 2**33 + 5]],
        "cases": [random_case(rng) for _ in range(CASES)],
        "wmt17": {"lines": WMT_LINES, "systems": WMT, "runs": wmt},
    }
    with gzip.GzipFile(sys.argv[2], "wb", mtime=0) as out:
        out.write(json.dumps(data).encode("ascii"))


if __name__ == "__main__":
    main()
