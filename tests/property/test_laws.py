"""The laws of the library, for any pair of chapters."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

import rights_diff as rd
from rights_diff import testing
from rights_diff.model import Comparison, Report


@given(testing.reports())
def test_every_character_has_its_place(report: Report) -> None:
    testing.check_report(report)


@given(st.text(min_size=1, max_size=400))
def test_any_text_that_holds_something_becomes_a_lawful_report(text: str) -> None:
    try:
        report = rd.parse(text)
    except rd.ReadError:
        return
    assert report.text == text
    testing.check_report(report)


@given(testing.report_pairs())
def test_every_sentence_stands_in_exactly_one_row(pair: tuple[Report, Report]) -> None:
    testing.check_comparison(rd.compare(*pair))


@given(testing.reports())
def test_a_report_is_unchanged_against_itself(report: Report) -> None:
    testing.check_same(rd.compare(report, report))


@given(testing.report_pairs())
def test_swapping_mirrors(pair: tuple[Report, Report]) -> None:
    old, new = pair
    testing.check_mirror(rd.compare(old, new), rd.compare(new, old))


def rows(comparison: Comparison) -> set[tuple[tuple[str, ...], tuple[str, ...], str]]:
    return {(r.old, r.new, r.status.value) for r in comparison.ledger}


def retyped(text: str) -> str:
    """Other white space, quotes and dashes; the same words."""
    swaps = {"’": "'", "“": '"', "”": '"', "–": "-", ". ": ".  ", " of ": "\u00a0of "}
    for old, new in swaps.items():
        text = text.replace(old, new)
    return text


@given(testing.chapter_pairs())
def test_typography_alone_changes_no_status(pair: tuple[str, str]) -> None:
    old, new = pair
    plain = rd.compare(rd.parse(old), rd.parse(new))
    typed = rd.compare(rd.parse(old), rd.parse(retyped(new)))
    assert rows(plain) == rows(typed)


@given(testing.chapters())
def test_typography_alone_leaves_a_report_unchanged(text: str) -> None:
    comparison = rd.compare(rd.parse(text), rd.parse(retyped(text)))
    assert {r.status.value for r in comparison.ledger} == {"unchanged"}


@given(testing.report_pairs())
def test_json_carries_both_texts(pair: tuple[Report, Report]) -> None:
    document = json.loads(rd.compare(*pair).to_json())
    assert [document[side]["text"] for side in ("old", "new")] == [r.text for r in pair]


SCRIPT = """
import sys, rights_diff as rd
from rights_diff import samples
c = rd.compare(rd.load(samples.OLD), rd.load(samples.NEW))
sys.stdout.write(c.to_json() + c.to_html() + c.to_markdown())
"""


def run_with(**environment: str) -> bytes:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
    ).stdout


def test_same_input_same_bytes_whatever_the_hash_seed_locale_and_time_zone() -> None:
    one = run_with(PYTHONHASHSEED="1", LC_ALL="C.UTF-8", TZ="UTC")
    two = run_with(PYTHONHASHSEED="2", LC_ALL="C", TZ="Asia/Tokyo")
    assert one == two
    assert b"<html" in one
