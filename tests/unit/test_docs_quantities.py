"""The page on figures: its examples run, its tables are true, and it names every field and list."""

from __future__ import annotations

import doctest
import re
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff import testing
from rights_diff.model import Modality, Qualifier, Quantity, QuantityKind

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "quantities.md").read_text(encoding="utf-8")
LISTS = sorted(
    f.name
    for f in (files("rights_diff.extraction") / "data").iterdir()
    if not f.name.startswith("topics")
)
# Lists that only the rules themselves ask for; a new word there changes what a rule means.
_INNER = re.compile(
    r"date_month_words|modality_rules|noun_(fixed_of|light|modifiers)|quantity_(change|terms)|source_"
)


def rows(name: str) -> list[list[str]]:
    """The cells of the table between the marks of that name, without its head."""
    table = PAGE.split(f"<!-- {name}: begin -->\n")[1].split(f"<!-- {name}: end -->")[0]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()[2:]]


def figure(q: Quantity) -> str:
    """The number as the table writes it."""
    low, high = (f"{x:.10g}" if x is not None else "" for x in (q.low, q.high))
    bounds = f"{low} – {high}".strip() if low or high else ""
    return f"{q.value:.10g}" if q.value is not None else bounds


@pytest.mark.parametrize("row", rows("read"), ids=lambda row: row[0])
def test_what_is_read_is_read_so(row: list[str]) -> None:
    found = [
        [q.kind.value, figure(q), q.qualifier.value, q.unit or "", q.counted or ""]
        for q in rd.quantities(row[0])
    ]
    assert found == [row[1:]]


@pytest.mark.parametrize("row", rows("not read"), ids=lambda row: row[0])
def test_what_is_no_figure_is_none(row: list[str]) -> None:
    assert [q.span.of(row[0]) for q in rd.quantities(row[0])] == []


def test_the_examples_run() -> None:
    snippets = "".join(re.findall(r"```pycon\n(.*?)```", PAGE, re.DOTALL))
    test = doctest.DocTestParser().get_doctest(snippets, {}, "quantities.md", None, 0)
    assert len(test.examples) >= 10
    said: list[str] = []
    result = doctest.DocTestRunner().run(test, out=said.append)
    assert result.failed == 0, "".join(said)


def test_every_field_kind_qualifier_and_modality_is_named() -> None:
    for field in fields(Quantity):
        assert f"`{field.name}`" in PAGE, field.name
    kinds = {row[1] for row in rows("read")} | {"trend"}
    assert kinds == {kind.value for kind in QuantityKind}
    for word in (*Qualifier, *Modality):
        assert f"`{word.value}`" in PAGE, word


def test_every_list_of_words_is_named_and_there() -> None:
    named = set(re.findall(r"`(\w+\.(?:tsv|txt))`", PAGE))
    assert named <= set(LISTS), named - set(LISTS)
    unnamed = [name for name in LISTS if name not in named and not _INNER.match(name)]
    assert unnamed == []


def test_every_law_and_strategy_is_named_in_its_guide() -> None:
    guide = (DOCS / "guides" / "testing.md").read_text(encoding="utf-8")
    functions = [name for name in testing.__all__ if name.islower() and name != "in_words"]
    assert [name for name in functions if not re.search(rf"\b{name}\b", guide)] == []
