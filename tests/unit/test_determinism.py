"""The same input gives the same bytes: whatever the hash seed, locale, time zone or folder."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rights_diff import samples

# What differs from one machine, and one run, to the next.
WORLDS = [
    {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Pyongyang"},
    {
        "PYTHONHASHSEED": "424242",
        "LC_ALL": "POSIX",
        "TZ": "America/New_York",
        "PYTHONOPTIMIZE": "1",
    },
    {"PYTHONHASHSEED": "77", "LANG": "tr_TR.UTF-8", "COLUMNS": "40", "PYTHONUTF8": "1"},
]
JOBS = {
    "report.html": ["compare", samples.OLD, samples.NEW],
    "report.json": ["compare", samples.OLD, samples.HRW_2019],
    "report.md": ["compare", samples.OLD, samples.NEW],
    "report.docx": ["compare", samples.OLD, samples.NEW],
    "ledger.csv": ["compare", samples.HRW_2014, samples.HRW_2019],
    "timeline.html": ["timeline", *samples.ALL],
    "timeline.json": ["timeline", *reversed(samples.ALL)],
}


def _digest(name: str, words: list[str], world: dict[str, str], folder: Path) -> str:
    """The bytes that the command writes in that world, as a hash."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "VIRTUAL_ENV")}
    command = [sys.executable, "-m", "rights_diff", *words, "-o", str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, env=kept | world, cwd=folder)
    return hashlib.sha256((folder / name).read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.needs("docx")) if name.endswith("docx") else name
        for name in JOBS
    ],
)
def test_no_byte_depends_on_the_world_around(name: str, tmp_path: Path) -> None:
    folders = [tmp_path / str(n) for n in range(len(WORLDS))]
    for folder in folders:
        folder.mkdir()
    digests = {
        _digest(name, JOBS[name], world, folder)
        for world, folder in zip(WORLDS, folders, strict=True)
    }
    assert len(digests) == 1
