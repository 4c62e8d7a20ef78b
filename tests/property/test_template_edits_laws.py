"""Laws of template edits and of the tables of a corpus, for any pair of reports."""

from __future__ import annotations

from collections import Counter

from hypothesis import given

import rights_diff as rd
from rights_diff import testing
from rights_diff.corpus.columns import CORPUS_TABLES
from rights_diff.corpus.signatures import candidates_of
from rights_diff.corpus.tables import rows_of
from rights_diff.corpus.template_edits import template_edits
from rights_diff.model import Report, Status
from rights_diff.model.corpus import CorpusPair, CorpusReport
from rights_diff.model.template_edits import EditKind
from rights_diff.rendering.view.columns import Column
from rights_diff.rendering.view.table import Value

COUNTRIES = 5

TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "code": (str,),
    "integer": (int,),
    "number": (float, int),
    "flag": (bool,),
}


def pair_of(comparison: rd.Comparison, number: int = 0) -> CorpusPair:
    sides = [
        CorpusReport(id=f"{side}-{number}", file="-", sha256="0", edition_name=side)
        for side in ("old", "new")
    ]
    return CorpusPair(
        id=f"p{number}", country="X", old=sides[0], new=sides[1], kind=comparison.kind
    )


@given(testing.reports())
def test_what_did_not_change_is_no_edit(report: Report) -> None:
    found = candidates_of(rd.compare(report, report))
    assert {c.kind for c in found} <= {EditKind.KEPT}


@given(testing.report_pairs())
def test_candidates_name_rows_that_changed(pair: tuple[Report, Report]) -> None:
    comparison = rd.compare(*pair, allow_mixed=True)
    for candidate in candidates_of(comparison):
        if candidate.status is not None:
            row = comparison.row(candidate.row)
            assert row.status is candidate.status is not Status.UNCHANGED
            assert candidate.key.strip()
            assert bool(candidate.old) >= (candidate.kind is EditKind.DROPPED)
            assert bool(candidate.new) >= (candidate.kind is EditKind.ADDED)


@given(testing.report_pairs())
def test_the_same_pair_in_all_countries_is_all_template(pair: tuple[Report, Report]) -> None:
    comparison = rd.compare(*pair, allow_mixed=True)
    candidates = candidates_of(comparison)
    records = [(pair_of(comparison, n), candidates) for n in range(COUNTRIES)]
    edits = template_edits(records)
    assert all(edit.count == edit.of == COUNTRIES for edit in edits)
    assert len({edit.id for edit in edits}) == len(edits)
    told = {(place.pair, place.row) for edit in edits for place in edit.places}
    for candidate in candidates:
        if candidate.kind in (EditKind.DROPPED, EditKind.ADDED) and candidate.whole:
            assert ("p0", candidate.row) in told, candidate
    assert template_edits(records[:3]) == ()


@given(testing.report_pairs())
def test_rows_fit_their_columns_and_are_named_once(pair: tuple[Report, Report]) -> None:
    comparison = rd.compare(*pair, allow_mixed=True)
    for name, rows in rows_of(comparison, pair_of(comparison)).items():
        shape = CORPUS_TABLES[name]
        for row in rows:
            assert all(fits(c, v) for c, v in zip(shape.columns, row, strict=True)), (name, row)
        if shape.keys:
            keys = Counter(row[: shape.keys] for row in rows)
            assert not [key for key, count in keys.items() if count > 1], name


def fits(column: Column, value: Value) -> bool:
    if value is None:
        return True
    known = not column.choices or value in column.choices
    return known and isinstance(value, TYPES[column.kind])
