"""What a series is called: who or what is counted, what befell it, by whom, what is measured."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import make_report

from rights_diff.model import Report
from rights_diff.timelines.building import build


def label(first: str, second: str) -> str:
    reports = [
        make_report({"Detention": [line]}, year=year)
        for year, line in ((2015, first), (2017, second))
    ]
    (found,) = build(reports).series
    return found.label


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what befell those counted
        (
            "Some {} miners continued to be held in camps of the north.",
            "Miners held in camps of the north",
        ),
        (
            "Some {} miners were believed to remain in the camps of the north.",
            "Miners remaining in the camps of the north",
        ),
        (
            "During the year {} miners left the northern valleys for good.",
            "Miners who left the northern valleys for good",
        ),
        (
            "Some {} miners sent back from the coast faced years in camps.",
            "Miners sent back from the coast who faced years in camps",
        ),
        (
            "A survey found that {} percent of miners had seen a cave collapse.",
            "Share of miners who had seen a cave collapse",
        ),
        (
            "A survey found that {} percent of miners finish school in the valley.",
            "Share of miners who finish school in the valley",
        ),
        # who did it
        ("The northern army held {} ferries.", "Ferries held by the northern army"),
        (
            "Although Ruritania has ratified {} harbour treaties, few were kept.",
            "Harbour treaties ratified by Ruritania",
        ),
        ("Guards detained {} miners in the valley.", "Miners detained in the valley"),
        # what is measured
        (
            "The average wage of {} crowns per month fed no family of miners.",
            "Average wage per month",
        ),
        (
            "The government raised the number of harbour lights at ferry stops to more than {}.",
            "Harbour lights at ferry stops",
        ),
        (
            "Women constituted {} percent of the harbour council in the north.",
            "Women as a share of the harbour council",
        ),
        (
            "A law imposes a {} percent tax on ferries that carry miners.",
            "Tax on ferries that carry miners",
        ),
        ("The {}-member harbour council met in the north.", "Members of the harbour council"),
        # who is told of between commas
        (
            "The mine, located near the old harbour, held {} exiles.",
            "Exiles held by the mine",
        ),
        (
            "Some {} exiles, mostly women, were secretly employed by harbour yards.",
            "Exiles secretly employed by harbour yards",
        ),
        ("The harbour mine held {} exiles who dug coal.", "Exiles who dug coal"),
        # what was done, told by a noun
        (
            "The league condemned the killings of {} exiles by guards during protests.",
            "Killings of exiles by guards during protests",
        ),
        # no name, but the words themselves
        (
            "A decree requires companies with more than {} miners to keep a doctor.",
            "Miners: “A decree requires companies with … miners to keep a doctor”",
        ),
    ],
)
def test_a_label_reads_like_a_persons(sentence: str, expected: str) -> None:
    assert label(sentence.format(40), sentence.format(60)) == expected


def labels(sentence: str, *values: tuple[int, int]) -> set[str]:
    told = [
        make_report({"Detention": [sentence.format(*(v[n] for v in values))]}, year=2015 + n)
        for n in (0, 1)
    ]
    return {s.label for s in build(told).series}


def test_a_part_has_the_verb_and_its_whole_has_not() -> None:
    line = (
        "The league estimated that {} of the {} miners arrested in the valley remained in prison."
    )
    assert labels(line, (40, 60), (400, 410)) == {
        "Miners arrested in the valley who remained in prison",
        "Miners arrested in the valley",
    }


def test_numbers_of_a_list_are_named_by_what_they_are_of() -> None:
    line = "Inspectors made {} visits ({} to mines, {} to harbours, and {} to schools)."
    found = labels(line, (19, 17), (8, 9), (6, 5), (5, 3))
    assert {"Visits to mines", "Visits to harbours", "Visits to schools"} <= found


def test_a_share_in_brackets_has_the_verb_of_the_count_before_it() -> None:
    line = "Some {} miners ({} percent of the workforce) lived in the valley."
    assert "Share of the workforce who lived in the valley" in labels(line, (700, 900), (7, 9))


def test_two_shares_have_one_verb() -> None:
    line = "According to the league, {} percent of boys and {} percent of girls work in mines."
    assert labels(line, (6, 3), (9, 12)) == {
        "Share of boys who work in mines",
        "Share of girls who work in mines",
    }


def test_two_series_are_not_called_the_same() -> None:
    lines = [
        "Inspectors of the port counted {} wrecks.",
        "Fishermen of the island counted {} wrecks.",
    ]
    reports = [
        make_report({"Coast": [line.format(n + k) for k, line in enumerate(lines)]}, year=year)
        for year, n in ((2015, 40), (2017, 60))
    ]
    labels = [s.label for s in build(reports).series]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("number", [40, 1200])
def test_a_label_names_no_number_that_the_points_do_not_share(number: int) -> None:
    told = f"Officers reported {number} cases involving 12 miners in the northern valley."
    later = f"Officers reported {number + 30} cases involving 17 miners in the northern valley."
    reports = [
        make_report({"Mines": [told]}, year=2015),
        make_report({"Mines": [later]}, year=2017),
    ]
    labels = [s.label for s in build(reports).series]
    assert labels
    assert not any(c.isdigit() for text in labels for c in text)


def _told(year: int, line: str) -> Report:
    return make_report({"Detention": [line]}, year=year)


def test_what_befell_people_stands_in_the_label() -> None:
    first = "According to the league, 35 members of the guard and 14 clerks were killed in riots."
    later = "According to the league, 22 members of the guard and 19 clerks were killed in riots."
    labels = [s.label for s in build([_told(2015, first), _told(2016, later)]).series]
    assert "Members of the guard killed" in labels


def test_that_it_was_counted_is_no_part_of_a_label() -> None:
    first = "The union counted more than 4,800 strikes, compared with 9,940 in all of 2013."
    later = "The union counted more than 2,870 strikes, compared with 4,855 in all of 2014."
    labels = [s.label for s in build([_told(2015, first), _told(2016, later)]).series]
    assert labels
    assert not [label for label in labels if "counted" in label or "compared" in label]
