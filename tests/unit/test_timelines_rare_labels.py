"""Labels of series whose sentence says in a rare way what befell those counted."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import make_report

from rights_diff.timelines.building import build
from rights_diff.timelines.claim_labels import shortened


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
        (
            "Also the northern army also allegedly held {} miners.",
            "Miners held by the northern army",
        ),
        (
            "Guards held {} miners in the cells of the old northern port of Zenda by the sea for "
            "weeks and months.",
            "Miners held in the cells of the old northern port of Zenda",
        ),
        (
            "The army held {} miners from the “northern valleys of the coast in cells.",
            "Miners held from the northern valleys of the coast in cells",
        ),
        ("The state’s {} percent wage tax, which miners paid, rose.", "Wage tax"),
        ("The law may impose fines of {} crowns.", "Fines"),
        ("The wage to be paid was {} crowns.", "Wage"),
    ],
)
def test_a_label_says_who_is_counted_and_what_befell_them(sentence: str, expected: str) -> None:
    reports = [
        make_report({"Detention": [sentence.format(n)]}, year=year)
        for year, n in ((2015, 40), (2017, 52))
    ]
    (found,) = build(reports).series
    assert found.label == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Guards beat the men in the yard.", "Guards beat the men in the yard"),
        (
            "Guards beat the men in the old yard of the northern harbour jail",
            "Guards beat the men …",
        ),
        (
            "Guards beat the men, the boys and the clerks of the jail.",
            "Guards beat the men, the boys …",
        ),
    ],
)
def test_a_claim_is_cut_where_nothing_is_left_open(sentence: str, expected: str) -> None:
    assert shortened(sentence, most=32) == expected
