"""Reviews of real pairs: every row and figure can be decided, and is found again in a fresh run."""

from __future__ import annotations

from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.model import Comparison
from rights_diff.rendering.review_lines import review_lines
from rights_diff.review.reading import read_review
from rights_diff.testing import check_comparison

pytestmark = pytest.mark.real

PAIRS = [
    ("north-korea/amnesty-2017-18.txt", "north-korea/amnesty-2021-22.txt"),
    ("north-korea/amnesty-2017-18.txt", "north-korea/hrw-2019.txt"),
    ("north-korea/amnesty-2009-raw.txt", "north-korea/amnesty-2011.txt"),
    ("state/tonga/2022.html", "state/tonga/2023.html"),
]


@pytest.fixture(scope="module", params=PAIRS, ids=" → ".join)
def comparison(request: pytest.FixtureRequest, reports_dir: Path) -> Comparison:
    old, new = (rd.load(reports_dir / name) for name in request.param)
    return rd.compare(old, new)


def test_a_decision_on_every_row_and_figure_applies_to_a_fresh_run(comparison: Comparison) -> None:
    review = rd.Review()
    for n, row in enumerate(comparison.ledger):
        paired = bool(row.old and row.new)
        decide = (review.confirm, review.forbid)[n % 2] if paired else None
        review = decide(comparison, row) if decide else review.annotate(comparison, row, row.id)
    parted = {i for n, r in enumerate(comparison.ledger) if r.new and n % 2 for i in r.old}
    home = {q.id: q.sentence for q in comparison.old.quantities}
    for link in comparison.quantity_links:
        if home[link.old] not in parted:
            review = review.confirm(comparison, link)
    again = rd.compare(comparison.old, comparison.new, review=read_review(review_lines(review)))
    check_comparison(again)
    assert again.review is not None
    assert again.review.not_applied == ()
    rows = {(r.old, r.new): r for r in again.ledger}
    for n, row in enumerate(comparison.ledger):
        if row.old and row.new and n % 2:
            assert (row.old, row.new) not in rows
        else:
            assert rows[row.old, row.new].review


def test_joining_the_first_and_last_claims_that_stand_alone(comparison: Comparison) -> None:
    gone = [r for r in comparison.ledger if not r.new]
    came = [r for r in comparison.ledger if not r.old]
    review = rd.Review().join(comparison, gone[0], came[-1])
    made = rd.compare(comparison.old, comparison.new, review=review)
    check_comparison(made)
    assert (gone[0].old, came[-1].new) in {(r.old, r.new) for r in made.ledger}
    assert len(made.ledger) == len(comparison.ledger) - 1
