"""Makes the fixtures of org.dragoman.nmt.text.BpeReferenceTest with subword-nmt.

Run, from the folder of this module (nmt):

    python -m venv oracle && oracle/bin/pip install subword-nmt==0.3.8
    oracle/bin/python src/test/python/subword_fixtures.py src/test/resources/subwords

The files in the repository were made with Python 3.11. A second run writes the same bytes.

For each set of random words: NAME.counts has words and how often they occur, NAME.bpe the merges learnt from them, and
NAME.split other words of the same letters, a tab, and their pieces. Few letters make many ties, overlaps and symbols
that arise in two ways.
"""

import io
import random
import sys
from pathlib import Path

from subword_nmt.apply_bpe import BPE
from subword_nmt.learn_bpe import learn_bpe

# name, letters, words, longest word, merges, minimum frequency
SETS = [
    ("two-letters", "ab", 400, 14, 300, 2),
    ("eight-letters", "abcdefgh", 700, 9, 1200, 1),
    ("unicode", "aé\u0301ß字\uffed\U0001f600\\@.", 300, 10, 400, 2),
    ("end-mark", "aw</>", 300, 12, 300, 2),
]


def word(random_source, letters, longest):
    return "".join(random_source.choices(letters, k=random_source.randint(1, longest)))


def main(folder):
    for seed, (name, letters, words, longest, merges, minimum) in enumerate(SETS):
        source = random.Random(seed)
        counts = {word(source, letters, longest): 1 + int(3000 / (rank + 1)) for rank in range(words)}
        lines = "".join(f"{w} {c}\n" for w, c in counts.items())
        codes = io.StringIO()
        learn_bpe(io.StringIO(lines), codes, merges, min_frequency=minimum, is_dict=True)
        bpe = BPE(io.StringIO(codes.getvalue()))
        splits = [word(source, letters, 2 * longest) for _ in range(300)] + list(counts)[:100]
        (folder / f"{name}.counts").write_text(lines, encoding="utf-8")
        (folder / f"{name}.bpe").write_text(codes.getvalue(), encoding="utf-8")
        (folder / f"{name}.split").write_text(
            "".join(f"{w}\t{bpe.segment(w)}\n" for w in splits), encoding="utf-8"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
