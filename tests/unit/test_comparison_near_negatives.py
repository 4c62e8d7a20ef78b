# ruff: noqa: E501 - sentences are easier to compare on one line
"""What denies in other words on the other side is no reversal; nor is the short form of number."""

from __future__ import annotations

import pytest

import rights_diff as rd

SAME = [
    ("Prisoners convicted of fraud lose their right to vote.", "Prisoners convicted of fraud may not vote."),
    ("There was almost no judicial independence in the provinces.", "There was nonexistent judicial independence in the provinces."),
    ("Guards at camp No. 14 beat prisoners every day.", "Guards at camp 14 beat prisoners every day."),
    ("Doctors from Medics at the border treated forty people.", "Doctors from Medics Without Borders treated forty people."),
    ("It allows no press, no free radio stations and no unions.", "No press, free radio stations or unions are allowed."),
    ("Officials refused to renew the licence of the station.", "Officials did not renew the licence of the station."),
]  # fmt: skip
REVERSED = [
    ("The trials were fair in the eyes of the observers who attended.", "The trials were not fair in the eyes of the observers who attended."),
    ("Detainees had access to lawyers of their choice.", "Detainees had no access to lawyers of their choice."),
]  # fmt: skip


def reversals(old: str, new: str) -> set[str]:
    old_report, new_report = (
        rd.parse(f"Justice system\n\n{text}\n", organization="Amnesty International", covered_years=[year])
        for text, year in ((old, 2010), (new, 2012))
    )  # fmt: skip
    facets = {f.value for row in rd.compare(old_report, new_report).ledger for f in row.facets}
    return facets & {"contradicted", "status_changed"}


@pytest.mark.parametrize(("old", "new"), SAME)
def test_the_same_in_other_words_is_no_reversal(old: str, new: str) -> None:
    assert not reversals(old, new)
    assert not reversals(new, old)


@pytest.mark.parametrize(("old", "new"), REVERSED)
def test_a_plain_negation_is_one(old: str, new: str) -> None:
    assert reversals(old, new) == {"contradicted"}
    assert reversals(new, old) == {"contradicted"}


def test_what_is_denied_is_named_in_full() -> None:
    old, new = (
        rd.parse(f"Justice system\n\n{text}\n", organization="Amnesty International", covered_years=[year])
        for text, year in (
            ("The ministry let an independent prison monitor into the country.", 2010),
            ("The ministry let no independent prison monitor into the country.", 2012),
        )
    )  # fmt: skip
    comparison = rd.compare(old, new)
    assert "“independent prison monitor” → “no independent prison monitor”" in str(
        comparison.explain(comparison.ledger[0])
    )
