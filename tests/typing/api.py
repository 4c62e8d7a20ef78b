"""What a type checker must make of the public names; read by mypy, never called."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

import pandas as pd
from matplotlib.axes import Axes

import rights_diff as rd
from rights_diff.model import Change, LedgerRow, Quantity, Section, Sentence
from rights_diff.model.document import Document
from rights_diff.model.explanation import Explanation
from rights_diff.protocols import Reader, Renderer, SentenceEncoder, SentenceSplitter, TopicFinder


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
    assert_type(comparison.to_html(), str)
    assert_type(comparison.to_csv(table="figures"), str)
    assert_type(comparison.to_docx(), bytes)
    comparison.to_html("page.html")
    comparison.to_json(Path("all.json"))
    comparison.to_docx("table.docx").decode()  # type: ignore[attr-defined]
    target: Path | None = Path("perhaps")
    assert_type(report.to_markdown(target), str | None)
    assert_type(comparison.to_frame("figures"), pd.DataFrame)
    assert_type(report.to_frames(), dict[str, pd.DataFrame])
    assert_type(comparison.plot(), Axes)
    assert_type(comparison.change("r1"), Change)
    assert_type(comparison.change("r1").old, tuple[str, ...])
    assert_type(comparison.explain("r1"), Explanation)
    assert_type(comparison.explain(comparison.ledger[0]).to_json(), str)
    assert_type(rd.timeline([report, report]), rd.Timeline)
    assert_type(rd.timeline([report, report]).to_html(), str)
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


def read(name: str, data: bytes, options: rd.ReadOptions) -> Document:
    raise NotImplementedError


def split(text: str, span: rd.Span) -> list[rd.Span]:
    return [span] if text else []


def find(text: str) -> list[str]:
    return [text]


def encode(texts: list[str]) -> list[list[float]]:
    return [[1.0] for _ in texts]


def render(comparison: rd.Comparison) -> bytes:
    return repr(comparison).encode()


class Splitter:
    def __call__(self, text: str, span: rd.Span) -> list[tuple[int, int]]:
        return [(span.start, span.end)] if text else []


def check_protocols() -> None:
    _parts: tuple[Reader, SentenceSplitter, TopicFinder, SentenceEncoder, Renderer]
    _parts = (read, split, find, encode, render)
    report = rd.load("a.own", reader=read, splitter=Splitter(), topics=find)
    assert_type(report, rd.Report)
    assert_type(rd.load("a.own", reader="own", splitter="clauses", topics="themes"), rd.Report)
    assert_type(rd.parse("text", splitter=split, topics="themes"), rd.Report)
    assert_type(rd.load_all("a.own", reader=read), rd.Yearbook)
    comparison = rd.compare(report, report, encoder=encode)
    assert_type(rd.compare(report, report, encoder="trigrams"), rd.Comparison)
    comparison.render(render, "a.bin")
    assert_type(comparison.render(render), str | bytes)
    assert_type(comparison.render("resumen"), str | bytes)
    rd.load("a.own", reader=split)  # type: ignore[arg-type]
    rd.parse("text", splitter=find)  # type: ignore[arg-type]
    rd.parse("text", topics=encode)  # type: ignore[arg-type]
    rd.parse("text", reader=read)  # type: ignore[call-arg]
    rd.compare(report, report, encoder=render)  # type: ignore[arg-type]
    comparison.render(find)  # type: ignore[call-overload]


def check_names() -> None:
    rd.compared(1, 2)  # type: ignore[attr-defined]
    assert_type(rd.errors.Empty("is empty"), rd.errors.Empty)
    assert_type(rd.model.Status("added"), rd.model.Status)
