"""The page on topics shows the taxonomy as it is, and its example is true."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from rights_diff.extraction.topics import topics_of

ROOT = Path(__file__).resolve().parents[2]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("topics_table", ROOT / "scripts/topics_table.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_is_up_to_date() -> None:
    page = (ROOT / "docs/topics.md").read_text(encoding="utf-8")
    assert page == _script().updated(page), "run: python scripts/topics_table.py"


def test_the_example_is_true() -> None:
    text = "Two editors were fined under the press law."
    assert text in (ROOT / "docs/topics.md").read_text(encoding="utf-8")
    assert topics_of(text) == ("freedom_of_expression_information",)
