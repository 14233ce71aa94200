"""Records what sacreBLEU's chrF says of random segments, as reference values for ChrfRandomCasesTest.

Text is that of bleu_cases.py and ter_cases.py: words of all of Unicode, every kind of white space, punctuation of several scripts. Run in an
environment with sacrebleu 2.6.0:

    python chrf_cases.py ../resources/org/dragoman/eval/text/chrf-cases.json.gz
"""

import gzip
import json
import platform
import random
import sys
import unicodedata
from importlib.metadata import version

from bleu_cases import altered, text
from sacrebleu.metrics import CHRF
from ter_cases import mixed

SEED = 20252
CASES = 2000


def case(rng):
    arguments = {
        "char_order": rng.choice([1, 2, 3, 6, 6, 6, 8]),
        "word_order": rng.choice([0, 0, 1, 2, 2, 3]),
        "beta": rng.choice([1, 2, 2, 3]),
        "lowercase": rng.random() < 0.4,
        "whitespace": rng.random() < 0.4,
        "eps_smoothing": rng.random() < 0.4,
    }
    varies = rng.random() < 0.2
    references = rng.choice([1, 1, 2, 3])
    segments = []
    for _ in range(rng.choice([1, 1, 2, 4])):
        pool, words = mixed(rng, arguments["lowercase"])
        count = rng.randint(1, 3) if varies else references
        segments.append((text(rng, words), [text(rng, altered(rng, words, pool)) for _ in range(count)]))
    sets = max(len(refs) for _, refs in segments)
    chrf = CHRF(**arguments)
    score = chrf.corpus_score(
        [hyp for hyp, _ in segments], [[refs[i] if i < len(refs) else None for _, refs in segments] for i in range(sets)])
    return {
        "args": arguments,
        "segments": [{"hypothesis": hyp, "references": refs} for hyp, refs in segments],
        "score": score.score,
        "printed": str(score),
        "signature": str(chrf.get_signature()),
        "short_signature": chrf.get_signature().format(short=True),
    }


def main():
    rng = random.Random(SEED)
    about = (f"Computed by src/test/python/chrf_cases.py with sacreBLEU {version('sacrebleu')}, Python {platform.python_version()} "
             f"(Unicode {unicodedata.unidata_version}), seed {SEED}.")
    data = {"about": about, "cases": [case(rng) for _ in range(CASES)]}
    with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as out:
        out.write(json.dumps(data, ensure_ascii=True).encode("ascii"))


if __name__ == "__main__":
    main()
