"""The change report of real pairs: nothing is lost, and it stays small and quick."""

from __future__ import annotations

import html
import re
import time
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.model import Comparison

pytestmark = pytest.mark.real

PAIRS = [
    ("amnesty-2017-18", "amnesty-2021-22"),
    ("hrw-2014", "hrw-2019"),
    ("amnesty-2017-18", "hrw-2019"),
]
WARM_SECONDS = 0.1  # five times the budget of a pair of 10 kB chapters: machines differ


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(params=PAIRS, ids=" → ".join)
def comparison(request: pytest.FixtureRequest, reports_dir: Path) -> Comparison:
    folder = reports_dir / "north-korea"
    old, new = (rd.load(folder / f"{name}.txt") for name in request.param)
    return rd.compare(old, new)


def test_every_sentence_is_on_the_page(comparison: Comparison) -> None:
    page = re.sub(r"<(style|script)>.*?</\1>", "", comparison.to_html(), flags=re.S)
    shown = words(html.unescape(re.sub(r"<[^>]*>", "", page)))
    for report in (comparison.old, comparison.new):
        for sentence in report.sentences:
            assert words(sentence.span.of(report.text)) in shown


def test_the_page_stays_small(comparison: Comparison) -> None:
    texts = len((comparison.old.text + comparison.new.text).encode())
    assert len(comparison.to_html().encode()) <= 6 * texts + 150_000


def test_the_page_is_quick(comparison: Comparison) -> None:
    comparison.to_html()
    start = time.perf_counter()
    comparison.to_html()
    assert time.perf_counter() - start < WARM_SECONDS


def test_other_outputs_hold_every_row(comparison: Comparison) -> None:
    markdown = comparison.to_markdown()
    one_sided = [row for row in comparison.ledger if not (row.old and row.new)]
    assert all(f"**{row.id} · " in markdown for row in one_sided)
    assert len(comparison._repr_html_()) < 60_000
