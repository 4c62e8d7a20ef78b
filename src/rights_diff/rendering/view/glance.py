"""What a tired reader needs in ten seconds: counts, and one sentence each for what matters most."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import log

from rights_diff.model import Facet, LedgerRow, Status
from rights_diff.rendering.strings import many, text
from rights_diff.rendering.view.pieces import joined
from rights_diff.rendering.view.plain import clip, shown_line
from rights_diff.rendering.view.records import Figure, Glance, Highlight
from rights_diff.rendering.view.rows import UNSURE, Rows
from rights_diff.rendering.view.sides import Index

__all__ = ["glance_views", "highlight_views", "quiet_views"]

_YEARLY = ("number_changed", "contradicted", "strengthened", "softened", "dropped", "added")
_ACROSS = ("paired", "number_agrees", "number_changed", "contradicted", "dropped", "added")
_PAIRED = ("unchanged", "reworded", "revised")
_SENTENCE_SHOWN = 190  # characters: two lines of the page
_AROUND = 45  # characters of the older sentence on either side of words that are gone
_FIGURES_SHOWN = 3
_EACH_SHOWN = 2
_TOO_NEAR = 0.9  # probability of a near miss: half of those make the same claim
_LONG = 25  # words; a longer sentence says no more for that
_BACKDROP = {"background_context", "overview"}
_GRAVE = {
    "crimes_against_humanity_accountability",
    "death_penalty_executions",
    "enforced_disappearance_abduction",
    "security_forces_killings",
    "torture_ill_treatment",
}
_LEANING = re.compile(
    r"(?:He|She|It|They|This|These|Those|Such|Both|All|Most|Many|Some|Others?|One|Two|His|Her|Their)"
    r" (?!(?:of )?[A-Z])|(?:However|But|Nevertheless|Instead|Also|In addition|As a result)\b"
)
_REBUTTAL = re.compile(r"(?:However|But|Nevertheless|Yet|Despite this|In fact|In reality)\b")


def glance_views(
    rows: Rows, figures: Sequence[Figure], agreeing: Sequence[Figure]
) -> tuple[Glance, ...]:
    """Counts at the top: figures as the table lists them, else rows by what became of them."""
    lines = {"number_changed": figures, "number_agrees": agreeing}
    found: dict[str, list[str]] = {code: [] for code in (_ACROSS if rows.across else _YEARLY)}
    found[UNSURE] = []
    for row in rows.comparison.ledger:
        paired = ("paired",) if row.old and row.new else ()
        for code in (UNSURE,) if row.is_unsure else (*rows.codes(row), *paired):
            if code in found:
                found[code].append(row.id)
    told = {code: ids for code, ids in found.items() if ids or code != UNSURE}
    return tuple(_glance(rows, code, ids, lines.get(code)) for code, ids in told.items())


def _glance(rows: Rows, code: str, ids: Sequence[str], lines: Sequence[Figure] | None) -> Glance:
    if lines is not None:
        return _figures_counted(rows, code, lines)
    filters = _PAIRED if code == "paired" else (code,)
    target = ids[0] if ids else ""
    label = _label(rows, code, len(ids))
    if code == "paired":
        label = _with_doubtful(label, sum(row.is_unsure for row in rows.comparison.ledger))
    return Glance(code, len(ids), label, target, filters, sure=code != UNSURE)


def _with_doubtful(label: str, count: int) -> str:
    return many("glance", "unsure_more", count, label=label) if count else label


def _figures_counted(rows: Rows, code: str, lines: Sequence[Figure]) -> Glance:
    """Sure lines are counted; how many more are unsure is said beside them."""
    sure = sum(not line.unsure for line in lines)
    label = _with_doubtful(_label(rows, code, sure), len(lines) - sure)
    homes = sum(code in rows.codes(row) for row in rows.comparison.ledger)
    within = homes if homes != len(lines) else 0
    return Glance(code, sure, label, "figures" if lines else "", (), within)


def quiet_views(rows: Rows) -> tuple[Glance, ...]:
    """Pairs that are told in other words, counted for a summary that does not show them."""
    if rows.across:
        return ()
    sure = [row for row in rows.comparison.ledger if not row.is_unsure]
    found = [(s, [r.id for r in sure if r.status is s]) for s in (Status.REVISED, Status.REWORDED)]
    return tuple(_glance(rows, status.value, ids, None) for status, ids in found if ids)


def _label(rows: Rows, code: str, count: int) -> str:
    name = "glance_across" if rows.across else "glance"
    return many(name, code, count, old=rows.old.named, new=rows.new.named)


def highlight_views(
    rows: Rows, figures: Sequence[Figure], agreeing: Sequence[Figure]
) -> tuple[Highlight, ...]:
    """One sentence each for the most important, weightiest kind first."""
    by_facet = [_figure(rows, f, "number_changed") for f in _telling(figures)]
    if rows.across:
        told = [
            f
            for f in agreeing
            if f.row and not f.unsure and any(c.isdigit() for c in f.old + f.new)
        ]
        by_facet += [_figure(rows, f, "number_agrees") for f in told[:_EACH_SHOWN]]
    for facet in (Facet.CONTRADICTED, Facet.STATUS_CHANGED, Facet.STRENGTHENED, Facet.SOFTENED):
        told_rows = _best(rows, _has(facet), _facet_weight)
        by_facet += _cut([_faceted(rows, r, facet) for r in told_rows], _count(rows, _has(facet)))
    for status in (Status.DROPPED, Status.ADDED):
        alone = _best(rows, _alone_with(rows, status), lambda r: _weight(rows, r))
        of_status = sum(row.status is status for row in rows.comparison.ledger)
        by_facet += _cut([_alone(rows, row) for row in alone], of_status)
    return tuple(by_facet)


def _count(rows: Rows, wanted: Callable[[LedgerRow], bool]) -> int:
    return sum(map(wanted, rows.comparison.ledger))


def _cut(told: list[Highlight], count: int) -> list[Highlight]:
    """The last of them says how many of its kind are not told."""
    return [*told[:-1], replace(told[-1], more=count - len(told))] if told else []


def _has(facet: Facet) -> Callable[[LedgerRow], bool]:
    return lambda row: facet in row.facets and bool(row.new) and not row.is_unsure


def _alone_with(rows: Rows, status: Status) -> Callable[[LedgerRow], bool]:
    """No headline of what only one says: a claim that may well stand in both.

    The other report has its figure too, tells it elsewhere, or came near it in a paired row.
    """
    return lambda row: (
        row.status is status
        and not (
            row.told_in
            or rows.is_compared(row)
            or max((c.score for c in row.candidates), default=0) >= _TOO_NEAR
        )
    )


def _telling(figures: Sequence[Figure]) -> list[Figure]:
    """Changed figures a reader would quote first: real differences, largest ratio first."""
    moved = [f for f in figures if f.row and f.old != f.new and not f.unsure]
    order = {id(f): n for n, f in enumerate(moved)}
    return sorted(moved, key=lambda f: (-_size(f), order[id(f)]))[:_FIGURES_SHOWN]


def _size(figure: Figure) -> float:
    direct = 1.0 if figure.relation in ("increased", "decreased") else 0.0
    caveat = 0.5 if figure.caveat else 0.0
    return direct - caveat + log(1 + abs(figure.sort_absolute)) / 20


def _figure(rows: Rows, figure: Figure, code: str) -> Highlight:
    label = rows.say("facet", code)
    told = bool(figure.noun or figure.event)
    return Highlight(
        code=code,
        label=label,
        row=figure.row,
        old=figure.told[0],
        new=figure.told[1],
        text=_told(figure) if told else clip(figure.new_quote, _SENTENCE_SHOWN),
        place=figure.place,
        quoted=not told,
    )


def _told(figure: Figure) -> str:
    """What is counted, what happened to it, and what stands in the way of comparing."""
    event = f"“{figure.event}”" if figure.event else ""
    return "; ".join(x for x in (" ".join(filter(None, (figure.noun, event))), figure.caveat) if x)


def _best(
    rows: Rows, wanted: Callable[[LedgerRow], bool], weight: Callable[[LedgerRow], float]
) -> list[LedgerRow]:
    found = [row for row in rows.comparison.ledger if wanted(row)]
    order = {row.id: n for n, row in enumerate(found)}
    best = sorted(found, key=lambda r: (-weight(r), order[r.id]))[:_EACH_SHOWN]
    return sorted(best, key=lambda r: order[r.id])


def _facet_weight(row: LedgerRow) -> float:
    """Sure pairs whose facet shows its words come first."""
    return row.score + (0.5 if any(s.old_words or s.new_words for s in row.signals) else 0.0)


def _weight(rows: Rows, row: LedgerRow) -> float:
    """How much a one-sided claim tells: figures, length, no near miss, a right and no backdrop."""
    index, ids = (rows.old, row.old) if row.old else (rows.new, row.new)
    words = sum(index.quote(s).count(" ") + 1 for s in ids)
    figures = _figures_in(rows, ids, old=bool(row.old))
    near = max((c.score for c in row.candidates), default=0.0)
    backdrop = 1.0 if set(row.topics) & _BACKDROP else 0.0
    grave = 0.4 if set(row.topics) & _GRAVE else 0.0
    hanging = 1.0 if _hangs(index, ids) else 0.0
    return min(words, _LONG) / _LONG + min(figures, 2) / 3 + grave - near - backdrop - hanging


def _hangs(index: Index, ids: Sequence[str]) -> bool:
    """Whether a claim can't be quoted alone: it leans on the one before, or the next rebuts it."""
    if _LEANING.match(index.quote(ids[0]).lstrip("• ")):
        return True
    after = index.order[ids[-1]] + 1
    sentences = index.report.sentences
    if after >= len(sentences) or sentences[after].section != index.sentences[ids[-1]].section:
        return False
    return bool(_REBUTTAL.match(sentences[after].span.of(index.report.text)))


