"""The figures table: what is counted, before and after, and what stands in the way of comparing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rights_diff.extraction.grammar.plurals import plural
from rights_diff.model import (
    Comparison,
    LedgerRow,
    Quantity,
    QuantityKind,
    QuantityLink,
    QuantityRelation,
)
from rights_diff.rendering.strings import say
from rights_diff.rendering.view.caveats import caveat_words
from rights_diff.rendering.view.decided import mark_lines
from rights_diff.rendering.view.plain import clip, shown_line, signed
from rights_diff.rendering.view.records import Figure
from rights_diff.rendering.view.sides import Index, is_across
from rights_diff.rendering.view.spelling import (
    AS_WRITTEN,
    COUNTED_SHOWN,
    difference,
    is_reckoned,
    spell,
    years,
)

__all__ = ["SAME", "figure_views", "link_figures"]

_QUOTE_SHOWN = 320  # characters of a sentence below the table
_EVENT_BEFORE, _EVENT_AFTER, _EVENT_LEAST = 5, 9, 2  # words of a clause around a figure
_HANGING = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to"}
_CLAUSE = re.compile(r"(?<!\d)[,:]|[,:](?!\d)|[;()]|\s[–—-]\s|—|\.\s")
_LEADING = re.compile(r"(?:(?:per\s?cent|percentage points?)(?: of)?|of)\s+", re.IGNORECASE)
# "Registered … in 2018" beside a figure for 2017: each figure bears its own year then.
_IN_YEAR = re.compile(r" (?:during|for|in) (?:19|20)\d\d$")
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
# Relations that are no change of a figure: the same number, or bounds with values in common.
SAME = frozenset({QuantityRelation.EQUAL, QuantityRelation.OVERLAPS, QuantityRelation.REQUALIFIED})
# Kinds that tell a reader something without a digit: "sixth", "two thirds", "twice a day".
_TELLING = {
    QuantityKind.ORDINAL,
    QuantityKind.FRACTION,
    QuantityKind.RATE,
    QuantityKind.FREQUENCY,
    QuantityKind.MULTIPLIER,
    QuantityKind.RANK,
}


def figure_views(
    comparison: Comparison, old: Index, new: Index
) -> tuple[tuple[Figure, ...], tuple[Figure, ...], tuple[Figure, ...]]:
    """Figures that changed, that agree, and that cannot be compared, in order of the text.

    A sum told again in another currency stands in brackets behind the sum it repeats.
    """
    groups: tuple[list[Figure], list[Figure], list[Figure]] = ([], [], [])
    found = list(link_figures(comparison, old, new))
    again = _conversions([link for link, _ in found], old, new)
    brackets = {again[link]: figure for link, figure in found if link in again}
    for link, figure in found:
        if link not in again and not _is_idle(link, figure, new):
            groups[_group(link.relation)].append(
                _with_conversion(figure, brackets.get(figure.link))
            )
    return tuple(groups[0]), tuple(groups[1]), tuple(groups[2])


def _conversions(
    links: Sequence[QuantityLink], old: Index, new: Index
) -> dict[QuantityLink, tuple[str, str]]:
    """Links of sums told again in another currency, each with the ids of the link it repeats."""
    told = {(k.old, k.new) for k in links if k.relation is not QuantityRelation.INCOMPARABLE}
    firsts = {
        k: (old.quantities[k.old].converts or "", new.quantities[k.new].converts or "")
        for k in links
        if not k.review
    }
    return {link: first for link, first in firsts.items() if first in told}


def _with_conversion(figure: Figure, again: Figure | None) -> Figure:
    if again is None:
        return figure
    # no year here: it stands behind the figure already
    return replace(figure, old=f"{figure.old} ({again.old})", new=f"{figure.new} ({again.new})")


def _is_idle(link: QuantityLink, figure: Figure, new: Index) -> bool:
    """Whether an agreeing figure says no number: "some cases", "for life", twice.

    What a reader decided about is shown all the same.
    """
    if link.review:
        return False
    if link.relation is not QuantityRelation.EQUAL or new.quantities[link.new].kind in _TELLING:
        return False
    return not any(c.isdigit() for c in figure.old + figure.new)


def link_figures(
    comparison: Comparison, old: Index, new: Index
) -> Iterator[tuple[QuantityLink, Figure]]:
    """Each link with its line of the figures table, in order of the newer text."""
    rows = {row.id: row for row in comparison.ledger}
    across = is_across(comparison)
    for link in sorted(comparison.quantity_links, key=lambda k: _place(k, new)):
        before, after = old.quantities.get(link.old), new.quantities.get(link.new)
        if before is not None and after is not None:
            figure = _figure(link=link, before=before, after=after, old=old, new=new, rows=rows)
            told = caveat_words(link, before, after, across=across)
            caveat = "; ".join(filter(None, (told, *mark_lines(link.review))))
            yield link, replace(figure, caveat=caveat, link=(link.old, link.new))


def _place(link: QuantityLink, new: Index) -> tuple[int, str, str]:
    quantity = new.quantities.get(link.new)
    return (quantity.span.start if quantity else 0, link.old, link.new)


def _group(relation: QuantityRelation) -> int:
    if relation is QuantityRelation.INCOMPARABLE:
        return 2
    return 1 if relation in SAME else 0


def _figure(
    *,
    link: QuantityLink,
    before: Quantity,
    after: Quantity,
    old: Index,
    new: Index,
    rows: dict[str, LedgerRow],
) -> Figure:
    texts = old.report.text, new.report.text
    counted = _what(before, after, *texts)
    spelled = spell(before, texts[0]), spell(after, texts[1])
    told = years(before, after, old.report, new.report)
    ours = is_reckoned(before, texts[0]) or is_reckoned(after, texts[1])
    event = max(_event(after, new), _undated(_event(before, old)), key=_told_after)
    return Figure(
        counted=counted or say("kind", after.kind.value),
        noun="" if _is_said(counted, spelled) else counted,
        event=_IN_YEAR.sub("", event) if any(told) else event,
        place=_heading(after, new) or _heading(before, old),
        old=spelled[0],
        new=spelled[1],
        old_year=told[0],
        new_year=told[1],
        absolute=difference(link.absolute, after) if link.absolute and not ours else "",
        percent=f"{signed(round(link.percent, 1))}%" if link.percent and not ours else "",
        relation=link.relation.value,
        caveat="",
        row=link.row if link.row in rows else _row_of(after, rows),
        old_quote=_quote(before, old),
        new_quote=_quote(after, new),
        sort_absolute=link.absolute or 0.0,
        sort_old=_magnitude(before),
        sort_new=_magnitude(after),
        unsure=link.unsure or (link.row in rows and rows[link.row].is_unsure),
    )


def _is_said(counted: str, figures: tuple[str, str]) -> bool:
    """Whether one of the figures, as spelled, has what is counted in it: "Dozens of people"."""
    return any(counted.lower() in figure.lower() for figure in figures)


def _what(before: Quantity, after: Quantity, old_text: str, new_text: str) -> str:
    """What both figures count, in the plural where one of them says it so."""
    words = [_counted(after, new_text), _counted(before, old_text)]
    if after.value == 1 and words[1]:
        words.reverse()
    return words[0] or words[1]


def _counted(quantity: Quantity, text: str) -> str:
    """What is counted: the words after the number, else the noun, else the kind of figure."""
    if quantity.kind in AS_WRITTEN:
        said = (quantity.counted or "").lower() in quantity.span.of(text).lower()
        return "" if said else _noun(quantity)
    tail = shown_line(text[quantity.core.end : quantity.span.end]).strip(" .,;:%")
    tail = _LEADING.sub("", tail)
    if tail.startswith("-"):  # "14-year-old": no noun of its own
        return ""
    if quantity.kind is QuantityKind.MONEY and " " not in tail:  # "forints": said by the unit
        return ""
    if len(tail) > 1 and quantity.unit != tail.rstrip("s"):
        return clip(tail, COUNTED_SHOWN)
    return _noun(quantity)


def _noun(quantity: Quantity) -> str:
    """The head noun counted, unless it is but the unit."""
    noun = quantity.counted or ""
    return "" if noun == quantity.unit else plural(noun)


def _told_after(event: str) -> int:
    """How much an event tells: words after the figure count, those before lead up to it."""
    return len(event.partition("…")[2].split())


def _undated(event: str) -> str:
    """The older report's clause may speak for both figures where it names no year or number."""
    return "" if any(c.isdigit() for c in event) else event


