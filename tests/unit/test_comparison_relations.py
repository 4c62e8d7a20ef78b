from __future__ import annotations

import pytest

from rights_diff.comparison.figures.relations import difference, rank_relation, relation
from rights_diff.extraction.quantities import quantities
from rights_diff.model import Quantity


def figure(phrase: str) -> Quantity:
    return quantities(f"In the north, {phrase} were held.")[0]


TABLE = [
    ("nine men", "nine men", "equal"),
    ("nine men", "ten men", "increased"),
    ("ten men", "nine men", "decreased"),
    ("1,127 men", "at least 63 men", "decreased"),
    ("more than 130 men", "at least 153 men", "increased"),
    ("nine men", "at least nine men", "requalified"),
    ("up to 120 men", "between 80 and 120 men", "overlaps"),
    ("between 80 and 120 men", "between 60 and 150 men", "widened"),
    ("between 60 and 150 men", "between 80 and 120 men", "narrowed"),
    ("between 60 and 90 men", "between 80 and 120 men", "overlaps"),
    ("about 100 men", "98 men", "overlaps"),
    ("at least 200 men", "about 1,000 men", "increased"),
    ("thousands of men", "6,965 men", "overlaps"),
    ("hundreds of men", "tens of thousands of men", "increased"),
    ("more than 75 men", "77 men", "overlaps"),
    ("201 men", "fewer than 200 men", "decreased"),
]
MIRROR = {
    "increased": "decreased",
    "decreased": "increased",
    "widened": "narrowed",
    "narrowed": "widened",
}


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_relation(old: str, new: str, expected: str) -> None:
    assert relation(figure(old), figure(new)).value == expected
    assert relation(figure(new), figure(old)).value == MIRROR.get(expected, expected)


def test_difference_of_exact_values() -> None:
    assert difference(figure("80 men"), figure("100 men")) == (20, 25.0)
    assert difference(figure("100 men"), figure("80 men")) == (-20, -20.0)


@pytest.mark.parametrize(
    ("old", "new"), [("at least 80 men", "100 men"), ("hundreds of men", "900 men")]
)
def test_no_difference_of_bounds_and_vague_figures(old: str, new: str) -> None:
    assert difference(figure(old), figure(new)) == (None, None)


def test_ranks_are_compared_by_their_baseline() -> None:
    assert rank_relation("lowest since 2002", "lowest since 2003").value == "narrowed"
    assert rank_relation("lowest since 2003", "lowest since 2002").value == "widened"
    assert rank_relation("lowest since 2002", "the lowest since 2002").value == "equal"
