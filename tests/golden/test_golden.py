"""Outputs compared with files that people have looked at.

To renew them after a change you meant: `RIGHTS_DIFF_UPDATE_GOLDEN=1 make test`, then look at the
difference (`git diff tests/golden`) and open `comparison.html` in a browser before you commit.
The style sheet and the script are left out of the stored pages; their own tests look at them.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from tests.rendering_fixture import make

from rights_diff.rendering.html import report_html_page
from rights_diff.rendering.markdown import report_markdown
from rights_diff.rendering.text import comparison_text, report_text

HERE = Path(__file__).parent
UPDATE = "RIGHTS_DIFF_UPDATE_GOLDEN"


def bare(html: str) -> str:
    """A page without what changes with every touch of the style sheet, script or version."""
    html = re.sub(r"(<(style|script)>).*?(</\2>)", r"\1\3", html, flags=re.S)
    html = re.sub(r"sha256-[A-Za-z0-9+/=]+", "sha256-…", html)
    return re.sub(r"rights-diff \d[\w.]*", "rights-diff VERSION", html)


OUTPUTS = {
    "comparison.html": lambda c: bare(c.to_html()),
    "comparison.md": lambda c: bare(c.to_markdown()),
    "comparison.txt": comparison_text,
    "comparison-notebook.html": lambda c: bare(c._repr_html_()),
    "change-notebook.html": lambda c: bare(c.change("r12")._repr_html_()),
    "ledger.csv": lambda c: c.to_csv(),
    "figures.csv": lambda c: c.to_csv(table="figures"),
    "sections.csv": lambda c: c.to_csv(table="sections"),
    "report.html": lambda c: bare(report_html_page(c.new)),
    "report.md": lambda c: report_markdown(c.new),
    "report.txt": lambda c: report_text(c.new),
    "report-notebook.html": lambda c: bare(c.new._repr_html_()),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_is_as_it_was_looked_at(name: str) -> None:
    made = OUTPUTS[name](make())
    path = HERE / name
    if os.environ.get(UPDATE):
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8"), f"{name} differs; if meant, renew with {UPDATE}=1"
