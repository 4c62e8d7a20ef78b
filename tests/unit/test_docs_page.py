"""The page on the change report has the words that it shows."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest
from tests.docs_fixture import ROOT

from rights_diff.model import Facet, Status

PAGE = (ROOT / "docs" / "page.md").read_text(encoding="utf-8")
WORDS = tomllib.loads(
    (ROOT / "src/rights_diff/rendering/data/strings.toml").read_text(encoding="utf-8")
)


def lines() -> Iterator[str]:
    for group, codes in (("status", Status), ("facet", Facet)):
        for code in codes:
            said = WORDS[group][code.value]
            across = WORDS[f"{group}_across"].get(code.value, said).format(old="A", new="B")
            yield f"| `{code.value}` | {said} | {across} |"


@pytest.mark.parametrize("line", list(lines()))
def test_each_code_stands_beside_its_words(line: str) -> None:
    assert line in PAGE
