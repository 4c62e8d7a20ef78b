"""The laws of the house: small parts, no circle, and imports that follow the way of a text."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

import rights_diff

HOME = Path(rights_diff.__file__).parent
TESTS = Path(__file__).parents[1]
ARCHITECTURE = TESTS.parent / "docs" / "concepts" / "architecture.md"

LONGEST_MODULE = 400  # lines
LONGEST_FUNCTION = 60  # lines, signature and docstring among them

# The rooms in the order of the way: each knows itself and those before it.
WAY = (
    *("errors", "collector", "samples", "model", "protocols"),
    *("reading", "arguments", "structure", "plugins", "extraction", "alignment", "comparison"),
    *("review", "timelines", "rendering", "pipeline", "corpus", "many_reports"),
    *("testing", "cli", "__main__"),
)
# Who knows of a later room all the same, and why; each of these imports is a late one.
KNOWN_AHEAD = {
    # a suffix that no reader here takes may be a plug-in's
    ("reading.choosing", "plugins.checking"),
    ("reading.choosing", "plugins.finding"),
    # no plug-in may take the name of a shipped format
    ("plugins.finding", "rendering.formats"),
}


class Import(NamedTuple):
    """One module of the package names another.

    Attributes:
        late: inside a function.
        name: what is taken from it.
    """

    by: str
    of: str
    name: str
    late: bool


def modules(folder: Path) -> Iterator[Path]:
    return (p for p in sorted(folder.rglob("*.py")) if "__pycache__" not in p.parts)


@cache
def names() -> frozenset[str]:
    """Every module of the package: `model.report`, and of a folder `model`."""
    return frozenset(map(dotted, modules(HOME)))


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(HOME).with_suffix("").parts).removesuffix(".__init__")


@cache
def imports() -> tuple[Import, ...]:
    """What modules of the package take from one another, type checking aside."""
    return tuple(
        found
        for path in modules(HOME)
        for found in taken(dotted(path), ast.parse(path.read_text("utf-8")), late=False)
    )


def taken(by: str, node: ast.AST, *, late: bool) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        if isinstance(child, ast.ImportFrom) and f"{child.module}.".startswith("rights_diff."):
            home = str(child.module).removeprefix("rights_diff").removeprefix(".")
            for alias in child.names:
                whole = f"{home}.{alias.name}".removeprefix(".")
                yield Import(by, whole if whole in names() else home, alias.name, late)
        if isinstance(child, ast.Import):
            for alias in child.names:
                if alias.name.startswith("rights_diff."):
                    yield Import(by, alias.name.removeprefix("rights_diff."), "", late)
        yield from taken(
            by, child, late=late or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
        )


def room(module: str) -> str:
    return module.partition(".")[0]


def rules() -> Iterator[Import]:
    """Imports that the laws hold for.

    The package itself only gives its version, and imports the rest when it is asked for. Values
    can be written and shown (`to_…`): these methods import what does it when they are called.
    """
    for found in imports():
        is_method_of_a_value = room(found.by) == "model" and found.late
        if found.by not in ("", "__init__") and found.of and not is_method_of_a_value:
            yield found


def test_the_package_is_seen() -> None:
    rooms = {room(name) for name in names()} - {"", "__init__"}
    assert rooms == set(WAY)
    assert Import("pipeline", "alignment", "align", late=True) in imports()
    assert Import("model.comparison", "model.report", "Report", late=False) in imports()
    assert not [i for i in imports() if i.of and i.of not in names()]


def test_rooms_know_only_those_before_them() -> None:
    ahead = {(i.by, i.of): i.late for i in rules() if WAY.index(room(i.of)) > WAY.index(room(i.by))}
    assert set(ahead) == KNOWN_AHEAD
    assert all(ahead.values()), "an import of what comes later must be a late one"


def test_no_module_leads_back_to_itself() -> None:
    leads: dict[str, set[str]] = {}
    for found in rules():
        if found.of != found.by:
            leads.setdefault(found.by, set()).add(found.of)
    while ends := {m for m in leads if not any(n in leads for n in leads[m])}:
        leads = {m: of for m, of in leads.items() if m not in ends}
    assert not leads, f"in or before a circle: {sorted(leads)}"


def test_what_is_private_stays_in_its_module() -> None:
    private = [i for i in imports() if i.name.startswith("_") and i.name != "__version__"]
    assert not private


@pytest.mark.parametrize("folder", [HOME, TESTS], ids=["package", "tests"])
def test_no_module_is_long(folder: Path) -> None:
    lengths = {p: len(p.read_text("utf-8").split("\n")) - 1 for p in modules(folder)}
    assert {p.name: n for p, n in lengths.items() if n > LONGEST_MODULE} == {}


@pytest.mark.parametrize("folder", [HOME, TESTS], ids=["package", "tests"])
def test_no_function_is_long(folder: Path) -> None:
    long = [
        (path.name, node.name, lines)
        for path in modules(folder)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_the_page_on_architecture_names_every_room() -> None:
    page = ARCHITECTURE.read_text("utf-8")
    named = (name for name in WAY if not name.startswith("_"))
    assert [n for n in named if f"`{n}`" not in page and f"`{n}.py`" not in page] == []
