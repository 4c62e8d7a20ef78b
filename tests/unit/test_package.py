"""The user's namespace, and how fast it comes."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.extras_fixture import EXTRAS

import rights_diff as rd

PUBLIC = [
    "CompareError",
    "Comparison",
    "CorpusResult",
    "PluginError",
    "ReadError",
    "ReadOptions",
    "RenderError",
    "Report",
    "Review",
    "RightsDiffError",
    "Span",
    "StructureError",
    "Timeline",
    "Yearbook",
    "__version__",
    "compare",
    "compare_corpus",
    "compare_many",
    "errors",
    "find_source",
    "load",
    "load_all",
    "model",
    "parse",
    "quantities",
    "samples",
    "timeline",
    "word_edits",
]


def test_the_public_names_are_these() -> None:
    assert rd.__all__ == PUBLIC
    assert all(getattr(rd, name) is not None for name in PUBLIC)
    assert dir(rd) == PUBLIC


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        rd.nothing  # noqa: B018


def test_the_citation_names_the_version() -> None:
    cited = (Path(__file__).parents[2] / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {rd.__version__}\n" in cited


def imported() -> Iterator[str]:
    """The top of every name that a module of the package imports, anywhere in it."""
    for path in Path(rd.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.partition(".")[0]


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    of_extras = {package for packages in EXTRAS.values() for package in packages} | {"hypothesis"}
    others = set(imported()) - sys.stdlib_module_names - {"rights_diff"}
    installed = importlib.metadata.packages_distributions()
    used = {normal(name) for package in others - of_extras for name in installed[package]}
    declared = [
        line for line in importlib.metadata.requires("rights-diff") or () if ";" not in line
    ]
    assert used == {normal(re.split("[<>=~! ]", line)[0]) for line in declared}
    assert of_extras - others == {"distributed"}  # a user's own program makes the cluster


def normal(name: str) -> str:
    return re.sub("[-_.]+", "-", name).lower()


def test_importing_brings_nothing_heavy() -> None:
    script = "import sys, rights_diff; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    loaded = set(done.stdout.split())
    heavy = {"jinja2", "rapidfuzz", "diff_match_patch", "rights_diff.model", "json", "re"}
    assert not loaded & (heavy - {"re", "json"})


def test_a_path_is_no_report() -> None:
    report = rd.load(rd.samples.OLD)
    with pytest.raises(TypeError, match="load"):
        rd.compare(report, "report.txt")  # type: ignore[arg-type]


def test_public_modules_are_there_before_anything_is_read() -> None:
    script = "import rights_diff as rd; print(rd.errors.Empty.__name__, rd.model.Status.ADDED)"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == ["Empty", "added"]
