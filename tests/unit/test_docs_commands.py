"""Every command of the documents is one that the program takes, and it prints what is shown."""

from __future__ import annotations

import doctest
import glob
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.docs_fixture import DOCUMENTS, ROOT, lay_out

from rights_diff import __version__, cli
from rights_diff.cli.arguments import make_parser
from rights_diff.cli.commands import RUNS

FENCED = re.compile(r"^```(?P<kind>\S*)\n(?P<lines>.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^(?:\$ )?rights-diff (?P<words>[^\n#]*)(?:#[^\n]*)?\n", re.MULTILINE)
# Taken by the program, and not run here: the files, or the plug-ins, are the reader's own.
OWN = ("state-2022", "yearbook", "reports/2011", "reports.csv", "reports/*", "OLD", "reports --")
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def commands(path: Path) -> Iterator[tuple[str, str]]:
    """The commands of a page, each with what the page shows below it."""
    for block in FENCED.finditer(path.read_text(encoding="utf-8")):
        if block["kind"] not in {"console", "text", ""}:
            continue
        found = list(COMMAND.finditer(block["lines"]))
        for match, following in zip(found, [*found[1:], None], strict=False):
            end = following.start() if following else None
            yield match["words"].strip(), block["lines"][match.end() : end].strip()


def named(path: Path, command: str) -> str:
    return f"{path.relative_to(ROOT)}: {command}"


ALL = [
    pytest.param(
        command,
        shown,
        id=named(path, command),
        marks=[pytest.mark.needs("docx")] if ".docx" in command else [],
    )
    for path in DOCUMENTS
    for command, shown in commands(path)
]
RUN = [
    each
    for each in ALL
    if not str(each.values[0]).startswith("--") and not any(o in str(each.values[0]) for o in OWN)
]


@pytest.mark.parametrize(("command", "_"), ALL)
def test_the_program_takes_every_command(command: str, _: str) -> None:
    parser = make_parser(RUNS, __version__)
    if command.startswith("--"):
        with pytest.raises(SystemExit) as ended:
            parser.parse_args(shlex.split(command))
        assert ended.value.code == 0
    else:
        assert parser.parse_args(shlex.split(command)).command in RUNS


@pytest.mark.parametrize(("command", "shown"), RUN)
def test_commands_on_the_files_of_the_pages_print_what_is_shown(
    command: str,
    shown: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    words = [
        name
        for word in shlex.split(command)
        for name in (sorted(glob.glob(word)) or [word])  # noqa: PTH207 - names as a shell gives them
    ]
    assert cli.main(words) == 0
    printed = capsys.readouterr().out
    checker = doctest.OutputChecker()
    wanted = (f"{shown}\n", f"{shown}\n...\n") if shown else (printed,)
    assert any(checker.check_output(want, printed, FLAGS) for want in wanted), printed


def test_commands_were_found() -> None:
    names = {str(each.id).partition(":")[0] for each in RUN}
    assert names > {"README.md", "docs/tutorial.md", "docs/guides/ten_years.md"}
    assert len(ALL) > len(RUN) > 12
