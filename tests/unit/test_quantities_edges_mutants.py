"""Where a part of the year, a bound or a vague figure ends: each row was a mutant once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rights_diff.comparison.figures.relations import difference
from rights_diff.extraction.quantities import quantities
from rights_diff.model import QuantityKind

RUN = "From May to July, 40 boats sank. "


@pytest.mark.parametrize(
    ("text", "period"),
    [
        # What ends after the report's year is a plan.
        ("By May 2021, 40 boats sank.", None),
        ("From May to July 2021, 40 boats sank.", None),
        ("From May 2020 to July 2021, 40 boats sank.", None),
        ("From May 2018 to July 2019, 40 boats sank.", "2018-05/2019-07"),
        ("Between May 2018 and July 2019, 40 boats sank.", "2018-05/2019-07"),
        # Two dates are a range only where the words say so.
        ("In May 2018 and July 2019, 40 boats sank.", None),
        ("From May 2018 and in July 2019, 40 boats sank.", None),
        ("From 2017 to May 2019, 40 boats sank.", None),
        ("From May 2018 to 2019, 40 boats sank.", None),
        ("From May 2018, by June 40 boats had sunk.", "2019-01/2019-06"),
        ("Since 2015-2017, 40 boats sank.", None),
        ("From 2015-2019, 40 boats sank.", "2015/2019"),
        ("40 boats sank 2015-2019.", "2015/2019"),
        # A plan is named by its years, and dates nothing.
        ("The 2015-2019 plan had 40 boats.", None),
        ("Its 2015-2019 plan had 40 boats.", None),
        ("A 2015-2019 plan had 40 boats.", None),
        ("The fund's 2015-2019 plan had 40 boats.", None),
        ("The fund’s 2015-2019 plan had 40 boats.", None),
        # A whole year, or a month of it, is no part up to a date.
        ("By January, 40 boats sank.", None),
        ("By February, 40 boats sank.", "2019-01/2019-02"),
        ("By December, 40 boats sank.", None),
        ("At the end of May, 40 boats sank.", "2019-01/2019-05"),
        ("The end of May saw 40 boats sink.", None),
        # "That period" points back, unless it is told which one.
        (RUN + "In the same period of calm, 12 boats burned.", None),
        (RUN + "In that period for repair, 12 boats burned.", None),
        # Halves, quarters and months, and nothing else.
        ("40 boats sank in the first half", "2019-01/2019-06"),
        ("In the first half, 40 boats sank, and 3 burned in May.", "2019-01/2019-06"),
        ("In the second half, 40 boats sank, the first in years.", None),
        ("In the first, 40 boats sank.", None),
        ("In the first six weeks, 40 boats sank.", None),
    ],
)
def test_where_a_part_of_the_year_ends(text: str, period: str | None) -> None:
    found = [q for q in quantities(text, year=2019) if q.value in {40.0, 12.0}][-1]
    assert found.period == period


def test_without_a_year_of_the_report_only_years_that_are_told_count() -> None:
    told = quantities("By May 2021, 40 boats sank.")[0]
    assert (told.period, told.as_of) == ("2021-01/2021-05", 2021)
    assert quantities("In the first half, 40 boats sank.")[0].period is None


@pytest.mark.parametrize(
    ("text", "words", "qualifier"),
    [
        ("More than about 12 boats sank.", "More than about 12 boats", "more_than"),
        ("At least exactly 12 boats sank.", "At least exactly 12 boats", "at_least"),
        ("They lost about just 12 boats.", "about just 12 boats", "about"),
        ("Only the 12 boats sank.", "12 boats", "exact"),
        ("They lost exactly another 12 boats.", "another 12 boats", "exact"),
        ("Over 12 boats or so sank.", "Over 12 boats", "more_than"),
        ("They lost 12+ big boats.", "12+ big boats", "at_least"),
        ("They lost 12+.", "12+", "at_least"),
        ("Men came under age 12.", "under age 12", "less_than"),
        ("12 plus boats sank.", "12 plus boats", "at_least"),
        ("They lost 12 or more than.", "12 or more than", "at_least"),
        ("They lost 12 or more than", "12 or more than", "at_least"),
        ("They lost 12 or more than ten.", "12", "exact"),
        ("They lost 12 or greater than 3 boats.", "12", "exact"),
        ("They lost 12 or fewer boats.", "12 or fewer boats", "up_to"),
        ("They lost 12 boats or fewer.", "12 boats or fewer", "up_to"),
        ("They lost 12 boats or less.", "12 boats or less", "up_to"),
        ("They lost 12 boats or less than the navy.", "12 boats", "exact"),
        ("They saw 12 boats and under them a reef.", "12 boats", "exact"),
    ],
)
def test_what_bounds_a_number_before_and_after_it(text: str, words: str, qualifier: str) -> None:
    found = quantities(text)[0]
    assert (found.span.of(text), found.qualifier.value) == (words, qualifier)


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("Nurses came four times a week.", "frequency", "per week"),
        ("Nurses came four times.", "frequency", None),
        ("Thieves took thousands of dollars.", "vague_magnitude", "USD"),
        ("Thieves took thousands of boats.", "vague_magnitude", None),
        ("Fares rose from 40 to 50 per cent.", "percent", "percent"),
        ("It is one of the only ports.", "rank", None),
    ],
)
def test_what_a_number_is_of(text: str, kind: str, unit: str | None) -> None:
    found = quantities(text)[0]
    assert (found.kind.value, found.unit) == (kind, unit)


def test_a_hedged_range_keeps_both_ends() -> None:
    found = quantities("Some five to six boats sank.")[0]
    assert (found.qualifier.value, found.value, found.low, found.high) == ("about", None, 5.0, 6.0)


def test_a_figure_that_is_vague_by_kind_has_no_difference() -> None:
    plain = quantities("Police held nine men.")[0]
    vague = replace(plain, kind=QuantityKind.VAGUE_MAGNITUDE)
    assert difference(plain, replace(plain, value=12.0)) == (3.0, 33.3)
    assert difference(vague, plain) == difference(plain, vague) == (None, None)


@pytest.mark.parametrize(
    "text",
    ["Under its 2015-2019 plan, the state built homes.", "Under its 2016 plan it built homes."],
)
def test_what_a_plan_is_called_by_is_no_bound(text: str) -> None:
    assert not quantities(text)


def test_under_a_number_of_ones_own_is_where_and_no_bound() -> None:
    (found,) = quantities("Over their 30 offices flew a flag.")
    assert (found.value, found.qualifier) == (30, "exact")
