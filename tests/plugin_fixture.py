"""Packages with plug-ins, as an installer leaves them: a module and its `dist-info` on the path."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

CHAPTER = "Tuvalu\n\nCourts\nThe courts were open. Two judges left; nobody came.\n"
EXAMPLES = Path(__file__).parents[1] / "examples" / "plugins"


def add_example(name: str, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make an example as good as installed: its own folder, and what its pyproject declares."""
    folder = EXAMPLES / name
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    _write_info(site, project["name"], project["version"], project["entry-points"])
    monkeypatch.syspath_prepend(site)
    monkeypatch.syspath_prepend(folder)


def example_module(name: str) -> ModuleType:
    """The module of an example, not installed."""
    place = EXAMPLES / name / f"rights_diff_{name}.py"
    spec = importlib.util.spec_from_file_location(place.stem, place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def add_package(
    site: Path,
    monkeypatch: pytest.MonkeyPatch,
    groups: Mapping[str, Mapping[str, str]],
    *,
    name: str = "house-tools",
    code: str = "",
) -> None:
    """A package called `name` whose one module has the code; `house-tools` has `house_tools`."""
    module = name.replace("-", "_")
    (site / f"{module}.py").write_text(code, encoding="utf-8")
    _write_info(site, name, "1.0", groups)
    monkeypatch.syspath_prepend(site)
    monkeypatch.delitem(sys.modules, module, raising=False)


def _write_info(
    site: Path, name: str, version: str, groups: Mapping[str, Mapping[str, str]]
) -> None:
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8"
    )
    lines = []
    for group, entries in groups.items():
        lines += [f"[{group}]", *(f"{key} = {value}" for key, value in entries.items()), ""]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
