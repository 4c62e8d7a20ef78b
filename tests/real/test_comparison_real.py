"""Real chapters: the laws hold, and the work stays quick."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff import testing
from rights_diff.comparison import explain
from rights_diff.model import QuantityRelation

pytestmark = pytest.mark.real

# Seconds for one pair of chapters on a slow, shared machine; the aim is a hundredth of it.
PATIENCE = 5.0


def chapter_pairs(reports: Path) -> list[tuple[Path, Path]]:
    folder = reports / "amnesty-clean"
    pairs = [(p, folder / "2013" / p.name) for p in sorted((folder / "2011").glob("*.txt"))]
    return [(a, b) for a, b in pairs if b.exists()]


def test_laws_on_real_chapters(reports_dir: Path) -> None:
    pairs = chapter_pairs(reports_dir)
    assert pairs
    for old, new in pairs:
        a, b = rd.load(old), rd.load(new)
        forth = rd.compare(a, b)
        testing.check_comparison(forth)
        testing.check_mirror(forth, rd.compare(b, a))


def test_a_chapter_against_itself(reports_dir: Path) -> None:
    for old, _ in chapter_pairs(reports_dir)[:8]:
        report = rd.load(old)
        same = rd.compare(report, report)
        testing.check_same(same)
        assert {q.relation for q in same.quantity_links} <= {QuantityRelation.EQUAL}


def test_every_row_can_be_explained(reports_dir: Path) -> None:
    old, new = chapter_pairs(reports_dir)[0]
    comparison = rd.compare(rd.load(old), rd.load(new))
    assert all(str(explain(comparison, row)).startswith(row.id) for row in comparison.ledger)


def test_signals_quote_their_words(reports_dir: Path) -> None:
    for old, new in chapter_pairs(reports_dir)[:8]:
        comparison = rd.compare(rd.load(old), rd.load(new))
        for row in comparison.ledger:
            for signal in row.signals:
                for span, words, report in (
                    (signal.old, signal.old_words, comparison.old),
                    (signal.new, signal.new_words, comparison.new),
                ):
                    assert (span.of(report.text) if span else None) == words


def test_comparison_is_quick(reports_dir: Path) -> None:
    old, new = (rd.load(p) for p in chapter_pairs(reports_dir)[0])
    rd.compare(old, new)
    start = time.perf_counter()
    rd.compare(old, new)
    assert time.perf_counter() - start < PATIENCE
