"""Dates that point back, dates that there are none of, and what only looks like one."""

from __future__ import annotations

import pytest

from rights_diff.extraction.dates import dates_in
from rights_diff.extraction.grammar.tokens import tokenise

YEAR = 2017


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It rained in 2015. The following year was dry.", ["2015", "2016"]),
        ("It rained in December 2015. The next month was dry.", ["2015-12", "2016-01"]),
        ("It rained in 2015. The following month was dry.", ["2015"]),  # of which month is not told
        ("From November 26, 2015 to January 21 it rained.", ["2015-11-26/2017-01-21"]),
        ("The Black Spring of 2003 was dry.", ["2003-03/2003-05"]),
        ("On May 3 and 8 June it rained.", ["2017-05-03"]),
        ("A board was set up on 17 August to look into it.", ["2017-08-17"]),
    ],
)
def test_dates_are_as_precise_as_what_is_told(sentence: str, expected: list[str]) -> None:
    assert [d.iso for d in dates_in(tokenise(sentence), YEAR)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On 2016-13-03 it rained.", ["2016"]),
        ("On 2016-9-03 it rained.", ["2016"]),
        ("On 2016-02-31 it rained.", ["2016"]),
        ("Under rule 2013/34 it rained.", []),
        ("A couple in their 70s left.", []),
        ("In spring 9 dams broke.", []),
        ("In the first six months of the drought it rained.", []),
    ],
)
def test_no_day_or_span_is_made_up(sentence: str, expected: list[str]) -> None:
    assert [d.iso for d in dates_in(tokenise(sentence), YEAR)] == expected
