"""The word lists of figures and dates: commented, sorted, without doubles, with even columns."""

from __future__ import annotations

from importlib.resources import files

import pytest

FOLDER = files("rights_diff.extraction") / "data"
LISTS = sorted(f.name for f in FOLDER.iterdir() if not f.name.startswith("topics"))
# Lists in an order of their own: by size, by month, by the year's course.
BY_MEANING = ("number_", "date_months", "date_seasons", "unit_time")


def lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_there_are_lists() -> None:
    assert len(LISTS) > 25


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_first_what_belongs_in_it(name: str) -> None:
    first = (FOLDER / name).read_text(encoding="utf-8").split("\n")[0]
    assert first.startswith("# ")
    assert first.endswith((".", "…", ")"))


@pytest.mark.parametrize("name", LISTS)
def test_no_entry_stands_twice_or_has_stray_spaces(name: str) -> None:
    keys = [line.split("\t")[0] for line in lines(name)]
    assert sorted({k for k in keys if keys.count(k) > 1}) == []
    assert [k for k in keys if k != k.strip() or not k] == []


@pytest.mark.parametrize("name", [n for n in LISTS if not n.startswith(BY_MEANING)])
def test_a_list_is_sorted(name: str) -> None:
    keys = [line.split("\t")[0] for line in lines(name)]
    assert keys == sorted(keys)


@pytest.mark.parametrize("name", [n for n in LISTS if n.endswith(".tsv")])
def test_rows_have_the_columns_of_their_list(name: str) -> None:
    widths = {line.count("\t") for line in lines(name)}
    assert 0 not in widths
    assert len(widths) == 1 or name == "number_vague.tsv"  # an open bound leaves its column out


@pytest.mark.parametrize("name", [n for n in LISTS if n.endswith(".txt")])
def test_a_plain_list_has_no_columns(name: str) -> None:
    assert [line for line in lines(name) if "\t" in line] == []
