"""Which extras a run of tests is about: `conftest.py` leaves out the tests that need another."""

from __future__ import annotations

import importlib
import importlib.util
import os
from typing import Any

import pytest

# The packages that each extra brings, by the names they are imported by.
EXTRAS = {
    "dask": ("distributed",),
    "docx": ("docx", "lxml"),
    "epub": ("lxml",),
    "frames": ("pandas",),
    "parquet": ("pyarrow",),
    "pdf": ("pypdfium2",),
    "plot": ("matplotlib",),
    "web": ("protego", "urllib3"),
}
# How the reason of a module begins that is left out on purpose, and is no skip that hides a fault.
LEFT_OUT = "this run is not about the extra"


def extras_named() -> frozenset[str] | None:
    """The extras that the run is about; None where nothing is said: those that are there."""
    named = os.environ.get("RIGHTS_DIFF_EXTRAS")
    if named is None:
        return None
    extras = frozenset(named.replace(",", " ").split())
    if extras - EXTRAS.keys():
        unknown = ", ".join(sorted(extras - EXTRAS.keys()))
        raise pytest.UsageError(f"RIGHTS_DIFF_EXTRAS names what is no extra: {unknown}")
    return extras


def is_installed(extra: str) -> bool:
    """Whether all packages of an extra are there."""
    return all(importlib.util.find_spec(package) for package in EXTRAS[extra])


def has(extra: str) -> bool:
    """Whether tests may need an extra: the run is about it, or, where nothing is said, has it."""
    named = extras_named()
    return is_installed(extra) if named is None else extra in named


def needed(extra: str, package: str) -> Any:
    """A package of an extra, for the head of a module of tests that all need it.

    Where the run has to have the extra, a package that is missing is an error and no skip.
    """
    if not has(extra):
        named = extras_named() is not None
        reason = f"{LEFT_OUT} {extra}" if named else f"the extra {extra} is not installed"
        pytest.skip(reason, allow_module_level=True)
    return importlib.import_module(package)
