"""Fitting tables of weights: logistic regressions over the names of features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix


def fit_logistic(
    rows: Sequence[Sequence[str]],
    right: Sequence[bool],
    weights: Sequence[float] | None = None,
    *,
    decay: float,
    least: int,
) -> dict[str, float]:
    """Weights of the features of rows by which these are right or not, with an L2 prior.

    `weights` tells how much each row counts, 1 without them; features of fewer than `least` rows
    are left out, and what stands in all rows is no different from others.

    >>> found = fit_logistic([["a"], ["b"]] * 5, [True, False] * 5, decay=1.0, least=2)
    >>> {name: round(weight, 1) for name, weight in found.items()}
    {'a': 1.0, 'b': -1.0}
    """
    counts = Counter(name for row in rows for name in set(row))
    names = {name: n for n, name in enumerate(sorted(k for k, v in counts.items() if v >= least))}
    pointers, columns = [0], list[int]()
    for row in rows:
        columns.extend(names[name] for name in row if name in names)
        pointers.append(len(columns))
    table = csr_matrix((np.ones(len(columns)), columns, pointers), (len(rows), len(names)))
    side = np.where(np.array(right, bool), 1.0, -1.0)
    weight = np.ones(len(rows)) if weights is None else np.array(weights, float)

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        margin = side * (table @ values)
        value = (weight * np.logaddexp(0, -margin)).sum() + decay / 2 * values @ values
        slope = -weight * side / (1 + np.exp(np.clip(margin, -50, 50)))
        return value, table.T @ slope + decay * values

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {name: float(found.x[n]) for name, n in names.items()}
