"""Section links out of scored section pairs: which to keep, what to call them, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rights_diff.alignment.matching import Pair
from rights_diff.alignment.sections import FEATURES, View
from rights_diff.model import Section, SectionLink, SectionRelation

_AT = {name: n for n, name in enumerate(FEATURES)}
# A feature from this value on is worth naming as evidence; the words a reader gets.
_EVIDENCE = (
    ("heading_same", 1.0, "same heading"),
    ("heading_fuzzy", 0.75, "similar headings"),
    ("heading_meaning", 0.5, "headings of like meaning"),
    ("both_lead", 1.0, "both open the report"),
    ("openings", 1.0, "both give the background"),
    ("exact", 0.01, "sentences repeated word for word"),
    ("paired_best", 0.5, "sentences that make the same claim"),
    ("main_topic", 1.0, "same main topic"),
    ("topics", 0.34, "topics shared"),
    ("text_rank", 2.0, "texts closest to each other"),
    ("text", 0.2, "rare words and names shared"),
    ("heading_in_text", 0.6, "heading's words in the other text"),
    ("parents", 0.8, "under corresponding headings"),
)
# Below this share of the larger section's sentences a link between unlike headings is partial.
_PART = 0.25


def keep_links(scores: Mapping[Pair, float], floor: float) -> dict[Pair, float]:
    """The section pairs worth a link: likely enough, and the best that one of the two has.

    A section whose own counterpart is plain (the same heading, the same text) is not tied to
    its counterpart's neighbours as well, while a section without one may share another's.
    """
    best: dict[tuple[str, int], float] = defaultdict(float)
    for (i, j), p in scores.items():
        best["old", i] = max(best["old", i], p)
        best["new", j] = max(best["new", j], p)
    return {
        (i, j): p
        for (i, j), p in scores.items()
        if p >= floor and (p >= best["old", i] or p >= best["new", j])
    }


def section_links(
    old: Sequence[View],
    new: Sequence[View],
    sections: tuple[Sequence[Section], Sequence[Section]],
    features: Mapping[Pair, tuple[float, ...]],
    scores: Mapping[Pair, float],
    floor: float,
) -> tuple[SectionLink, ...]:
    """Links in document order; split and merged ones hold several sections of a side.

    Args:
        features, scores: of section pairs by position.
        floor: lowest score kept.
    """
    kept = sorted(keep_links(scores, floor))
    groups = _stars(kept, old, new)
    return tuple(_link(g, old, new, sections, features, scores) for g in groups)


def _stars(kept: Sequence[Pair], old: Sequence[View], new: Sequence[View]) -> list[list[Pair]]:
    """Pairs, but those of one section with several that link nowhere else taken together."""
    by_old: dict[int, list[Pair]] = defaultdict(list)
    by_new: dict[int, list[Pair]] = defaultdict(list)
    for i, j in kept:
        by_old[i].append((i, j))
        by_new[j].append((i, j))
    groups: dict[tuple[str, int, int], list[Pair]] = defaultdict(list)
    for i, j in kept:
        siblings = by_old[i], by_new[j]
        split = len(siblings[0]) > 1 and all(len(by_new[y]) == 1 for _, y in siblings[0])
        merged = len(siblings[1]) > 1 and all(len(by_old[x]) == 1 for x, _ in siblings[1])
        side = "split" if split else "merged" if merged else "pair"
        groups[side, i if side != "merged" else -1, j if side != "split" else -1].append((i, j))
    return sorted(groups.values())


def _link(
    group: Sequence[Pair],
    old: Sequence[View],
    new: Sequence[View],
    sections: tuple[Sequence[Section], Sequence[Section]],
    features: Mapping[Pair, tuple[float, ...]],
    scores: Mapping[Pair, float],
) -> SectionLink:
    best = max(group, key=lambda p: (scores[p], -p[0], -p[1]))
    left = sorted({i for i, _ in group})
    right = sorted({j for _, j in group})
    topics = [t for t in old[best[0]].topics if t in new[best[1]].topics]
    return SectionLink(
        old=tuple(sections[0][i].id for i in left),
        new=tuple(sections[1][j].id for j in right),
        relation=_relation(group, old, new, features),
        score=round(max(scores[p] for p in group), 3),
        topics=tuple(topics),
        evidence=tuple(_evidence(features.get(best))),
    )


def _relation(
    group: Sequence[Pair],
    old: Sequence[View],
    new: Sequence[View],
    features: Mapping[Pair, tuple[float, ...]],
) -> SectionRelation:
    if len({i for i, _ in group}) > 1:
        return SectionRelation.MERGED
    if len({j for _, j in group}) > 1:
        return SectionRelation.SPLIT
    i, j = group[0]
    if old[i].heading == new[j].heading:
        return SectionRelation.SAME
    values = features.get(group[0])
    if values is None:
        return SectionRelation.SAME
    alike = values[_AT["heading_fuzzy"]] >= 0.75 or old[i].lead and new[j].lead
    return SectionRelation.RENAMED if alike or _most(values) else SectionRelation.PARTIAL


def _most(values: Sequence[float]) -> bool:
    """Whether most of either text answers to the other."""
    return values[_AT["paired_more"]] >= _PART or values[_AT["text_rank"]] >= 2


def _evidence(values: Sequence[float] | None) -> list[str]:
    if values is None:
        return ["same heading and nothing else"]
    said = [words for name, least, words in _EVIDENCE if values[_AT[name]] >= least]
    if "same heading" in said:
        said = [w for w in said if w not in ("similar headings", "headings of like meaning")]
    return said
