"""Strategies for reports, and what must hold of any report and comparison."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable

from hypothesis import strategies as st

from rights_diff.model import (
    Comparison,
    Facet,
    QuantityRelation,
    Report,
    SectionRelation,
    Span,
    Status,
)
from rights_diff.pipeline import parse
from rights_diff.structure.typography import same_words

__all__ = [
    "chapter_pairs",
    "chapters",
    "check_comparison",
    "check_mirror",
    "check_report",
    "check_same",
    "headings",
    "report_pairs",
    "reports",
    "sentences",
]

HEADINGS = (
    "Background",
    "Death penalty",
    "Detention conditions",
    "Forced evictions",
    "Freedom of assembly",
    "Freedom of expression",
    "International scrutiny",
    "Labor rights",
    "Refugees and migrants",
    "Right to health",
    "Torture and other ill-treatment",
    "Women’s rights",
)
WHO = ("activists", "detainees", "farmers", "journalists", "lawyers", "prisoners", "students")
DONE = ("were arrested", "were released", "were beaten", "lost their jobs", "fled", "were tried")
WHERE = ("in the capital", "near the border", "in two districts", "at a police station", "abroad")
WHEN = ("during the year", "in March", "on 4 July", "by December", "before the vote")
QUALIFIERS = ("", "About ", "At least ", "More than ", "Up to ", "Some ")
STANDING = (
    "The government denied the charges.",
    "No official was held to account.",
    "The draft law remained before parliament.",
    "Conditions were said to be harsh.",
    "UN experts asked for access, which was refused.",
    "Mr. J. Dow said the figure was “too low”.",
    "Prices rose by 12 per cent.",
    "Courts handed down 3 death sentences.",
)


def headings() -> st.SearchStrategy[str]:
    """Headings such as country chapters have."""
    return st.sampled_from(HEADINGS)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One sentence, often with a figure, a qualifier and a date."""
    if draw(st.integers(0, 3)) == 0:
        return draw(st.sampled_from(STANDING))
    number = draw(st.integers(2, 250_000))
    qualifier = draw(st.sampled_from(QUALIFIERS))
    who, done = draw(st.sampled_from(WHO)), draw(st.sampled_from(DONE))
    where, when = draw(st.sampled_from(WHERE)), draw(st.sampled_from(WHEN))
    return f"{qualifier}{number:,} {who} {done} {where} {when}."


@st.composite
def _bodies(draw: st.DrawFn) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = draw(st.lists(headings(), min_size=1, max_size=4, unique=True))
    bodies = st.lists(sentences(), min_size=1, max_size=4).map(tuple)
    return tuple((name, draw(bodies)) for name in names)


def _write(bodies: Iterable[tuple[str, tuple[str, ...]]], edition: str) -> str:
    parts = [f"Amnesty International Report {edition}: Ruritania", "The year brought no relief."]
    for heading, lines in bodies:
        parts += [heading, " ".join(lines)]
    return "\n\n".join(parts) + "\n"


@st.composite
def chapters(draw: st.DrawFn, edition: str = "2019/20") -> str:
    """The text of a chapter: a title, an unheaded lead, sections of one to four sentences."""
    return _write(draw(_bodies()), edition)


@st.composite
def chapter_pairs(draw: st.DrawFn) -> tuple[str, str]:
    """Two chapters, the second edited from the first: kept, dropped, added, moved sentences."""
    bodies = draw(_bodies())
    later = []
    for heading, lines in bodies:
        kept = [line for line in lines if draw(st.integers(0, 4))]
        kept += draw(st.lists(sentences(), max_size=2))
        later.append((heading, tuple(draw(st.permutations(kept)) if draw(st.booleans()) else kept)))
    later = [(h, lines) for h, lines in later if lines] or [("Background", ("Little changed.",))]
    return _write(bodies, "2019/20"), _write(later, "2020/21")


def reports() -> st.SearchStrategy[Report]:
    """Reports as `rights_diff.parse` makes them of `chapters()`."""
    return chapters().map(parse)


def report_pairs() -> st.SearchStrategy[tuple[Report, Report]]:
    """Pairs of reports, the second edited from the first."""
    return chapter_pairs().map(lambda pair: (parse(pair[0]), parse(pair[1])))


def check_report(report: Report) -> None:
    """Law 1: spans nest or are disjoint, and every non-space character has its place.

    Raises:
        AssertionError: naming what breaks the law.
    """
    places = _places(report)
    for span in places:
        assert 0 <= span.start <= span.end <= len(report.text), f"{span} is outside the text"
    covered = bytearray(len(report.text))
    for span in places:
        covered[span.start : span.end] = b"\1" * span.length
    for i, character in enumerate(report.text):
        assert covered[i] or character.isspace(), f"{character!r} at {i} has no place"
    sections = {s.id: s for s in report.sections}
    for sentence in report.sentences:
        assert sections[sentence.section].span.contains(sentence.span), f"{sentence} is astray"
    _check_disjoint([s.span for s in report.sentences], "sentences")
    _check_disjoint([s.span for s in report.sections if s.span.length], "sections")
    _check_nesting(places)


