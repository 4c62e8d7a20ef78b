"""What packages bring is found late, checked, and never takes the place of what is shipped."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.plugin_fixture import CHAPTER, add_package

import rights_diff as rd
from rights_diff import samples
from rights_diff.cli import main
from rights_diff.plugins.finding import installed
from rights_diff.protocols import GROUPS, Reader, Renderer, SentenceSplitter, TopicFinder
from rights_diff.reading.choosing import reader_for

READER = """
from rights_diff.reading import Block, document_of

def read(name, data, options):
    paragraphs = data.decode().split("/")
    return document_of([Block(text=p) for p in paragraphs], name=name, data=data,
                       media_type="text/x-slashes")
"""


def slashes(folder: Path) -> Path:
    path = folder / "hearing.slashes"
    path.write_text("Tuvalu/The courts were open./Two judges left.", encoding="utf-8")
    return path


def test_the_shipped_functions_are_of_the_protocols() -> None:
    from rights_diff.extraction.topics import topics_of
    from rights_diff.rendering.html import comparison_html

    assert isinstance(reader_for("report.txt", b"Tuvalu"), Reader)
    assert isinstance(topics_of, TopicFinder)
    assert isinstance(comparison_html, Renderer)
    assert not isinstance("a name", SentenceSplitter)


def test_nothing_is_imported_or_looked_up_before_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "chapter.txt").write_text(CHAPTER, encoding="utf-8")
    script = (
        "import sys, rights_diff as rd; rd.load('chapter.txt')\n"
        "print('rights_diff.plugins.finding' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.stdout == "False\n"


def test_a_plug_in_is_not_imported_to_be_listed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_package(
        site, monkeypatch, {GROUPS["reader"]: {"slashes": "house_tools:read"}}, code="1 / 0\n"
    )
    (found,) = installed("reader")
    assert (found.name, found.package, found.place) == (
        "slashes",
        "house-tools 1.0",
        "house_tools:read",
    )
    assert "house_tools" not in sys.modules


def test_a_suffix_that_only_a_plug_in_reads_is_read_by_it_and_the_report_says_so(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = slashes(tmp_path)
    with pytest.raises(rd.ReadError, match=r"ending in \.slashes are not read"):
        rd.load(path)
    groups = {GROUPS["reader"]: {".Slashes": "house_tools:read"}}
    add_package(site, monkeypatch, groups, code=READER)
    report = rd.load(path)
    assert "The courts were open.\n\nTwo judges left." in report.text
    assert any(
        "made with the reader plug-in 'slashes' of house-tools 1.0" in w for w in report.warnings
    )


def test_a_reader_can_be_named_whatever_the_suffix_is(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_package(site, monkeypatch, {GROUPS["reader"]: {"slashes": "house_tools:read"}}, code=READER)
    path = tmp_path / "hearing.txt"
    path.write_text("Tuvalu/The courts were open.", encoding="utf-8")
    assert "/" in rd.load(path).text
    assert "/" not in rd.load(path, reader="slashes").text


@pytest.mark.parametrize("suffix", ["txt", "html", "pdf", "docx"])
def test_a_plug_in_never_takes_a_shipped_suffix(
    suffix: str, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_package(site, monkeypatch, {GROUPS["reader"]: {suffix: "house_tools:read"}}, code=READER)
    path = tmp_path / "report.txt"
    path.write_text(CHAPTER, encoding="utf-8")
    assert rd.load(path).warnings == ()
    with pytest.raises(
        rd.PluginError, match=r"house-tools 1\.0 has the name of one that is shipped"
    ):
        rd.load(path, reader=suffix)


def test_two_packages_with_one_suffix_are_both_named_and_neither_is_used(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("house-tools", "other-house"):
        place = f"{name.replace('-', '_')}:read"
        groups = {GROUPS["reader"]: {"slashes": place}}
        add_package(site, monkeypatch, groups, name=name, code=READER)
    with pytest.raises(rd.PluginError, match=r"house-tools 1\.0 and other-house 1\.0 both bring"):
        rd.load(slashes(tmp_path))


def test_a_suffix_that_is_known_but_not_read_may_be_a_plug_ins(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.rtf"
    path.write_text("{\\rtf1 Tuvalu/The courts were open.}", encoding="utf-8")
    with pytest.raises(rd.ReadError, match="a rich-text file, which is not read"):
        rd.load(path)
    add_package(site, monkeypatch, {GROUPS["reader"]: {"rtf": "house_tools:read"}}, code=READER)
    assert "The courts were open." in rd.load(path).text


BROKEN = {
    "cannot be loaded from house_tools:work: ZeroDivisionError: division by zero": "1 / 0",
    "cannot be loaded from house_tools:work: ModuleNotFoundError: No module named 'absent_x'": (
        "import absent_x"
    ),
    "cannot be loaded from house_tools:work: AttributeError": "other = 1",
    "cannot be loaded from house_tools:work: SystemExit: 3": "raise SystemExit(3)",
    "fails: SystemExit": "def work(name, data, options): exit()",
    "cannot be called: see house_tools:work": "work = 'a text'",
    "fails: KeyError: 'page'": "def work(name, data, options): return {}['page']",
    "gives nothing, not a Document": "def work(name, data, options): return None",
}


@pytest.mark.parametrize("trouble", BROKEN)
def test_a_broken_reader_is_one_line_that_names_it(
    trouble: str,
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    groups = {GROUPS["reader"]: {"slashes": "house_tools:work"}}
    add_package(site, monkeypatch, groups, code=BROKEN[trouble])
    assert main(["inspect", str(slashes(tmp_path))]) == 2
    said = capsys.readouterr().err.strip()
    assert f"the reader plug-in 'slashes' of house-tools 1.0 {trouble}" in said
    assert "\n" not in said


def test_what_a_reader_refuses_itself_is_told_as_it_says_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = """
from rights_diff import ReadError
def work(name, data, options):
    raise ReadError("has no page 1", file=name)
"""
    groups = {GROUPS["reader"]: {"slashes": "house_tools:work"}}
    add_package(site, monkeypatch, groups, code=code)
    with pytest.raises(rd.ReadError, match=r"slashes: has no page 1$"):
        rd.load(slashes(tmp_path))


def test_what_is_not_installed_is_said_with_what_is(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(rd.PluginError, match=r"the splitter plug-in 'clauses' \(installed: none\)"):
        rd.parse(CHAPTER, splitter="clauses")
    add_package(site, monkeypatch, {GROUPS["splitter"]: {"lines": "house_tools:split"}})
    with pytest.raises(rd.PluginError, match=r"\(installed: lines\)"):
        rd.parse(CHAPTER, splitter="clauses")


@pytest.mark.parametrize("name", ["reader", "splitter", "topics"])
def test_something_that_is_neither_function_nor_name_is_a_type_error(name: str) -> None:
    with pytest.raises(TypeError, match=f"a {name} is a function or the name of a plug-in, not 7"):
        rd.load(samples.OLD, **{name: 7})


def test_a_function_that_is_passed_raises_its_own_errors() -> None:
    def split(_: str, __: rd.Span) -> list[rd.Span]:
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        rd.parse(CHAPTER, splitter=split)
