"""The page on corpora: its snippets run, and it names what there is."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from rights_diff.cli.corpus import add_corpus
from rights_diff.corpus.folder import FOLDERS
from rights_diff.model.corpus import Stage

PAGE = (Path(__file__).parents[2] / "docs" / "corpus.md").read_text(encoding="utf-8")


def options() -> list[str]:
    parser = argparse.ArgumentParser(add_help=False)
    add_corpus(parser)
    return [word for action in parser._actions for word in action.option_strings]


def test_the_snippets_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "docs"}
    run = r"(?<!-->\n)```python\n(.*?)```"  # a snippet behind a remark is not for here
    snippets = re.findall(run, PAGE, re.DOTALL)
    assert len(snippets) == 2
    for snippet in snippets:
        exec(compile(snippet, "docs/corpus.md", "exec"), names)  # noqa: S102 - our own page
    assert "north-korea--hrw-2014--hrw-2019" in capsys.readouterr().out
    assert (tmp_path / "site" / "index.html").exists()


@pytest.mark.parametrize("word", [o for o in options() if o != "--output"])
def test_every_option_is_named(word: str) -> None:
    assert re.search(rf"(?<![\w-]){word}(?![\w-])", PAGE)


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_is_named(stage: Stage) -> None:
    assert f"`{stage}`" in PAGE


@pytest.mark.parametrize("name", FOLDERS)
def test_every_folder_is_named(name: str) -> None:
    assert f"`{name.partition('/')[0]}/`" in PAGE
