"""Makes the fixture of org.dragoman.nmt.pretrained.RealTokenizersTest with MarianTokenizer of Hugging Face.

Run, from the folder of this module (nmt), where DATA is the folder of published corpora that TestData describes:

    oracle/bin/python src/test/python/marian_tokenizer_fixtures.py DATA src/test/resources/pretrained/tokenizers.json.gz

with the packages of marian_fixtures.py. The directories of published models and the texts stay where they are; the fixture has, for each
text in each file, the CRC-32 of what the reference makes of it: of its numbers as a source, of its numbers as a target, both written with single spaces
between, and of the text decoded from the latter (special tokens skipped, spaces not cleaned up).
"""

import gzip
import json
import sys
import zlib
from importlib.metadata import version
from pathlib import Path

from transformers import MarianTokenizer

DIRECTORIES = ["opus-mt-en-mg", "opus-mt-tc-big-en-pt"]
FILES = ["mt/tatoeba/deu-eng/test.tsv", "mt/tatoeba/vie-eng/dev.tsv", "mt/tatoeba/spa-eng/test.tsv"]
LINES = 500
STRANGE = [
    "ｗｅ ﬁnd　１２ ﬂowers…",
    "naïve café — “quoted” ‘text’",
    "🙂 smiles 👩‍👩‍👧 and ☃☃ snow",
    "日本語の文章です。",
    "  leading,   inner\tand trailing  ",
    ">>por<< We are here.",
    ">>pob<<We are here.",
    "zero\u200bwidth\ufeff and soft\u00adhyphen",
    "e\u0301 combining a\u0308",
    "1.5 no ~ null yes: \"'`",
    "ﷺ ½ ™ ① Ⅳ",
    "x" * 300,
]


def texts(data):
    for file in FILES:
        lines = (data / file).read_text(encoding="utf-8").split("\n")[:LINES]
        yield from (column for line in lines for column in line.split("\t") if column.strip())
    yield from STRANGE


def checksum(value):
    text = value if isinstance(value, str) else " ".join(map(str, value))
    return zlib.crc32(text.encode("utf-8"))


def main(data, output):
    all_texts = list(texts(data))
    record = {
        "made with": {name: version(name) for name in ("transformers", "sentencepiece")},
        "files": FILES,
        "lines": LINES,
        "strange": STRANGE,
        "texts": len(all_texts),
        "directories": {},
    }
    for name in DIRECTORIES:
        tokenizer = MarianTokenizer.from_pretrained(data / "pretrained" / name)
        targets = [tokenizer(text_target=text).input_ids for text in all_texts]
        record["directories"][name] = {
            "source": [checksum(tokenizer(text).input_ids) for text in all_texts],
            "target": [checksum(ids) for ids in targets],
            "decoded": [
                checksum(tokenizer.decode(ids, skip_special_tokens=True, clean_up_tokenization_spaces=False)) for ids in targets
            ],
        }
    with open(output, "wb") as out, gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as packed:
        packed.write(json.dumps(record).encode("utf-8"))
    print(len(all_texts), "texts")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
