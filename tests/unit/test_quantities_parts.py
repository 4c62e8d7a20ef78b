"""Parts and their whole, amounts and their conversion."""

from __future__ import annotations

import pytest

from rights_diff.extraction.quantities import quantities
from rights_diff.model import Quantity


def ties(text: str, field: str) -> list[tuple[float | None, float | None]]:
    """Part and whole (or conversion and amount) by their size."""
    found = quantities(text, year=2019)
    by_id = {q.id: q for q in found}
    named = ((q, getattr(q, field)) for q in found)
    return [(size(q), size(by_id[other])) for q, other in named if other is not None]


def size(q: Quantity) -> float | None:
    return next((x for x in (q.value, q.low, q.high) if x is not None), None)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The crew of 63 divers (23 women, 40 men) left.", [(23, 63), (40, 63)]),
        ("They hired 27 people, including 12 children.", [(12, 27)]),
        ("They hired 27 people, including 12 children and 3 women.", [(12, 27), (3, 27)]),
        ("It saw 27 drownings, including of five women.", [(5, 27)]),
        ("It held 90 strikers, of whom 13 were women.", [(13, 90)]),
        ("It got 42 letters, of which four were kept, 32 burned, and six lost.",
         [(4, 42), (32, 42), (6, 42)]),
        ("It held 90 strikers, six of whom were freed.", [(6, 90)]),
        ("It held 90 strikers. Of these, six were freed.", [(6, 90)]),
        ("It held 90 strikers. Six of them were freed.", [(6, 90)]),
        ("Two of the 12 divers drowned.", [(2, 12)]),
        ("The party lost 19 of around 50 seats.", [(19, 50)]),
        ("Some 34 percent of the 500 divers drowned.", [(34, 500)]),
        ("It closed 17 shops: ten in the east and seven in the west.", [(10, 17), (7, 17)]),
        ("Some 500 divers (34 percent of whom were women) drowned.", [(34, 500)]),
    ],
)  # fmt: skip
def test_a_part_names_its_whole(text: str, pairs: list[tuple[float, float]]) -> None:
    assert ties(text, "part_of") == pairs


@pytest.mark.parametrize(
    "text",
    [
        "It held 52 women, 30 men and 11 children.",
        "Thirty (30) divers drowned.",
        "In 2018, 90 divers drowned (70 in 2017).",
        "It held 90 strikers. In May, six bakers were freed.",
        "Some 90 bakers met the strikers, some of whom were freed.",
        "It held six strikers. Of them, 90 were freed.",
        "It got 90 letters on fishing, including six bakers among its readers.",
        "It sold ten copies of the 300 songs.",
        "It held 90 strikers.\nSix of them were freed.",
        "It tried 14 men, including those in hiding: 8 in May for the loss of 6 boats.",
    ],
)
def test_figures_that_merely_stand_together_are_no_parts(text: str) -> None:
    assert ties(text, "part_of") == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("He paid 5,000 forints ($17).", [(17, 5000)]),
        ("He earned 5,000 forints per month (about $17).", [(17, 5000)]),
        ("He paid 5,000 forints (the equivalent of $17).", [(17, 5000)]),
        ("He paid €500 ($550) to one and €70 ($77) to the other.", [(550, 500), (77, 70)]),
        ("He rowed 12 miles (20 kilometres).", [(20, 12)]),
        ("He paid 5,000 forints and $17.", []),
        ("He paid $50 ($40 in May).", []),
    ],
)
def test_a_conversion_names_its_amount(text: str, pairs: list[tuple[float, float]]) -> None:
    assert ties(text, "converts") == pairs


def test_a_number_told_twice_is_one_figure() -> None:
    assert [q.value for q in quantities("Thirty (30) divers drowned.")] == [30.0]
