"""What the tables of a corpus are called and hold, and how they join: data, no algorithms."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import NamedTuple

from rights_diff.model import ComparisonKind, Status
from rights_diff.model.corpus import Stage
from rights_diff.model.template_edits import EditKind
from rights_diff.rendering.view.columns import (
    COMPARISON_TABLES,
    REPORT_TABLES,
    Column,
    Kind,
    TableShape,
)

__all__ = ["CORPUS_TABLES", "FROM_COMPARISON", "FROM_REPORT", "JOINS", "Join"]

# Tables that are those of a comparison or a report, with a column before them that says of which.
FROM_COMPARISON = MappingProxyType(
    {"links": "sections", "ledger": "ledger", "quantity_links": "figures", "topics": "topics"}
)
FROM_REPORT = MappingProxyType(
    {name: name for name in ("sections", "sentences", "quantities", "dates")}
)


class Join(NamedTuple):
    """Columns of a table whose values are those that name a row of another."""

    columns: tuple[str, ...]
    table: str
    to: tuple[str, ...]


def _column(name: str, kind: Kind, about: str, choices: Iterable[str] = ()) -> Column:
    return Column(name, kind, about, tuple(map(str, choices)))


def _text(name: str, about: str) -> Column:
    return _column(name, "text", about)


def _whole(name: str, about: str) -> Column:
    return _column(name, "integer", about)


_PAIR = _text("pair", "id of the pair of reports")
_REPORT = _text("report", "id of the report")
_TEMPLATE = _text(
    "template",
    "id of the template edit (the most frequent) that the row is",
)

# Columns that cite a report in the table of one comparison hold its id here.
_NAMED = {
    "old_report": _text("old_report", "id of the older report"),
    "new_report": _text("new_report", "id of the newer report"),
}
_SIDE = _column("side", "code", "old or new: which of the two reports", ("old", "new"))


def _of_pair(name: str, *more: Column) -> TableShape:
    shape = COMPARISON_TABLES[name]
    columns = [_NAMED.get(c.name, c) for c in shape.columns]
    return TableShape(shape.about, (_PAIR, *columns, *more), keys=2)


def _of_report(name: str) -> TableShape:
    shape = REPORT_TABLES[name]
    columns = [c for c in shape.columns if c.name != "report"]
    return TableShape(shape.about, (_REPORT, *columns), keys=2)


_REPORTS = TableShape(
    "Reports that could be read; what names them everywhere else is their id.",
    (
        _text("id", "name of the report: organization, edition, country"),
        _text("file", "its file; of absolute names the folder of all is left out"),
        _text("chapter", "heading of its chapter, where the file is a yearbook"),
        _text("pages", "first and last page of that chapter"),
        _text("country", "country it is about"),
        _text("country_code", "ISO 3166-1 alpha-3"),
        _text("organization", "body that published it"),
        _text("edition", "what the publisher calls the edition"),
        _whole("published_year", "year it came out"),
        _text("covered_years", "years it covers"),
        _text("sha256", "of the file, or of the chapter's text"),
        _whole("words", "words of the whole text"),
    ),
)

_PAIRS = TableShape(
    "Reports on one country that were compared.",
    (
        _text("id", "name of the pair"),
        _text("country", "country both are about"),
        _text("old_report", "id of the older report"),
        _text("new_report", "id of the newer report"),
        _column("kind", "code", "how the two reports relate", ComparisonKind),
        _whole("old_words", "words of the older report's body"),
        _whole("new_words", "words of the newer report's body"),
        _whole("rows", "rows of the ledger"),
        *(_whole(status.value, f"rows that are {status.value}") for status in Status),
        _whole("told_elsewhere", "rows of one side that the other report tells in another row"),
        _whole("reversed", "claims reversed; here and in the next three unsure rows do not count"),
        _whole("outcome_changed", "claims whose outcome is another: charged, then convicted"),
        _whole("softened", "claims made less firmly"),
        _whole("strengthened", "claims made more firmly"),
        _whole("figures_changed", "figures whose number is another; unsure rows do not count"),
        _whole("figures_agreeing", "figures that agree"),
        _text("page", "its page, from the output folder"),
    ),
)

_FAILURES = TableShape(
    "What could not be read or compared; the rest of the run went on.",
    (
        _text("what", "file, or id of the pair"),
        _column("stage", "code", "where it failed", Stage),
        _text("error", "name of the error"),
        _text("message", "reason"),
    ),
    keys=0,
)

_ALONE = TableShape(
    "Reports that have no partner.",
    (_REPORT, _text("reason", "why it was compared with none")),
)

_EDIT_KINDS = tuple(kind for kind in EditKind if kind is not EditKind.KEPT)

_EDITS = TableShape(
    "The same change in many countries: one line an editorial decision.",
    (
        _text("id", "name of the template edit"),
        _column("kind", "code", "what sort of change", _EDIT_KINDS),
        _text("old", "wording in most of the older reports; empty where there was none"),
        _text("new", "wording in most of the newer reports; empty where it is gone"),
        _whole("pairs", "pairs that have it"),
        _whole("of", "pairs of the same two editions"),
        _whole("held", "pairs that had the wording, changed or not; empty where not known"),
        _text("old_edition", "the older edition"),
        _text("new_edition", "the newer edition"),
    ),
)

_PLACES = TableShape(
    "Where each template edit was made.",
    (
        _text("edit", "id of the template edit"),
        _PAIR,
        _text("row", "ledger row; empty for a heading or fact"),
        _text("section", "for a heading or fact, where it stands on the pair's page: n-s3, facts"),
        _column("whole", "flag", "the row is nothing but this edit"),
    ),
    keys=0,
)

_ROW_SENTENCES = TableShape(
    "Which sentences a ledger row holds.",
    (
        _PAIR,
        _text("row", "ledger row"),
        _SIDE,
        _REPORT,
        _text("sentence", "id of the sentence"),
    ),
    keys=0,
)

_LINK_SECTIONS = TableShape(
    "Which sections a link holds.",
    (_PAIR, _text("link", "id of the link"), _SIDE, _REPORT, _text("section", "id of the section")),
    keys=0,
)

_CODEBOOK = TableShape(
    "What each column of each table holds and means.",
    (
        _text("table", "name of the table"),
        _text("column", "name of the column"),
        _text("holds", "text, code, integer, number or flag"),
        _text("meaning", "what it means"),
        _text("choices", "of a code, the values it can have"),
        _text("joins", "the column it names a row by, where it does"),
    ),
    keys=2,
)

_QUANTITY_IDS = (
    _text("old_quantity", "id of the older figure"),
    _text("new_quantity", "id of the newer figure"),
)

CORPUS_TABLES = MappingProxyType(
    {
        "reports": _REPORTS,
        "pairs": _PAIRS,
        "sections": _of_report("sections"),
        "sentences": _of_report("sentences"),
        "quantities": _of_report("quantities"),
        "dates": _of_report("dates"),
        "links": _of_pair("sections"),
        "link_sections": _LINK_SECTIONS,
        "ledger": _of_pair("ledger", _TEMPLATE),
        "row_sentences": _ROW_SENTENCES,
        "quantity_links": _of_pair("figures", *_QUANTITY_IDS),
        "topics": _of_pair("topics"),
        "template_edits": _EDITS,
        "template_places": _PLACES,
        "alone": _ALONE,
        "failures": _FAILURES,
        "codebook": _CODEBOOK,
    }
)

_OF_REPORT = Join(("report",), "reports", ("id",))
_OF_PAIR = Join(("pair",), "pairs", ("id",))
_OF_REPORTS = (
    Join(("old_report",), "reports", ("id",)),
    Join(("new_report",), "reports", ("id",)),
)
_IN_SENTENCE = Join(("report", "sentence"), "sentences", ("report", "id"))

JOINS: MappingProxyType[str, tuple[Join, ...]] = MappingProxyType(
    {
        "pairs": _OF_REPORTS,
        "sections": (_OF_REPORT, Join(("report", "parent"), "sections", ("report", "id"))),
        "sentences": (_OF_REPORT, Join(("report", "section"), "sections", ("report", "id"))),
        "quantities": (_OF_REPORT, _IN_SENTENCE),
        "dates": (_OF_REPORT, _IN_SENTENCE),
        "links": (_OF_PAIR, *_OF_REPORTS),
        "link_sections": (
            Join(("pair", "link"), "links", ("pair", "id")),
            Join(("report", "section"), "sections", ("report", "id")),
        ),
        "ledger": (
            _OF_PAIR,
            *_OF_REPORTS,
            Join(("template",), "template_edits", ("id",)),
        ),
        "row_sentences": (
            Join(("pair", "row"), "ledger", ("pair", "id")),
            _IN_SENTENCE,
        ),
        "quantity_links": (
            _OF_PAIR,
            *_OF_REPORTS,
            Join(("pair", "row"), "ledger", ("pair", "id")),
            Join(("old_report", "old_quantity"), "quantities", ("report", "id")),
            Join(("new_report", "new_quantity"), "quantities", ("report", "id")),
        ),
        "topics": (_OF_PAIR,),
        "template_places": (
            Join(("edit",), "template_edits", ("id",)),
            _OF_PAIR,
            Join(("pair", "row"), "ledger", ("pair", "id")),
        ),
        "alone": (_OF_REPORT,),
    }
)
