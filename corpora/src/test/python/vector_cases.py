"""Records what scikit-learn makes of random texts, as reference values for TermVectorizerReferenceTest.

Run in an environment with scikit-learn (1.9.1 made the file that is there):

    python vector_cases.py ../resources/org/dragoman/corpora/vectors/vector-cases.json.gz
"""

import gzip
import json
import random
import sys
from importlib.metadata import version

from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

SEED = 31
WORDS = """the The a dog Dog dogs cat's don't 42 3.14 x² ½ U.S. e-mail snake_case _ Straße STRASSE naïve I İstanbul ΣΊΣΥΦΟΣ Übung
été 犬 東京 東京都 мир Мир 𝒜𝒷 👍🏽 e\u0301t क्षि ... ! ? , ab abc abcd""".split()
SPACES = [" ", " ", " ", "  ", "\t", "\u00a0", " \u3000", "\n", "\u2028"]
SETTINGS = [
    {},
    {"lowercase": False},
    {"ngram_range": [1, 3]},
    {"ngram_range": [2, 4], "min_df": 2},
    {"min_df": 0.05, "max_df": 0.3},
    {"min_df": 2, "max_df": 12, "max_features": 10},
    {"ngram_range": [1, 2], "max_features": 40, "binary": True},
    {"stop_words": ["the", "ab", "dog"], "ngram_range": [1, 2]},
    {"binary": True},
    {"analyzer": "char"},
    {"analyzer": "char", "ngram_range": [1, 3]},
    {"analyzer": "char", "ngram_range": [2, 5], "lowercase": False, "max_features": 300},
    {"analyzer": "char_wb", "ngram_range": [1, 1]},
    {"analyzer": "char_wb", "ngram_range": [3, 5]},
    {"analyzer": "char_wb", "ngram_range": [6, 8], "min_df": 2},
]
WEIGHTS = [
    None,
    {},
    {"sublinear_tf": True},
    {"smooth_idf": False},
    {"use_idf": False},
    {"norm": None},
    {"norm": "l1", "sublinear_tf": True, "smooth_idf": False},
]


def text(rng):
    n = rng.choice([0, 1, 3, 8, 15])
    weights = [1 / (1 + i % 17) for i in range(len(WORDS))]
    return "".join(rng.choice(SPACES) + w for w in rng.choices(WORDS, weights, k=n))


def has_tie(settings, texts):
    """Where the last term that is kept is as frequent as the first that is not, the choice of scikit-learn is arbitrary."""
    limit = settings.get("max_features")
    if limit is None:
        return False
    counts = CountVectorizer(**fixed({k: v for k, v in settings.items() if k != "max_features"})).fit_transform(texts)
    totals = sorted(counts.sum(axis=0).A1 if hasattr(counts.sum(axis=0), "A1") else counts.sum(axis=0), reverse=True)
    return limit < len(totals) and totals[limit - 1] == totals[limit]


def fixed(settings):
    return {k: tuple(v) if k == "ngram_range" else v for k, v in settings.items()}


def sparse(matrix):
    matrix.sort_indices()
    return {"starts": matrix.indptr.tolist(), "columns": matrix.indices.tolist(), "values": [float(v) for v in matrix.data]}


def case(rng, settings, weights):
    while True:
        train = [text(rng) for _ in range(30)]
        limited = dict(settings)
        if "max_features" in limited:
            for limit in range(limited["max_features"], 1, -1):
                limited["max_features"] = limit
                if not has_tie(limited, train):
                    break
        if not has_tie(limited, train):
            break
    new = [text(rng) for _ in range(6)]
    vectorizer = CountVectorizer(**fixed(limited)) if weights is None else TfidfVectorizer(**fixed(limited), **weights)
    fitted = vectorizer.fit_transform(train)
    return {"settings": limited, "weights": weights, "train": train, "new": new, "terms": vectorizer.get_feature_names_out().tolist(),
            "fitted": sparse(fitted), "transformed": sparse(vectorizer.transform(new))}


def main(path):
    rng = random.Random(SEED)
    cases = [case(rng, settings, weights) for settings in SETTINGS for weights in WEIGHTS]
    data = {"made": {"scikit-learn": version("scikit-learn"), "python": sys.version.split()[0]}, "cases": cases}
    with open(path, "wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as out:
        out.write(json.dumps(data, ensure_ascii=False).encode())


if __name__ == "__main__":
    main(sys.argv[1])
