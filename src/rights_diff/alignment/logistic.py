"""Logistic models over named features, with weights from a data file."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import mul
from typing import Any

from rights_diff.alignment.words import read_data


@dataclass(frozen=True, slots=True, kw_only=True)
class Logistic:
    """`p = 1 / (1 + exp(-(bias + weights · values)))`."""

    bias: float
    weights: tuple[float, ...]

    def probability(self, values: Sequence[float], shift: float = 0.0) -> float:
        """Chance, 0–1, that the pair with these features belongs together.

        Args:
            shift: what else speaks for the pair, in nats.
        """
        total = self.bias + sum(map(mul, self.weights, values)) + shift
        if total < 0:
            e = math.exp(total)
            return e / (1 + e)
        return 1 / (1 + math.exp(-total))


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """All that is learned.

    Attributes:
        own: sentence pairs by themselves.
        claims: sentence pairs in their surroundings.
        sections: section pairs.
        joins: further sentences of a pair.
        keep: lowest probability of a claim pair; `grow`: of a further sentence in a pair.
        link: lowest probability of a section link.
        idle: of claims and sections, the features that have no weight and need no working out.
    """

    own: Logistic
    claims: Logistic
    sections: Logistic
    joins: Logistic
    keep: float
    grow: float
    link: float
    idle: Mapping[str, frozenset[str]] = field(default_factory=dict)


def models_from(data: Mapping[str, Any], names: Mapping[str, Sequence[str]]) -> Models:
    """Models from the content of `weights.json`, weights ordered as `names` has the features."""

    def read(part: str) -> Logistic:
        weights = data[part]["weights"]
        return Logistic(
            bias=data[part]["bias"], weights=tuple(weights[name] for name in names[part])
        )

    return Models(
        own=read("own"),
        claims=read("claims"),
        sections=read("sections"),
        joins=read("joins"),
        idle={
            part: frozenset(name for name in names[part] if not data[part]["weights"][name])
            for part in ("claims", "sections")
        },
        **{name: data["thresholds"][name] for name in ("keep", "grow", "link")},
    )


@lru_cache(maxsize=1)
def shipped_models() -> Models:
    """The models that ship with the package."""
    from rights_diff.alignment.context import CONTEXT
    from rights_diff.alignment.features import OWN
    from rights_diff.alignment.joining import JOIN
    from rights_diff.alignment.sections import FEATURES

    data = json.loads("\n".join(read_data("weights.json")))
    names = {"own": OWN, "claims": (*OWN, *CONTEXT), "sections": FEATURES, "joins": JOIN}
    return models_from(data, names)
