"""What the outputs say beside figures: years, doubts, names of organizations, how much is cut."""

from __future__ import annotations

import csv
import io

import pytest

import rights_diff as rd
from rights_diff.model import Comparison

OLD = (
    "Marland\n\nPrisons\n\nGuards registered 37 escapes in 2017 from the island jail. "
    "The court fined the paper 9 million forints (US$35,000) over a cartoon. "
    "About 230 people were on death row at the end of the year."
)
NEW = (
    "Marland\n\nPrisons\n\nGuards registered 32 escapes in 2018 from the island jail. "
    "The court fined the paper 28 million forints (US$94,000) over a cartoon. "
    "More than 240 people were on death row at the end of the year."
)


def compared(*, organizations: tuple[str, str] = ("Quay Watch", "Quay Watch")) -> Comparison:
    old, new = (
        rd.parse(text, organization=who, country="Marland", edition=year, covered_years=[int(year)])
        for text, who, year in zip((OLD, NEW), organizations, ("2018", "2019"), strict=True)
    )
    return rd.compare(old, new)


def figures(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(comparison.to_csv(table="figures"))))


def test_a_figure_about_another_year_than_its_editions_bears_it_everywhere() -> None:
    comparison = compared()
    line = next(f for f in figures(comparison) if f["old_figure"] == "37")
    assert (line["old_year"], line["new_year"]) == ("2017", "2018")
    for kind in ("text", "markdown"):
        assert "37 (2017)" in str(comparison.render(kind)).replace("| 32", "32")
    assert '37 <small class="year">(2017)</small>' in comparison.to_html()
    assert "(2018)" in comparison._repr_html_()


def test_bounds_that_overlap_are_no_agreement_between_two_years() -> None:
    comparison = compared()
    told = str(comparison.render("markdown"))
    assert "Figures may be the same" in told
    assert "Figures agree" not in told
    assert "may be the same" in told.split("### Figures that are or may be the same")[1]


def test_between_two_organizations_stand_their_names_and_no_arrow() -> None:
    comparison = compared(organizations=("Quay Watch", "Harbour Union"))
    for kind in ("text", "markdown", "csv"):
        told = str(comparison.render(kind))
        assert "→" not in told
    assert "Quay Watch 2018: 37 (2017) · Harbour Union 2019: 32 (2018)" in str(
        comparison.render("text")
    )


def test_a_sum_told_again_in_another_currency_is_no_figure_of_its_own() -> None:
    comparison = compared()
    told = str(comparison.render("text"))
    (line,) = [x for x in told.splitlines() if "US$35,000" in x]
    assert "(US$35,000)" in line
    assert "(US$94,000)" in line


def test_an_unsure_figure_is_counted_apart_and_said_in_the_row() -> None:
    comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.HRW_2019))
    told = str(comparison.render("text"))
    assert "0  figures differ, plus 1 unsure" in told
    assert "unsure pair" in next(x for x in told.splitlines() if "1,127 (2017)" in x)


@pytest.mark.parametrize("count", [3, 20])
def test_a_list_that_is_cut_says_how_much_is_left(count: int) -> None:
    more = " ".join(f"Ship number {n} sank with all its cargo off Cape {n}." for n in range(count))
    new = rd.parse(NEW + " " + more, country="Marland", organization="Q", edition="2019")
    old = rd.parse(OLD, country="Marland", organization="Q", edition="2018")
    comparison = rd.compare(old, new)
    alone = sum(row.status == "added" for row in comparison.ledger)
    assert f"… and {alone - 2} more (-o report.html shows all)" in str(comparison.render("text"))


def test_the_clause_beside_figures_of_two_years_names_neither() -> None:
    texts = (
        f"Marland\n\nPrisons\n\nGuards registered {n} escapes from the island jail in {year}."
        for n, year in ((37, 2017), (32, 2018))
    )
    old, new = (
        rd.parse(text, organization="Quay Watch", country="Marland", edition=y, covered_years=[c])
        for text, y, c in zip(texts, ("2018", "2019"), (2018, 2019), strict=True)
    )
    (line,) = figures(rd.compare(old, new))
    assert (line["old_year"], line["new_year"]) == ("2017", "2018")
    assert "island jail" in line["event"]
    assert "2018" not in line["event"]
