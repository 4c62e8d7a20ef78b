"""Parts, wholes, bounds and sums that are told in rare ways, and what is no part."""

from __future__ import annotations

import pytest

from rights_diff.extraction.quantities import quantities


def ties(text: str) -> list[tuple[str, str | None]]:
    """Each figure's number, and that of the figure it is part of."""
    found = quantities(text, year=2019)
    cores = {q.id: q.core.of(text) for q in found}
    return [(q.core.of(text), cores[q.part_of] if q.part_of else None) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In May the court heard 30 cases. Of these cases, four were closed.",
            [("30", None), ("four", "30")],
        ),
        ("The court heard 30 cases; of them, four were shut.", [("30", None), ("four", "30")]),
        (
            "They held 17 people, two of whom were 16 years old.",
            [("17", None), ("two", "17"), ("16", None)],  # an age is no part
        ),
        (
            "They held 81 people, the majority of whom were farmers.",
            [("81", None), ("majority", "81")],
        ),
        (
            "Nine farms were named, of which four were shut, three were sold, and two were burnt.",
            [("Nine", None), ("four", "Nine"), ("three", "Nine"), ("two", "Nine")],
        ),
        (
            "The court heard six charges, five of which fell, including two that carry fines.",
            [("six", None), ("five", "six"), ("two", "five")],
        ),
        (
            "There were 20 farmers, including 12 women, (3 of them nurses).",
            [("20", None), ("12", "20"), ("3", "12")],
        ),
    ],
)
def test_parts_lead_to_their_whole(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The board named five rules, of which two clauses spoke of wells.",
        "Some 30 people left; including four women.",
        "In all, 30 homes were shut, including 40 of the schools.",
        "Some 30 camps (two closed) stood.",
        "Of these, four were closed.",
        "Some 17 people drowned, most by night, and a hundred others were hurt.",
    ],
)
def test_figures_that_only_stand_together_are_no_parts(text: str) -> None:
    assert all(whole is None for _, whole in ties(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 40 percent but fewer than 90 percent left.", [(40, 90)]),
        ("More than 40 but fewer than 40 left.", [(40, None), (None, 40)]),
        ("More than 40 but fewer than 30 left.", [(40, None), (None, 30)]),
        ("The fires cost between one week and two months.", [(7, 60)]),
        ("The 16- or 17-year-olds were fined.", [(16, 17)]),
        ("Girls aged 16 and 17 were fined.", [(16, 17)]),
        ("Girls aged 12 and 17 were fined.", [(12, 12), (17, 17)]),
        ("Killing at least one and wounding others, they left.", [(1, None)]),
        ("It took one or two days.", [(1, 2)]),
        ("It fell from 5 to -7 degrees.", [(5, 5), (-7, -7)]),
        ("About 100 to 150 left.", [(100, 150)]),
    ],
)
def test_two_numbers_are_a_range_or_two_figures(
    text: str, expected: list[tuple[float | None, float | None]]
) -> None:
    found = quantities(text)
    ends = [(q.low, q.high) if q.value is None else (q.value, q.value) for q in found]
    assert ends == expected


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The state paid $50 USD to each.", 50, "USD"),
        ("The state paid $5 million dollars to each.", 5_000_000, "USD"),
        ("The state paid 15 dollars and 50.", 15.5, "USD"),
        ("The state paid NZ $5 each.", 5, "NZD"),
        ("The state paid R $5 each.", 5, "USD"),  # no country is named by a lone letter
        ("The state paid €50 each.", 50, "EUR"),
    ],
)
def test_money_with_its_currency_told_oddly(text: str, value: float, unit: str) -> None:
    (found,) = quantities(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Case # 12 was closed.",
        "Case §12 was closed.",
        "See the page at 7/a of the law.",
        "The number 123456789012345678901234 was told.",
        "The 123456789012345678901234th case was told.",
        "The station (BFA Three) was shut.",
        "The rules of section 7.b were kept.",
    ],
)
def test_numbers_that_only_name_something(text: str) -> None:
    assert quantities(text) == ()
