"""The user's namespace, and how fast it comes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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
    "find_source",
    "load",
    "load_all",
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
