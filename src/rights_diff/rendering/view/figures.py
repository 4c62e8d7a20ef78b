"""The figures table: what is counted, before and after, and what stands in the way of comparing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rights_diff.extraction.grammar.plurals import plural
from rights_diff.model import (
    Comparison,
    LedgerRow,
    Qualifier,
    Quantity,
    QuantityKind,
    QuantityLink,
    QuantityRelation,
)
from rights_diff.rendering.strings import say
from rights_diff.rendering.view.caveats import caveat_words
from rights_diff.rendering.view.decided import mark_lines
from rights_diff.rendering.view.plain import clip, number, shown_line, signed
from rights_diff.rendering.view.records import Figure
from rights_diff.rendering.view.sides import Index, is_across

__all__ = ["figure_views", "link_figures", "spell"]

_QUOTE_SHOWN = 320  # characters of a sentence below the table
_COUNTED_SHOWN = 70
_EVENT_BEFORE, _EVENT_AFTER, _EVENT_LEAST = 5, 9, 2  # words of a clause around a figure
_HANGING = {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to"}
_CLAUSE = re.compile(r"(?<!\d)[,:]|[,:](?!\d)|[;()]|\s[–—-]\s|—|\.\s")
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_WORDS = {
    Qualifier.ABOUT: "about ",
    Qualifier.ALMOST: "almost ",
    Qualifier.UP_TO: "up to ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.LESS_THAN: "less than ",
}
_AGREEING = {QuantityRelation.EQUAL, QuantityRelation.OVERLAPS}
# Kinds whose number means little without its words: the text speaks for itself.
_AS_WRITTEN = {
    QuantityKind.ORDINAL,
    QuantityKind.FRACTION,
    QuantityKind.RATE,
    QuantityKind.FREQUENCY,
    QuantityKind.MULTIPLIER,
    QuantityKind.RANK,
    QuantityKind.ZERO,
    QuantityKind.TREND,
    QuantityKind.VAGUE_COUNT,
    QuantityKind.VAGUE_MAGNITUDE,
    QuantityKind.VAGUE_PROPORTION,
    QuantityKind.VAGUE_DURATION,
}
# Kinds that tell a reader something without a digit: "sixth", "two thirds", "twice a day".
_TELLING = {
    QuantityKind.ORDINAL,
    QuantityKind.FRACTION,
    QuantityKind.RATE,
    QuantityKind.FREQUENCY,
    QuantityKind.MULTIPLIER,
    QuantityKind.RANK,
}
_MONEY = {"USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_PLURAL_UNITS = {"year", "month", "week", "day", "hour", "minute", "kilometre", "metre", "hectare"}


def spell(quantity: Quantity, text: str) -> str:
    """A figure in words of the house: bounds as words, separators, its unit.

    What has no plain value is given as the text has it.
    """
    bounds = _bounds(quantity)
    if quantity.kind in _AS_WRITTEN or quantity.qualifier is Qualifier.VAGUE or not bounds:
        return clip(shown_line(quantity.span.of(text)), _COUNTED_SHOWN)
    return bounds


def _bounds(q: Quantity) -> str:
    if q.value is not None:
        return _WORDS.get(q.qualifier, "") + _with_unit(q.value, q.unit)
    if q.low is not None and q.high is not None:
        if q.low == q.high:
            return _with_unit(q.low, q.unit)
        return f"between {number(q.low)} and {_with_unit(q.high, q.unit)}"
    if q.high is not None:
        word = "less than " if q.qualifier is Qualifier.LESS_THAN else "up to "
        return word + _with_unit(q.high, q.unit)
    if q.low is not None:
        word = "more than " if q.qualifier is Qualifier.MORE_THAN else "at least "
        return word + _with_unit(q.low, q.unit)
    return ""


def _with_unit(value: float, unit: str | None) -> str:
    text = number(value)
    if not unit or unit in ("person", "people", "count"):
        return text
    if unit == "percent":
        return f"{text}%"
    if unit in _MONEY:
        return _MONEY[unit] + text
    return f"{text} {unit}s" if unit in _PLURAL_UNITS and value != 1 else f"{text} {unit}"


def figure_views(
    comparison: Comparison, old: Index, new: Index
) -> tuple[tuple[Figure, ...], tuple[Figure, ...], tuple[Figure, ...]]:
    """Figures that changed, that agree, and that cannot be compared, in order of the text."""
    groups: tuple[list[Figure], list[Figure], list[Figure]] = ([], [], [])
    for link, figure in link_figures(comparison, old, new):
        if not _is_idle(link, figure, new):
            groups[_group(link.relation)].append(figure)
    return tuple(groups[0]), tuple(groups[1]), tuple(groups[2])


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
    return 1 if relation in _AGREEING else 0


def _figure(
    *,
    link: QuantityLink,
    before: Quantity,
    after: Quantity,
    old: Index,
    new: Index,
    rows: dict[str, LedgerRow],
) -> Figure:
    return Figure(
        counted=_what(before, after, old.report.text, new.report.text),
        event=max(_event(after, new), _undated(_event(before, old)), key=_told_after),
        place=_heading(after, new) or _heading(before, old),
        old=spell(before, old.report.text),
        new=spell(after, new.report.text),
        absolute=_difference(link.absolute, after) if link.absolute else "",
        percent=f"{signed(round(link.percent, 1))}%" if link.percent else "",
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


def _difference(absolute: float, quantity: Quantity) -> str:
    points = " points" if quantity.unit == "percent" else ""
    return signed(absolute) + points


def _what(before: Quantity, after: Quantity, old_text: str, new_text: str) -> str:
    """What both figures count, in the plural where one of them says it so."""
    words = [_counted(after, new_text), _counted(before, old_text)]
    if after.value == 1 and words[1]:
        words.reverse()
    return words[0] or words[1] or say("kind", after.kind.value)


def _counted(quantity: Quantity, text: str) -> str:
    """What is counted: the words after the number, else the noun, else the kind of figure."""
    if quantity.kind in _AS_WRITTEN:
        said = (quantity.counted or "").lower() in quantity.span.of(text).lower()
        return "" if said else _noun(quantity)
    tail = shown_line(text[quantity.core.end : quantity.span.end]).strip(" .,;:%")
    if tail.startswith("of "):
        tail = tail[3:]
    if tail.startswith("-"):  # "14-year-old": no noun of its own
        return ""
    if len(tail) > 1 and quantity.unit != tail.rstrip("s"):
        return clip(tail, _COUNTED_SHOWN)
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
    if sentence is None or quantity.kind in _AS_WRITTEN:
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
    return shown_line(" ".join([*before, "…", *after])).rstrip(" .,;:")


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
