"""Labels of series whose sentence says in a rare way what befell those counted."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import make_report

from rights_diff.timelines.building import build


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Some {} prisoners of conscience were held in camps.",
            "Prisoners of conscience held in camps",
        ),
        (
            "A survey found that {} percent of miners were able to read.",
            "Share of miners able to read",
        ),
        ("Some {} miners would leave the north.", "Miners who would leave the north"),
        ("They fund construction of {} homes.", "Construction of homes"),
        ("The law sets a {} percent levy rate.", "Levy rate"),
        (
            "Some {} miners considered to be hostages were held in the north.",
            "Miners considered hostages",
        ),
        ("Some {} miners were still reportedly in camps abroad.", "Miners in camps abroad"),
        (
            "About {} miners arrested and beaten were freed.",
            "Miners arrested and beaten who were freed",
        ),
        ("About {} miners arrived at the gate.", "Miners who arrived at the gate"),
        ("About {} miners who had fled remained.", "Miners who had fled"),
        ("The army held {} miners and guards, and others.", "Miners and guards held by the army"),
    ],
)
def test_a_label_says_who_is_counted_and_what_befell_them(sentence: str, expected: str) -> None:
    reports = [
        make_report({"Detention": [sentence.format(n)]}, year=year)
        for year, n in ((2015, 40), (2017, 52))
    ]
    (found,) = build(reports).series
    assert found.label == expected
