"""What is no change of words, and what only looks so: a figure is no footnote mark."""

from __future__ import annotations

import pytest

import rights_diff as rd
from rights_diff.structure.typography import plain, same_words, without_marks

TYPOGRAPHY = [
    ("“Go,” he said.", '"Go," he said.'),
    ("the judge’s order", "the judge's order"),
    ("the 2010–2012 plan", "the 2010-2012 plan"),
    ("it ended — at last", "it ended - at last"),
    ("it ended—at last", "it ended - at last"),
    ("two  words\u00a0here", "two words here"),
    ("re\u00adlease them", "release them"),
    ("It ended.3", "It ended."),
    ("It ended.²", "It ended."),
    ("It ended. [12]", "It ended."),
    ("• It ended.", "It ended."),
]


@pytest.mark.parametrize(("one", "other"), TYPOGRAPHY)
def test_typography_alone_makes_no_difference(one: str, other: str) -> None:
    assert plain(one) == plain(other)
    assert same_words(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It ended in 2012.", "It ended in 2013."),
        ("It ended.", "it ended."),
        ("a 3", "a 4"),
        ("Deaths per 1,000 births: 3.5", "Deaths per 1,000 births: 3.7"),
        ("Prices rose to 112.25", "Prices rose to 112.75"),
        ("Article 5(3)12", "Article 5(3)14"),
        ("prison camp No.15", "prison camp No.16"),
        ("section B.14", "section B.15"),
        ("a pond of 5 km²", "a pond of 5 km"),
        ("10² births", "10³ births"),
        ("-5 degrees", "5 degrees"),
        ("he saw [12] of us", "he saw [14] of us"),
        ("a rate of 2.[3]1", "a rate of 2.[3]2"),
    ],
)
def test_words_and_figures_do(one: str, other: str) -> None:
    assert plain(one) != plain(other)
    assert not same_words(one, other)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("They were freed.12", "They were freed."),
        ("They were “freed.”12", "They were “freed.”"),
        ("They were freed.[3]", "They were freed."),
        ("They were freed[3] in May.", "They were freed in May."),
        ("Detainees² were freed.³", "Detainees were freed."),
        ("It fell to 2.12", "It fell to 2.12"),
        ("See para.12", "See para.12"),
    ],
)
def test_footnote_marks_go_and_figures_stay(text: str, bare: str) -> None:
    assert without_marks(text) == bare


def chapter(rate: str, camp: str, edition: str) -> rd.Report:
    text = f"""Tuvalu

Health

Doctors read the figures that the ministry published in May.

• Deaths per thousand births: {rate}

• People were held in prison camp No.{camp}

Courts stayed open, and lawyers worked all year in the capital.
"""
    return rd.parse(text, country="Tuvalu", organization="Islet Monitor", edition=edition)


def test_a_decimal_at_the_end_of_a_line_is_a_figure_that_changed() -> None:
    comparison = rd.compare(chapter("3.5", "15", "2012"), chapter("3.7", "16", "2013"))
    told = {
        " ".join(comparison.change(row.id).new): (row.status.value, "number_changed" in row.facets)
        for row in comparison.ledger
    }
    assert told["Deaths per thousand births: 3.7"] == ("revised", True)
    assert told["People were held in prison camp No.16"][0] == "revised"
    values = [
        (comparison.old.quantity(link.old).value, comparison.new.quantity(link.new).value)
        for link in comparison.quantity_links
        if link.relation == "equal"
    ]
    assert all(old == new for old, new in values)
