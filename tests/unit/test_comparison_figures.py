"""Which figures are linked, and which are kept apart."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import one_section, pair

from rights_diff.comparison import build
from rights_diff.comparison.figures.periods import stretches
from rights_diff.model import Alignment, Candidate, ClaimPair

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
        ("Three journalists were in prison at the end of the year.",
         "Five journalists were in prison at the end of the year, of whom one was ill.",
         [("Three", "Five", "increased")]),
        ("At least 50 people were sentenced to death.",
         "The courts handed down 70 death sentences.", [("50", "70", "increased")]),
        ("Up to 900 people remained in the four camps.", "Up to 900 detainees stayed in camps.",
         [("900", "900", "equal")]),
        ("Of 40 inspected shops, 12 percent (or five) broke the rule and 30 percent closed.",
         "Of 60 inspected shops, 30 percent broke the rule and 12 percent closed.",
         [("40", "60", "increased"), ("12", "30", "increased"), ("30", "12", "decreased")]),
        ("Pastors visited the jail four times a week.", "Pastors visited the jail four times.",
         [("four", "four", "requalified")]),
        ("There were several reports of thefts.", "There were no reports of thefts.",
         [("several", "no", "decreased")]),
        ("The union counted 3,432 accidents, an increase of 80.",
         "The union counted 3,576 accidents, an increase of 90.",
         [("3,432", "3,576", "increased"), ("80", "90", "increased")]),
        ("Nearly 100 people had their death sentences confirmed; 140 remained on death row.",
         "Thirty people had their death sentences confirmed by the court.",
         [("100", "Thirty", "decreased")]),
        ("The port saw the third strike vote in ten years.", "The port saw a sixth strike vote.",
         [("third", "sixth", "increased")]),
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
        ("By December, 904 dockers had been prosecuted.", "By March, 700 dockers were convicted."),
        ("The court ordered the state to pay the applicant 5,000 euros in damages.",
         "The judges ruled for Ms Roe and awarded her 19,500 euros in damages."),
        ("The mill counted 3,432 accidents, a reduction of 357 from 2019.",
         "Wages saw an increase of 92 in the year of the strike."),
        ("Hundreds of short arrests followed the strike.",
         "There was an average of 400 short arrests each month."),
        ("The four wardens accused of theft had served at the quay.",
         "Killings of wardens rose: more than 90 were killed by November."),
        ("Some millers at the quay took bribes.", "The strike drove some millers out of town."),
        ("Many camps were told of in the hills.", "One of the camps was closed, they said."),
        ("At least 360 hangings were told by officials.", "There were 63 public hangings."),
        ("Some 48 percent of those asked had heard slurs in the street.",
         "Another survey found 42 percent of those asked held such views."),
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


def both(old: str, new: str) -> list[tuple[str, str, str, str | None]]:
    """The links of two sentences that are a pair: number words, relation, note."""
    a, b = one_section(old), one_section(new, year=2021)
    built = build(a, b, pair(("s1.1", "s1.1")))
    cores = [{q.id: q.core.of(r.text) for q in r.quantities} for r in (a, b)]
    return [
        (cores[0][x.old], cores[1][x.new], x.relation.value, x.note) for x in built.quantity_links
    ]


def test_an_exchange_rate_is_no_change_of_a_sum() -> None:
    old, new = (f"The board may fine papers up to 200 euros (${rate})." for rate in (220, 250))
    assert both(old, new) == [
        ("200", "200", "equal", None),
        ("220", "250", "incomparable", "conversion"),
    ]
    a, b = one_section(old), one_section(new, year=2021)
    (row,) = build(a, b, pair(("s1.1", "s1.1"))).ledger
    assert "number_changed" not in row.facets


def test_a_conversion_follows_its_sum() -> None:
    old = "The board fined papers 200 euros ($220) in all."
    new = "The board fined papers 300 euros ($330) in all."
    assert both(old, new) == [
        ("200", "300", "increased", None),
        ("220", "330", "increased", None),
    ]


def test_a_conversion_has_the_bounds_of_its_sum() -> None:
    old = "The rule is for clubs with a budget of more than $66,000 a year."
    new = "The rule is for clubs with a budget of more than 60,000 euros ($66,000) a year."
    assert both(old, new) == [("66,000", "66,000", "equal", None)]


def test_what_is_inside_brackets_is_for_the_time_of_the_words_before() -> None:
    old = "As of November the board made 17 visits (10 to jails and three to mills)."
    new = "The board made 21 visits (13 to jails and four to mills)."
    assert {note for *_, note in both(old, new)} == {"period"}


def test_the_same_stretch_of_both_years_is_no_other_period() -> None:
    old = "There were 143 strikes held and 97 strikes stopped between January and November."
    new = "Between January and November, 99 strikes were held and 70 strikes stopped."
    assert {note for *_, note in both(old, new)} == {None}


def test_a_state_counted_on_a_day_is_for_no_stretch() -> None:
    old = "The Harbour Union counted 712 dockers in detention in the old jail as of November."
    new = "The Harbour Union counted 1,026 dockers in detention in the old jail as of May."
    assert both(old, new) == [("712", "1,026", "increased", None)]


def test_near_misses_share_their_figures() -> None:
    old = one_section("Up to 900 people remained in the four known labour camps by the sea.")
    new = one_section("Four labour camps were known to remain open.", year=2021)
    near = (("new", "s1.1", (Candidate(sentence="s1.1", score=0.2),)),)
    (found,) = build(old, new, Alignment(near=near)).quantity_links
    assert (found.relation.value, found.row) == ("equal", None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Forty weavers were released from the tower during the year.",
         "Seven weavers were adopted by the guild during the year; three were released."),
        ("More than 300 people were killed in bombings in the northern hills.",
         "At least 60 people were killed in clashes over grazing in the valley."),
        ("Thousands of weavers were refused trading papers by the harbour board.",
         "A court told the harbour board to issue trading papers to hundreds of weavers."),
        ("Penalties for rape go from two years in jail to 15 years.",
         "Penalties for coercion go from one year in jail to 15 years."),
    ],
)  # fmt: skip
def test_other_events_have_other_figures(old: str, new: str) -> None:
    assert not [found for found in links(old, new) if found[2] in ("increased", "decreased")]


def test_two_named_sources_are_told_and_not_set_off() -> None:
    old = one_section("The Dock Safety Office recorded 240 dockers killed at the northern quays.")
    new = one_section(
        "The Weavers Union Mission reported 270 dockers killed at the quays.", year=2021
    )
    (link,) = build(old, new, pair(("s1.1", "s1.1"))).quantity_links
    assert (link.note, link.absolute, link.percent) == ("source", None, None)


def test_a_loose_link_is_unsure() -> None:
    old = one_section(
        "Some 920 people awaited execution, among them elderly weavers from the hills."
    )
    new = one_section(
        "By December 1,002 inmates awaited execution in prisons of the capital.", year=2021
    )
    kept = one_section(
        "Some 990 people awaited execution, among them weavers from the hills.", year=2021
    )
    assert [k.unsure for k in build(old, new, pair(("s1.1", "s1.1"))).quantity_links] == [True]
    assert [k.unsure for k in build(old, kept, pair(("s1.1", "s1.1"))).quantity_links] == [False]
