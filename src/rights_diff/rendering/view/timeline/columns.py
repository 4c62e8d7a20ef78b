"""What the columns of a timeline's tables are called, hold, and mean."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from types import MappingProxyType

from rights_diff.model import Modality, Qualifier, QuantityKind, QuantityRelation
from rights_diff.model.timeline import Agreement, Movement, ThreadStatus
from rights_diff.rendering.view.columns import Column, Kind, TableShape

__all__ = ["FINDINGS", "TIMELINE_TABLES"]

# What a row of the table of meetings says.
FINDINGS = ("figures", "both", "only_old", "only_new")


def _column(name: str, kind: Kind, about: str) -> Column:
    return Column(name, kind, about)


def _code(name: str, about: str, choices: Iterable[str | StrEnum]) -> Column:
    return Column(name, "code", about, tuple(str(c) for c in choices))


_TOPICS = _column("topics", "text", "codes of the rights taxonomy")
_COUNTRY = _column("country", "text", "which country the reports are about")
_ORGANIZATION = _column("organization", "text", "who published it")
_EDITION_YEAR = _column("year", "integer", "last year that the report covers")
_SERIES = _column("series", "text", "name of the series, the same in every output")
_LABEL = _column("label", "text", "what is measured")
_MOVEMENT = _code("movement", "what the series shows", Movement)
_UNIT = _column("unit", "text", "unit of all points: percent, USD …; none for plain counts")

_EDITIONS = TableShape(
    "The reports, by covered year.",
    (
        _column("report", "text", "name of the report: amnesty-2017-18"),
        _column("name", "text", "as a reader calls it"),
        _ORGANIZATION,
        _column("edition", "text", "as its publisher calls it"),
        _EDITION_YEAR,
        _column("published", "integer", "year of publication"),
        _column("title", "text", "its title"),
        _column("words", "integer", "words of its body"),
        _column("sentences", "integer", "sentences of its body"),
        _column("figures", "integer", "figures in it"),
        _column("source", "text", "address or file it was read from"),
        _COUNTRY,
    ),
)

_SERIES_TABLE = TableShape(
    "Figures that measure the same thing, a line a series.",
    (
        _SERIES,
        _LABEL,
        _MOVEMENT,
        _UNIT,
        _TOPICS,
        _column("points", "integer", "points of the series"),
        _column("fresh", "integer", "those that tell no earlier figure again"),
        _column("organizations", "text", "who gives them"),
        _column("first", "integer", "first year that a point is about"),
        _column("last", "integer", "last year that a point is about"),
        _COUNTRY,
    ),
)

_POINTS = TableShape(
    "The figures of all series, a line a point, in the order of the series.",
    (
        _column("point", "text", "series and number: f1-2, as the page links it"),
        _SERIES,
        _LABEL,
        _MOVEMENT,
        _UNIT,
        _TOPICS,
        _column("as_of", "integer", "year the figure is about"),
        _column("period", "text", "what it was counted over, where not one calendar year"),
        _column("provisional", "flag", "the report calls the figure so"),
        _column("value", "number", "its value, where it is exact, about or almost"),
        _column("low", "number", "lower bound"),
        _column("high", "number", "upper bound"),
        _code("qualifier", "how it is bounded or hedged", Qualifier),
        _code("kind", "what sort of figure", QuantityKind),
        _code("modality", "how surely it is said", Modality),
        _column("attribution", "text", "who says so"),
        _column("quote", "text", "the phrase: qualifier, number, counted noun"),
        _column("told_again", "flag", "repeats a figure of an earlier edition"),
        _column("told", "integer", "how often the report tells it"),
        _column("report", "text", "name of the report"),
        _ORGANIZATION,
        _EDITION_YEAR,
        _column("sentence", "text", "id of its sentence"),
        _column("context", "text", "its sentence on one line"),
        _column("start", "integer", "first character of the phrase in the report's text"),
        _column("end", "integer", "character behind the last"),
        _COUNTRY,
    ),
)

_THREADS = TableShape(
    "Claims that at least two editions make, a line a claim.",
    (
        _column("thread", "text", "name of the thread, the same in every output"),
        _LABEL,
        _column("organizations", "text", "who surely makes it, in the order of joining"),
        _column("perhaps", "text", "who may make it too: no sure pair of sentences"),
        _TOPICS,
        _column("told", "integer", "editions that make it"),
        _column("first", "integer", "covered year of the first of them"),
        _column("last", "integer", "covered year of the last of them"),
        _column("stale_since", "integer", "word for word since, up to the newest edition"),
        _column("stale_by", "text", "who repeats it word for word"),
        _COUNTRY,
    ),
)

_THREAD_POINTS = TableShape(
    "What became of each claim in each edition, a line a point of a thread.",
    (
        _column("thread", "text", "name of the thread"),
        _column("report", "text", "name of the report"),
        _ORGANIZATION,
        _EDITION_YEAR,
        _code("status", "what became of it since the organization's point before", ThreadStatus),
        _column("facets", "text", "what is different or agrees inside it"),
        _column("score", "number", "how likely it is the same claim, 0–1"),
        _column("quote", "text", "its words"),
        _column("sentences", "text", "ids of its sentences"),
    ),
    keys=2,
)

_MEETINGS = TableShape(
    "Two organizations on one year: figures, claims that both make, sentences without a partner.",
    (
        _column("old", "text", "name of one report"),
        _column("new", "text", "name of the other report"),
        _column("number", "integer", "number of the line in the meeting, from 1"),
        _column("year", "integer", "last year that both cover"),
        _code("finding", "what the line says", FINDINGS),
        _code("agreement", "how two figures stand to each other", Agreement),
        _code("relation", "the relation it follows from", QuantityRelation),
        _column("old_words", "text", "the figure, or the sentences, of the one"),
        _column("new_words", "text", "the same of the other"),
        _column("old_context", "text", "sentence of the figure of the one"),
        _column("new_context", "text", "sentence of the figure of the other"),
        _column("old_ids", "text", "ids of the sentences or of the quantity"),
        _column("new_ids", "text", "the same in the other report"),
        _column("topic", "text", "main topic"),
        _COUNTRY,
    ),
    keys=3,
)

_ATTENTION = TableShape(
    "Words about each topic in each report; a sentence counts under each of its topics.",
    (
        _column("report", "text", "name of the report"),
        _column("topic", "text", "code of the rights taxonomy"),
        _column("label", "text", "its name"),
        _ORGANIZATION,
        _EDITION_YEAR,
        _column("words", "integer", "words about it"),
        _column("per_thousand", "number", "the same in every thousand words of the body"),
        _COUNTRY,
    ),
    keys=2,
)

TIMELINE_TABLES = MappingProxyType(
    {
        "editions": _EDITIONS,
        "series": _SERIES_TABLE,
        "points": _POINTS,
        "threads": _THREADS,
        "thread_points": _THREAD_POINTS,
        "meetings": _MEETINGS,
        "attention": _ATTENTION,
    }
)
