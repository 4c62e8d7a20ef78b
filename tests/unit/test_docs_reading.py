"""The page on reading names every option, extra and format."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from pathlib import Path

from rights_diff.reading.manifest import ManifestRow
from rights_diff.reading.options import ReadOptions

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")


def test_options_and_manifest_fields_are_documented() -> None:
    for field in (*fields(ReadOptions), *fields(ManifestRow)):
        assert field.name in PAGE, field.name


def test_extras_are_documented_and_all_holds_them() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for name in extras:
        assert f"rights-diff[{name}]" in PAGE, name
    inside = extras["all"][0].removeprefix("rights-diff[").removesuffix("]").split(",")
    assert sorted(inside) == sorted(set(extras) - {"all"})
