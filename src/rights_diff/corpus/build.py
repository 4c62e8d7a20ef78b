"""Which build of the program made a result: its version, and the hash of its own files.

Two copies of one version may differ while the program is worked on; a result of the one is then
no result of the other. Nor is one that another parser read, or another Python.
"""

from __future__ import annotations

import hashlib
import re
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

__all__ = ["build", "check_version"]

_MATTERS = frozenset(
    {".css", ".csv", ".j2", ".js", ".json", ".npy", ".py", ".toml", ".tsv", ".txt"}
)

_NAME = re.compile(r"[\w.-]+")  # of a package, at the head of a requirement (PEP 508)


def build() -> tuple[str, str]:
    """The version, and the hash of the code and data that were installed with it.

    Python, the packages that this one requires, and those that bring readers count by their
    version.
    """
    import rights_diff

    files = _files(str(Path(rights_diff.__file__).parent))
    path = tuple(sys.path)
    parts = (files, _python(), _required(path), _brought(path))
    return rights_diff.__version__, hashlib.sha256("\n".join(parts).encode()).hexdigest()


def check_version(started_by: str) -> None:
    """Raise `CompareError` where this process has another version than the one that started it.

    On a cluster the program is installed on each machine.
    """
    import rights_diff
    from rights_diff.errors import CompareError

    if started_by != rights_diff.__version__:
        raise CompareError(
            f"the worker has rights-diff {rights_diff.__version__}, the run was started by "
            f"{started_by}: install the same version on all"
        )


def _python() -> str:
    return f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}"


@cache
def _required(path: tuple[str, ...]) -> str:  # noqa: ARG001 - what it depends on
    """The packages that this one requires, of all its extras, each with the version installed."""
    try:
        lines = requires("rights-diff") or ()
    except PackageNotFoundError:  # run from its source, never installed
        return ""
    names = {match[0] for line in lines if (match := _NAME.match(line))}
    return "; ".join(f"{name} {_version(name)}" for name in sorted(names))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "is not installed"


@cache
def _brought(path: tuple[str, ...]) -> str:  # noqa: ARG001 - what it depends on
    """The readers that are installed on this path, each with its package."""
    from rights_diff.plugins.finding import installed

    return "; ".join(f"{plugin} {plugin.place}" for plugin in installed("reader"))


@cache
def _files(home: str) -> str:
    digest = hashlib.sha256()
    for path in sorted(Path(home).rglob("*")):
        if path.suffix in _MATTERS and path.is_file():
            digest.update(f"{path.relative_to(home).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
