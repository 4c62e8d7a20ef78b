"""A figure in words of the house: its bounds, its unit, the year it is about."""

from __future__ import annotations

import re

from rights_diff.model import Qualifier, Quantity, QuantityKind, Report
from rights_diff.rendering.strings import text as words
from rights_diff.rendering.view.plain import clip, number, shown_line, signed

__all__ = ["AS_WRITTEN", "COUNTED_SHOWN", "dated", "difference", "is_reckoned", "spell", "years"]

_DECIMAL = re.compile(r"\d\s?[.,·]\s?\d")
COUNTED_SHOWN = 70  # characters of what is counted
_WORDS = {
    Qualifier.ABOUT: "about ",
    Qualifier.ALMOST: "almost ",
    Qualifier.UP_TO: "up to ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.LESS_THAN: "less than ",
}
# Kinds whose number means little without its words: the text speaks for itself.
AS_WRITTEN = {
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
_MONEY = {"USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_PLURAL_UNITS = {"year", "month", "week", "day", "hour", "minute", "kilometre", "metre", "hectare"}


def spell(quantity: Quantity, text: str) -> str:
    """A figure in words of the house: bounds as words, separators, its unit.

    What has no plain value is given as the text has it.
    """
    bounds = _bounds(quantity)
    if quantity.kind in AS_WRITTEN or quantity.qualifier is Qualifier.VAGUE or not bounds:
        return clip(shown_line(quantity.span.of(text)), COUNTED_SHOWN)
    if is_reckoned(quantity, text):
        return clip(shown_line(quantity.span.of(text)), COUNTED_SHOWN)
    return bounds


def is_reckoned(quantity: Quantity, text: str) -> bool:
    """Whether its value is ours and no number of the text: 10.17 for ten years and two months."""
    value = quantity.value
    return value is not None and value % 1 != 0 and not _DECIMAL.search(quantity.span.of(text))


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


def difference(absolute: float, quantity: Quantity) -> str:
    """Newer less older, with its sign and its unit."""
    if quantity.unit == "percent":
        return f"{signed(absolute)} points"
    sign = signed(absolute)[0]
    return sign + _with_unit(abs(absolute), quantity.unit)


def years(before: Quantity, after: Quantity, old: Report, new: Report) -> tuple[str, str]:
    """The years that two figures are about, where one is not the year its edition is named by."""
    pairs = (before, old), (after, new)
    if not any(q.as_of is not None and _strays(q.as_of, report) for q, report in pairs):
        return "", ""
    told = [_year(q, report) for q, report in pairs]
    return told[0], told[1]


def _strays(year: int, report: Report) -> bool:
    """Whether a reader who takes a figure to be of the edition's year is wrong."""
    metadata = report.metadata
    if metadata.edition:
        return str(year) not in metadata.edition
    return year not in metadata.covered_years


def _year(quantity: Quantity, report: Report) -> str:
    year = str(quantity.as_of or "")
    return "" if year in spell(quantity, report.text) else year


def dated(figure: str, year: str) -> str:
    """A figure with the year it is about.

    >>> dated("37", "2017"), dated("37", "")
    ('37 (2017)', '37')
    """
    return words("of_year", name="place", figure=figure, year=year) if year else figure
