"""Records what sacreBLEU's TER says of random segments, as reference values for TerRandomCasesTest.

Four kinds of text: words of all of Unicode with every kind of white space, as in bleu_cases.py; phrases that have changed places; few
words often repeated, so that there are more shifts than may be looked at; and long sentences, of which a beam sees a part only. Run in an
environment with sacrebleu 2.6.0:

    python ter_cases.py ../resources/org/dragoman/eval/text/ter-cases.json.gz
"""

import gzip
import json
import platform
import random
import sys
import unicodedata
from importlib.metadata import version

from bleu_cases import altered, text, word
from sacrebleu.metrics import TER

SEED = 20251
CASES = 2000
WORDS = ["it's", "it's.", "boss's,", "IT'S!", "'s", "''s", "it's\u00a0", ".,", "..1", ",.5", "1.,2", "1-,", "-\n-", "\n-", "\n\n--", "a\n-b", "&amp;quot;",
         "&quot;Hi&quot;", "(x)", "a;b", "?!", "¿Qué?", "日本語の、", "「はい」。", "カタカナ・ひらがな", "ひらがな", "ｶﾅ｡", "ㇰㇱ", "㈱", "㌔", "豈", "︽漢︾", "⺀", "㇀", "㐀", "Ａ！",
         "？", "：；", "（全角）", "．，", "〈x〉", "〔y〕", "〜", "〒", "한국어", "𠮷野", "丽"]


def mixed(rng, lowercase):
    pool = [rng.choice(WORDS) if rng.random() < 0.4 else word(rng, lowercase) for _ in range(rng.randint(1, 9))]
    words = [rng.choice(pool) for _ in range(rng.choice([0, 1, 2, 3, 4, 6, 9, 14]))]
    return pool, words


def plain(rng, different, length):
    pool = [f"{rng.choice('wW')}{i}" for i in range(different)]
    return pool, [rng.choice(pool) for _ in range(length)]


def moved(rng, words, times):
    """Words of which phrases have changed places."""
    for _ in range(times):
        a, b, c = sorted(rng.randint(0, len(words)) for _ in range(3))
        words = words[:a] + words[b:c] + words[a:b] + words[c:]
    return words


def lengthened(rng, words, pool):
    """Words with others before or behind them, or a part of them, so that matches are far from the diagonal."""
    others = [rng.choice(pool) + "x" for _ in range(rng.choice([0, 5, 20, 24, 25, 26, 30, 60]))]
    part = rng.randint(0, len(words)) if rng.random() < 0.2 else 0
    return rng.choice([others + words[part:], words[part:] + others])


def phrases(rng):
    pool, words = plain(rng, rng.choice([8, 15, 40, 80]), rng.randint(4, 32))
    return words, lambda: moved(rng, altered(rng, words, pool), rng.randint(1, 4))


def repeated(rng):
    pool, words = plain(rng, rng.randint(1, 5), rng.randint(5, 30))
    return words, lambda: moved(rng, altered(rng, words, pool), rng.randint(0, 2))


def long(rng):
    pool, words = plain(rng, rng.choice([50, 200, 1000]), rng.choice([30, 40, 60, 80, 110]))
    if rng.random() < 0.15:
        return words[:rng.randint(1, 3)], lambda: lengthened(rng, words + words, pool)
    hypothesis = lengthened(rng, moved(rng, words, rng.randint(0, 1)), pool)
    return hypothesis, lambda: lengthened(rng, moved(rng, altered(rng, words, pool), rng.randint(0, 2)), pool)


def segment(rng, lowercase, references):
    kind = rng.choices([mixed, phrases, repeated, long], [10, 6, 2, 2])[0]
    if kind is mixed:
        pool, words = mixed(rng, lowercase)
        return text(rng, words), [text(rng, altered(rng, words, pool)) for _ in range(references)]
    words, reference = kind(rng)
    return " ".join(words), [" ".join(reference()) for _ in range(references)]


def case(rng):
    arguments = {name: rng.random() < 0.5 for name in ["normalized", "no_punct", "asian_support", "case_sensitive"]}
    lowercase = not arguments["case_sensitive"]
    varies = rng.random() < 0.2
    references = rng.choice([1, 1, 2, 3])
    segments = [segment(rng, lowercase, rng.randint(1, 3) if varies else references) for _ in range(rng.choice([1, 1, 2, 4]))]
    sets = max(len(refs) for _, refs in segments)
    ter = TER(**arguments)
    score = ter.corpus_score(
        [hyp for hyp, _ in segments], [[refs[i] if i < len(refs) else None for _, refs in segments] for i in range(sets)])
    return {
        "args": arguments,
        "segments": [{"hypothesis": hyp, "references": refs} for hyp, refs in segments],
        "tokens": [ter.tokenizer(hyp.rstrip()).split() for hyp, _ in segments],
        "score": score.score,
        "num_edits": score.num_edits,
        "ref_length": score.ref_length,
        "printed": str(score),
        "signature": str(ter.get_signature()),
        "short_signature": ter.get_signature().format(short=True),
    }


def main():
    rng = random.Random(SEED)
    about = (f"Computed by src/test/python/ter_cases.py with sacreBLEU {version('sacrebleu')}, Python {platform.python_version()} "
             f"(Unicode {unicodedata.unidata_version}), seed {SEED}.")
    data = {"about": about, "cases": [case(rng) for _ in range(CASES)]}
    with gzip.GzipFile(sys.argv[1], "wb", mtime=0) as out:
        out.write(json.dumps(data, ensure_ascii=True).encode("ascii"))


if __name__ == "__main__":
    main()
