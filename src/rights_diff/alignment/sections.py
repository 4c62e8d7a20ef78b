"""What speaks for two sections corresponding: several kinds of evidence at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz, process

from rights_diff.alignment.candidates import near_pairs
from rights_diff.alignment.exact import exact_pairs
from rights_diff.alignment.features import Values
from rights_diff.alignment.headings import bare
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.profile import Prepared
from rights_diff.alignment.vectors import Weights, dot
from rights_diff.alignment.views import GENERAL, Links, View, near_topics

# In the order of the values that `section_features` gives.
FEATURES = (
    "heading_same",
    "heading_cosine",
    "heading_fuzzy",
    "heading_meaning",
    "heading_in_text",
    "parents",
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
    "levels",
    "small",
    "cross",
)
# Texts nearest to each section's that are looked at; of the rest only those whose headings are
# alike or whose sentences pair.
_NEAREST = 12
# What the nearest text has to share, so that rank among the texts means something.
_TEXT_FLOOR = 0.04
_HEADING_FLOOR = 0.5
# One of these, from its value on, shows that two sections speak of one matter.
_AGREEING = (
    ("heading_fuzzy", 0.75),
    ("heading_meaning", 0.5),
    ("main_topic", 1.0),
    ("main_near", 1.0),
    ("topics", 0.34),
    ("both_lead", 1.0),
    ("openings", 1.0),
    ("exact", 0.01),
    ("paired_best", 0.25),
)

_AGREEMENT = tuple((FEATURES.index(name), least) for name, least in _AGREEING)

Tops = Mapping[tuple[str, int], float]


def settled_sections(old: Prepared, new: Prepared, texts: Sequence[Sequence[str]]) -> list[Pair]:
    """Sections with the same heading and the same sentences: nothing more to find out.

    Args:
        texts: the sentences of either report without typography.
    """
    return exact_pairs(_keys(old, texts[0]), _keys(new, texts[1]))


def _keys(report: Prepared, texts: Sequence[str]) -> list[str]:
    """Heading and text of each section as one string; empty where a section has neither."""
    return [
        "\n".join((bare(s.heading), *(texts[k] for k in members))).strip()
        for s, members in zip(report.sections, report.members, strict=True)
    ]


def section_features(
    old: Sequence[View],
    new: Sequence[View],
    links: Links,
    *,
    cross: bool,
    done: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset()),
) -> Iterator[tuple[Pair, Values]]:
    """The section pairs worth a look with their features, in the order of `FEATURES`.

    Args:
        done: sections of either side that are settled.
    """
    nearest = near_pairs([a.words for a in old], [b.words for b in new], _NEAREST)
    texts = {(i, j): dot(old[i].words, new[j].words) for i, j in nearest}
    tops = _tops(texts)
    for i, j in sorted({*texts, *_like_headings(old, new), *links.mass}):
        a, b = old[i], new[j]
        if a.related == b.related and i not in done[0] and j not in done[1]:
            yield (
                (i, j),
                (
                    *_of_headings(a, b),
                    *_of_texts(a, b, texts.get((i, j), 0.0) or dot(a.words, b.words), tops),
                    *_of_topics(a, b),
                    *_of_pairs(a, b, links),
                    *_of_places(a, b),
                    float(cross),
                ),
            )


def _like_headings(old: Sequence[View], new: Sequence[View]) -> Iterator[Pair]:
    """Positions of sections whose headings are alike; each wording is compared once."""
    mine, theirs = _by_heading(old), _by_heading(new)
    for heading, here in mine.items():
        # One compiled call for all headings of the other side, and only the alike come back.
        alike = process.extract_iter(
            heading, list(theirs), scorer=fuzz.token_set_ratio, score_cutoff=100 * _HEADING_FLOOR
        )
        for other, _, _ in alike:
            yield from product(here, theirs[other])


def _by_heading(views: Sequence[View]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for view in views:
        if view.heading:
            found[view.heading].append(view.number)
    return found


def sections_agree(values: Values) -> bool:
    """Whether headings, topics, place or claims show that two sections speak of one matter."""
    return any(values[at] >= least for at, least in _AGREEMENT)


def _tops(texts: Mapping[Pair, float]) -> Tops:
    tops: dict[tuple[str, int], float] = defaultdict(float)
    for (i, j), value in texts.items():
        tops["old", i] = max(tops["old", i], value)
        tops["new", j] = max(tops["new", j], value)
    return tops


def _of_headings(a: View, b: View) -> Values:
    return (
        float(bool(a.heading) and a.heading == b.heading),
        dot(a.heading_words, b.heading_words),
        _alike(a.heading, b.heading),
        dot(a.heading_meanings, b.heading_meanings),
        max(_covered(a.heading_words, b.words), _covered(b.heading_words, a.words)),
        _alike(a.parent, b.parent),
    )


def _of_texts(a: View, b: View, text: float, tops: Tops) -> Values:
    highest = tops["old", a.number], tops["new", b.number]
    return (
        text,
        dot(a.meanings, b.meanings),
        text / max(*highest, _TEXT_FLOOR),
        float(sum(text >= top for top in highest)) if text else 0.0,
    )


def _of_topics(a: View, b: View) -> Values:
    mine, theirs = set(a.topics), set(b.topics)
    return (
        len(mine & theirs) / len(mine | theirs) if mine or theirs else 0.0,
        dot(a.mix, b.mix),
        float(bool(set(a.topics[:2]) & set(b.topics[:2]) - GENERAL)),
        float(bool(_with_near(a.topics[:2]) & _with_near(b.topics[:2]) - GENERAL)),
    )


def _of_pairs(a: View, b: View, links: Links) -> Values:
    pair = a.number, b.number
    low, high = sorted((a.size, b.size))
    mass = links.mass.get(pair, 0.0)
    return (
        min(1.0, mass / low) if low else 0.0,
        min(1.0, mass / high) if high else 0.0,
        links.best.get(pair, 0.0),
        links.exact.get(pair, 0) / low if low else 0.0,
    )


def _of_places(a: View, b: View) -> Values:
    return (
        1 - abs(a.place - b.place),
        float(a.lead and b.lead),
        float(a.lead != b.lead),
        float(a.opening and b.opening and not (a.lead and b.lead)),
        float(a.level == b.level),
        1 / (1 + min(a.size, b.size)),
    )


@lru_cache(maxsize=4096)
def _alike(a: str, b: str) -> float:
    """How alike two bare headings are, 0–1; 0 where either is missing."""
    return fuzz.token_set_ratio(a, b) / 100 if a and b else 0.0


def _covered(heading: Weights, text: Weights) -> float:
    """Share of a heading's weight that stands in the other text."""
    return sum([w * w for s, w in heading.items() if s in text])


@lru_cache(maxsize=1024)
def _with_near(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(codes).union(*(near_topics(code) for code in codes))
