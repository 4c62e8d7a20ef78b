"""A comparison as everything its page shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

import rights_diff
from rights_diff.model import Comparison, ComparisonKind, Facet, Status
from rights_diff.rendering.strings import say, text
from rights_diff.rendering.view.aside import (
    attention_views,
    fact_views,
    footnote_views,
    set_aside,
)
from rights_diff.rendering.view.decided import review_data
from rights_diff.rendering.view.figures import figure_views
from rights_diff.rendering.view.glance import glance_views, highlight_views, quiet_views
from rights_diff.rendering.view.groups import group_views
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.records import Candidate, Group, Page, Row, Side
from rights_diff.rendering.view.rows import REVIEWED, TOLD_ELSEWHERE, UNSURE, Rows
from rights_diff.rendering.view.sectionmap import map_view
from rights_diff.rendering.view.sides import Index, index_of, is_across, side_view

__all__ = ["comparison_view", "topic_label"]

_UNSURE_SHOWN = 24

# Filters in the order of the rail: what changed first, what stayed last.
_FILTERS = (
    *(f.value for f in (Facet.NUMBER_CHANGED, Facet.CONTRADICTED, Facet.STATUS_CHANGED)),
    *(f.value for f in (Facet.STRENGTHENED, Facet.SOFTENED, Facet.ATTRIBUTION_CHANGED)),
    *(f.value for f in (Facet.DATE_CHANGED, Facet.MOVED, Facet.SPLIT, Facet.MERGED)),
    Status.DROPPED.value,
    Status.ADDED.value,
    TOLD_ELSEWHERE,
    Status.REVISED.value,
    Status.REWORDED.value,
    Facet.NUMBER_AGREES.value,
    Status.UNCHANGED.value,
    UNSURE,
    REVIEWED,
)


def comparison_view(comparison: Comparison) -> Page:
    """View records of a comparison: every decision made, nothing formatted as markup."""
    old, new = index_of(comparison)
    rows = Rows(comparison, old, new)
    groups = group_views(rows)
    changed, agreeing, refused = figure_views(comparison, old, new)
    before = side_view(old, comparison.summary.old_words or _words(comparison.old.text))
    after = side_view(new, comparison.summary.new_words or _words(comparison.new.text))
    country = after.country or before.country
    headline = _headline(comparison, old, new, after)
    return Page(
        title=_title(country, headline),
        country=country,
        headline=headline,
        across=rows.across,
        kind=comparison.kind.value,
        version=rights_diff.__version__,
        old=before,
        new=after,
        glance=glance_views(rows, changed, agreeing),
        quiet=quiet_views(rows),
        highlights=highlight_views(rows, changed, agreeing),
        figures=changed,
        agreeing=agreeing,
        refused=refused,
        map=map_view(comparison, old, new, _targets(comparison, groups)),
        groups=groups,
        facts=fact_views(comparison, rows.label),
        footnotes=footnote_views(comparison, old, new, rows.label),
        attention=attention_views(comparison, topic_label),
        aside_old=set_aside(comparison.old),
        aside_new=set_aside(comparison.new),
        unsure=_unsure(groups),
        alone=_alone(comparison),
        filters=_filters(rows),
        topics=_topics(comparison),
        warnings=tuple(
            shown_line(w)
            for w in (*comparison.warnings, *comparison.old.warnings, *comparison.new.warnings)
        ),
        review=review_data(comparison, groups, (changed, agreeing)),
    )


def _words(text: str) -> int:
    return len(text.split())


def _headline(comparison: Comparison, old: Index, new: Index, after: Side) -> str:
    if is_across(comparison):
        return text("across", name="headline", old=old.named, new=new.named)
    if comparison.kind is ComparisonKind.SAME_EDITION:
        edition = after.edition or text("one_report", name="headline")
        return text("copies", name="headline", edition=edition)
    return text("between", name="headline", old=old.named, new=new.named)


def _title(country: str, headline: str) -> str:
    subject = country or text("two_reports", name="headline")
    lower = f"{headline[:1].lower()}{headline[1:]}"
    return text("title", name="headline", country=subject, headline=lower)


def _alone(comparison: Comparison) -> tuple[int, int]:
    """How many sentences of either report have no counterpart."""
    return (
        sum(len(row.old) for row in comparison.ledger if not row.new and not row.told_in),
        sum(len(row.new) for row in comparison.ledger if not row.old and not row.told_in),
    )


def _targets(comparison: Comparison, groups: Sequence[Group]) -> dict[str, str]:
    """Which group shows a section, for links from the map."""
    shown_groups = {g.id for g in groups}
    targets = {group: group for group in shown_groups}
    for link in comparison.section_links:
        home = next((f"n-{s}" for s in link.new if f"n-{s}" in shown_groups), "")
        for section in link.old:
            targets.setdefault(f"o-{section}", home)
    return targets


def _unsure(groups: Iterable[Group]) -> tuple[tuple[Row, Candidate], ...]:
    found = [
        (row, row.candidates[0])
        for g in groups
        for row in g.rows()
        if row.candidates and TOLD_ELSEWHERE not in row.codes
    ]
    return tuple(sorted(found, key=lambda pair: pair[1].score, reverse=True)[:_UNSURE_SHOWN])


def _filters(rows: Rows) -> tuple[tuple[str, str, int], ...]:
    counts: Counter[str] = Counter()
    for row in rows.comparison.ledger:
        counts.update(rows.codes(row))
    return tuple(
        (code, _filter_label(rows, code), counts[code]) for code in _FILTERS if counts[code]
    )


def _filter_label(rows: Rows, code: str) -> str:
    name = "status" if code in set(Status) else "facet"
    key = "number_same" if code == Facet.NUMBER_AGREES else code
    return say(name, key, old=rows.old.named, new=rows.new.named, across=rows.across)


def _topics(comparison: Comparison) -> tuple[tuple[str, str, int], ...]:
    counts = Counter(t for row in comparison.ledger for t in row.topics)
    labelled = [(code, topic_label(code), n) for code, n in counts.items()]
    return tuple(sorted(labelled, key=lambda t: t[1]))


@cache
def _taxonomy() -> dict[str, str]:
    from rights_diff.extraction import topics

    listed = getattr(topics, "taxonomy", tuple)
    return {topic.code: topic.label for topic in listed()}


def topic_label(code: str) -> str:
    """A topic's name for people; an unknown code is said with spaces."""
    return _taxonomy().get(code) or code.replace("_", " ").capitalize()
