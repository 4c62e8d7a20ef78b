"""Figures that two sentences share, as evidence that they make one claim."""

import pytest

import rights_diff
from rights_diff.alignment.features import OWN, own_features
from rights_diff.alignment.preparing import prepare
from rights_diff.alignment.vectors import dot


def shares_figure(one, other):
    options = {"organization": "Amnesty International", "country": "Georgia"}
    sides = prepare(*(rights_diff.parse(f"Prisons\n\n{t}\n", **options) for t in (one, other)))
    a, b = (side.profiles[0] for side in sides)
    return bool(own_features(a, b, dot(a.vector, b.vector))[OWN.index("big")])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Guards held 184 inmates in the fort.", "Of the inmates, 184 were in the fort."),
        ("Only 67 came back in 2021.", "Few came, fewer than the 67 who came back in 2021."),
    ],
)
def test_a_long_figure_or_one_of_a_named_year_ties_two_sentences(one, other):
    assert shares_figure(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police charged 184 protesters.", "Judges may extend the inquiry by 184 days."),
        ("Only 67 came back in 2021.", "The court tried 67 men in 2023."),
        ("Guards held 67 inmates.", "Guards held 67 inmates."),
    ],
)
def test_a_figure_of_another_kind_or_year_ties_nothing(one, other):
    assert not shares_figure(one, other)
