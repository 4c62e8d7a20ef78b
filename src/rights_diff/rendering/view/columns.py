"""What the columns of each table are called, hold, and mean: data for CSV files and frames."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from rights_diff.model import (
    Modality,
    Qualifier,
    QuantityKind,
    QuantityRelation,
    SectionKind,
    SectionRelation,
    Status,
)

__all__ = ["COMPARISON_TABLES", "LIST_MARK", "REPORT_TABLES", "Column", "TableShape"]

LIST_MARK = "|"  # between the items of one cell; what pandas' `str.get_dummies` splits at

# Sections that only one report has stand in the table of sections too.
_ONE_SIDED = (Status.DROPPED.value, Status.ADDED.value)

Kind = Literal["text", "code", "integer", "number", "flag"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its stable name, what it holds, what it means.

    Attributes:
        kind: `code` is one of `choices`.
    """

    name: str
    kind: Kind
    about: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableShape:
    """The columns of one table; the first `keys` of them name a row."""

    about: str
    columns: tuple[Column, ...]
    keys: int = 1


def _text(name: str, about: str) -> Column:
    return Column(name, "text", about)


def _whole(name: str, about: str) -> Column:
    return Column(name, "integer", about)


def _number(name: str, about: str) -> Column:
    return Column(name, "number", about)


def _code(name: str, about: str, choices: Iterable[str | StrEnum]) -> Column:
    return Column(name, "code", about, tuple(str(c) for c in choices))


_SIDE = _code("side", "old or new: which of the two reports", ("old", "new"))
_TOPICS = _text("topics", "codes of the rights taxonomy")
_REPORT = _text("report", "the report, as it is cited")
_WHERE = (
    _text("page", "page it begins on, where the source has pages"),
    _whole("start", "first character in the report's text, counted in code points from 0"),
    _whole("end", "character behind the last"),
)
_REPORTS = (
    _text("country", "which country both are about"),
    _text("old_report", "the older report, as it is cited"),
    _text("new_report", "the newer report, as it is cited"),
)

_LEDGER = TableShape(
    "What became of each claim; every sentence of both reports stands in exactly one row.",
    (
        _text("id", "name of the row, the same in every output"),
        _code("status", "what became of the claim", Status),
        _text("facets", "what is different or agrees inside it"),
        _text("change", "both in words, with the words they rest on"),
        _number("score", "how likely both sides make the same claim, 0–1; empty on one side"),
        Column("unsure", "flag", "paired, but about as likely wrongly as rightly"),
        Column("unsure_figure", "flag", "a figure it tells of may measure another thing"),
        _TOPICS,
        _text("old_section", "heading it stands under in the older report"),
        _text("new_section", "the same in the newer report"),
        _text("old_page", "page it begins on, where the source has pages"),
        _text("new_page", "the same in the newer report"),
        _text("old", "words of the older report; ⋯ where sentences apart stand together"),
        _text("new", "words of the newer report"),
        _text("old_sentences", "ids of its sentences"),
        _text("new_sentences", "the same in the newer report"),
        _text("told_in", "row in which the other report tells a claim of one side all the same"),
        _text("possibly", "row with the nearest miss of a claim on one side"),
        _number("possibly_score", "how near it is, 0–1"),
        *_REPORTS,
    ),
)

_FIGURES = TableShape(
    "Figures of both reports that measure the same thing, and refusals to compare.",
    (
        _text("id", "ids of both quantities: q3:q7"),
        _code("relation", "how the figures relate", QuantityRelation),
        _text("counted", "what both count"),
        _text("event", "the clause around it"),
        _text("old_figure", "the older figure, bounds as words"),
        _text("new_figure", "the newer figure"),
        *(
            _number(f"{side}_{end}", f"{about} of the {name} figure")
            for side, name in (("old", "older"), ("new", "newer"))
            for end, about in (("value", "value"), ("low", "lower bound"), ("high", "upper bound"))
        ),
        _whole("old_year", "year that the older figure is about"),
        _whole("new_year", "the same of the newer figure"),
        _text("unit", "unit of both: percent, USD, year …"),
        _number("absolute", "newer less older, where that makes sense"),
        _number("percent", "relative change in per cent, where that makes sense"),
        _text("caveat", "what stands in the way of comparing"),
        Column("unsure", "flag", "it, or the pair it stands in, may be wrong"),
        _text("row", "ledger row both stand in"),
        _text("section", "heading it stands under"),
        _text("old_quote", "sentence of the older figure"),
        _text("new_quote", "sentence of the newer figure"),
        *_REPORTS,
    ),
)

