"""Every snippet of the documentation runs, page by page, as a reader would run it."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import pytest
from tests.docs_fixture import DOCUMENTS, ROOT, lay_out

import rights_diff as rd

BLOCK = re.compile(
    r"(?:<!-- not run: (?P<why>[^\n]+) -->\n)?"
    r"```(?P<kind>python|pycon)\n(?P<code>.*?)```",
    re.DOTALL,
)
# Pages with snippets that need extras.
NEEDING = {
    "README.md": ("frames",),
    "docs/corpus-data.md": ("frames", "parquet"),
    "docs/exports.md": ("frames", "plot"),
    "docs/guides/cluster.md": ("dask",),
    "docs/guides/whole_edition.md": ("frames",),
    "docs/timelines.md": ("frames",),
}
WITH_SNIPPETS = [p for p in DOCUMENTS if BLOCK.search(p.read_text(encoding="utf-8"))]


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What a reader of any page has at hand: two reports compared, and the files."""
    lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    old, new = rd.load(rd.samples.OLD), rd.load(rd.samples.NEW)
    comparison = rd.compare(old, new)
    rd.Review().annotate(comparison, "r3", "look here").save("review.jsonl")
    return {"rd": rd, "old": old, "new": new, "comparison": comparison, "report": new}


def parameter(page: Path) -> Any:
    name = page.relative_to(ROOT).as_posix()
    marks = [pytest.mark.needs(*NEEDING[name])] if name in NEEDING else []
    return pytest.param(page, marks=marks, id=name)


@pytest.mark.parametrize("page", [parameter(page) for page in WITH_SNIPPETS])
def test_the_snippets_of_a_page_run_in_order(page: Path, reader: dict[str, object]) -> None:
    if page.name == "corpus-data.md":
        rd.compare_corpus(
            rd.samples.ALL, "site", executor="serial", data=["sqlite", "parquet", "csv"]
        )
    ran = 0
    for n, block in enumerate(BLOCK.finditer(page.read_text(encoding="utf-8")), 1):
        if block["why"]:
            continue
        name = f"{page.name} {n}"
        if block["kind"] == "python":
            exec(compile(block["code"], name, "exec"), reader)  # noqa: S102 - our own pages
        else:
            _check_session(block["code"], name, reader)
        ran += 1
    assert ran or page.name in ("alignment.md", "reading.md"), "nothing of the page was run"


def _check_session(code: str, name: str, names: dict[str, object]) -> None:
    session = doctest.DocTestParser().get_doctest(code, names, name, None, 0)
    session.globs = names  # later blocks of the page go on with the names of earlier ones
    said: list[str] = []
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    result = doctest.DocTestRunner(optionflags=flags).run(
        session, out=said.append, clear_globs=False
    )
    assert result.failed == 0, "".join(said)


def test_what_is_not_run_says_why() -> None:
    left_out = [
        (page.name, block["why"])
        for page in DOCUMENTS
        for block in BLOCK.finditer(page.read_text(encoding="utf-8"))
        if block["why"]
    ]
    assert left_out == [
        ("alignment.md", "needs a model of your choice"),
        ("corpus.md", "needs a cluster"),
        ("reading.md", "files of your own, and an address"),
    ]
