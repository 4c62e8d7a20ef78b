"""Which figures are linked, and which are kept apart."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import one_section, pair

from rights_diff.comparison import build
from rights_diff.comparison.periods import stretches
from rights_diff.model import Alignment, ClaimPair

Found = list[tuple[str, str, str]]


def links(old: str, new: str, *, aligned: bool = True, year: int = 2021) -> Found:
    a, b = one_section(old), one_section(new, year=year)
    built = build(a, b, pair(("s1.1", "s1.1")) if aligned else Alignment())
    cores = [{q.id: q.core.of(r.text) for q in r.quantities} for r in (a, b)]
    return [(cores[0][x.old], cores[1][x.new], x.relation.value) for x in built.quantity_links]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Nine men were executed.", "At least 16 people were executed.",
         [("Nine", "16", "increased")]),
        ("There were no executions.", "No executions took place.", [("no", "No", "equal")]),
        ("At least 50 people were sentenced to death.",
         "The courts handed down 70 death sentences.", [("50", "70", "increased")]),
        ("Up to 900 people remained in the four camps.", "Up to 900 detainees stayed in camps.",
         [("900", "900", "equal")]),
    ],
)  # fmt: skip
def test_linked(old: str, new: str, expected: Found) -> None:
    assert [(a.lower(), b.lower(), relation) for a, b, relation in links(old, new)] == [
        (a.lower(), b.lower(), relation) for a, b, relation in expected
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Nine people were killed in the raid.", "Nine people were released after the raid."),
        ("Two women were fined.", "Two men were fined."),
        ("Mr Dow got six months’ imprisonment for libel in Strelsau.",
         "Ms Roe, a teacher from Zenda, received six months’ imprisonment."),
        ("Police held 14 people.", "Wages rose by 14 per cent."),
        ("On 9 June, 40 people were killed when a bomb struck a dance in Zenda.",
         "On 6 August, 22 people were killed in a crowded market in Strelsau."),
        ("In July, gunmen attacked a ferry, killing five passengers.",
         "More than 1,000 passengers were killed during the year."),
        ("There were reports of more than 300 other executions.",
         "In all, 544 executions were recorded."),
        ("More than 9,000 families were at risk of eviction from the quay.",
         "Some 2,000 families were evicted from their farms."),
        ("Two farmers marched in Zenda.", "More than 3,000 farmers lost land in Strelsau."),
    ],
)  # fmt: skip
def test_kept_apart(old: str, new: str) -> None:
    assert links(old, new) == []


def test_linked_across_rows_only_on_strong_evidence() -> None:
    old = "The Harbour Union counted 1,127 dock workers dismissed during the port strike."
    new = "In 2020, the year of the port strike, 1,127 dock workers were dismissed."
    assert links(old, new, aligned=False) == [("1,127", "1,127", "equal")]
    assert links("Nine men were held.", "Nine men were held at sea.", aligned=False) == []


def test_part_of_a_year_has_a_note_and_no_percentage() -> None:
    old = one_section("In 2020, 400 farmers were evicted.")
    new = one_section("Between January and June, 300 farmers were evicted.", year=2021)
    (link,) = build(old, new, pair(("s1.1", "s1.1"))).quantity_links
    assert (link.note, link.absolute, link.percent) == ("period", None, None)


def test_exact_figures_have_a_difference() -> None:
    old, new = (
        one_section("The jail held 80 men."),
        one_section("The jail held 100 men.", year=2021),
    )
    (link,) = build(old, new, pair(("s1.1", "s1.1"))).quantity_links
    assert (link.absolute, link.percent, link.row) == (20, 25.0, "r1")


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Between January and September 2018, 80 came.", 9),
        ("From 3 March to 4 April, 80 came.", 2),
        ("In the first half of the year, 80 came.", 6),
        ("By the end of June, 80 came.", 6),
        ("As of mid-May 80 had come.", 5),
    ],
)
def test_stretches_of_a_year(text: str, months: int) -> None:
    assert [m for _, m in stretches(text)] == [months]


def test_no_stretch() -> None:
    assert stretches("In June, 80 came; they may leave.") == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Five women filed complaints.", "Eight women were fined."),
        ("Many families lost their homes.", "Thousands of families lived near the old quay."),
    ],
)
def test_a_doubtful_row_links_only_what_agrees_in_full(old: str, new: str) -> None:
    doubtful = Alignment(pairs=(ClaimPair(old=("s1.1",), new=("s1.1",), score=0.3),))
    assert build(one_section(old), one_section(new), doubtful).quantity_links == ()


def test_a_clause_owns_its_period() -> None:
    old = one_section("A total of 1,127 miners arrived during the year.", year=2017)
    new = one_section(
        "Some 2,706 miners arrived in 2011 and 1,127 in 2017; in the first nine months of 2018"
        " only 808 arrived.",
        year=2018,
    )
    built = build(old, new, pair(("s1.1", "s1.1")))
    cores = {q.id: q.core.of(new.text) for q in new.quantities}
    told = {cores[x.new]: (x.relation.value, x.percent, x.note) for x in built.quantity_links}
    assert told["1,127"][::2] == ("equal", None)
    assert told["808"] == ("decreased", None, "period")
