"""Recordings as those of sentencepiece_fixtures.py, but of every model that is named over tens of thousands of lines; too large to keep.

Versions as there. Run in src/test of this module, then in the root of the project:

    python python/sentencepiece_comparison.py FOLDER /path/to/dragoman.data [MODEL | TEXT.txt]...
    mvn -pl nmt -am test -Dtest=SentencePieceReferenceTest -Ddragoman.sentencepiece=FOLDER

The lines: 70 languages (Universal Declaration of Human Rights), English, German, French, Japanese and Vietnamese of several kinds, text
messages, and 9,000 mixtures of words, odd characters, every kind of space, controls and malformed text; and those of the files given.
"""

import gzip
import os
import sys

from sentencepiece_fixtures import record, texts, whole

LINES = [  # file, and how many of its first lines
    ("langid/udhr/udhr_70.tsv.gz", 20000),
    ("mt/multi30k/raw/train.en.gz", 2000),
    ("mt/multi30k/raw/train.de.gz", 2000),
    ("mt/small-enja/train.ja.gz", 4000),
    ("mt/novels-enfr/Emma.en", 1000),
    ("mt/novels-enfr/Candide.fr", 1000),
    ("lm/wikitext-2/wiki.valid.tokens", 1000),
    ("classification/sms-spam/sms_80.tsv", 2000),
    ("mt/tatoeba/vie-eng/vie.txt", 1000),
]
MIXTURES = 3000  # twice as many again of the wildest kind


def lines_of(path, count):
    opened = gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb")
    with opened as source:
        for line in source.read().split(b"\n")[:count]:
            yield whole(line.decode("utf-8", "surrogateescape"))


def main(folder, data, *rest):
    os.makedirs(folder, exist_ok=True)
    extra = [(name, sys.maxsize) for name in rest if name.endswith(".txt")]
    lines = [line for name, count in LINES for line in lines_of(os.path.join(data, name), count)]
    lines += [line for name, count in extra for line in lines_of(name, count)]
    lines += texts(11, MIXTURES)
    print(f"{len(lines)} lines", flush=True)
    for model in (name for name in rest if not name.endswith(".txt")):
        model = os.path.abspath(model)
        name = model.strip("/").replace("/", "-")
        record(model, model, lines, os.path.join(folder, name + ".jsonl.gz"), 2000)


if __name__ == "__main__":
    main(*sys.argv[1:])