def _event(quantity: Quantity, index: Index) -> str:
    """The clause a figure stands in, the figure left out: what happened to what is counted."""
    sentence = index.sentences.get(quantity.sentence or "")
    if sentence is None or quantity.kind in AS_WRITTEN:
        return ""
    text, span = index.report.text, quantity.span
    before = _CLAUSE.split(text[sentence.span.start : span.start])[-1].split()[-_EVENT_BEFORE:]
    tail = _BRACKETS.sub(" ", text[span.end : sentence.span.end])
    after = _CLAUSE.split(tail)[0].split()[:_EVENT_AFTER]
    while after and after[-1].lower() in _HANGING:
        after.pop()
    if len(before) + len(after) < _EVENT_LEAST:
        return ""
    if before and before[0].lower() in _HANGING:
        before = before[1:]
    said = shown_line(" ".join([*before, "…", *after])).rstrip(" .,;:")
    return "" if said == "…" else said


def _heading(quantity: Quantity, index: Index) -> str:
    sentence = index.sentences.get(quantity.sentence or "")
    return index.heading(sentence.section) if sentence else ""


def _quote(quantity: Quantity, index: Index) -> str:
    if quantity.sentence not in index.sentences:
        return ""
    return clip(shown_line(index.quote(quantity.sentence)), _QUOTE_SHOWN)


def _row_of(quantity: Quantity, rows: dict[str, LedgerRow]) -> str:
    for row in rows.values():
        if quantity.sentence in row.new:
            return row.id
    return ""


def _magnitude(quantity: Quantity) -> float:
    """What a figure is sorted by: its value, else a bound."""
    known = (quantity.value, quantity.low, quantity.high)
    return next((v for v in known if v is not None), 0.0)
