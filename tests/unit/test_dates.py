"""Dates: as precise as the text."""

from __future__ import annotations

import pytest

import rights_diff as rd
from rights_diff.extraction.dates import dates_in
from rights_diff.extraction.grammar.tokens import tokenise


def isos(sentence: str, year: int | None = 2017) -> list[str]:
    return [d.iso for d in dates_in(tokenise(sentence), year)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On 3 September it rained.", ["2017-09-03"]),
        ("On the 3rd of September it rained.", ["2017-09-03"]),
        ("On September 3, 2016, it rained.", ["2016-09-03"]),
        ("On 3 September 2016 it rained.", ["2016-09-03"]),
        ("On Sept. 3 it rained.", ["2017-09-03"]),
        ("On 2016-09-03 it rained.", ["2016-09-03"]),
        ("Between 3 and 8 May it rained.", ["2017-05-03/2017-05-08"]),
        ("On May 3–8 it rained.", ["2017-05-03/2017-05-08"]),
        ("From 19 April to 3 May it rained.", ["2017-04-19/2017-05-03"]),
        ("From April 19 to May 3, 2016, it rained.", ["2016-04-19/2016-05-03"]),
        ("In March of 2009 it rained.", ["2009-03"]),
        ("In June it rained.", ["2017-06"]),
        ("In mid-June it rained.", ["2017-06"]),
        ("In April, May and June it rained.", ["2017-04", "2017-05", "2017-06"]),
        ("In March and May 2012 it rained.", ["2012-03", "2012-05"]),
        ("Between March and June it rained.", ["2017-03/2017-06"]),
        ("From November to March 2012 it rained.", ["2011-11/2012-03"]),
        ("In 2016 it rained.", ["2016"]),
        ("In late 2016 it rained.", ["2016"]),
        ("In mid-2016 it rained.", ["2016"]),
        ("The 1950-53 war was dry.", ["1950/1953"]),
        ("From 1992 until 2011 it rained.", ["1992/2011"]),
        ("Between 1959 and 1984 it rained.", ["1959/1984"]),
        ("In 2012 and 2015 it rained.", ["2012", "2015"]),
        ("In 2013/14 it rained.", ["2013/2014"]),
        ("In the 1990s it rained.", ["1990/1999"]),
        ("In the late 1990s it rained.", ["1995/1999"]),
        ("In the 1970s and 1980s it rained.", ["1970/1989"]),
        ("In the 1970s and 80s it rained.", ["1970/1989"]),
        ("In the summer of 2017 it rained.", ["2017-06/2017-08"]),
        ("In the winter of 2017 it rained.", ["2017-12/2018-02"]),
        ("In the first six months of the year it rained.", ["2017-01/2017-06"]),
        ("In the first six months of 2015 it rained.", ["2015-01/2015-06"]),
        ("In the second half of the year it rained.", ["2017-07/2017-12"]),
        ("It rained during the year.", ["2017"]),
        ("By the end of the year it rained.", ["2017-12-31"]),
    ],
)
def test_dates(sentence: str, expected: list[str]) -> None:
    assert isos(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It may rain and they may march.",
        "Teresa May came.",
        "They march on Monday.",
        "At least 2000 boats sank.",
        "Law 19/2 applies.",
        "The 30 February is no day.",
        "Some 12 boats sank.",
    ],
)
def test_no_dates(sentence: str) -> None:
    assert [d for d in isos(sentence) if not d.endswith("-02")] == []


def test_without_a_year_the_date_says_so() -> None:
    assert isos("On 3 September it rained, as in June.", None) == ["--09-03", "--06"]
    assert isos("It rained during the year.", None) == []


def test_a_report_dates_by_the_year_it_covers() -> None:
    text = "Sea\n\nOn 3 May it rained. In 2011 it did not.\n"
    report = rd.parse(text, covered_years=[2019])
    assert [(d.span.of(text), d.iso) for d in report.dates] == [
        ("3 May", "2019-05-03"),
        ("2011", "2011"),
    ]
