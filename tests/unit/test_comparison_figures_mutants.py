"""Figures that one word keeps apart or together: each row was a mutant once."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import one_section, pair

from rights_diff.comparison import build


def linked(old: str, new: str) -> list[tuple[str, str, str]]:
    a, b = one_section(old, year=2020), one_section(new, year=2021)
    cores = [{q.id: q.core.of(r.text) for q in r.quantities} for r in (a, b)]
    found = build(a, b, pair(("s1.1", "s1.1"))).quantity_links
    return [(cores[0][k.old], cores[1][k.new], k.relation.value) for k in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # A change is no level, and a rise no fall.
        ("The union counted thefts, which rose by 40.", "The union counted 40 thefts.", []),
        ("Thefts in the port rose by 40.", "Thefts in the port fell by 40.", []),
        (
            "Thefts in the port rose by 40.",
            "Thefts in the port rose by 60.",
            [("40", "60", "increased")],
        ),
        # A rate is no count of the year.
        (
            "Guards counted 40 thefts in the port.",
            "Guards counted 90 thefts in the port each week.",
            [],
        ),
        (
            "Guards counted 40 thefts a week in the port.",
            "Guards counted 90 thefts in the port each week.",
            [("40", "90", "increased")],
        ),
        ("Guards counted an average of 40 thefts.", "Guards counted 40 thefts.", []),
        (
            "Guards counted an average of 40 thefts.",
            "Guards counted an average of 90 thefts.",
            [("40", "90", "increased")],
        ),
        # One of many is one among them; two are a number.
        ("Many camps were closed in the north.", "One camp was closed in the north.", []),
        (
            "Many camps were closed in the north.",
            "Two camps were closed in the north.",
            [("Many", "Two", "overlaps")],
        ),
    ],
)
def test_one_word_decides(old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    assert linked(old, new) == expected
