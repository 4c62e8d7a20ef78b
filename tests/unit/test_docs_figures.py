"""What the pages say in words of how far to trust the program is what the measured figures say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import rights_diff as rd

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SHARE = r"(\d+) of (\d+) \(\d+ %\)"


def page(name: str) -> str:
    return " ".join((DOCS / name).read_text(encoding="utf-8").split())


def shares(label: str) -> list[float]:
    """The shares in a line of the accuracy page, as they are counted there."""
    text = (DOCS / "accuracy.md").read_text(encoding="utf-8")
    (line,) = re.findall(rf"^\| {re.escape(label)} \|.*$", text, re.MULTILINE)
    return [int(part) / int(whole) for part, whole in re.findall(SHARE, line)]


# A page's words, where they stand, and between which shares of the accuracy page they hold.
CLAIMS = "pairs of sentences that make one claim"
FIGURES = "figures of both reports that measure the same thing"
TONE = "claims that became stronger, softer or the contrary"
WORDS = [
    ("right nine times in ten", CLAIMS, 0, (0.85, 0.95)),
    ("finds half of those that are there", CLAIMS, 1, (0.4, 0.6)),
    ("nearly always measure the same thing", FIGURES, 0, (0.96, 1)),
    ("one in ten such pairs is missed", FIGURES, 1, (0.86, 0.94)),
    ("it is mostly right", TONE, 0, (0.85, 1)),
    ("of one such change in eight", TONE, 1, (0.1, 0.15)),
]


@pytest.mark.parametrize(("words", "label", "column", "between"), WORDS)
def test_the_words_of_the_first_page_hold(
    words: str, label: str, column: int, between: tuple[float, float]
) -> None:
    assert words in page("index.md")
    low, high = between
    assert low <= shares(label)[column] <= high


def test_two_organizations_share_few_pairs_that_are_found() -> None:
    found = shares("same-claim pairs: found, of those there")
    assert "one in six" in page("index.md")
    assert "one in six" in page("guides/two_organizations.md")
    assert "five in six" in page("concepts/conclusions.md")
    assert min(found) == pytest.approx(1 / 6, abs=0.03)


def test_the_version_to_cite_is_this_one() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {rd.__version__}\n" in citation
    assert f"version {rd.__version__}." in page("citing.md")


def test_the_figures_of_the_alignment_are_those_of_its_weights() -> None:
    weights = ROOT / "src/rights_diff/alignment/data/weights.json"
    measured = json.loads(weights.read_text(encoding="utf-8"))["evaluation"]
    text = (DOCS / "alignment.md").read_text(encoding="utf-8")
    rows = {
        "claims": {**measured["claims"], "**together**": measured["claims_together"]},
        "sections": {**measured["sections"], "**together**": measured["sections_together"]},
    }
    for name in rows["claims"]:
        cells = [
            f"{found['hit']} / {found['false']} / {found['missed']}"
            for found in (rows["claims"][name], rows["sections"][name])
        ]
        (line,) = re.findall(rf"^\| {re.escape(name)} \|.*$", text, re.MULTILINE)
        assert [cell in line for cell in cells] == [True, True], line
