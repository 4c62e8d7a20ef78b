"""What a notebook shows for a comparison, a report, a change, a row, frames and the figure."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from tests.rendering_fixture import make

import rights_diff as rd


def fragments() -> dict[str, str]:
    made = make()
    changes = {f"change {row.id}": made.change(row.id)._repr_html_() for row in made.ledger}
    rows = {f"row {row.id}": row._repr_html_() for row in made.ledger}
    return {
        "comparison": made._repr_html_(),
        "report": made.old._repr_html_(),
        **changes,
        **rows,
    }


FRAGMENTS = fragments()


class Checker(HTMLParser):
    """Tags must close in order; nothing may run or load."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "img", "iframe", "link", "object", "form"}
        assert not [a for a, _ in attrs if a.startswith("on") or a in {"src", "href", "style"}]
        if tag != "wbr":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", FRAGMENTS)
def test_fragments_are_whole_scoped_and_run_nothing(name: str) -> None:
    fragment = FRAGMENTS[name]
    checker = Checker()
    checker.feed(fragment)
    checker.close()
    assert checker.open == []
    style = re.findall("<style>(.*?)</style>", fragment, re.S)
    assert len(style) == 1
    selectors = re.findall(r"([^{}]+)\{", style[0])
    assert selectors
    for selector in selectors:
        assert all(part.strip().startswith(".rights-diff") for part in selector.split(","))
    assert "url(" not in style[0]
    assert "@import" not in style[0]
    assert "\u202e" not in fragment
    assert len(fragment) < 20_000


def test_styles_take_their_colours_from_the_notebook() -> None:
    """Light or dark is the notebook's choice: words inherit, marks are translucent."""
    style = re.findall("<style>(.*?)</style>", FRAGMENTS["comparison"], re.S)[0]
    assert re.findall(r"(?<![-\w])color:(\w+)", style)
    assert set(re.findall(r"(?<![-\w])color:(\w+)", style)) == {"inherit"}
    assert "#" not in style


def test_a_change_shows_both_quotes_where_they_stand_and_why() -> None:
    shown = FRAGMENTS["change r12"].replace("<wbr>", "")
    assert "<del>The ministry said that</del> visits by relatives were allowed" in shown
    assert "<ins>According to former guards,</ins> visits by relatives were" in shown
    assert "Northern Rights Monitor, Annual Survey 2017/18: Zembla, “Detention”" in shown
    assert "Northern Rights Monitor, 2021/22, Zembla, “Detention and forced labour”" in shown
    assert "Reversed (allowed → not allowed); Other source (The ministry said →" in shown
    assert "paired with 0.70 of 1" in shown


def test_a_change_on_one_side_shows_its_near_misses() -> None:
    shown = FRAGMENTS["change r5"]
    assert "No longer reported" in shown
    assert "Possibly: “Travel between provinces still required a permit.”" in shown


def test_a_moved_claim_shows_its_words_on_both_sides() -> None:
    assert FRAGMENTS["change r10"].count("Two chapels in the capital were allowed") == 2


def test_a_change_holds_the_exact_sentences() -> None:
    comparison = make()
    change = comparison.change("r9")
    assert change.row is comparison.row("r9")
    assert len(change.old) == 1
    assert change.new == (
        "Families of those who left were questioned for weeks.",
        "Some of these families lost their homes.",
    )
    assert comparison.change("r16").old == ()
    assert repr(change).startswith("<Change r9 · reworded, split · “Families of those who left")
    with pytest.raises(KeyError):
        comparison.change("r99")


def test_a_bare_row_shows_the_words_its_facets_rest_on() -> None:
    shown = FRAGMENTS["row r12"]
    assert "Revised; Reversed; Other source" in shown
    assert "<td>allowed</td><td>not allowed</td>" in shown
    assert "s3.2 → s4.2; paired with 0.70 of 1" in shown
    assert "comparison.change(&#39;r12&#39;)" in shown


def test_hostile_words_are_shown_as_words() -> None:
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; {{ 7 * 7 }}" in FRAGMENTS["change r17"]


def test_the_same_comparison_shows_the_same() -> None:
    assert fragments() == FRAGMENTS


@pytest.mark.needs("frames", "plot")
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning")
def test_frames_changes_and_the_figure_show_themselves(tmp_path: Path) -> None:
    cells = [
        "import rights_diff as rd\n"
        "comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))",
        "comparison.to_frame().head(3)",
        "comparison.to_frames()['quantities'].loc['new'].head(3)",
        "comparison.plot()",
        "unsure = next(row for row in comparison.ledger if row.is_unsure)\n"
        "comparison.change(unsure.id)",
        "unsure",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    shown = [
        {kind for output in cell.outputs for kind in output.get("data", {})}
        for cell in notebook.cells
    ]
    assert shown[0] == set()
    assert all("text/html" in kinds for kinds in (*shown[1:3], *shown[4:]))
    assert "image/png" in shown[3]
    last = notebook.cells[4].outputs[0]["data"]["text/html"]
    assert rd.samples.OLD not in last
    assert "unsure pair" in last
