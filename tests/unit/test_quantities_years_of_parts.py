"""Whose date a date is: that of the figure, or of something told beside it."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import make_report


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("The office said 58 of the 140 people arrested in the May 2011 riots remained in jail.",
         [2017, 2011]),
        ("Of the 208 people arrested in 2012, 87 remained in detention.", [2012, 2017]),
        ("In 2012, 87 people remained in detention.", [2012]),
        ("Under this law, introduced in 2005, some 40 people qualified.", [2017]),
        ("According to figures from 2013, 29 percent of girls left school.", [2013]),
        ("The share fell from 2013, when it was higher, and 29 percent of girls left.", [2017]),
    ],
)  # fmt: skip
def test_the_year_of_a_figure(line: str, years: list[int]) -> None:
    report = make_report({"Detention": [line]}, year=2017)
    assert [q.as_of for q in report.quantities] == years
