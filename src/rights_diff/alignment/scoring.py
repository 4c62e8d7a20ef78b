"""From two prepared reports to scored sentence pairs and scored section pairs."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rights_diff.alignment.candidates import candidate_pairs
from rights_diff.alignment.exact import exact_pairs, plain
from rights_diff.alignment.features import context_features, own_features
from rights_diff.alignment.logistic import Logistic
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.profile import Prepared, prepare
from rights_diff.alignment.sections import View, pair_links, section_features, views
from rights_diff.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What does not depend on learned weights."""

    old: Prepared
    new: Prepared
    old_views: Sequence[View]
    new_views: Sequence[View]
    exact: Sequence[Pair]
    own: Mapping[Pair, tuple[float, ...]]
    cross: bool


def gather(old: Report, new: Report) -> Material:
    """Exact pairs and the features of the other candidate pairs."""
    a, b = prepare(old, new)
    texts = [[plain(s.span.of(r.text)) for s in r.sentences] for r in (old, new)]
    exact = exact_pairs(*texts)
    cosines = candidate_pairs(a.profiles, b.profiles)
    done_old, done_new = {i for i, _ in exact}, {j for _, j in exact}
    own = {
        (i, j): own_features(a.profiles[i], b.profiles[j], c)
        for (i, j), c in cosines.items()
        if not (i in done_old and j in done_new)
    }
    return Material(
        old=a,
        new=b,
        old_views=views(a),
        new_views=views(b),
        exact=exact,
        own=own,
        cross=_family(old) != _family(new),
    )


def _family(report: Report) -> str | None:
    return report.metadata.organization_family


def first_scores(material: Material, model: Logistic) -> dict[Pair, float]:
    """Probability of each candidate pair from the two sentences alone."""
    return {pair: model.probability(values) for pair, values in material.own.items()}


def section_pairs(
    material: Material, first: Mapping[Pair, float]
) -> dict[Pair, tuple[float, ...]]:
    """Features of the section pairs worth a look."""
    links = pair_links(material.old, material.new, first, material.exact)
    return section_features(
        material.old_views, material.new_views, links, cross=material.cross
    )


def claim_features(
    material: Material, first: Mapping[Pair, float], linked: Mapping[Pair, float]
) -> dict[Pair, tuple[float, ...]]:
    """Features of each candidate pair in its surroundings, own ones first."""
    best = _best(first)
    around = {**first, **dict.fromkeys(material.exact, 1.0)}
    old, new = material.old.profiles, material.new.profiles
    long = math.log(1 + len(old) + len(new))
    return {
        (i, j): (
            *values,
            *context_features(
                old[i],
                new[j],
                around,
                best,
                linked.get((old[i].section, new[j].section), 0.0),
                cross=material.cross,
                long=long,
            ),
        )
        for (i, j), values in material.own.items()
    }


def _best(first: Mapping[Pair, float]) -> dict[tuple[str, int], tuple[float, float]]:
    """For each side and position, the best and the second-best probability."""
    found: dict[tuple[str, int], tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for (i, j), p in first.items():
        for key in (("old", i), ("new", j)):
            top, second = found[key]
            found[key] = (p, top) if p > top else (top, max(second, p))
    return dict(found)
