"""What speaks for two sentences making the same claim, as numbers.

Every feature is symmetric in the two sentences, so that swapping the reports changes nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from rapidfuzz import fuzz

from rights_diff.alignment.profile import Profile, dot

# In the order of the values that `own_features` gives.
OWN = (
    "cosine",
    "concepts",
    "covered",
    "covered_less",
    "meant",
    "meant_less",
    "bigrams",
    "ratio",
    "token_set",
    "token_sort",
    "rare",
    "rarest",
    "second",
    "names",
    "names_apart",
    "figures",
    "figures_apart",
    "counted",
    "counted_figure",
    "years",
    "years_apart",
    "days",
    "days_apart",
    "one_day",
    "specific",
    "specific_apart",
    "one_specific",
    "case",
    "case_apart",
    "one_bullet",
    "pronouns",
    "one_pronoun",
    "topics",
    "length",
    "size",
    "weight",
    "near_verbatim",
)
# In the order of the values that `context_features` gives.
CONTEXT = ("first", "rank", "margin", "neighbours", "sections", "window", "topic", "place", "both_lead", "one_lead", "cross", "long_reports")

# Weight (rarity here and in general) from which a shared stem tells something.
TELLING = 4.0
# String ratio from which two sentences are the same but for a few words.
_VERBATIM = 0.8


def own_features(a: Profile, b: Profile, cosine: float) -> tuple[float, ...]:
    """Values in the order of `OWN`, from the two sentences alone."""
    common = a.mass.keys() & b.mass.keys()
    weights = sorted((min(a.mass[s], b.mass[s]) for s in common), reverse=True)
    shared = math.fsum(weights)
    low, high = sorted((a.total, b.total))
    meant = math.fsum(sorted(min(w, b.meant[c]) for c, w in a.meant.items() if c in b.meant))
    mlow, mhigh = sorted((a.meant_total, b.meant_total))
    ratio = fuzz.ratio(a.words, b.words) / 100
    same_figures = a.figures & b.figures
    same_nouns = a.counted & b.counted
    return (
        cosine,
        dot(a.concepts, b.concepts),
        shared / low if low else 0.0,
        shared / high if high else 0.0,
        meant / mlow if mlow else 0.0,
        meant / mhigh if mhigh else 0.0,
        dot(a.bigrams, b.bigrams),
        ratio,
        fuzz.token_set_ratio(a.content, b.content) / 100,
        fuzz.token_sort_ratio(a.content, b.content) / 100,
        math.log1p(math.fsum(max(0.0, w - TELLING) for w in weights)),
        weights[0] / 10 if weights else 0.0,
        weights[1] / 10 if len(weights) > 1 else 0.0,
        _heft(a.names & b.names, a),
        _apart(a.names, b.names),
        _heft(same_figures, a),
        _apart(a.figures, b.figures),
        float(bool(same_nouns)),
        float(bool(same_nouns and same_figures)),
        _heft(a.years & b.years, a),
        _apart(a.years, b.years),
        float(bool(a.days & b.days)),
        _apart(a.days, b.days),
        float(bool(a.days) != bool(b.days)),
        _heft(a.specific & b.specific, a),
        _apart(a.specific, b.specific),
        float(bool(a.specific) != bool(b.specific)),
        math.log1p(len(a.case & b.case)),
        _apart(a.case, b.case),
        float(a.bullet != b.bullet),
        float(a.pronoun and b.pronoun),
        float(a.pronoun != b.pronoun),
        _overlap(a.topics, b.topics),
        min(a.size, b.size) / max(a.size, b.size, 1),
        math.log1p(min(a.size, b.size)),
        math.log1p(shared),
        max(0.0, ratio - _VERBATIM),
    )


def _heft(shared: frozenset[str], a: Profile) -> float:
    """Weight of shared stems, on a scale where one rare name is about 1."""
    return math.log1p(math.fsum(sorted(max(0.0, a.mass[s] - TELLING) for s in shared))) / 2


def _apart(a: frozenset[str], b: frozenset[str]) -> float:
    """Both have some and share none."""
    return float(bool(a) and bool(b) and a.isdisjoint(b))


def _overlap(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def context_features(
    a: Profile,
    b: Profile,
    first: Mapping[tuple[int, int], float],
    best: Mapping[tuple[str, int], tuple[float, float]],
    linked: float,
    *,
    window: float,
    topic: float,
    cross: bool,
    long: float,
) -> tuple[float, ...]:
    """Values in the order of `CONTEXT`: what surrounds the pair.

    Args:
        first: probability of each candidate pair from its own features.
        best: for each side and position, its best and second-best probability.
        linked: how well the two sections correspond, 0–1.
        cross: whether two organizations wrote the reports.
        long: log of the number of sentences of both reports together.
    """
    i, j = a.number, b.number
    p = first[i, j]
    top, runner = best["old", i], best["new", j]
    rival = max(_rival(p, top), _rival(p, runner))
    return (
        _logit(p),
        float(p >= top[0]) + float(p >= runner[0]),
        p - rival,
        max(_around(first, i, j)),
        linked,
        window,
        topic,
        1 - abs(a.place - b.place),
        float(a.lead and b.lead),
        float(a.lead != b.lead),
        float(cross),
        long,
    )


def _rival(p: float, best: tuple[float, float]) -> float:
    return best[1] if p >= best[0] else best[0]


def _around(first: Mapping[tuple[int, int], float], i: int, j: int) -> list[float]:
    steps = ((-1, -1), (1, 1), (-1, 1), (1, -1))
    return [first.get((i + di, j + dj), 0.0) for di, dj in steps]


def _logit(p: float) -> float:
    q = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(q / (1 - q))
