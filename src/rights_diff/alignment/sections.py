"""Which sections correspond, from several kinds of evidence at once."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from rights_diff.alignment.headings import bare, meanings, opens
from rights_diff.alignment.profile import Prepared, Weights, dot, unit
from rights_diff.model import SectionKind

Pair = tuple[int, int]

# In the order of the values that `section_features` gives.
FEATURES = (
    "heading_same",
    "heading_cosine",
    "heading_fuzzy",
    "heading_meaning",
    "heading_in_text",
    "text",
    "text_rank",
    "topics",
    "main_topic",
    "paired_less",
    "paired_more",
    "paired_best",
    "exact",
    "order",
    "both_lead",
    "one_lead",
    "openings",
    "parents",
    "levels",
    "small",
    "cross",
)
# Pairs of sections that share less text than this and have unlike headings are not looked at.
_TEXT_FLOOR = 0.04
_HEADING_FLOOR = 0.5
# From this probability on a sentence pair speaks for its sections.
_PAIRED = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A section in comparable form."""

    number: int
    heading: str
    meanings: frozenset[str]
    weights: Weights
    vector: Weights
    size: int
    place: float
    lead: bool
    opening: bool
    related: bool
    level: int
    parent: int | None
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What sentence pairs say about section pairs: sums of probabilities, best, exact ones."""

    mass: Mapping[Pair, float]
    best: Mapping[Pair, float]
    exact: Mapping[Pair, int]


def views(report: Prepared) -> list[View]:
    """The sections of a report in comparable form, in order."""
    numbers = {s.id: n for n, s in enumerate(report.sections)}
    found = []
    for n, s in enumerate(report.sections):
        heading = bare(s.heading)
        members = report.members[n]
        found.append(
            View(
                number=n,
                heading=heading,
                meanings=meanings(heading),
                weights=report.headings[n],
                vector=_text_vector(report, members),
                size=len(members),
                place=(n + 0.5) / len(report.sections),
                lead=s.kind is SectionKind.LEAD or (not heading and n == 0),
                opening=opens(heading) or not heading,
                related=s.kind is SectionKind.RELATED_ITEMS,
                level=s.level,
                parent=numbers.get(s.parent) if s.parent else None,
                topics=s.topics,
            )
        )
    return found


def _text_vector(report: Prepared, members: Sequence[int]) -> Weights:
    counts: Counter[str] = Counter()
    weight: Weights = {}
    for k in members:
        mass = report.profiles[k].mass
        counts.update(mass.keys())
        weight.update(mass)
    return unit({s: weight[s] * (1 + math.log(n)) for s, n in counts.items()})


def pair_links(
    old: Prepared, new: Prepared, first: Mapping[Pair, float], exact: Sequence[Pair]
) -> Links:
    """Sum up what the sentence pairs say about each pair of sections.

    Of each sentence only its best partner in a section counts.
    """
    mass: dict[Pair, float] = defaultdict(float)
    best: dict[Pair, float] = defaultdict(float)
    twins: dict[Pair, int] = defaultdict(int)
    rows: dict[tuple[int, Pair], float] = {}
    sure = dict.fromkeys(exact, 1.0)
    for (i, j), p in {**first, **sure}.items():
        sections = old.profiles[i].section, new.profiles[j].section
        best[sections] = max(best[sections], p)
        if p >= _PAIRED and p > rows.get((i, sections), 0.0):
            rows[i, sections] = p
    for (_, sections), p in rows.items():
        mass[sections] += p
    for i, j in exact:
        twins[old.profiles[i].section, new.profiles[j].section] += 1
    return Links(mass=mass, best=best, exact=twins)


def section_features(
    old: Sequence[View], new: Sequence[View], links: Links, *, cross: bool
) -> dict[Pair, tuple[float, ...]]:
    """Features, in the order of `FEATURES`, of the section pairs worth a look."""
    texts = {(a.number, b.number): dot(a.vector, b.vector) for a in old for b in new}
    tops = _tops(texts)
    found = {}
    for a in old:
        for b in new:
            pair = a.number, b.number
            alike = fuzz.token_set_ratio(a.heading, b.heading) / 100 if a.heading and b.heading else 0.0
            if a.related != b.related:
                continue
            if texts[pair] < _TEXT_FLOOR and alike < _HEADING_FLOOR and not links.mass.get(pair):
                continue
            found[pair] = _features(a, b, old, new, links, texts[pair], tops, alike, cross)
    return found


def _tops(texts: Mapping[Pair, float]) -> dict[tuple[str, int], float]:
    tops: dict[tuple[str, int], float] = defaultdict(float)
    for (i, j), value in texts.items():
        tops["old", i] = max(tops["old", i], value)
        tops["new", j] = max(tops["new", j], value)
    return tops


def _features(
    a: View,
    b: View,
    old: Sequence[View],
    new: Sequence[View],
    links: Links,
    text: float,
    tops: Mapping[tuple[str, int], float],
    alike: float,
    cross: bool,
) -> tuple[float, ...]:
    pair = a.number, b.number
    low, high = sorted((a.size, b.size))
    mass = links.mass.get(pair, 0.0)
    return (
        float(bool(a.heading) and a.heading == b.heading),
        dot(a.weights, b.weights),
        alike,
        _jaccard(a.meanings, b.meanings),
        max(_covered(a.weights, b.vector), _covered(b.weights, a.vector)),
        text,
        float(text > 0 and text >= tops["old", pair[0]]) + float(text > 0 and text >= tops["new", pair[1]]),
        _jaccard(frozenset(a.topics), frozenset(b.topics)),
        float(bool(set(a.topics[:2]) & set(b.topics[:2]))),
        min(1.0, mass / low) if low else 0.0,
        min(1.0, mass / high) if high else 0.0,
        links.best.get(pair, 0.0),
        links.exact.get(pair, 0) / low if low else 0.0,
        1 - abs(a.place - b.place),
        float(a.lead and b.lead),
        float(a.lead != b.lead),
        float(a.opening and b.opening and not (a.lead and b.lead)),
        _parents(a, b, old, new),
        float(a.level == b.level),
        1 / (1 + low),
        float(cross),
    )


def _parents(a: View, b: View, old: Sequence[View], new: Sequence[View]) -> float:
    """How alike the headings above both are, 0–1; 0 where either has none."""
    if a.parent is None or b.parent is None:
        return 0.0
    return fuzz.token_set_ratio(old[a.parent].heading, new[b.parent].heading) / 100


def _covered(heading: Weights, text: Weights) -> float:
    """Share of a heading's weight that stands in the other text."""
    return math.fsum(w * w for s, w in heading.items() if s in text)


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0
