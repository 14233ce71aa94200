"""Records what sacreBLEU says of random segments, as reference values for BleuRandomCasesTest.

The texts mix words, numbers, entities, every kind of white space and characters from all of Unicode; references are altered copies of
hypotheses. Run in an environment with sacrebleu 2.6.0:

    python bleu_cases.py ../resources/org/dragoman/eval/text/bleu-cases.json.gz
"""

import gzip
import json
import logging
import platform
import random
import sys
import unicodedata
from importlib.metadata import version

from sacrebleu.metrics import BLEU

SEED = 20250
CASES = 2000
TOKENIZERS = ["13a", "none", "intl", "char", "zh"]
SMOOTHINGS = [("exp", None), ("none", None), ("floor", None), ("floor", 0.25), ("floor", 0.0), ("add-k", None), ("add-k", 0.5), ("add-k", 2)]
WORDS = ["the", "cat", "The", "CAT", "sat", "on", "mat", "Straße", "l'été", "don't", "naïve", "İstanbul", "ΟΔΟΣ", "ΑΣ1", "Σ", "aΣ'", "A1Σ",
         "1,000.50", "3.14", "1-2", "a-1", "1-a", "U.S.", "e.g.", "2024.", ".5", ",", ".", "..", "-", "--", "...", "$5", "50%", "x=y", "a/b",
         "&quot;", "&amp;", "&amp;lt;", "&lt;b&gt;", "&", "<skipped>", "-\n", "(a)", "[1]", "{}", "\"", "'", "`", "~", "\\", "^_^", "\x7f",
         "美众院", "公布。", "「引用」", "１２３", "한국어", "日本、", "㊗", "𠀀", "€", "₹100", "№", "“q”", "„J!“", "–", "…", "½", "²", "٣", "٫", "🙂", "🫠",
         "👩‍👩‍👧", "e\u0301", "\ufeff", "\u200b", "\u00ad", "\u200d"]
SPACES = [" "] * 30 + ["  ", "\t", "\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\xa0", "\u1680", "\u2003", "\u2007",
                       "\u2028", "\u2029", "\u202f", "\u205f", "\u3000", "", "", ""]
# Letters that Unicode 14 gave a lower case: Java 17 has none for them.
NEW_CAPITALS = {0x2C2F, 0xA7C0, 0xA7D0, 0xA7D6, 0xA7D8, *range(0x10570, 0x105C0)}


def character(rng, lowercase):
    """A character of any plane; for lower casing only such as have the same lower case in every Unicode since 13."""
    while True:
        code_point = rng.randrange(rng.choice([0x80, 0x250, 0x3000, 0x10000, 0x20000, 0x110000]))
        known = unicodedata.category(chr(code_point)) != "Cn" and code_point not in NEW_CAPITALS
        if not 0xD800 <= code_point < 0xE000 and (known or not lowercase):
            return chr(code_point)


def word(rng, lowercase):
    if rng.random() < 0.75:
        return rng.choice(WORDS)
    return "".join(character(rng, lowercase) for _ in range(rng.randint(1, 3)))


def text(rng, words):
    return "".join(w + rng.choice(SPACES) for w in words)


def altered(rng, words, pool):
    result = [w for w in words if rng.random() < 0.85]
    for _ in range(rng.randrange(3)):
        result.insert(rng.randint(0, len(result)), rng.choice(pool))
    if len(result) > 1 and rng.random() < 0.3:
        i = rng.randrange(len(result) - 1)
        result[i], result[i + 1] = result[i + 1], result[i]
    return result


def segment(rng, lowercase, references):
    pool = [word(rng, lowercase) for _ in range(rng.randint(1, 9))]
    words = [rng.choice(pool) for _ in range(rng.choice([0, 1, 2, 3, 4, 6, 9, 14]))]
    return text(rng, words), [text(rng, altered(rng, words, pool)) for _ in range(references)]


def case(rng):
    smoothing, value = rng.choice(SMOOTHINGS)
    arguments = {
        "tokenize": rng.choice(TOKENIZERS),
        "smooth_method": smoothing,
        "smooth_value": value,
        "effective_order": rng.random() < 0.5,
        "lowercase": rng.random() < 0.3,
        "max_ngram_order": rng.choice([4, 4, 4, 4, 1, 2, 3, 5, 6]),
    }
    varies = rng.random() < 0.2
    references = rng.choice([1, 1, 2, 3])
    segments = [segment(rng, arguments["lowercase"], rng.randint(1, 3) if varies else references) for _ in range(rng.choice([1, 1, 2, 4]))]
    sets = max(len(refs) for _, refs in segments)
    bleu = BLEU(**arguments)
    score = bleu.corpus_score(
        [hyp for hyp, _ in segments], [[refs[i] if i < len(refs) else None for _, refs in segments] for i in range(sets)])
    return {
        "args": arguments,
        "segments": [{"hypothesis": hyp, "references": refs} for hyp, refs in segments],
        "tokens": [bleu.tokenizer(hyp.rstrip()).split() for hyp, _ in segments],
        "score": score.score,
        "counts": score.counts,
        "totals": score.totals,
        "precisions": score.precisions,
        "bp": score.bp,
        "sys_len": score.sys_len,
        "ref_len": score.ref_len,
        "printed": str(score),
        "signature": str(bleu.get_signature()),
        "short_signature": bleu.get_signature().format(short=True),
    }


def main():
    logging.getLogger("sacrebleu").setLevel(logging.ERROR)
    rng = random.Random(SEED)
    about = (f"Computed by src/test/python/bleu_cases.py with sacreBLEU {version('sacrebleu')}, regex {version('regex')}, Python "
             f"{platform.python_version()} (Unicode {unicodedata.unidata_version}), seed {SEED}.")
    data = {"about": about, "cases": [case(rng) for _ in range(CASES)]}
    with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as out:
        out.write(json.dumps(data, ensure_ascii=True).encode("ascii"))


if __name__ == "__main__":
    main()
