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
    ],
)
def test_a_label_reads_like_a_persons(sentence: str, expected: str) -> None:
    assert label(sentence.format(40), sentence.format(60)) == expected


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