def _figures_in(rows: Rows, ids: Iterable[str], *, old: bool) -> int:
    counts = rows.old_figures if old else rows.new_figures
    return sum(counts.get(s, 0) for s in ids)


def _faceted(rows: Rows, row: LedgerRow, facet: Facet) -> Highlight:
    old, new = rows.basis(row, facet)
    told = clip(shown_line(joined(rows.new, row.new)), _SENTENCE_SHOWN)
    before = _before(rows, row, old) if old and not new else ""
    label = rows.say("facet", facet.value)
    place = _place(rows.new, row.new)
    return Highlight(facet.value, label, row.id, old, new, told, place, before=before)


def _before(rows: Rows, row: LedgerRow, words: str) -> str:
    """The older report's sentence around words that are gone, named as its own."""
    sentence = shown_line(joined(rows.old, row.old))
    at = max(0, sentence.lower().find(words.lower()))
    start = sentence.rfind(" ", 0, max(0, at - _AROUND)) + 1 if at > _AROUND else 0
    lead = "… " if start else ""
    shown = clip(lead + sentence[start:], 2 * _AROUND + len(words))
    return text("before", name="place", report=rows.old.label, words=shown)


def _alone(rows: Rows, row: LedgerRow) -> Highlight:
    index, ids = (rows.old, row.old) if row.old else (rows.new, row.new)
    text = clip(shown_line(joined(index, ids)), _SENTENCE_SHOWN)
    return Highlight(
        row.status.value, rows.label(row.status), row.id, "", "", text, _place(index, ids)
    )


def _place(index: Index, ids: Sequence[str]) -> str:
    return index.heading(index.sentences[ids[0]].section)
