"""What the outputs say where the program is not sure, or a report does not say its year."""

from __future__ import annotations

import json

import pytest

import rights_diff as rd

OLD = "Prison conditions\n\nGuards beat prisoners in Harbour jail with rubber hoses.\n"
NEW = "Prison conditions\n\nSchools stayed shut in the north for want of teachers.\n"


def dated(text: str, year: int | None) -> rd.Report:
    return rd.parse(
        text,
        organization="Amnesty International",
        country="Cuba",
        covered_years=None if year is None else [year],
    )


def test_an_undated_report_is_neither_older_nor_newer() -> None:
    comparison = rd.compare(dated(OLD, None), dated(NEW, 2012))
    assert comparison.warnings == (
        "the first report does not say which year it covers: neither follows the other",
    )
    text = comparison.to_markdown()
    assert "Only in" in text
    assert "No longer reported" not in text


def test_two_dated_reports_follow_each_other() -> None:
    comparison = rd.compare(dated(OLD, 2010), dated(NEW, 2012))
    assert comparison.warnings == ()
    assert "No longer reported" in comparison.to_markdown()


def test_the_later_report_first_is_told() -> None:
    (warning,) = rd.compare(dated(OLD, 2012), dated(NEW, 2010)).warnings
    assert warning == "the first report covers 2012, the second 2010: later comes first"


@pytest.mark.parametrize("names", [("HRW_2014", "HRW_2019"), ("OLD", "HRW_2019"), ("OLD", "NEW")])
def test_every_format_tells_unsure_pairs_from_sure_ones(names: tuple[str, str]) -> None:
    old, new = (rd.load(getattr(rd.samples, name)) for name in names)
    comparison = rd.compare(old, new)
    unsure = {row.id for row in comparison.ledger if row.is_unsure}
    said = {r["id"] for r in json.loads(comparison.to_json())["ledger"] if r["unsure"]}
    assert said == unsure
    assert comparison.to_markdown().count("unsure pair (") == len(unsure)


def test_a_figure_of_an_unsure_pair_says_so_in_the_tables_of_figures() -> None:
    comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    (link,) = (x for x in comparison.quantity_links if x.relation == "decreased")
    assert link.row
    assert comparison.row(link.row).is_unsure
    for text in (comparison.to_markdown(), comparison.render("text")):
        assert isinstance(text, str)
        line = next(x for x in text.splitlines() if "1,127" in x and "at least 63" in x)
        assert "unsure pair" in line
    told = comparison.to_markdown().split("### Figures that are or may be the same")[1]
    sure = told.split("## The comparison")[0]
    assert "unsure pair" not in sure
