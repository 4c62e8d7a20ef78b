"""The commands work however Python is started: stripped of docstrings, strict, in plain ASCII."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.extras_fixture import has

from rights_diff import samples

STRICT = ["-W", "error", "-X", "dev", "-X", "warn_default_encoding"]
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
PARQUET = ["--data", "parquet"] if has("parquet") else []
JOBS = [
    ["demo", "-o", "demo.html"],
    ["compare", samples.OLD, samples.NEW, "-o", "pair.csv"],
    ["compare", samples.OLD, samples.HRW_2019],
    *([["compare", samples.OLD, samples.NEW, "-o", "pair.docx"]] if has("docx") else []),
    ["explain", samples.OLD, samples.NEW, "r1"],
    ["timeline", *samples.ALL, "-o", "timeline.html"],
    ["corpus", *samples.ALL, "-o", "site", "--workers", "2", "--data", "sqlite", *PARQUET],
]
SCRIPT = """
import json, sys
from rights_diff.cli import main
sys.exit(max(main(words) for words in json.loads(sys.argv[1])))
"""
POSIX = pytest.mark.skipif(os.name == "nt", reason="permissions work otherwise there")


def run(folder: Path, flags: list[str], world: dict[str, str]) -> dict[str, str]:
    """What the commands write in that world: each file's bytes, as a hash, and what is printed."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "VIRTUAL_ENV")}
    folder.mkdir()
    command = [sys.executable, *flags, "-c", SCRIPT, json.dumps(JOBS)]
    done = subprocess.run(
        command, capture_output=True, env=kept | world, cwd=folder, umask=0o027, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    written = {"": done.stdout} | {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    return {name: hashlib.sha256(data).hexdigest() for name, data in written.items()}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("usual") / "out"
    return folder, run(folder, [], {"LC_ALL": "C.UTF-8"})


@pytest.mark.parametrize(
    ("flags", "world"),
    [(["-OO"], {}), (STRICT, {}), ([], ASCII)],
    ids=["stripped", "strict", "ascii"],
)
def test_the_commands_write_the_same_however_python_is_started(
    flags: list[str],
    world: dict[str, str],
    usual: tuple[Path, dict[str, str]],
    tmp_path: Path,
) -> None:
    assert run(tmp_path / "out", flags, world) == usual[1]


@POSIX
def test_files_have_the_permissions_that_the_user_gives_new_ones(
    usual: tuple[Path, dict[str, str]],
) -> None:
    paths = list(usual[0].rglob("*"))
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in paths}
    assert len(modes) > 12
    assert {path: f"{mode:o}" for path, mode in modes.items()} == {
        path: "750" if path.is_dir() else "640" for path in paths
    }
