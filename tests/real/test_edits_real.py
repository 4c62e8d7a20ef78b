"""Word edits, explanations and two captures of one edition, on real reports."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.comparison.edits import plain_words, words
from rights_diff.model import Comparison, ComparisonKind, Status

pytestmark = pytest.mark.real

# Chapters of the yearbook that a cleaned and a raw capture both hold nearly whole.
CHAPTERS = ("brazil", "china", "egypt", "myanmar")


@pytest.fixture(scope="module")
def adjacent(reports_dir: Path) -> Comparison:
    folder = reports_dir / "state" / "tonga"
    return rd.compare(rd.load(folder / "2022.html"), rd.load(folder / "2023.html"))


def paired_words(comparison: Comparison) -> list[tuple[list[str], list[str]]]:
    sides = (comparison.old, comparison.new)
    return [
        tuple(
            words(" ".join(report.sentence(i).span.of(report.text) for i in ids))
            for report, ids in zip(sides, (row.old, row.new), strict=True)
        )
        for row in comparison.ledger
        if row.old and row.new and row.status is not Status.UNCHANGED
    ]


def test_word_edits_rebuild_the_newer_sentences(adjacent: Comparison) -> None:
    pairs = paired_words(adjacent)
    assert len(pairs) > 20
    for old, new in pairs:
        kept_old, kept_new = list(old), list(new)
        for before, after in reversed(rd.word_edits(old, new)):
            kept_old[slice(*(before or (0, 0)))] = []
            kept_new[slice(*(after or (0, 0)))] = []
        assert [w.strip() for w in kept_old] == [w.strip() for w in kept_new]


def test_marks_are_between_what_differs(adjacent: Comparison) -> None:
    for old, new in paired_words(adjacent):
        a, b = plain_words(old), plain_words(new)
        for before, after in rd.word_edits(a, b):
            assert not (before and after) or a[slice(*before)] != b[slice(*after)]


def test_every_row_explains_itself(adjacent: Comparison) -> None:
    for row in adjacent.ledger:
        text = str(adjacent.explain(row))
        assert text.startswith(f"{row.id}: ")
        assert ("Paired (score" in text) == bool(row.old and row.new)


def test_ids_ascend_on_the_page(adjacent: Comparison) -> None:
    page = adjacent.to_html()
    places = [page.index(f'id="{row.id}"') for row in adjacent.ledger]
    assert all(a < b for a, b in itertools.pairwise(places))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_two_captures_of_one_chapter_are_nearly_unchanged(reports_dir: Path, chapter: str) -> None:
    raw, clean = (
        rd.load(reports_dir / f"amnesty-{kind}" / "2013" / f"{chapter}.txt")
        for kind in ("raw", "clean")
    )
    comparison = rd.compare(raw, clean)
    assert comparison.kind is ComparisonKind.SAME_EDITION
    both = [row for row in comparison.ledger if row.old and row.new]
    same = sum(row.status is Status.UNCHANGED for row in both)
    assert same >= 0.95 * len(both)
