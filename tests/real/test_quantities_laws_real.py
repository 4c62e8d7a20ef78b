"""The laws of figures hold in real reports, sentence by sentence and line by line."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff import testing
from rights_diff.model import Quantity, Report

pytestmark = pytest.mark.real

# Sections whose sentences are put together one by one, and so many sentences of each.
_SECTIONS, _SENTENCES = 30, 4


def found(text: str) -> tuple[Quantity, ...]:
    return rd.quantities(text, year=2010)


@pytest.fixture(scope="module")
def reports(reports_dir: Path) -> list[Report]:
    chapters = sorted((reports_dir / "amnesty-clean").rglob("*.txt"))[::2]
    pages = sorted((reports_dir / "state").rglob("*.html"))[::6]
    files = [*chapters, *pages, *sorted((reports_dir / "north-korea").glob("*.txt"))]
    assert len(files) > 30
    return [rd.load(file) for file in files]


def test_the_figures_of_a_report_keep_the_laws(reports: list[Report]) -> None:
    for report in reports:
        testing.check_quantities(report.text, report.quantities)


def test_a_line_says_the_same_beside_any_other(reports: list[Report]) -> None:
    for report in reports:
        lines = [line.strip() for line in report.text.split("\n") if line.strip()]
        for first, second in zip(lines[::2], lines[1::2], strict=False):
            testing.check_paragraphs(first, second, found)


def test_each_sentence_adds_its_figures_and_changes_no_other(reports: list[Report]) -> None:
    for report in reports:
        for section in islice(report.sections, _SECTIONS):
            spans = [s.span.of(report.text) for s in report.sentences_of(section.id)]
            said = [" ".join(text.split()) for text in spans[:_SENTENCES]]
            for i in range(1, len(said)):
                testing.check_addition(" ".join(said[:i]), said[i], found)
