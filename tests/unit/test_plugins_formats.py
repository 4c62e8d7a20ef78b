"""Formats that packages bring: written by their names, and listed with what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.plugin_fixture import CHAPTER, add_package

import rights_diff as rd
from rights_diff import samples
from rights_diff.cli import main
from rights_diff.protocols import GROUPS

FORMATS = """
def summary(comparison): return f"{len(comparison.ledger)} rows\\n"
def coloured(comparison): return "\\x1b[31mred\\n"
def picture(comparison): return bytes(range(256))
def nothing(comparison): return ""
def number(comparison): return 7
"""


@pytest.fixture
def formats(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("summary", "coloured", "picture", "nothing", "number")
    groups = {GROUPS["renderer"]: {name: f"house_tools:{name}" for name in names}}
    groups[GROUPS["renderer"]]["html"] = "house_tools:summary"
    add_package(site, monkeypatch, groups, code=FORMATS)


@pytest.fixture(scope="module")
def comparison() -> rd.Comparison:
    return rd.compare(rd.parse(CHAPTER), rd.parse(CHAPTER.replace("Two", "Three")))


@pytest.mark.usefixtures("formats")
def test_a_format_is_rendered_by_its_name(comparison: rd.Comparison, tmp_path: Path) -> None:
    comparison.render("summary", tmp_path / "s.txt")
    assert comparison.render("summary") == f"{len(comparison.ledger)} rows\n"
    assert (tmp_path / "s.txt").read_text("utf-8") == comparison.render("summary")
    comparison.render("picture", tmp_path / "p.png")
    assert (tmp_path / "p.png").read_bytes() == bytes(range(256))
    assert comparison.render(repr) == repr(comparison)


@pytest.mark.usefixtures("formats")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nothing", "the renderer plug-in 'nothing' of house-tools 1.0 gives an empty file"),
        ("number", "gives a value of type int, neither text nor bytes"),
        ("absent", "no package brings the renderer plug-in 'absent'"),
    ],
)
def test_a_broken_format_is_refused(comparison: rd.Comparison, name: str, said: str) -> None:
    with pytest.raises(rd.PluginError) as caught:
        comparison.render(name)
    assert said in str(caught.value)


@pytest.mark.needs("docx")
@pytest.mark.usefixtures("formats")
def test_shipped_formats_stay_what_they_are(comparison: rd.Comparison, tmp_path: Path) -> None:
    assert comparison.render("html") == comparison.to_html()
    assert comparison.render("json") == comparison.to_json()
    assert comparison.render("markdown") == comparison.to_markdown()
    comparison.render("csv", tmp_path / "a.csv")
    comparison.to_csv(tmp_path / "b.csv")
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    comparison.render("docx", tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == comparison.to_docx()


@pytest.mark.usefixtures("formats")
def test_the_command_line_writes_a_plug_ins_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = ["compare", samples.OLD, samples.NEW]
    assert main([*pair, "--format", "summary"]) == 0
    assert capsys.readouterr().out.endswith(" rows\n")
    assert main([*pair, "--format", "coloured"]) == 0
    assert capsys.readouterr().out == "⟦U+001B⟧[31mred\n"
    assert main([*pair, "-o", str(tmp_path / "c.coloured")]) == 0
    assert (tmp_path / "c.coloured").read_text("utf-8") == "\x1b[31mred\n"
    assert main([*pair, "-o", str(tmp_path / "p.picture")]) == 0  # by its suffix
    assert (tmp_path / "p.picture").read_bytes() == bytes(range(256))
    assert main([*pair, "--format", "picture"]) == 2
    assert "picture is no text for the screen: name a file with -o" in capsys.readouterr().err
    assert main(["inspect", samples.OLD, "--format", "summary"]) == 2
    assert "only a comparison can be written as summary" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([*pair, "--format", "absent"])
    assert "there is no format 'absent' (choose from csv, docx, html" in capsys.readouterr().err


@pytest.mark.usefixtures("formats")
def test_plugins_are_listed_with_what_is_wrong_with_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    groups = {GROUPS["reader"]: {"bad": "other_house:read"}}
    add_package(other, monkeypatch, groups, name="other-house", code="import absent_x")
    with pytest.raises(SystemExit) as ended:
        main(["--plugins"])
    assert ended.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert "renderer summary: house-tools 1.0 (house_tools:summary)" in lines
    assert any(
        line.startswith("renderer html: house-tools 1.0")
        and "NOT USED" in line
        and "has the name of one that is shipped" in line
        for line in lines
    )
    assert any(
        line.startswith("reader bad: other-house 1.0")
        and "NOT USED: cannot be loaded from other_house:read: ModuleNotFoundError" in line
        for line in lines
    )


def test_where_nothing_is_installed_the_list_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--plugins"])
    assert capsys.readouterr().out == "no plug-ins are installed\n"