def _places(report: Report) -> list[Span]:
    places = [s.span for s in report.sections if s.span.length]
    places += [s.heading_span for s in report.sections if s.heading_span]
    places += [fact.span for fact in report.facts]
    places += [note.span for note in report.footnotes]
    places += [furniture.span for furniture in report.furniture]
    if report.metadata.title_span:
        places.append(report.metadata.title_span)
    return places


def _check_disjoint(spans: list[Span], what: str) -> None:
    for a, b in itertools.pairwise(spans):
        assert a.end <= b.start, f"{what} overlap or are out of order: {a}, {b}"


def _check_nesting(spans: list[Span]) -> None:
    open_ends: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        while open_ends and open_ends[-1].end <= span.start:
            open_ends.pop()
        if open_ends:
            assert open_ends[-1].end >= span.end, f"{span} crosses {open_ends[-1]}"
        open_ends.append(span)


def check_comparison(comparison: Comparison) -> None:
    """Law 2: each sentence stands in exactly one row, and links name what is there.

    What a row calls unchanged has the same words on both sides.

    Raises:
        AssertionError: naming what breaks the law.
    """
    for side, report in (("old", comparison.old), ("new", comparison.new)):
        counts = Counter(i for row in comparison.ledger for i in getattr(row, side))
        assert set(counts) == {s.id for s in report.sentences}, f"{side}: not every sentence"
        assert all(n == 1 for n in counts.values()), f"{side}: a sentence stands in two rows"
        sections, figures = {s.id for s in report.sections}, {q.id for q in report.quantities}
        for section_link in comparison.section_links:
            assert set(getattr(section_link, side)) <= sections
        for quantity_link in comparison.quantity_links:
            assert getattr(quantity_link, side) in figures
    rows = {row.id for row in comparison.ledger}
    assert len(rows) == len(comparison.ledger), "two rows have one id"
    for quantity_link in comparison.quantity_links:
        assert quantity_link.row is None or quantity_link.row in rows
    for row in comparison.ledger:
        _check_row_sides(row.status, bool(row.old), bool(row.new))
        if row.status is Status.UNCHANGED:
            old, new = comparison.change(row.id).old, comparison.change(row.id).new
            same = same_words(" ".join(old), " ".join(new))
            assert same, f"{row.id} is unchanged, but reads {old} and {new}"


def _check_row_sides(status: Status, has_old: bool, has_new: bool) -> None:
    assert has_old or has_new, "a row holds no sentence"
    if not has_new:
        assert status is Status.DROPPED
    elif not has_old:
        assert status is Status.ADDED
    else:
        assert status in {Status.UNCHANGED, Status.REWORDED, Status.REVISED}


def check_same(comparison: Comparison) -> None:
    """Law 3, first half: a report compared with itself is unchanged throughout.

    Raises:
        AssertionError: naming what breaks the law.
    """
    for row in comparison.ledger:
        assert row.status is Status.UNCHANGED, f"{row.id} is {row.status}"
        assert row.old == row.new, f"{row.id} pairs {row.old} with {row.new}"
        assert set(row.facets) <= {Facet.NUMBER_AGREES}, f"{row.id} has {row.facets}"
    for link in comparison.quantity_links:
        assert link.relation is QuantityRelation.EQUAL, f"{link}"
        assert link.old == link.new, f"{link}"
    for section_link in comparison.section_links:
        assert section_link.relation is SectionRelation.SAME, f"{section_link}"


_MIRROR: dict[str, str] = {
    "dropped": "added",
    "strengthened": "softened",
    "split": "merged",
    "increased": "decreased",
    "widened": "narrowed",
}
_MIRROR |= {new: old for old, new in _MIRROR.items()}


def _mirrored(word: str) -> str:
    return _MIRROR.get(word, word)


def check_mirror(forth: Comparison, back: Comparison) -> None:
    """Law 3, second half: swapping the reports mirrors every row and link.

    Args:
        forth, back: comparisons of the same two reports, each the other way round.
    Raises:
        AssertionError: with the rows that have no mirror.
    """
    rows = Counter(
        (r.old, r.new, r.status.value, frozenset(f.value for f in r.facets)) for r in forth.ledger
    )
    mirrored = Counter(
        (r.new, r.old, _mirrored(r.status.value), frozenset(_mirrored(f.value) for f in r.facets))
        for r in back.ledger
    )
    assert rows == mirrored, f"no mirror for {list((rows - mirrored) + (mirrored - rows))[:4]}"
    links = Counter((q.old, q.new, q.relation.value) for q in forth.quantity_links)
    reversed_links = Counter(
        (q.new, q.old, _mirrored(q.relation.value)) for q in back.quantity_links
    )
    assert links == reversed_links, f"no mirror for {list(links - reversed_links)[:4]}"
    sections = Counter((s.old, s.new, s.relation.value) for s in forth.section_links)
    reversed_sections = Counter(
        (s.new, s.old, _mirrored(s.relation.value)) for s in back.section_links
    )
    assert sections == reversed_sections, f"no mirror for {list(sections - reversed_sections)[:4]}"
