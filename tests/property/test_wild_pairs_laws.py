"""The laws of comparison for pairs that no editor would write: lists, notes, facts, odd scripts."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rights_diff as rd
from rights_diff import testing
from rights_diff.model import Report

LINES = st.sampled_from(
    [
        "",
        "BACKGROUND",
        "Background",
        "## Prison conditions",
        "Freedom of assembly",
        "Section 1. Respect for persons",
        "a. Freedom of the press",
        "Head of state: Ada Byron",
        "Death penalty: retentionist",
        "Population: 1.2 million",
        "Life expectancy: 68.3 years",
        "Under-5 mortality (m/f): 62/61 per 1,000",
        "Tuvalu visits/reports",
        "Related Content",
        "• Harbour fees rose twice (ABC 12/034/2014)",
        "- nets",
        "1. A paper on courts (ABC 12/001/2014)",
        "[1] A diary, 3 May 2014.",
        "17",
        "It rained.",
        "It did not rain.",
        "At least 12 people were held in May, three of them women.[1]",
        "More than 20 people were held in May, four of them women.",
        "Mr. Ode was jailed for two years; on 3 June he was freed.",
        "Mr. Ode was reportedly jailed for three years, and on 5 June he was not freed.",
        "Between 40 and 60 boats (some 5%) sank.",
        "Hundreds of boats sank, according to fishers.",
        "The ministry said that no boat had sunk.",
        "The law on boats was adopted in 2013. It was not applied.",
        "The law on boats was repealed.",
        "The courts stayed shut for most of the year, and judges were not replaced.1",
        "“No one knows,” a judge said. “No one asks.”",
        "On 3 May, Rosa Quill, a lawyer (aged 32), was fined $40 (£31).",
        "On 4 May, Rosa Quill, a lawyer, was fined $4,000.",
        "Police (police) police, police; police: police.",
        "1,127 / 808 / 61 – 45 % $ 5.78 million",
        "\u202eevil\u202c \u200b\ufeff A\u0301 \U0010fc00 \ufffc.",
        "=1+1; <b>&amp;</b> {{ x }} | pipe | `code`",
        "Суды были закрыты. 法院关闭。",
    ]
)
SWAPS = (("was", "was not"), ("12", "13"), (" ", "\u00a0"), (".", ";"), (" and ", ". And "))
BREAKS = st.sampled_from(["\n", "\n\n", " ", "\r\n"])


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    """Two texts of odd lines, the second edited from the first or of other lines."""
    lines = st.one_of(LINES, LINES, LINES, st.text(max_size=30))
    old = draw(st.lists(lines, min_size=1, max_size=10))
    new = list(old)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(new)))
        new[at : at + draw(st.integers(0, 2))] = draw(st.lists(lines, max_size=2))
    if draw(st.booleans()):
        new = list(draw(st.permutations(new)))
    swap = draw(st.sampled_from([("", ""), *SWAPS]))
    a, b = draw(BREAKS).join(old), draw(BREAKS).join(new)
    return a, b.replace(*swap) if swap[0] else b


def parsed(pair: tuple[str, str]) -> tuple[Report, Report] | None:
    try:
        old, new = (rd.parse(text, country="Tuvalu") for text in pair)
    except rd.ReadError:
        return None
    return old, new


@given(texts())
def test_the_ledger_holds_and_mirrors(pair: tuple[str, str]) -> None:
    if reports := parsed(pair):
        old, new = reports
        forth = rd.compare(old, new)
        testing.check_comparison(forth)
        testing.check_mirror(forth, rd.compare(new, old))


@given(texts())
def test_nothing_changed_from_a_text_to_itself(pair: tuple[str, str]) -> None:
    if reports := parsed(pair):
        testing.check_same(rd.compare(reports[1], reports[1]))


@pytest.mark.needs("docx")
@given(texts())
def test_every_output_is_written_and_comes_back(pair: tuple[str, str]) -> None:
    if reports := parsed(pair):
        comparison = rd.compare(*reports)
        told = json.loads(comparison.to_json())
        assert [told[side]["text"] for side in ("old", "new")] == list(pair)
        assert [row["id"] for row in told["ledger"]] == [row.id for row in comparison.ledger]
        rows = list(csv.reader(io.StringIO(comparison.to_csv(), newline="")))
        assert len(rows) == 1 + len(comparison.ledger)
        assert len({len(row) for row in rows}) == 1
        page = comparison.to_html()
        assert all(f'id="{row.id}"' in page for row in comparison.ledger)
        assert comparison.to_markdown()
        assert comparison.to_docx()[:2] == b"PK"


@given(st.lists(texts(), min_size=1, max_size=2), st.permutations([2011, 2012, 2013, None]))
def test_a_timeline_of_odd_texts_is_built_or_refused(
    pairs: list[tuple[str, str]], years: list[int | None]
) -> None:
    reports = []
    for text, year in zip([t for pair in pairs for t in pair], years, strict=False):
        try:
            covered = [year] if year else None
            reports.append(rd.parse(text, country="Tuvalu", covered_years=covered))
        except rd.ReadError:
            return
    timeline = rd.timeline(reports)
    assert timeline.to_json() == rd.timeline(reports[::-1]).to_json()
    assert timeline.to_html()
    texts_of = {e.id: e.report.text for e in timeline.editions}
    for series in timeline.series:
        assert all(p.span.of(texts_of[p.report]) == p.quote for p in series.points)
