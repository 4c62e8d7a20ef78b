"""Sections in comparable form, and what sentence pairs say about pairs of them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rights_diff.alignment.headings import bare, meanings, opens
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.profile import Prepared
from rights_diff.alignment.vectors import Weights, unit
from rights_diff.extraction.topics_lexicon import taxonomy
from rights_diff.model import Section, SectionKind

# Topics that say nothing of which right a section is about.
GENERAL = frozenset({"overview", "background_context"})
# A topic that may hold the same matter, by the taxonomy, counts half.
_NEAR_WEIGHT = 0.5
# From this probability on a sentence pair speaks for its sections.
_PAIRED = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A section in comparable form.

    Attributes:
        number: position among the sections; `place`: the same, 0–1.
        heading: its bare words; `parent`: those of the section above.
        heading_words, heading_meanings: weights of stems, and of near-synonym classes.
        words, meanings: the same of the text; `mix`: of the topics of its sentences.
        size: number of sentences.
        opening: without heading, or headed as background.
    """

    id: str
    number: int
    place: float
    heading: str
    parent: str
    level: int
    lead: bool
    opening: bool
    related: bool
    size: int
    heading_words: Weights
    heading_meanings: Weights
    words: Weights
    meanings: Weights
    mix: Weights
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """What sentence pairs say about section pairs: sums of probabilities, best, exact ones."""

    mass: Mapping[Pair, float]
    best: Mapping[Pair, float]
    exact: Mapping[Pair, int]


def views(report: Prepared, *, meanings: bool = True) -> list[View]:
    """The sections of a report in comparable form, in order.

    Args:
        meanings: whether those of the texts are asked for.
    """
    headings = {s.id: bare(s.heading) for s in report.sections}
    found = [_view(report, n, s, headings) for n, s in enumerate(report.sections)]
    return [replace(v, meanings=_text_meanings(report, v)) for v in found] if meanings else found


def _text_meanings(report: Prepared, view: View) -> Weights:
    return _text_vector([report.profiles[k].meant for k in report.members[view.number]])


def _view(report: Prepared, number: int, section: Section, headings: Mapping[str, str]) -> View:
    heading = headings[section.id]
    profiles = [report.profiles[k] for k in report.members[number]]
    return View(
        id=section.id,
        number=number,
        place=(number + 0.5) / len(report.sections),
        heading=heading,
        parent=headings.get(section.parent or "", ""),
        level=section.level,
        lead=section.kind is SectionKind.LEAD or (not heading and number == 0),
        opening=opens(heading) or not heading,
        related=section.kind is SectionKind.RELATED_ITEMS,
        size=len(profiles),
        heading_words=report.headings[number],
        heading_meanings=unit(dict.fromkeys(sorted(meanings(heading)), 1.0)),
        words=_text_vector([p.mass for p in profiles]),
        meanings={},
        mix=_mix([p.topics for p in profiles], section.topics),
        topics=section.topics,
    )


def _text_vector(masses: Sequence[Weights]) -> Weights:
    counts: Counter[str] = Counter()
    weight: Weights = {}
    for mass in masses:
        counts.update(mass.keys())
        weight.update(mass)
    return unit({s: weight[s] * (1 + math.log(n)) for s, n in counts.items()})


def _mix(topics: Sequence[frozenset[str]], main: Sequence[str]) -> Weights:
    """What a section speaks of: its topics and those of its sentences, and near ones."""
    counts = Counter(dict.fromkeys(main, 1 + len(topics) // 2))
    for codes in topics:
        counts.update(codes)
    found: Weights = defaultdict(float)
    for code, n in sorted(counts.items()):
        if code not in GENERAL:
            found[code] += math.sqrt(n)
            for near in near_topics(code):
                found[near] += _NEAR_WEIGHT * math.sqrt(n)
    return unit(found)


@lru_cache(maxsize=256)
def near_topics(code: str) -> tuple[str, ...]:
    """Topics whose sections may correspond to those of `code`, by the taxonomy."""
    return next((t.near for t in taxonomy() if t.code == code), ())


def pair_links(
    old: Prepared, new: Prepared, first: Mapping[Pair, float], exact: Sequence[Pair]
) -> Links:
    """Sum up what the sentence pairs say about each pair of sections.

    Of each sentence of the first report only its best partner in a section counts.
    """
    mass: dict[Pair, float] = defaultdict(float)
    best: dict[Pair, float] = defaultdict(float)
    rows: dict[tuple[int, Pair], float] = {}
    for (i, j), p in {**first, **dict.fromkeys(exact, 1.0)}.items():
        sections = old.profiles[i].section, new.profiles[j].section
        best[sections] = max(best[sections], p)
        if p >= _PAIRED and p > rows.get((i, sections), 0.0):
            rows[i, sections] = p
    for (_, sections), p in rows.items():
        mass[sections] += p
    twins = Counter((old.profiles[i].section, new.profiles[j].section) for i, j in exact)
    return Links(mass=mass, best=best, exact=twins)
