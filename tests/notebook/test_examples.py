"""The notebooks of `examples/` run from top to bottom, and what they conclude is what is shown."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTEBOOKS = sorted(path.stem for path in EXAMPLES.glob("*.ipynb"))
# Notebooks that need an extra.
NEEDING = {"ten_years": "frames", "whole_edition": "frames", "year_over_year": "docx"}
# One line of what a cell prints for each finding that the story rests on.
SHOWN = {
    "quickstart": ["A total of 1,127 North Koreans  →  At least 63 North Koreans   decreased"],
    "year_over_year": [
        "1,127 North Koreans → At least 63 North Koreans: decreased, no percent unsure",
        "r51 softened: None → 'were believed to'",
        "[arbitrary_detention: 177 → 24 words]",
        "Warmbier is not named",
        "Kim Hak-song is named",
        "['change-report.html', 'for-the-lawyers.docx', 'ledger.csv']",
    ],
    "two_organizations": [
        "cross_organization",
        "A total of 1,127 North Koreans (2017)  |  1,127 (2017)   equal",
        "A total of 1,127 North Koreans (2017)  |  only 808 (2018)   decreased  period",
        "1,127: no source is named",
        "Amnesty on ranks by family: no sentence has the words",
        "2011 2,706 North Koreans · hrw-2019",
    ],
    "ten_years": [
        "no report of Harbour Rights Monitor covers 2019",
        "2020 The prisons held 3,950 inmates at the end of the year, after an amnesty in April."
        "    ← not in the series",
        "2014 born · 2018 softened · 2022 dropped · 2023 returned",
        "word for word since 2014",
        "69 of 69 tellings stand in a thread; lost: none",
    ],
    "whole_edition": [
        "failed: nothing",
        "dropped in 12 of 12: The Monitor asked the government",
        "Ellmark        inmates        240        610    154.2",
        "figure: 12 of 12 countries; missed []; not planted []",
        "softened: 0 of 3 countries",
        "reversed: 4 of 4 countries",
    ],
}


def run(name: str, home: Path) -> nbformat.NotebookNode:
    folder = home / name
    shutil.copytree(EXAMPLES, folder, ignore=shutil.ignore_patterns("out", "__pycache__"))
    notebook = nbformat.read(folder / f"{name}.ipynb", as_version=4)
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, timeout=120, resources=resources).execute()
    return notebook


def told(notebook: nbformat.NotebookNode) -> str:
    """All text that the cells printed or showed."""
    texts = []
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            texts += [output.get("text", ""), output.get("data", {}).get("text/plain", "")]
    return "\n".join(texts)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning")
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(n, marks=pytest.mark.needs(NEEDING[n])) if n in NEEDING else n
        for n in NOTEBOOKS
    ],
)
def test_a_notebook_runs_and_shows_what_it_concludes_from(name: str, tmp_path: Path) -> None:
    shown = told(run(name, tmp_path))
    for line in SHOWN[name]:
        assert line in shown
    assert "/tmp" not in shown  # noqa: S108 - no path of the machine


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_is_kept_without_outputs(name: str) -> None:
    held: dict[str, Any] = json.loads((EXAMPLES / f"{name}.ipynb").read_text(encoding="utf-8"))
    for cell in held["cells"]:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
    assert held["metadata"]["kernelspec"]["name"] == "python3"


@pytest.mark.parametrize("name", [n for n in NOTEBOOKS if n != "quickstart"])
def test_a_story_says_what_to_conclude_and_what_not(name: str) -> None:
    cells = nbformat.read(EXAMPLES / f"{name}.ipynb", as_version=4).cells
    words = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    assert re.search("^## What to conclude$", words, re.MULTILINE)
    assert re.search("^## What not to conclude$", words, re.MULTILINE)
    assert "invented" in words or "samples" in words
