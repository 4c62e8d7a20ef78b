"""Check what a wheel and a source distribution hold: `python scripts/check_dist.py dist`.

The folder holds one of each, and may hold further wheels of the same name in folders below: all
wheels have to be the same bytes, however they were built.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What a source distribution has to bring so that its tests and docs can be run from it.
SOURCES = ("src", "tests", "docs", "examples", "benchmarks", "fuzz", "scripts")
FILES = ("CHANGELOG.md", "CITATION.cff", "LICENSE", "Makefile", "README.md", "pyproject.toml")
# What no distribution may hold: caches, outputs of runs, and what only a checkout has.
STRAY = re.compile(r"__pycache__|\.py[co]$|(^|/)\.(git|ci|venv|nox|hypothesis|mypy_cache)(/|$)")


def files_below(folder: Path) -> set[str]:
    """Files of the checkout that belong to a distribution, by their path below the root."""
    paths = (p.relative_to(ROOT).as_posix() for p in folder.rglob("*") if p.is_file())
    return {
        path for path in paths if not STRAY.search(path) and not path.startswith("examples/out")
    }


def wheel_faults(wheel: Path) -> Iterator[str]:
    """What is wrong with the files of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (about,) = {name.partition("/")[0] for name in names if ".dist-info/" in name}
        described = HeaderParser().parsestr(archive.read(f"{about}/METADATA").decode("utf-8"))
        entry_points = archive.read(f"{about}/entry_points.txt").decode("utf-8")
    held = {name for name in names if not name.startswith(f"{about}/")}
    expected = {path.removeprefix("src/") for path in files_below(ROOT / "src")}
    yield from (f"the wheel lacks {name}" for name in sorted(expected - held))
    yield from (f"the wheel should not hold {name}" for name in sorted(held - expected))
    for name in ("rights_diff/py.typed", f"{about}/licenses/LICENSE"):
        if name not in names:
            yield f"the wheel lacks {name}"
    if "rights-diff = rights_diff.cli:main" not in entry_points:
        yield "the wheel does not bring the command rights-diff"
    for field in ("Summary", "License-Expression", "Requires-Python", "Keywords"):
        if not described[field]:
            yield f"the metadata say nothing about {field}"


def sdist_faults(sdist: Path) -> Iterator[str]:
    """What is wrong with the files of a source distribution."""
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    expected = {path for folder in SOURCES for path in files_below(ROOT / folder)} | {*FILES}
    yield from (f"the sdist lacks {name}" for name in sorted(expected - held))
    yield from (f"the sdist should not hold {name}" for name in sorted(held) if STRAY.search(name))


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with the distributions of a folder, a line each."""
    wheels, sdists = sorted(folder.rglob("*.whl")), sorted(folder.glob("*.tar.gz"))
    if not wheels or len(sdists) != 1:
        yield f"{folder} holds {len(wheels)} wheels and {len(sdists)} source distributions"
        return
    yield from wheel_faults(wheels[0])
    yield from sdist_faults(sdists[0])
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in wheels}
    if len(digests) > 1:
        yield f"{len(wheels)} builds gave {len(digests)} different wheels"


if __name__ == "__main__":
    found = list(faults(Path(sys.argv[1])))
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(1 if found else 0)
