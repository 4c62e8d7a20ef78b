"""From two prepared reports to scored sentence pairs and scored section pairs."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rights_diff.alignment.candidates import candidate_pairs
from rights_diff.alignment.exact import exact_pairs, plain
from rights_diff.alignment.features import context_features, own_features
from rights_diff.alignment.logistic import Logistic
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.profile import Prepared, Profile, Weights, dot, prepare, unit
from rights_diff.alignment.sections import View, pair_links, section_features, settled_sections, views
from rights_diff.model import Report


# Sentences on either side that make up the surroundings of one.
REACH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What does not depend on learned weights."""

    old: Prepared
    new: Prepared
    old_views: Sequence[View]
    new_views: Sequence[View]
    exact: Sequence[Pair]
    settled: Sequence[Pair]
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
        settled=settled_sections(a, b, texts),
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


def section_scores(
    material: Material, features: Mapping[Pair, tuple[float, ...]], model: Logistic
) -> dict[Pair, float]:
    """Probability of each section pair; settled sections are linked, and to nothing else."""
    done_old = {i for i, _ in material.settled}
    done_new = {j for _, j in material.settled}
    scores = {
        (i, j): model.probability(v)
        for (i, j), v in features.items()
        if i not in done_old and j not in done_new
    }
    return dict(sorted({**scores, **dict.fromkeys(material.settled, 1.0)}.items()))


def claim_features(
    material: Material, first: Mapping[Pair, float], linked: Mapping[Pair, float]
) -> dict[Pair, tuple[float, ...]]:
    """Features of each candidate pair in its surroundings, own ones first."""
    best = _best(first)
    windows = [_windows(side) for side in (material.old, material.new)]
    topics = _topic_weights(material)
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
                window=dot(windows[0][i], windows[1][j]),
                topic=_shared_topics(old[i], new[j], topics),
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


def _windows(report: Prepared) -> list[Weights]:
    """For each sentence the words of those before and after it in the section, not its own."""
    ps = report.profiles
    found = []
    for k, p in enumerate(ps):
        near = [q for q in (*ps[max(0, k - REACH) : k], *ps[k + 1 : k + 1 + REACH]) if q.section == p.section]
        words: Weights = defaultdict(float)
        for q in near:
            for s, w in q.concepts.items():
                words[s] += w
        found.append(unit(words))
    return found


def _topic_weights(material: Material) -> dict[str, float]:
    counts: Counter[str] = Counter()
    profiles = (*material.old.profiles, *material.new.profiles)
    for p in profiles:
        counts.update(p.topics)
    return {t: math.log((1 + len(profiles)) / n) for t, n in counts.items()}


def _shared_topics(a: Profile, b: Profile, weights: Mapping[str, float]) -> float:
    both = a.topics | b.topics
    if not both:
        return 0.0
    return math.fsum(sorted(weights[t] for t in a.topics & b.topics)) / math.log(1 + len(both))
