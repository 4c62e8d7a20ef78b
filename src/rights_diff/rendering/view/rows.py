"""Ledger rows as a reader meets them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rights_diff.model import (
    Comparison,
    Facet,
    LedgerRow,
    Report,
    Signal,
    Span,
    Status,
)
from rights_diff.rendering.strings import say as _say
from rights_diff.rendering.strings import text
from rights_diff.rendering.view.addresses import quote_address
from rights_diff.rendering.view.decided import mark_lines
from rights_diff.rendering.view.pieces import joined, quote_pieces, whole
from rights_diff.rendering.view.plain import clip, quoted, shown_line
from rights_diff.rendering.view.records import Candidate, Piece, Row, Tag
from rights_diff.rendering.view.sides import Index, is_across, safe_url
from rights_diff.rendering.view.told import Told, figures_by_row

__all__ = ["REVIEWED", "TOLD_ELSEWHERE", "UNSURE", "Rows", "is_across", "page_words"]

UNSURE = "unsure"
REVIEWED = "reviewed"
TOLD_ELSEWHERE = "told_elsewhere"

_SECOND_SHOWN = 120  # characters of a sentence that came second
_SIGNAL_SHOWN = 60  # characters of the words a facet rests on
_SIGNALS_SHOWN = 2  # of one facet, beside a row
_SNIPPET = 110  # characters of a near miss
_CANDIDATES_SHOWN = 2
_CANDIDATE_FLOOR = 0.2  # near misses weaker than this lead a reader astray


class Rows:
    """Makes row views of one comparison; holds its look-ups."""

    def __init__(self, comparison: Comparison, old: Index, new: Index) -> None:
        self.comparison = comparison
        self.old, self.new = old, new
        self.across = is_across(comparison)
        self.sides = (old.label, new.label) if self.across else None
        self._addresses = [safe_url(i.report.metadata.source.url) for i in (old, new)]
        self._row_of_old = {s: row.id for row in comparison.ledger for s in row.old}
        self._row_of_new = {s: row.id for row in comparison.ledger for s in row.new}
        paired = [row for row in comparison.ledger if row.old and row.new]
        self._paired_old = {s for row in paired for s in row.old}
        self._paired_new = {s for row in paired for s in row.new}
        self._figures, self._figures_apart = figures_by_row(comparison, old, new)
        self.old_figures = Counter(q.sentence for q in old.report.quantities if q.sentence)
        self.new_figures = Counter(q.sentence for q in new.report.quantities if q.sentence)

    def label(self, status: Status) -> str:
        """The status in words."""
        return self.say("status", status.value)

    def label_of(self, row: LedgerRow) -> str:
        """The status of a row in words; of a claim told elsewhere too, where that is."""
        return (
            text("told_in", name="why", row=row.told_in) if row.told_in else self.label(row.status)
        )

    def row(self, row: LedgerRow, old_home: Sequence[str]) -> Row:
        """One row, told apart from the section it is shown under.

        Args:
            row: the ledger row.
            old_home: old sections of the group it is shown in.
        """
        shape, old, new, retold = self._quotes(row)
        return Row(
            id=row.id,
            shape=shape,
            status=row.status.value,
            label=self.label_of(row),
            old=old,
            new=new,
            tags=(*(self._tag(row, facet) for facet in row.facets), *self._tags_apart(row)),
            codes=self.codes(row),
            topics=row.topics,
            old_place=_elsewhere(self.old, row.old, old_home),
            old_page=_page(self.old, row.old),
            new_page=_page(self.new, row.new),
            old_link=_address(self._addresses[0], self.old, row.old),
            new_link=_address(self._addresses[1], self.new, row.new),
            candidates=self._candidates(row),
            why=self._why(row),
            retold=retold,
            unsure=f"{row.score:.2f}" if row.is_unsure else "",
            decided=mark_lines(row.review, self._other_rows(row)),
        )

    def codes(self, row: LedgerRow) -> tuple[str, ...]:
        """What the filters know a row by: status, facets, and whether the pair is unsure.

        A claim that the other report tells elsewhere is neither gone nor new.
        """
        more = [UNSURE] if row.is_unsure else []
        more += [REVIEWED] if row.review else []
        facets = dict.fromkeys((*row.facets, *self._figures_apart.get(row.id, {})))
        status = TOLD_ELSEWHERE if row.told_in else row.status.value
        return (status, *(f.value for f in facets), *more)

    def _other_rows(self, row: LedgerRow) -> dict[str, str]:
        """Where the sentences of the other report stand; nowhere, for a row of both."""
        if row.old and row.new:
            return {}
        return self._row_of_new if row.old else self._row_of_old

    def is_compared(self, row: LedgerRow) -> bool:
        """Whether a figure of a row is linked to a figure in another row."""
        return row.id in self._figures_apart

    def _tags_apart(self, row: LedgerRow) -> list[Tag]:
        apart = self._figures_apart.get(row.id, {})
        return [self._tag_of(facet, t) for facet, t in apart.items() if facet not in row.facets]

    def _quotes(self, row: LedgerRow) -> tuple[str, tuple[Piece, ...], tuple[Piece, ...], bool]:
        if not row.new:
            return "old", whole(joined(self.old, row.old)), (), False
        if not row.old:
            return "new", (), whole(joined(self.new, row.new)), False
        if row.status is Status.UNCHANGED:
            before, after = joined(self.old, row.old), joined(self.new, row.new)
            if before.split() == after.split():
                return "same", (), whole(after), False
        old, new, retold = quote_pieces(self.old, self.new, row.old, row.new)
        return "pair", old, new, retold

    def _tag(self, row: LedgerRow, facet: Facet) -> Tag:
        told = self._figures.get(row.id, {}).get(facet)
        if told is not None:
            return self._tag_of(facet, told)
        old, new = self.basis(row, facet)
        return Tag(facet.value, self.say("facet", facet.value), old, new)

    def _tag_of(self, facet: Facet, told: Told) -> Tag:
        key = "number_overlaps" if told.maybe and facet is Facet.NUMBER_AGREES else facet.value
        return Tag(facet.value, self.say("facet", key), told.old, told.new, told.unsure)

    def basis(self, row: LedgerRow, facet: Facet) -> tuple[str, str]:
        """The words a facet rests on, old and new."""
        if facet in (Facet.NUMBER_CHANGED, Facet.NUMBER_AGREES) and row.id in self._figures:
            told = self._figures[row.id].get(facet)
            return (told.old, told.new) if told else ("", "")
        signals = [s for s in row.signals if s.facet is facet][:_SIGNALS_SHOWN]
        old, new = _words(s.old_words for s in signals), _words(s.new_words for s in signals)
        return ("", "") if old == new else (old, new)  # the same words tell nothing

    def _candidates(self, row: LedgerRow) -> tuple[Candidate, ...]:
        other, home = (self.new, self._row_of_new) if row.old else (self.old, self._row_of_old)
        found = []
        for near in row.candidates[:_CANDIDATES_SHOWN]:
            if near.sentence in home and near.score >= _CANDIDATE_FLOOR:
                words = clip(shown_line(other.quote(near.sentence)), _SNIPPET)
                found.append(Candidate(home[near.sentence], words, f"{near.score:.2f}"))
        return tuple(found)

    def _why(self, row: LedgerRow) -> tuple[str, ...]:
        """What the row rests on, for a reader who opens it."""
        lines = [self._signal(signal) for signal in row.signals]
        if row.old and row.new:
            return (*lines, self._paired(row), *self._second(row))
        other = self.new if row.old else self.old
        if row.told_in:
            return (*lines, text("elsewhere", name="why", report=other.named, row=row.told_in))
        best = max(row.candidates, key=lambda c: c.score, default=None)
        if best is None:
            return (*lines, text("lone", name="why", report=other.named))
        paired = self._paired_new if row.old else self._paired_old
        key = "taken" if best.sentence in paired else "apart"
        return (*lines, text(key, name="why", report=other.named, score=f"{best.score:.2f}"))

    def _paired(self, row: LedgerRow) -> str:
        if row.status is Status.UNCHANGED:
            before, after = joined(self.old, row.old), joined(self.new, row.new)
            same = before.split() == after.split()
            return text("same" if same else "same_typography", name="why")
        reasons = ", ".join(map(shown_line, row.reasons))
        said = text("pair", name="why", score=f"{row.score:.2f}")
        return f"{said}: {reasons}" if reasons else said

    def _second(self, row: LedgerRow) -> Iterator[str]:
        """What came second on either side, where the pair is not simply the same words."""
        if row.status is Status.UNCHANGED:
            return
        for side, second in ((self.old, row.runner_up.old), (self.new, row.runner_up.new)):
            if second is not None:
                words = quoted(clip(shown_line(side.quote(second.sentence)), _SECOND_SHOWN))
                score = f"{second.score:.2f}"
                yield text("second", name="why", words=words, score=score, report=side.named)

    def _signal(self, signal: Signal) -> str:
        words = (
            quoted(clip(shown_line(w), _SIGNAL_SHOWN)) if w else text("nothing", name="why")
            for w in (signal.old_words, signal.new_words)
        )
        return text(
            "signal",
            name="why",
            facet=self.say("facet", signal.facet.value),
            words=(" · " if self.across else " → ").join(words),
            rule=shown_line(signal.rule).replace("_", " "),
        )

    def say(self, name: str, key: str) -> str:
        """A word of the strings file, for this pair of reports."""
        return _say(name, key, old=self.old.named, new=self.new.named, across=self.across)


def _words(words: Iterable[str | None]) -> str:
    kept = [clip(shown_line(w), _SIGNAL_SHOWN) for w in words if w]
    return ", ".join(dict.fromkeys(kept))


def _page(index: Index, ids: Sequence[str]) -> str:
    """The page a side begins on."""
    return page_words(index.report, index.sentences[ids[0]].span) if ids else ""


def page_words(report: Report, span: Span) -> str:
    """The page a span begins on, in words: its printed number, else its place in the file."""
    page = report.page_of(span)
    if page is None:
        return ""
    if page.printed:
        return text("page", name="place", page=shown_line(page.printed))
    return text("file_page", name="place", page=page.number)


def _address(url: str, index: Index, ids: Sequence[str]) -> str:
    """The address of a side's words in its source; of the first ones where they stand apart."""
    if not url or not ids:
        return ""
    first, last = index.sentences[ids[0]].span, index.sentences[ids[-1]].span
    is_run = index.order[ids[-1]] - index.order[ids[0]] == len(ids) - 1
    return quote_address(url, index.report, Span(first.start, last.end) if is_run else first)


def _elsewhere(index: Index, ids: Sequence[str], home: Sequence[str]) -> str:
    """The heading where a side stands, if it is none of the group's own."""
    if not ids:
        return ""
    section = index.sentences[ids[0]].section
    return "" if section in home else index.heading(section)
