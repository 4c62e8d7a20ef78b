"""Edited chapters with known truth: what `compare` must find of it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from random import Random

import pytest
from hypothesis import given

import rights_diff as rd
from rights_diff import testing
from rights_diff.comparison.edits import words
from rights_diff.model import Comparison
from rights_diff.testing import EditedChapter, EditKind

SEEDS = range(30)
FEWEST_OF_A_KIND = 10


def planted_by(seed: int) -> EditedChapter:
    return testing.plant(Random(seed))  # noqa: S311 - no secret, a test that repeats itself


def compared(chapter: EditedChapter) -> Comparison:
    return rd.compare(rd.parse(chapter.old), rd.parse(chapter.new))


@cache
def counted() -> tuple[Counter[EditKind], Counter[EditKind], int, int]:
    """Edits planted and missed by kind, sections, and sections whose links were missed."""
    planted: Counter[EditKind] = Counter()
    missed: Counter[EditKind] = Counter()
    sections = unlinked = 0
    for seed in SEEDS:
        chapter = planted_by(seed)
        comparison = compared(chapter)
        planted.update(e.kind for e in chapter.edits)
        missed.update(e.kind for e in testing.missed_edits(chapter, comparison))
        sections += len(chapter.links)
        unlinked += len(testing.missed_links(chapter, comparison))
    return planted, missed, sections, unlinked


def test_every_kind_of_edit_is_planted() -> None:
    planted = counted()[0]
    assert set(planted) == set(EditKind)
    assert min(planted.values()) >= FEWEST_OF_A_KIND


@pytest.mark.parametrize("kind", [k for k in EditKind if k is not EditKind.KEPT])
def test_planted_edits_are_told_for_what_they_are(kind: EditKind) -> None:
    planted, missed, *_ = counted()
    assert missed[kind] <= 0.05 * planted[kind]


def test_kept_sentences_are_left_alone() -> None:
    planted, missed, *_ = counted()
    assert missed[EditKind.KEPT] <= 0.005 * planted[EditKind.KEPT]


def test_renamed_and_split_sections_are_linked() -> None:
    *_, sections, unlinked = counted()
    assert unlinked <= 0.05 * sections


def test_what_is_not_found_is_missed() -> None:
    chapter = planted_by(1)
    report = rd.parse(chapter.old)
    missed = {e.kind for e in testing.missed_edits(chapter, rd.compare(report, report))}
    changed = {e.kind for e in chapter.edits} - {EditKind.KEPT, EditKind.TYPOGRAPHY}
    assert missed - {EditKind.TYPOGRAPHY} == changed


@given(testing.edited_chapters())
def test_the_truth_holds_all_sentences_of_both_chapters(chapter: EditedChapter) -> None:
    for side, text in (("old", chapter.old), ("new", chapter.new)):
        told = [s for edit in chapter.edits for s in getattr(edit, side)]
        assert all(text.count(sentence) == 1 for sentence in told)
        assert len(told) + 1 == len(rd.parse(text).sentences)  # the lead is not told


@given(testing.edited_chapters())
def test_the_laws_hold_for_edited_chapters(chapter: EditedChapter) -> None:
    old, new = rd.parse(chapter.old), rd.parse(chapter.new)
    forth = rd.compare(old, new)
    testing.check_comparison(forth)
    testing.check_mirror(forth, rd.compare(new, old))
    assert [row.id for row in forth.ledger] == [f"r{n + 1}" for n in range(len(forth.ledger))]


@given(testing.edited_chapters())
def test_word_edits_rebuild_the_new_sentences(chapter: EditedChapter) -> None:
    for edit in chapter.edits:
        old, new = (words(" ".join(side)) for side in (edit.old, edit.new))
        rebuilt: list[str] = []
        at = done = 0
        for before, after in rd.word_edits(old, new):
            same = before[0] - at if before else (after[0] - done if after else 0)
            rebuilt += old[at : at + same] + (new[slice(*after)] if after else [])
            at = before[1] if before else at + same
            done = after[1] if after else done + same
        assert [w.strip() for w in rebuilt + old[at:]] == [w.strip() for w in new]
