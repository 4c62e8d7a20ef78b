"""What a type checker must make of the public names; read by mypy, never called."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

import pandas as pd
from matplotlib.axes import Axes

import rights_diff as rd
from rights_diff.model import Change, LedgerRow, Quantity, Section, Sentence
from rights_diff.model.explanation import Explanation


def check_public_types() -> None:
    report = rd.load(Path("chapter.txt"), country="Cuba", covered_years=[2012])
    assert_type(report, rd.Report)
    assert_type(report.sections, tuple[Section, ...])
    assert_type(report.section("s1"), Section)
    assert_type(report.sentence("s1.1"), Sentence)
    options = rd.ReadOptions(tracked_changes="refused", timeout=5)
    assert_type(rd.load("chapter.docx", manifest="manifest.csv", options=options), rd.Report)
    address = rd.find_source(organization="HRW", country="Cuba", year=2018)
    assert_type(address, tuple[str, ...])
    assert_type(rd.parse("text", name="hrw-2019.txt"), rd.Report)
    comparison = rd.compare(report, report, allow_mixed=True)
    assert_type(comparison, rd.Comparison)
    assert_type(comparison.ledger, tuple[LedgerRow, ...])
    assert_type(comparison.to_html("page.html"), str)
    assert_type(comparison.to_csv("ledger.csv", table="figures"), str)
    assert_type(comparison.to_docx("table.docx"), bytes)
    assert_type(comparison.to_frame("figures"), pd.DataFrame)
    assert_type(report.to_frames(), dict[str, pd.DataFrame])
    assert_type(comparison.plot(), Axes)
    assert_type(comparison.change("r1"), Change)
    assert_type(comparison.change("r1").old, tuple[str, ...])
    assert_type(comparison.explain("r1"), Explanation)
    assert_type(comparison.explain(comparison.ledger[0]).to_json(), str)
    assert_type(rd.timeline([report, report]), rd.Timeline)
    assert_type(rd.timeline([report, report]).to_html("timeline.html"), str)
    assert_type(rd.compare_many([report, report]), list[rd.Comparison])
    corpus = rd.compare_corpus(["2011", "2013"], "site", executor="serial", data=["csv"])
    assert_type(corpus, rd.CorpusResult)
    assert_type([record.softened for record in corpus], list[int])
    assert_type(rd.quantities("up to 120 people"), tuple[Quantity, ...])
    edits = rd.word_edits(["old"], ["new"])
    assert_type(edits, list[tuple[tuple[int, int] | None, tuple[int, int] | None]])
    assert_type(rd.Span(0, 1).of("a"), str)
    review = rd.Review().confirm(comparison, "r1", note="read both")
    assert_type(review, rd.Review)
    assert_type(rd.compare(report, report, review=review), rd.Comparison)
