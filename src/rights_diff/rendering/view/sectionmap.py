"""The section map: two columns of headings and the ribbons between them."""

from __future__ import annotations

from collections import defaultdict

from rights_diff.model import Comparison, SectionKind, SectionLink
from rights_diff.rendering.strings import say, text
from rights_diff.rendering.view.plain import clip
from rights_diff.rendering.view.records import MapNode, MapView, Ribbon
from rights_diff.rendering.view.sides import Index, is_across

__all__ = ["map_view"]

# Geometry in units of the drawing, 1,000 wide.
_LEFT, _RIGHT = 330.0, 670.0  # inner edges of the two columns
_GAP = 7.0
_LEAST = 22.0  # a heading's line
_TALLEST = 84.0
_FULL_WORDS = 420  # words of a section as tall as it gets
_HEADING_SHOWN = 46


def map_view(comparison: Comparison, old: Index, new: Index, targets: dict[str, str]) -> MapView:
    """Where each section stands in the drawing, and the ribbons between linked ones.

    Args:
        targets: `o-s1` or `n-s1` → id of the group on the page that shows the section.
    """
    linked_old = {s for link in comparison.section_links for s in link.old}
    linked_new = {s for link in comparison.section_links for s in link.new}
    left = _column(old, "o", linked_old, targets)
    right = _column(new, "n", linked_new, targets)
    height = max((n.y + n.height for n in (*left.values(), *right.values())), default=0.0)
    return MapView(
        old=tuple(left.values()),
        new=tuple(right.values()),
        ribbons=tuple(_ribbons(comparison, left, right)),
        height=height,
        lines=tuple(_line(link, old, new, targets) for link in comparison.section_links)
        + _alone_lines(left, old.named, across_first=True)
        + _alone_lines(right, new.named, across_first=False),
    )


def _column(
    index: Index, letter: str, linked: set[str], targets: dict[str, str]
) -> dict[str, MapNode]:
    nodes: dict[str, MapNode] = {}
    y = 0.0
    for section in index.report.sections:
        if section.kind is SectionKind.RELATED_ITEMS:
            continue
        words = section.span.of(index.report.text).count(" ")
        height = _LEAST + (_TALLEST - _LEAST) * min(1.0, words / _FULL_WORDS)
        heading = index.heading(section.id)
        nodes[section.id] = MapNode(
            heading=clip(heading, _HEADING_SHOWN - 2 * (section.level - 1)),
            full=heading,
            y=round(y, 1),
            height=round(height, 1),
            alone=section.id not in linked and section.kind is not SectionKind.CONTAINER,
            target=targets.get(f"{letter}-{section.id}", ""),
            level=section.level,
        )
        y += height + _GAP
    return nodes


def _ribbons(
    comparison: Comparison, left: dict[str, MapNode], right: dict[str, MapNode]
) -> list[Ribbon]:
    """A band a pair of linked sections; bands that share a section share its height."""
    pairs = [
        (a, b, link)
        for link in comparison.section_links
        for a in link.old
        for b in link.new
        if a in left and b in right
    ]
    left_slots = _slots([(a, b) for a, b, _ in pairs], left, right)
    right_slots = _slots([(b, a) for a, b, _ in pairs], right, left)
    between = " · " if is_across(comparison) else " → "
    ribbons = []
    for a, b, link in pairs:
        words = say("section_relation", link.relation.value)
        title = f"{left[a].full}{between}{right[b].full}: {words}"
        path = _band(left_slots[a, b], right_slots[b, a])
        ribbons.append(Ribbon(path, title, link.relation.value, right[b].target))
    return ribbons


def _slots(
    pairs: list[tuple[str, str]], near: dict[str, MapNode], far: dict[str, MapNode]
) -> dict[tuple[str, str], tuple[float, float]]:
    """For each pair the part of its section's edge that its band takes, top first."""
    partners: dict[str, list[str]] = defaultdict(list)
    for a, b in pairs:
        if b not in partners[a]:
            partners[a].append(b)
    slots: dict[tuple[str, str], tuple[float, float]] = {}
    for a, others in partners.items():
        part = near[a].height / len(others)
        for n, b in enumerate(sorted(others, key=lambda s: far[s].y)):
            top = near[a].y + n * part
            slots[a, b] = (top, top + part)
    return slots


def _band(left: tuple[float, float], right: tuple[float, float]) -> str:
    middle = (_LEFT + _RIGHT) / 2
    (a, b), (c, d) = left, right
    return (
        f"M{_LEFT:g} {a:.1f}C{middle:g} {a:.1f} {middle:g} {c:.1f} {_RIGHT:g} {c:.1f}"
        f"V{d:.1f}C{middle:g} {d:.1f} {middle:g} {b:.1f} {_LEFT:g} {b:.1f}Z"
    )


def _line(
    link: SectionLink, old: Index, new: Index, targets: dict[str, str]
) -> tuple[str, str, str, str]:
    target = targets.get(f"n-{link.new[0]}", "") if link.new else ""
    return (
        " + ".join(old.heading(s) for s in link.old),
        say("section_relation", link.relation.value),
        " + ".join(new.heading(s) for s in link.new),
        target,
    )


def _alone_lines(
    nodes: dict[str, MapNode], label: str, *, across_first: bool
) -> tuple[tuple[str, str, str, str], ...]:
    only = text("only", name="place", report=label)
    return tuple(
        (n.full, only, "", n.target) if across_first else ("", only, n.full, n.target)
        for n in nodes.values()
        if n.alone
    )
