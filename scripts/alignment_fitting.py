"""Logistic models whose weights may be known beforehand and keep their sign."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from rights_diff.alignment.logistic import Logistic

# Features that may speak either way.
FREE = {"length", "size", "cross", "small", "levels", "place", "pronouns", "standing", "leads"}
FREE |= {"seed", "one_part", "twice", "left"}
# Weights known beforehand, which the labels may move: a long figure that is no round one and
# stands in both sentences is hardly chance, but so rare that labels alone say little of it.
PRIOR = {"big": 4.0}


def fit(
    rows: Sequence[tuple[np.ndarray, np.ndarray, float]], strength: float, names: Sequence[str]
) -> Logistic:
    """A logistic model over (features, labels, weight of the set); weights are unscaled."""
    rows = [r for r in rows if len(r[1])]
    x = np.vstack([r[0] for r in rows])
    y = np.concatenate([r[1] for r in rows])
    weight = np.concatenate([np.full(len(r[1]), r[2]) for r in rows])
    mean = np.average(x, axis=0, weights=weight)
    spread = np.sqrt(np.average((x - mean) ** 2, axis=0, weights=weight))
    spread[spread < 1e-9] = 1.0
    weight = weight * len(weight) / weight.sum()
    known = np.array([PRIOR.get(n, 0.0) for n in names]) * spread
    coefficients, bias = minimum(
        (x - mean) / spread, y, weight, strength, known=known, limits=[bounds(n) for n in names]
    )
    coefficients = coefficients / spread
    return Logistic(
        bias=float(bias - coefficients @ mean), weights=tuple(float(c) for c in coefficients)
    )


def bounds(name: str) -> tuple[float | None, float | None]:
    """What is evidence for a pair may not count against it, and the other way round.

    Without this, features that say nearly the same get large weights of opposite sign, and
    pairs unlike those of the training (light edits of one sentence) come out wrong.
    """
    if name.endswith("_apart") or name.startswith("one_"):
        return None, 0.0
    return (None, None) if name in FREE else (0.0, None)


def minimum(
    x: np.ndarray,
    y: np.ndarray,
    weight: np.ndarray,
    strength: float,
    *,
    known: np.ndarray,
    limits: Sequence[tuple[float | None, float | None]],
) -> tuple[np.ndarray, float]:
    """Coefficients and bias of least log loss, penalised by their distance from those known."""
    sign = 2 * y - 1

    def loss(v: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (x @ v[:-1] + v[-1])
        pull = -weight * sign * expit(-margin)
        moved = v[:-1] - known
        value = weight @ np.logaddexp(0, -margin) + moved @ moved / (2 * strength)
        return value, np.append(x.T @ pull + moved / strength, pull.sum())

    start, free = np.append(known, 0.0), [*limits, (None, None)]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=free)
    return found.x[:-1], float(found.x[-1])
