"""Figures that one side was read otherwise in, that are in no sentence, or of other events."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.comparison_fixture import make_report

import rights_diff as rd
from rights_diff.model import QuantityRelation, Report

LINE = "At least 40 farmers and 12 clerks were held in the port of Zenda in May."


def report(*lines: str, year: int = 2020) -> Report:
    return make_report({"Ports": list(lines)}, year=year)


def linked(old: Report, new: Report) -> list[tuple[str, str, QuantityRelation]]:
    comparison = rd.compare(old, new)
    cores = [{q.id: q.core.of(r.text) for q in r.quantities} for r in (old, new)]
    return [(cores[0][k.old], cores[1][k.new], k.relation) for k in comparison.quantity_links]


def test_in_a_kept_sentence_each_figure_meets_its_own_words() -> None:
    old, new = report(LINE), report(LINE, year=2021)
    equal = [("40", "40", QuantityRelation.EQUAL), ("12", "12", QuantityRelation.EQUAL)]
    assert linked(old, new) == equal
    short = replace(new, quantities=new.quantities[1:])  # as where a reader of one's own found less
    assert linked(old, short) == linked(short, old) == equal[1:]


def test_a_figure_outside_every_sentence_is_compared_with_none() -> None:
    old, new = report(LINE), report(LINE, year=2021)
    stray = replace(new.quantities[0], sentence=None)
    assert [k[0] for k in linked(old, replace(new, quantities=(stray, new.quantities[1])))] == [
        "12"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "It was the third fire in the port of Zenda.",
            "It was the second strike in the port of Zenda.",
        ),
        (
            "Guards shot 14 gulls by the pier in March, and the mayor left.",
            "Guards fined 90 nurses in the clinic of the north in June, and the mayor left.",
        ),
        (
            "Under the act of 1950 the fine for theft is 400 crowns.",
            "The mayor paid 900 crowns to the clerk whom the guards had robbed.",
        ),
    ],
)
def test_figures_of_other_events_are_not_linked(old: str, new: str) -> None:
    assert linked(report(old), report(new, year=2021)) == []
