"""Our figures against the specifications of Recognizers-Text.

The cases are read from the folder that RIGHTS_DIFF_SPECS names; how an answer is compared stands
in `recognizers_fixture`. `recognizers_scope.tsv` names the cases that are left out or missed:

- points: words that point to a place in a row (next, last, previous, current) and tell no number.
- notation: scientific notation and powers.
- formula: divisions read out ("one over twenty").
- names: addresses, telephone numbers, dates, codes, list numbers and names (first class, Ninth
  Meeting): our contract says that figures which name are no quantities.
- bare unit: a currency or "per cent" named without any amount.
- adverb: adjectives and adverbs of time without a number (all-day, full week).
- divided: mixed fractions whose last word one of their models takes for an ordinal, while another
  of their models reads the fraction, as we do.
- slang: abbreviations of chats, trading floors and wards (10G, dzs, ys, yo).
- miss: in scope, and we read something else. A miss that is read right one day fails here, so
  that the list stays true.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.recognizers_fixture import MODELS, Case, Entity, agrees, answer, cases

_SCOPE = Path(__file__).with_name("recognizers_scope.tsv")
_CATEGORIES = {"points", "notation", "formula", "names", "bare unit", "adverb", "divided", "slang"}
# What the cases must show: in-scope cases read right, and cases left out, as shares.
_LEAST_RIGHT = 0.90
_MOST_LEFT_OUT = 0.15


def _scope() -> dict[str, str]:
    lines = _SCOPE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return {row[0]: row[1] for row in rows}


def _all_cases() -> Iterator[Case]:
    folder = os.environ.get("RIGHTS_DIFF_SPECS")
    if folder:
        for model in MODELS:
            yield from cases(Path(folder), model)


def _params() -> list[object]:
    """The cases in scope, known misses marked; one empty case where the folder is not named."""
    scope = _scope()
    found = [c for c in _all_cases() if scope.get(c.name) not in _CATEGORIES]
    missed = pytest.mark.xfail(reason="known miss", strict=True)
    return [
        pytest.param(c, id=c.name, marks=[missed] if c.name in scope else []) for c in found
    ] or [None]


@pytest.mark.parametrize("case", _params())
@pytest.mark.usefixtures("specs_dir")
def test_case_in_scope(case: Case) -> None:
    assert agrees(case), answer(case)


@pytest.mark.usefixtures("specs_dir")
def test_enough_cases_are_right_and_few_are_left_out() -> None:
    scope, everything = _scope(), list(_all_cases())
    inside = [c for c in everything if scope.get(c.name) not in _CATEGORIES]
    right = sum(agrees(c) for c in inside)
    print(f"{right} of {len(inside)} in scope right, {len(everything)} cases")  # noqa: T201
    assert right >= _LEAST_RIGHT * len(inside)
    assert len(everything) - len(inside) <= _MOST_LEFT_OUT * len(everything)


@pytest.mark.usefixtures("specs_dir")
def test_the_list_names_cases_that_exist_once_and_with_a_reason() -> None:
    names = {c.name for c in _all_cases()}
    assert set(_scope()) <= names
    assert set(_scope().values()) <= _CATEGORIES | {"miss"}


def _read(text: str) -> Case:
    """A case of our own: the input with one entity between brackets, to try the comparison."""
    start, stop = text.index("["), text.index("]") - 1
    return Case("Number", "own", text.replace("[", "").replace("]", ""), (Entity(start, stop, {}),))


@pytest.mark.parametrize(
    ("marked", "value", "same"),
    [
        ("We saw [three] boats.", "3", True),
        ("We saw [three] boats.", "4", False),  # another value
        ("We saw [three boats].", "3", False),  # another stretch
        ("We saw [three] boats and two rafts.", "3", False),  # one left over
        ("We saw [no] boats.", "0", False),  # one missing
    ],
)
def test_the_comparison_is_strict(marked: str, value: str, *, same: bool) -> None:
    case = _read(marked)
    entities = tuple(replace(e, resolution={"value": value}) for e in case.entities)
    assert agrees(replace(case, entities=entities)) is same
