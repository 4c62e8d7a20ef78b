"""Template edits of real editions: the ones that readers know of, and no news among them."""

from __future__ import annotations

from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.corpus.signatures import candidates_of
from rights_diff.corpus.template_edits import template_edits
from rights_diff.model import ComparisonKind
from rights_diff.model.corpus import CorpusPair, CorpusReport
from rights_diff.model.template_edits import EditKind, TemplateEdit

pytestmark = pytest.mark.real


def edits(pairs: list[tuple[Path, Path]], minimum: int | None = None) -> tuple[TemplateEdit, ...]:
    records = []
    for old, new in pairs:
        reports = rd.load(old), rd.load(new)
        made = [
            CorpusReport(
                id=str(file),
                file=str(file),
                sha256="0",
                country=report.metadata.country,
                organization=report.metadata.organization_family,
                edition_name=file.parent.name if file.suffix == ".txt" else file.stem,
            )
            for file, report in zip((old, new), reports, strict=True)
        ]
        kind = ComparisonKind.YEAR_OVER_YEAR
        name = made[1].country or new.stem
        pair = CorpusPair(id=name, country=name, old=made[0], new=made[1], kind=kind)
        records.append((pair, candidates_of(rd.compare(*reports))))
    return template_edits(records, minimum=minimum)


@pytest.fixture(scope="module")
def state(reports_dir: Path) -> tuple[TemplateEdit, ...]:
    """2022 → 2023 of the three countries at hand."""
    homes = sorted((reports_dir / "state").iterdir())
    return edits([(home / "2022.html", home / "2023.html") for home in homes], minimum=3)


def test_a_box_cut_from_all_chapters_is_told_and_nothing_else(reports_dir: Path) -> None:
    old, new = (reports_dir / "amnesty-clean" / year for year in ("2011", "2013"))
    found = edits([(old / f.name, f) for f in sorted(new.glob("*.txt")) if (old / f.name).exists()])
    assert {e.kind for e in found} == {EditKind.FACT}
    assert {"Population", "Life expectancy"} <= {e.old for e in found if e.count == e.of}
    assert {e.new for e in found} == {""}


def test_the_tense_of_a_whole_edition_is_told(state: tuple[TemplateEdit, ...]) -> None:
    wordings = {(e.old, e.new) for e in state if e.kind is EditKind.WORDING}
    assert {("provides", "provided"), ("prohibits", "prohibited"), ("is", "was")} <= wordings


def test_renamed_headings_are_told(state: tuple[TemplateEdit, ...]) -> None:
    renamed = [(e.old, e.new) for e in state if e.kind is EditKind.HEADING and e.old and e.new]
    assert ("Recent Elections", "Abuses or Irregularities in Recent Elections") in renamed


def test_rows_that_are_left_out_change_no_claim(state: tuple[TemplateEdit, ...]) -> None:
    whole = [p for e in state if e.kind is EditKind.WORDING for p in e.places if p.whole]
    assert len(whole) > 100
    assert all(place.figures == 0 for place in whole)
    assert {f.value for p in whole for f in p.facets} <= {"moved", "number_agrees"}
