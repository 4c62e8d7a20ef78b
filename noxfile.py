"""Tests on each Python, of the built wheel with each extra alone, and with the oldest packages.

nox                     # all of it; a Python that is not installed is skipped
nox -s tests-3.12       # the tests on one Python
nox -s wheel            # the wheel with the dependencies of the core alone
nox -s "extra(pdf)"     # the wheel with one extra, and the tests that need it
nox -s lowest           # the lowest version of each dependency that pyproject.toml allows
nox -s sdist            # what is published: its files, the same bytes twice, and its own tests

A test that needs an extra is marked so: `@pytest.mark.needs("pdf")`.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import nox

nox.options.error_on_missing_interpreters = False
nox.options.reuse_existing_virtualenvs = True

PYTHONS = ("3.11", "3.12", "3.13")
ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")["project"]
# Hypothesis, the extra `testing`, is there in every session: the tests themselves need it.
EXTRAS = [name for name in PROJECT["optional-dependencies"] if name not in ("all", "testing")]
# Run with each extra too: the core must work with any of them and miss none.
CORE = ("tests/unit/test_cli.py", "tests/unit/test_reading.py", "tests/unit/test_package.py")
NO_BROWSER = "not browser and not real"
# What the unit tests import: no more of the group `test`, or an extra that is missing would come
# in with it.
TOOLS = (
    "pytest>=8.3",
    "diff-match-patch>=20241021",
    "hypothesis>=6.110",
    "jsonschema>=4.23",
    "pyyaml>=6.0",
    "trustme>=1.2",
)
# The same bytes whatever the clock says; any moment will do.
EPOCH = {"SOURCE_DATE_EPOCH": "1700000000"}


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """All tests that need no browser and no real reports."""
    session.install("--upgrade", "pip>=25.1")
    session.install("--editable", ".[all]", "--group", "test")
    session.run("python", "-m", "pytest", "-m", NO_BROWSER, *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """The wheel and nothing but its own dependencies: the demo, and all unit tests of the core."""
    _install_wheel(session, "")
    session.run("rights-diff", "demo", "-o", str(Path(session.create_tmp(), "demo.html")))
    _run(session, "tests/unit")


@nox.session
@nox.parametrize("extra", EXTRAS, ids=EXTRAS)
def extra(session: nox.Session, extra: str) -> None:
    """The wheel with one extra alone: a few tests of the core, and all that need the extra."""
    _install_wheel(session, f"[{extra}]")
    _run(session, *CORE, extras=extra)
    _run(session, "tests/unit", extras=extra, marks=f"needs and {NO_BROWSER}")


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """The lowest versions that pyproject.toml allows, on the oldest Python: all unit tests."""
    session.install("uv>=0.5")
    into = ("uv", "pip", "install", "--python", str(Path(session.bin, "python")))
    session.run(*into, "--resolution", "lowest-direct", "--editable", ".[all]")
    session.run(*into, *TOOLS)
    # Old packages call newer ones in ways that these advise against: not ours to mend.
    _run(session, "-W", "default::DeprecationWarning", "tests/unit", extras=",".join(EXTRAS))


@nox.session
def sdist(session: nox.Session) -> None:
    """What is published: nothing is missing or too much, and the sdist's own tests pass."""
    session.install("build>=1.2", "twine>=6.0", "check-wheel-contents>=0.6", "pip>=25.1")
    out = Path(session.create_tmp(), "dist")
    shutil.rmtree(out, ignore_errors=True)
    build = ("python", "-m", "build", "--outdir")
    session.run(*build, str(out), str(ROOT), env=EPOCH, silent=True)  # a wheel by way of the sdist
    again = out / "again"
    session.run(*build, str(again), "--wheel", str(ROOT), env=EPOCH, silent=True)
    session.run("python", str(ROOT / "scripts" / "check_dist.py"), str(out))
    session.run("twine", "check", "--strict", *map(str, out.glob("rights_diff-*.*")))
    session.run("check-wheel-contents", *map(str, out.glob("*.whl")))
    (archive,) = out.glob("rights_diff-*.tar.gz")
    session.run("python", "-m", "tarfile", "-e", str(archive), str(out))
    with session.chdir(out / archive.name.removesuffix(".tar.gz")):
        session.install("--upgrade", ".[all]", "--group", "test")
        session.run("python", "-m", "pytest", "-m", NO_BROWSER, "tests/unit", "tests/notebook")


def _install_wheel(session: nox.Session, extras: str) -> None:
    """Build the wheel and install it; the sources beside it are not on the path."""
    session.install("build>=1.2")
    built = Path(session.create_tmp())
    session.run("python", "-m", "build", "--wheel", "--outdir", str(built), str(ROOT), silent=True)
    (file,) = built.glob("*.whl")
    session.install("--force-reinstall", f"{file}{extras}", *TOOLS)


def _run(session: nox.Session, *words: str, extras: str = "", marks: str = NO_BROWSER) -> None:
    """Tests that need no extra but these, against what is installed; a skip is a failure."""
    environment = {"RIGHTS_DIFF_NO_SKIP": "1", "RIGHTS_DIFF_EXTRAS": extras}
    session.run("python", "-m", "pytest", "-m", marks, *words, env=environment)
