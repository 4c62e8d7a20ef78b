"""The page on the command line names every command and, where it is told of, every option."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

import pytest
from tests.docs_fixture import ROOT

from rights_diff import __version__
from rights_diff.cli.arguments import make_parser
from rights_diff.cli.commands import RUNS

PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def subparsers() -> dict[str, argparse.ArgumentParser]:
    parser = make_parser(RUNS, __version__)
    (action,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return dict(action.choices)


def options() -> Iterator[tuple[str, str]]:
    for command, parser in subparsers().items():
        for action in parser._actions:
            for word in action.option_strings:
                if word.startswith("--") and word != "--help":
                    yield command, word


def told(command: str) -> set[str]:
    """Options that the page tells of a command: in its section, or in a line that names it."""
    (section,) = re.findall(rf"^## [^\n]*\b{command}\b[^\n]*\n(.*?)(?=^## |\Z)", PAGE, re.S | re.M)
    found = set(OPTION.findall(section))
    above = ""
    for line in PAGE.splitlines():
        cells = line.split(" | ")
        if len(cells) == len(("option", "of", "says")) and line.startswith("| `-"):
            of = cells[1]
            of = above if of == "the same" else of
            named = f"`{command}`" in of.partition(";")[0]
            if named != of.startswith("all"):  # "all", or "all but" those named
                found |= set(OPTION.findall(cells[0]))
            if f"`{command}` has" in of:
                found |= set(OPTION.findall(of.partition(";")[2]))
            above = of
    return found


@pytest.mark.parametrize("command", subparsers())
def test_every_command_has_a_section(command: str) -> None:
    assert f"[`{command}`](#" in PAGE
    assert re.search(rf"^## .*\b{command}\b", PAGE, re.MULTILINE)


@pytest.mark.parametrize("command", subparsers())
def test_every_option_of_a_command_is_told_and_no_other(command: str) -> None:
    wanted = {word for name, word in options() if name == command}
    assert told(command) == wanted


def test_the_exit_statuses_are_those_of_the_program() -> None:
    from rights_diff import cli

    said = set(re.findall(r"(?:^Exit status: |; )(\d+) ", cli.__doc__ or "", re.MULTILINE))
    shown = set(re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE))
    assert said == shown
