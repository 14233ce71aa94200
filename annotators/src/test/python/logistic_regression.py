"""Makes logistic-regression.json: weights of L2-regularised logistic regression on random sparse rows, by scikit-learn 1.9.1.

A weight that is scaled before use is a column that is scaled: for two classes the columns are multiplied by "scales".
"""

import json

import numpy as np
import sklearn
from sklearn.linear_model import LogisticRegression

assert sklearn.__version__ == "1.9.1", sklearn.__version__
random = np.random.default_rng(7)


def case(classes, penalty, scaled, unit):
    rows = [sorted(int(c) for c in random.choice(12, size=random.integers(1, 6), replace=False)) for _ in range(60)]
    target = [int(t) for t in random.integers(0, classes, size=60)]
    importance = [float(i) for i in random.integers(1, 4, size=60)]
    scales = [round(float(s), 3) for s in random.normal(size=12)] if scaled else [1.0] * 12
    matrix = np.zeros((60, 12))
    for i, columns in enumerate(rows):
        matrix[i, columns] = 1 / np.sqrt(len(columns)) if unit else 1
    model = LogisticRegression(C=1 / penalty, tol=1e-12, max_iter=10000)
    model.fit(matrix * np.array(scales), target, sample_weight=importance)
    return {
        "classes": classes,
        "penalty": penalty,
        "unitLength": unit,
        "rows": rows,
        "target": target,
        "importance": importance,
        "scales": scales,
        "weights": (model.coef_ * np.array(scales)).tolist(),
        "biases": model.intercept_.tolist(),
    }


cases = [case(2, 1.0, False, False), case(2, 0.3, True, True), case(3, 2.0, False, True), case(5, 0.5, False, False)]
print(json.dumps(cases))
