"""With the core alone, whatever needs an extra is one line that names it, and writes nothing."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.docx_fixture import docx, paragraph, zipped
from tests.extras_fixture import EXTRAS, extras_named

import rights_diff as rd
from rights_diff.cli import main
from rights_diff.errors import RenderError
from rights_diff.rendering.view.columns import COMPARISON_TABLES

PACKAGES = sorted({package for packages in EXTRAS.values() for package in packages})
FILES = {
    "a.docx": docx(paragraph("The courts stayed shut.")),
    "a.epub": zipped(
        {"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<container/>"}
    ),
    "a.pdf": b"%PDF-1.7\n%%EOF\n",
}


@pytest.fixture
def core_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As after an installation without extras; where a run is about none, it is one."""
    if extras_named() == frozenset():
        assert [p for p in PACKAGES if importlib.util.find_spec(p)] == []
    for package in PACKAGES:
        monkeypatch.setitem(sys.modules, package, None)  # type: ignore[arg-type]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("core_alone")
@pytest.mark.parametrize(
    ("words", "extra"),
    [
        (["inspect", "a.docx"], "docx"),
        (["inspect", "a.epub"], "epub"),
        (["inspect", "a.pdf"], "pdf"),
        (["inspect", "http://127.0.0.1:9/"], "web"),
        (["compare", rd.samples.OLD, "a.pdf", "-o", "out.html"], "pdf"),
        (["compare", rd.samples.OLD, rd.samples.NEW, "-o", "out.docx"], "docx"),
        (["timeline", rd.samples.OLD, "a.epub", "-o", "out.html"], "epub"),
        (["split", "a.pdf", "-o", "out"], "pdf"),
        (["corpus", rd.samples.OLD, rd.samples.NEW, "-o", "out", "--data", "parquet"], "parquet"),
    ],
)
def test_the_command_names_the_extra_that_is_missing(
    words: list[str], extra: str, files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert re.findall(r"rights-diff\[(.*?)\]", said.err) == [extra]
    assert sorted(path.name for path in files.iterdir()) == sorted(FILES)


@pytest.fixture(scope="module")
def comparison() -> rd.Comparison:
    return rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))


@pytest.mark.usefixtures("core_alone")
@pytest.mark.parametrize(
    ("asked", "extra"),
    [
        (lambda c: c.to_frame(), "frames"),
        (lambda c: c.to_frames(), "frames"),
        (lambda c: c.old.to_frame(), "frames"),
        (lambda c: c.old.to_frames(), "frames"),
        (lambda c: rd.timeline([c.old, c.new]).to_frame(), "frames"),
        (lambda c: rd.timeline([c.old, c.new]).to_frames(), "frames"),
        (lambda _: rd.compare_corpus(rd.samples.ALL[:2], executor="serial").to_frame(), "frames"),
        (lambda c: c.plot(), "plot"),
        (lambda c: c.to_docx(), "docx"),
        (lambda c: c.render("docx", "out.docx"), "docx"),
    ],
)
def test_the_library_names_the_extra_that_is_missing(
    asked: Callable[[rd.Comparison], object], extra: str, comparison: rd.Comparison, files: Path
) -> None:
    with pytest.raises(RenderError) as caught:
        asked(comparison)
    assert re.findall(r"rights-diff\[(.*?)\]", str(caught.value)) == [extra]
    assert "\n" not in str(caught.value)
    assert sorted(path.name for path in files.iterdir()) == sorted(FILES)


@pytest.mark.usefixtures("core_alone")
def test_in_a_corpus_the_files_that_need_an_extra_are_listed_as_failed(files: Path) -> None:
    sources = [rd.samples.OLD, rd.samples.NEW, files / "a.pdf"]
    result = rd.compare_corpus(sources, executor="serial")
    assert ["rights-diff[pdf]" in failure.message for failure in result.failures] == [True]
    assert len(result) == 1


def test_the_strategies_for_tests_name_their_extra() -> None:
    script = "import sys; sys.modules['hypothesis'] = None; import rights_diff.testing"
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, capture_output=True, text=True
    )
    assert re.findall(r"rights-diff\[(.*?)\]", done.stderr.splitlines()[-1]) == ["testing"]


@pytest.mark.usefixtures("core_alone")
def test_the_core_compares_and_writes_all_that_needs_no_extra(
    comparison: rd.Comparison, tmp_path: Path
) -> None:
    for suffix in ("csv", "html", "json", "md", "txt"):
        output = tmp_path / f"out.{suffix}"
        assert main(["compare", rd.samples.OLD, rd.samples.NEW, "-o", str(output)]) == 0
        assert output.stat().st_size > 1000
    assert comparison.to_csv(table=next(iter(COMPARISON_TABLES)))


def test_the_extras_of_the_package_are_those_that_tests_may_need() -> None:
    described = importlib.metadata.metadata("rights-diff")
    assert set(described.get_all("Provides-Extra") or ()) == {*EXTRAS, "all", "testing"}
