"""The page on timelines: its snippets run, and it names what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rights_diff.cli.timeline import FORMATS
from rights_diff.model.timeline import Movement, ThreadStatus

PAGE = (Path(__file__).parents[2] / "docs" / "timelines.md").read_text(encoding="utf-8")


@pytest.mark.needs("frames")
def test_the_snippets_run_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    snippets = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert len(snippets) > 3
    for snippet in snippets:
        exec(compile(snippet, "docs/timelines.md", "exec"), names)  # noqa: S102 - our own page
    assert "HRW 2014" in capsys.readouterr().out
    assert (tmp_path / "points.csv").stat().st_size > 100


@pytest.mark.parametrize("word", [*FORMATS, *(m.value for m in Movement), *ThreadStatus])
def test_every_format_movement_and_status_is_named(word: str) -> None:
    assert f"`{word}`" in PAGE
