"""Probabilities as log odds."""

from __future__ import annotations

import math

__all__ = ["logit"]

# How near to 0 and 1 a probability is taken at its word where it is a feature of a model: the
# shipped weights were learned so. Beyond it log odds grow without saying more.
_MARGIN = 1e-4


def logit(p: float, margin: float = _MARGIN) -> float:
    """Log odds of a probability, in nats; one nearer to 0 or 1 than `margin` counts as so near.

    >>> logit(0.5)
    0.0
    >>> logit(1.0) == logit(0.9999)
    True
    """
    q = min(max(p, margin), 1 - margin)
    return math.log(q / (1 - q))
