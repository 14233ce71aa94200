"""Makes lexicon.tsv.gz and negated.tsv.gz from the lexicon of vaderSentiment 3.3.2 (MIT): words with a valence of 0.5 or more either way, as texts
of one word, and the same after "not" with the other label.

    pip install vaderSentiment==3.3.2 && python lexicon.py
"""

import gzip
import re

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

valences = SentimentIntensityAnalyzer().lexicon
words = [w for w in sorted(valences) if re.match(r"^[a-z][a-z'\-]*$", w) and abs(valences[w]) >= 0.5]


def write(name, lines):
    with open(name, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write("".join(line + "\n" for line in lines).encode())


def label(positive):
    return "positive" if positive else "negative"


write("lexicon.tsv.gz", [label(valences[w] > 0) + "\t" + w for w in words])
write("negated.tsv.gz", [label(valences[w] < 0) + "\tnot " + w for w in words])
