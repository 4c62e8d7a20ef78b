"""Figures and dates of real reports: what must hold in any of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.model import Report

# In printed chapters nearly every number of three digits and more is a figure or in a date.
_LARGE = re.compile(r"(?<![\d/.\-A-Z])\d{1,3}(?:,\d{3})+(?![\d/])")


def chapters(folder: Path) -> list[Path]:
    found = sorted((folder / "amnesty-clean").rglob("*.txt"))
    assert found, f"no chapters under {folder}"
    return found


def read(path: Path) -> Report:
    return rd.load(path)


def unread(report: Report) -> list[str]:
    """Grouped numbers of the sentences that no figure holds."""
    spans = [q.span for q in report.quantities]
    found = (m for s in report.sentences for m in _LARGE.finditer(report.text, *s.span))
    return [m[0] for m in found if not any(c.start <= m.start() < c.end for c in spans)]


@pytest.mark.real
def test_every_grouped_number_of_the_chapters_is_a_figure(reports_dir: Path) -> None:
    missed = [miss for path in chapters(reports_dir) for miss in unread(read(path))]
    assert missed == []


@pytest.mark.real
def test_figures_of_the_chapters_are_plausible(reports_dir: Path) -> None:
    for path in chapters(reports_dir):
        report = read(path)
        assert len(report.quantities) >= 5, path
        for q in report.quantities:
            assert q.span.of(report.text).count("\n") <= 1, (path, q.span.of(report.text))
            assert len(q.span.of(report.text)) <= 120, (path, q.span.of(report.text))
