"""Which sections correspond, from several kinds of evidence at once."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from rights_diff.alignment.exact import exact_pairs
from rights_diff.alignment.headings import bare, meanings, opens
from rights_diff.alignment.profile import Prepared, Weights, dot, unit
from rights_diff.extraction.topics_lexicon import taxonomy
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
    "text_meaning",
    "text_near",
    "text_rank",
    "topics",
    "topic_mix",
    "main_topic",
    "main_near",
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


# Topics that say nothing of which right a section is about.
_GENERAL = frozenset({"overview", "background_context"})


@lru_cache(maxsize=256)
def near_topics(code: str) -> tuple[str, ...]:
    """Topics whose sections may correspond to those of `code`, by the taxonomy."""
    return next((t.near for t in taxonomy() if t.code == code), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A section in comparable form."""

    number: int
    heading: str
    meanings: Weights
    weights: Weights
    vector: Weights
    meaning: Weights
    mix: Weights
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
                meanings=_meanings(heading),
                weights=report.headings[n],
                vector=_text_vector([report.profiles[k].mass for k in members]),
                meaning=_text_vector([report.profiles[k].meant for k in members]),
                mix=_mix([report.profiles[k].topics for k in members], s.topics),
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


def _meanings(heading: str) -> Weights:
    return unit({m: 1.0 for m in sorted(meanings(heading))})


def _text_vector(masses: Sequence[Weights]) -> Weights:
    counts: Counter[str] = Counter()
    weight: Weights = {}
    for mass in masses:
        counts.update(mass.keys())
        weight.update(mass)
    return unit({s: weight[s] * (1 + math.log(n)) for s, n in counts.items()})


def _mix(topics: Sequence[frozenset[str]], main: Sequence[str]) -> Weights:
    """What a section speaks of: its topics and those of its sentences, near ones at half."""
    counts: Counter[str] = Counter(dict.fromkeys(main, 1 + len(topics) // 2))
    for codes in topics:
        counts.update(codes)
    found: Weights = defaultdict(float)
    for code, n in sorted(counts.items()):
        if code in _GENERAL:
            continue
        found[code] += math.sqrt(n)
        for near in near_topics(code):
            found[near] += math.sqrt(n) / 2
    return unit(found)


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


def settled_sections(old: Prepared, new: Prepared, texts: Sequence[Sequence[str]]) -> list[Pair]:
    """Sections with the same heading and the same sentences: nothing more to find out.

    Args:
        texts: the sentences of either report without typography.
    """
    return exact_pairs(_section_keys(old, texts[0]), _section_keys(new, texts[1]))


def _section_keys(report: Prepared, texts: Sequence[str]) -> list[str]:
    """Heading and text of each section as one string; empty where a section has neither."""
    return [
        "\n".join((bare(s.heading), *(texts[k] for k in members))).strip()
        for s, members in zip(report.sections, report.members, strict=True)
    ]


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
        dot(a.meanings, b.meanings),
        max(_covered(a.weights, b.vector), _covered(b.weights, a.vector)),
        text,
        dot(a.meaning, b.meaning),
        text / max(tops["old", pair[0]], tops["new", pair[1]], _TEXT_FLOOR),
        float(text > 0 and text >= tops["old", pair[0]]) + float(text > 0 and text >= tops["new", pair[1]]),
        _jaccard(frozenset(a.topics), frozenset(b.topics)),
        dot(a.mix, b.mix),
        float(bool(set(a.topics[:2]) & set(b.topics[:2]) - _GENERAL)),
        float(bool(_with_near(a.topics[:2]) & _with_near(b.topics[:2]) - _GENERAL)),
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


def _with_near(codes: Sequence[str]) -> frozenset[str]:
    return frozenset(codes).union(*(near_topics(code) for code in codes))


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0
