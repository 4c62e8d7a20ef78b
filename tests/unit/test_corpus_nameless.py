"""Reports that name no organization, sources given twice, and which figures a corpus counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.corpus_fixture import write_corpus

import rights_diff as rd
from rights_diff.corpus.figures import changed_figures

NAMED = ("Fiji", "Nauru", "Palau", "Tonga")
PLAIN = (
    "Tuvalu\n\nPrisons\nThe jail on the quay held {held} inmates in June, and two guards left.\n"
)
NOTE = "tuvalu.txt names no organization; taken to be by Amnesty International, as all others are"


@pytest.fixture
def folders(tmp_path: Path) -> list[Path]:
    """Two editions in folders whose names tell no organization; one chapter of one names none."""
    found = []
    for year, folder in zip((2011, 2012), write_corpus(tmp_path, countries=NAMED), strict=True):
        found.append(folder.rename(tmp_path / str(year)))
        for file in found[-1].iterdir():
            file.write_text(f"Amnesty International Report {year}\n\n{file.read_text('utf-8')}")
        title = f"Amnesty International Report {year}\n\n" * (year == 2011)
        (found[-1] / "tuvalu.txt").write_text(title + PLAIN.format(held=20 + year % 7))
    return found


def test_a_report_without_a_name_is_taken_for_that_of_all_others(
    folders: list[Path], tmp_path: Path
) -> None:
    result = rd.compare_corpus(folders, tmp_path / "site", executor="serial")
    assert [r.pair.country for r in result] == [*NAMED, "Tuvalu"]
    assert not result.plan.alone
    (note,) = [n for n in result.plan.notes if "organization" in n]
    assert note.endswith(f"2012/{NOTE}")
    (tuvalu,) = [r for r in result if r.pair.country == "Tuvalu"]
    assert tuvalu.pair.new.organization == "Amnesty International"
    (warned,) = [w for w in tuvalu.warnings if "organization" in w]
    assert "taken to be by Amnesty International, as all others of the run are" in warned
    assert "as all others of the run are" in (tmp_path / "site" / tuvalu.page).read_text("utf-8")
    assert NOTE in (tmp_path / "site" / "index.html").read_text("utf-8")
    again = rd.compare_corpus(folders, tmp_path / "site", executor="serial")
    assert again.reused == len(result) == 5


def test_an_organization_told_by_the_user_wins(folders: list[Path]) -> None:
    result = rd.compare_corpus(folders, executor="serial", organization="Amnesty International")
    assert any(n.endswith("by Amnesty International, as was said") for n in result.plan.notes)
    (tuvalu,) = [r for r in result if r.pair.country == "Tuvalu"]
    assert any("was named for the whole run" in w for w in tuvalu.warnings)
    with pytest.raises(TypeError, match="organization is a text"):
        rd.compare_corpus(folders, organization=3)  # type: ignore[arg-type]


def test_nothing_is_assumed_where_two_organizations_or_few_names_are_there(
    folders: list[Path],
) -> None:
    across = rd.compare_corpus(folders, executor="serial", across=True)
    assert {a.report.country for a in across.plan.alone} == {"Tuvalu"}
    for country in NAMED[:-1]:
        for folder in folders:
            (folder / f"{country.lower()}.txt").unlink()
    for folder in folders:
        (folder / "palau.txt").write_text(f"Palau\n\nNets\nIn {folder.name} nets were cut.\n")
    few = rd.compare_corpus(folders, executor="serial")
    assert not any("organization" in n for n in few.plan.notes)
    fiji = folders[0] / "fiji.txt"
    fiji.write_text("Human Rights Watch\nWorld Report 2011\n\nFiji\n\nNets were cut.\n")
    two = rd.compare_corpus([fiji, *folders], executor="serial")
    assert not any("taken to be" in n for n in two.plan.notes)


def test_a_source_given_twice_is_told_in_one_line(folders: list[Path]) -> None:
    first, second = folders
    twice = rd.compare_corpus([first, first], executor="serial")
    wanted = f"{first} was given twice; it is read once, and not compared with itself"
    assert [n for n in twice.plan.notes if "was given" in n] == [wanted]
    thrice = rd.compare_corpus([first, first / ".", second, first], executor="serial")
    assert [n.split(";")[0] for n in thrice.plan.notes if "was given" in n] == [
        f"{first} was given 3 times"
    ]


# ---------------------------------------------------------------- figures


def compared(old: str, new: str) -> rd.Comparison:
    texts = (f"Tuvalu\n\nPrisons\n{line}\n" for line in (old, new))
    return rd.compare(*(rd.parse(t, name="tuvalu.txt") for t in texts), allow_mixed=True)


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("The jail held 40 inmates in June.", "The jail held 52 inmates in June.", 1),
        ("The jail held about 40 inmates in June.", "The jail held 40 inmates in June.", 0),
        ("The jail held 40 inmates in June.", "The jail held more than 40 inmates in June.", 0),
    ],
)
def test_the_same_number_is_no_change(old: str, new: str, count: int) -> None:
    assert changed_figures(compared(old, new)).total() == count


def test_figures_of_pairs_that_may_be_wrong_do_not_count() -> None:
    comparison = compared("The jail held 40 inmates in June.", "The jail held 52 inmates in June.")
    (link,) = comparison.quantity_links
    doubted = replace(comparison, quantity_links=(replace(link, unsure=True),))
    assert changed_figures(doubted).total() == 0
