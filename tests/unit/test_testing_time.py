"""The law of linear time, with a clock of our own."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from rights_diff.model import Quantity
from rights_diff.testing.figure_laws import Finder, check_linear_time

TEXT = "It rained. " * 100


@pytest.fixture
def finder(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Finder]:
    """Makes a finder that takes as long as `cost` says of the length and the number of the call."""
    now, calls = [0.0], itertools.count(1)
    monkeypatch.setattr("time.process_time", lambda: now[0])

    def made(cost: Callable[[int, int], float]) -> Finder:
        def find(text: str) -> tuple[Quantity, ...]:
            now[0] += cost(len(text), next(calls))
            return ()

        return find

    return made


def test_what_is_linear_passes(finder) -> None:
    check_linear_time(TEXT, finder(lambda length, _: length))


def test_one_hiccup_of_the_machine_is_no_verdict(finder) -> None:
    check_linear_time(TEXT, finder(lambda length, call: length * (9 if call == 2 else 1)))


def test_what_is_slower_twice_fails_and_says_how_long_it_took(finder) -> None:
    with pytest.raises(AssertionError, match=r"s for a half, .* s for the whole"):
        check_linear_time(TEXT, finder(lambda length, _: length**2))