_LINKED_SECTIONS = TableShape(
    "Sections that correspond, and those that only one report has.",
    (
        _text("id", "ids of the sections: s3|s4:s4"),
        _code("relation", "how they correspond", (*SectionRelation, *_ONE_SIDED)),
        _text("old", "headings in the older report"),
        _text("new", "headings in the newer report"),
        _number("score", "how surely they correspond, 0–1"),
        _TOPICS,
        _whole("old_words", "words of the older sections"),
        _whole("new_words", "words of the newer sections"),
        _text("evidence", "what the link rests on, strongest first"),
        *_REPORTS,
    ),
)

_TOPIC_TABLE = TableShape(
    "Words about each topic, before and after; a sentence counts under each of its topics.",
    (
        _text("topic", "code of the rights taxonomy"),
        _text("label", "its name"),
        _whole(
            "old_words",
            "words about it in the older report, of sentences wholly or in passing about it",
        ),
        _whole("new_words", "the same in the newer report"),
        _number(
            "old_per_thousand", "of the older report: words about it in every thousand of its body"
        ),
        _number("new_per_thousand", "the same of the newer report"),
    ),
)

_SECTIONS = TableShape(
    "Sections in the order of the text.",
    (
        _text("id", "name of the section"),
        _text("heading", "its heading"),
        _whole("level", "1 is the top"),
        _text("parent", "id of the section above"),
        _code("kind", "what sort of section", SectionKind),
        _TOPICS,
        _whole("words", "words of its own text"),
        _whole("sentences", "sentences in it"),
        _whole("figures", "figures in it"),
        *_WHERE,
        _text("text", "its own text on one line"),
        _REPORT,
    ),
)

_SENTENCES = TableShape(
    "Body sentences in the order of the text.",
    (
        _text("id", "name of the sentence"),
        _text("section", "id of its section"),
        _text("heading", "heading of its section"),
        _TOPICS,
        _whole("words", "words in it"),
        _whole("figures", "figures in it"),
        *_WHERE,
        _text("text", "its words on one line"),
        _REPORT,
    ),
)

_QUANTITIES = TableShape(
    "Figures in the order of the text.",
    (
        _text("id", "name of the quantity"),
        _text("text", "the phrase: qualifier, number, counted noun"),
        _code("kind", "what sort of figure", QuantityKind),
        _number("value", "its value, where it is exact, about or almost"),
        _number("low", "lower bound"),
        _number("high", "upper bound"),
        _code("qualifier", "how it is bounded or hedged", Qualifier),
        _text("unit", "percent, USD, year, kilometre …"),
        _text("counted", "head noun counted, singular"),
        _whole("as_of", "year it is about"),
        _text("attribution", "who says so"),
        _code("modality", "how surely it is said", Modality),
        _text("sentence", "id of its sentence"),
        _text("heading", "heading of its section"),
        *_WHERE,
        _text("quote", "its sentence on one line"),
        _REPORT,
    ),
)

_DATES = TableShape(
    "Dates in the order of the text.",
    (
        _text("id", "number in the order of the text: d1, d2 …"),
        _text("iso", "as precise as the text: 2017, 2017-09, 2017-09-03, two with a slash"),
        _whole("year", "its year, the first one of a range"),
        _text("text", "its words"),
        _text("sentence", "id of its sentence"),
        _text("heading", "heading of its section"),
        *_WHERE,
        _text("quote", "its sentence on one line"),
        _REPORT,
    ),
)


def _of_both(shape: TableShape, *more: Column) -> TableShape:
    """The same table over both reports; ids count in each, so the side names a row too."""
    columns = (_SIDE, *shape.columns[:-1], *more, shape.columns[-1])
    return TableShape(shape.about, columns, keys=2)


REPORT_TABLES = MappingProxyType(
    {"sections": _SECTIONS, "sentences": _SENTENCES, "quantities": _QUANTITIES, "dates": _DATES}
)
COMPARISON_TABLES = MappingProxyType(
    {
        "ledger": _LEDGER,
        "figures": _FIGURES,
        "sections": _LINKED_SECTIONS,
        "topics": _TOPIC_TABLE,
        "sentences": _of_both(
            _SENTENCES,
            _text("row", "its ledger row"),
            _code("status", "what became of its claim", Status),
        ),
        "quantities": _of_both(_QUANTITIES),
        "dates": _of_both(_DATES),
    }
)
