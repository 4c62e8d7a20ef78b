"""Section links out of scored section pairs: which to keep, what to call them, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rights_diff.alignment.features import Values
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.sections import FEATURES
from rights_diff.alignment.views import View
from rights_diff.model import SectionLink, SectionRelation

_AT = {name: n for n, name in enumerate(FEATURES)}
# A feature from this value on is worth naming as evidence; the words a reader gets.
_EVIDENCE = (
    ("heading_same", 1.0, "same heading"),
    ("heading_fuzzy", 0.75, "similar headings"),
    ("heading_meaning", 0.5, "headings of like meaning"),
    ("both_lead", 1.0, "both open the report"),
    ("openings", 1.0, "both give the background"),
    ("exact", 0.01, "sentences repeated word for word"),
    ("paired_best", 0.4, "sentences that make the same claim"),
    ("main_topic", 1.0, "same main topic"),
    ("main_near", 1.0, "neighbouring topics"),
    ("topics", 0.34, "topics shared"),
    ("text_rank", 2.0, "texts closest to each other"),
    ("text", 0.2, "telling words and names shared"),
    ("heading_in_text", 0.6, "words of a heading in the other text"),
    ("parents", 0.8, "under corresponding headings"),
)
# What goes without saying once something stronger is said.
_IMPLIED = {
    "same heading": ("similar headings", "headings of like meaning"),
    "same main topic": ("neighbouring topics",),
}
# Unlike headings are one renamed where so much of the larger section answers to the other.
_MOST = 0.25
_LIKE = 0.75


def keep_links(scores: Mapping[Pair, float], floor: float) -> dict[Pair, float]:
    """The section pairs worth a link: likely enough, and the best that one of the two has.

    A section whose own counterpart is plain (the same heading, the same text) is not tied to
    its counterpart's neighbours as well, while a section without one may share another's.

    >>> keep_links({(0, 0): 0.9, (0, 1): 0.4, (1, 1): 0.8, (2, 1): 0.3}, 0.2)
    {(0, 0): 0.9, (1, 1): 0.8, (2, 1): 0.3}
    """
    best = best_scores(scores)
    return {
        (i, j): p
        for (i, j), p in scores.items()
        if p >= floor and (p >= best["old", i] or p >= best["new", j])
    }


def best_scores(scores: Mapping[Pair, float]) -> dict[tuple[str, int], float]:
    """The highest score that each section of either side has."""
    best: dict[tuple[str, int], float] = defaultdict(float)
    for (i, j), p in scores.items():
        best["old", i] = max(best["old", i], p)
        best["new", j] = max(best["new", j], p)
    return best


def section_links(
    old: Sequence[View],
    new: Sequence[View],
    features: Mapping[Pair, Values],
    scores: Mapping[Pair, float],
) -> tuple[SectionLink, ...]:
    """Links in document order; split and merged ones hold several sections of a side.

    Args:
        features: of section pairs by position; none where the sections are the same throughout.
        scores: of the pairs to link.
    """
    links = []
    tops = best_scores(scores)
    for group in _stars(sorted(scores)):
        best = max(group, key=lambda p: (scores[p], -p[0], -p[1]))
        a, b = old[best[0]], new[best[1]]
        values = features.get(best)
        links.append(
            SectionLink(
                old=tuple(old[i].id for i in sorted({i for i, _ in group})),
                new=tuple(new[j].id for j in sorted({j for _, j in group})),
                relation=_relation(
                    group,
                    a,
                    b,
                    values,
                    main=scores[best] >= max(tops["old", best[0]], tops["new", best[1]]),
                ),
                score=round(scores[best], 3),
                topics=tuple(t for t in a.topics if t in b.topics),
                evidence=_evidence(a, values),
            )
        )
    return tuple(links)


def _stars(kept: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs, but those of one section with several that link nowhere else taken together."""
    by_old: dict[int, list[int]] = defaultdict(list)
    by_new: dict[int, list[int]] = defaultdict(list)
    for i, j in kept:
        by_old[i].append(j)
        by_new[j].append(i)
    groups: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for i, j in kept:
        split = len(by_old[i]) > 1 and all(len(by_new[y]) == 1 for y in by_old[i])
        merged = len(by_new[j]) > 1 and all(len(by_old[x]) == 1 for x in by_new[j])
        groups[-1 if merged else i, -1 if split else j].append((i, j))
    return sorted(groups.values())


def _relation(
    group: Sequence[Pair], a: View, b: View, values: Values | None, *, main: bool
) -> SectionRelation:
    """What to call a link; `main`: neither of the two has a better one."""
    if len({i for i, _ in group}) > 1:
        return SectionRelation.MERGED
    if len({j for _, j in group}) > 1:
        return SectionRelation.SPLIT
    if values is None or a.heading == b.heading:
        return SectionRelation.SAME
    alike = values[_AT["heading_fuzzy"]] >= _LIKE or (a.lead and b.lead) or _mostly(values)
    return SectionRelation.RENAMED if main and alike else SectionRelation.PARTIAL


def _mostly(values: Values) -> bool:
    """Whether the two are of one topic, and most of either text answers to the other."""
    one = any(values[_AT[name]] >= 1 for name in ("main_topic", "main_near", "openings"))
    return values[_AT["paired_more"]] >= _MOST or (one and values[_AT["text_rank"]] >= 2)


def _evidence(a: View, values: Values | None) -> tuple[str, ...]:
    if values is None:
        return ("same heading",) * bool(a.heading) + ("same text",) * bool(a.size)
    said = [words for name, least, words in _EVIDENCE if values[_AT[name]] >= least]
    implied = {w for words in said for w in _IMPLIED.get(words, ())}
    return tuple(w for w in said if w not in implied)
