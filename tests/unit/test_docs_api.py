"""Every public name is in the API reference, and says what it gives, what it raises, and how."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import Any

import pytest
from tests.docs_fixture import DOCUMENTS, ROOT

import rights_diff as rd

API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
DIRECTIVE = re.compile(r"^\.\. auto(function|class|module):: (\S+)((?:\n   .*)*)", re.MULTILINE)
# A summary that names a thing, or things, and no deed, says by itself what comes back.
NOUN = re.compile(r"(The|An?|All|Whether|How|What|Each|Every|One|Two|[A-Z][a-z]+s) ")
# Shown nowhere by an example of its own, and why.
NO_EXAMPLE = {
    "testing.chapter_pairs": "a strategy, drawn from as `chapters` is",
    "testing.edited_chapters": "a strategy of what `plant` gives",
    "testing.reports": "a strategy, drawn from as `report_pairs` is",
}


def found(kind: str, path: str, options: str) -> Iterator[tuple[str, Any]]:
    """What a directive puts on the page: names and objects."""
    if kind != "module":
        home, _, name = path.rpartition(".")
        yield path, getattr(importlib.import_module(home), name)
        return
    module = importlib.import_module(path)
    if ":no-members:" in options:
        return
    left_out = re.findall(r":exclude-members: (.*)", options)
    names = getattr(module, "__all__", None) or [
        name
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", None) == path
    ]
    for name in names:
        value = getattr(module, name)
        if name not in left_out and (inspect.isclass(value) or inspect.isfunction(value)):
            yield f"{path}.{name}", value


DOCUMENTED = {
    name: value for directive in DIRECTIVE.findall(API) for name, value in found(*directive)
}


def methods(cls: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, value in vars(cls).items():
        function = getattr(value, "__func__", value)
        if not name.startswith("_") and inspect.isfunction(function):
            yield name, function


FUNCTIONS = {
    **{name: value for name, value in DOCUMENTED.items() if inspect.isfunction(value)},
    **{
        f"{path}.{name}": method
        for path, cls in DOCUMENTED.items()
        if inspect.isclass(cls)
        for name, method in methods(cls)
    },
}


def raises(function: Callable[..., Any]) -> bool:
    """Whether the function itself raises; one that Hypothesis made of another has no source."""
    try:
        source = inspect.getsource(function)
    except OSError:
        return False
    tree = ast.parse(textwrap.dedent(source))
    return any(isinstance(node, ast.Raise) for node in ast.walk(tree))


@cache
def examples() -> str:
    """Every example that is run: of docstrings in `src`, and of the pages."""
    sources = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "src").rglob("*.py"))]
    lines = [
        line for text in sources for line in re.findall(r"^ *(?:>>>|\.\.\.) (.*)$", text, re.M)
    ]
    pages = [p.read_text(encoding="utf-8") for p in DOCUMENTS]
    blocks = [b for text in pages for b in re.findall(r"```py(?:thon|con)\n(.*?)```", text, re.S)]
    return re.sub(r"#.*", "", "\n".join([*lines, *blocks]))


def test_every_public_name_is_in_the_reference() -> None:
    homes = [id(value) for value in DOCUMENTED.values()]
    names = {name: getattr(rd, name) for name in rd.__all__ if name != "__version__"}
    modules = [name for name, value in names.items() if inspect.ismodule(value)]
    assert [n for n, v in names.items() if n not in modules and id(v) not in homes] == []
    assert [n for n in modules if f"automodule:: rights_diff.{n}" not in API] == []


def test_every_value_of_the_model_is_in_the_reference() -> None:
    model = importlib.import_module("rights_diff.model")
    homes = [id(value) for value in DOCUMENTED.values()]
    assert [name for name in model.__all__ if id(getattr(model, name)) not in homes] == []


@pytest.mark.parametrize("name", [n for n, v in DOCUMENTED.items() if inspect.isclass(v)])
def test_every_class_says_what_it_is(name: str) -> None:
    cls = DOCUMENTED[name]
    summary = inspect.cleandoc(cls.__doc__ or "").split("\n\n")[0]
    assert len(summary) > 15
    assert not summary.startswith(f"{cls.__name__}(")  # what `dataclass` writes by itself
    assert issubclass(cls, Enum) or summary.endswith((".", ":"))


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_says_what_it_gives(name: str) -> None:
    function = FUNCTIONS[name]
    text = inspect.cleandoc(function.__doc__ or "")
    assert text.split("\n\n")[0].endswith((".", ":")), "no summary"
    gives = inspect.signature(function).return_annotation not in {None, "None"}
    assert not gives or "Returns:" in text or NOUN.match(text)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_says_what_it_raises(name: str) -> None:
    function = FUNCTIONS[name]
    assert not raises(function) or re.search(r"Raises:|`\w+Error`", function.__doc__ or "")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_names_its_arguments(name: str) -> None:
    function = FUNCTIONS[name]
    home = DOCUMENTED.get(name.rpartition(".")[0])
    told = f"{function.__doc__} {home.__doc__ if home else ''}"
    parameters = [n for n in inspect.signature(function).parameters if n not in {"self", "cls"}]
    if len(parameters) > 1:
        assert [n for n in parameters if not re.search(rf"\b{n}\b", told)] == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_shown_by_an_example_that_runs(name: str) -> None:
    called = name.rpartition(".")[2]
    short = ".".join(name.split(".")[-2:])
    assert re.search(rf"\b{called}\(", examples()) or short in NO_EXAMPLE


def test_reasons_for_no_example_are_about_names_that_are_there() -> None:
    known = {".".join(name.split(".")[-2:]) for name in FUNCTIONS}
    assert set(NO_EXAMPLE) <= known
