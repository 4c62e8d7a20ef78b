"""Real chapters: the laws hold, and the work stays quick."""

from __future__ import annotations

import itertools
import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff import testing
from rights_diff.comparison import explain
from rights_diff.comparison.words.typography import fold
from rights_diff.model import Comparison, QuantityRelation, Report, Sentence, Status

pytestmark = pytest.mark.real

# Seconds for one pair of chapters on a slow, shared machine; the aim is a hundredth of it.
PATIENCE = 5.0
# Share of sentences kept word for word that have to be unchanged rows.
LEAST_KEPT = 0.97
# Pages of the State Department compared in a default run: every so many of the pairs.
EVERY_STATE_PAIR = 4
# Reports on one country over the years: pairs compared in a default run, and the seconds of
# processor time that all of them may take.
EVERY_PAIR = 9
ALL_PAIRS_PATIENCE = 120.0
# Set to compare all pairs.
ALL_PAIRS = "RIGHTS_DIFF_ALL_PAIRS"


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


def state_pairs(reports: Path) -> Iterator[tuple[Path, Path]]:
    """Adjacent editions of the pages of the State Department."""
    folders = [sorted(f.glob("*.html")) for f in sorted((reports / "state").iterdir())]
    folders.append(sorted((reports / "north-korea").glob("state-*.html")))
    for pages in folders:
        yield from itertools.pairwise(pages)


def words(report: Report, sentence: Sentence) -> str:
    return " ".join(fold(sentence.span.of(report.text)).split())


def kept_word_for_word(comparison: Comparison) -> tuple[int, int]:
    """Sentences that stand in both reports, and those of them in unchanged rows."""
    old, new = comparison.old, comparison.new
    both = Counter(words(old, s) for s in old.sentences)
    both &= Counter(words(new, s) for s in new.sentences)
    rows = (r for r in comparison.ledger if r.status is Status.UNCHANGED)
    said = Counter(words(old, old.sentence(i)) for r in rows for i in r.old)
    return both.total(), (both & said).total()


def test_sentences_kept_word_for_word_are_unchanged(reports_dir: Path) -> None:
    pairs = list(state_pairs(reports_dir))
    assert pairs
    step = 1 if os.environ.get(ALL_PAIRS) else EVERY_STATE_PAIR
    found = [
        kept_word_for_word(rd.compare(rd.load(old), rd.load(new))) for old, new in pairs[::step]
    ]
    kept, unchanged = (sum(column) for column in zip(*found, strict=True))
    assert kept > 100
    assert unchanged >= LEAST_KEPT * kept


def test_laws_on_every_pair_of_one_country(reports_dir: Path) -> None:
    reports = [rd.load(p) for p in sorted((reports_dir / "north-korea").iterdir())]
    pairs = list(itertools.combinations(reports, 2))
    assert len(pairs) > 200
    start = time.process_time()
    for old, new in pairs[:: 1 if os.environ.get(ALL_PAIRS) else EVERY_PAIR]:
        testing.check_comparison(rd.compare(old, new))
    assert time.process_time() - start < ALL_PAIRS_PATIENCE


def test_pairs_of_one_country_mirror(reports_dir: Path) -> None:
    reports = [rd.load(p) for p in sorted((reports_dir / "north-korea").iterdir())]
    pairs = list(itertools.combinations(reports, 2))
    for old, new in pairs[3 :: 3 if os.environ.get(ALL_PAIRS) else 4 * EVERY_PAIR]:
        testing.check_mirror(rd.compare(old, new), rd.compare(new, old))
    for report in reports:
        testing.check_same(rd.compare(report, report))
