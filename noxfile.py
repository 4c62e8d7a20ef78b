"""Tests on each Python, and of the built wheel with each set of extras alone.

nox                     # all of it; a Python that is not installed is skipped
nox -s tests-3.12       # the tests on one Python
nox -s wheel            # the wheel with the dependencies of the core alone
nox -s "extra(pdf)"     # the wheel with one extra, and the tests that need it
nox -s sdist            # the tests of the source distribution, from its own files
"""

from __future__ import annotations

from pathlib import Path

import nox

nox.options.error_on_missing_interpreters = False
nox.options.reuse_existing_virtualenvs = True

PYTHONS = ("3.11", "3.12", "3.13")
ROOT = Path(__file__).parent
# Tests that an extra alone has to pass. The core is tested with each: it must not miss an extra.
CORE = ("tests/unit/test_cli.py", "tests/unit/test_reading.py", "tests/unit/test_package.py")
EXTRAS = {
    "dask": ("tests/unit/test_corpus_dask.py",),
    "docx": ("tests/unit/test_reading_docx.py", "tests/unit/test_rendering_docx.py"),
    "epub": ("tests/unit/test_reading_epub.py",),
    "frames": ("tests/unit/test_rendering_frames.py",),
    "parquet": ("tests/unit/test_corpus_tables.py",),
    "pdf": ("tests/unit/test_reading_pdf.py",),
    "plot": ("tests/unit/test_rendering_plot.py",),
    "web": ("tests/unit/test_reading_web.py",),
}
# Tests of the core's files that need an extra all the same.
NEEDING = {
    "docx": ("tests/unit/test_cli.py::test_manifest_and_tracked_changes",),
    "pdf": (
        "tests/unit/test_reading.py::test_what_cannot_be_read[a.pdf",
        "tests/unit/test_reading.py::test_what_cannot_be_read[a.txt-%PDF",
    ),
}
# What the tests of an extra read its files with.
READING = {"parquet": ("pandas>=2.2",)}
NO_BROWSER = "not browser and not real"
# What the tests import besides the extra: no more of the group `test`, or an extra that is
# missing would come in with it.
TOOLS = ("pytest>=8.3", "hypothesis>=6.110", "jsonschema>=4.23", "trustme>=1.2")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """All tests that need no browser and no real reports."""
    session.install("--upgrade", "pip>=25.1")
    session.install("--editable", ".[all]", "--group", "test")
    session.run("python", "-m", "pytest", "-m", NO_BROWSER, *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """The wheel and nothing but its own dependencies: the demo, and the tests of the core."""
    _install_wheel(session, "")
    session.run("rights-diff", "demo", "-o", str(Path(session.create_tmp(), "demo.html")))
    _run_installed(session, CORE, "")


@nox.session
@nox.parametrize("extra", list(EXTRAS), ids=list(EXTRAS))
def extra(session: nox.Session, extra: str) -> None:
    """The wheel with one extra alone."""
    _install_wheel(session, f"[{extra}]")
    if extra in READING:
        session.install(*READING[extra])
    _run_installed(session, (*CORE, *EXTRAS[extra]), extra)


@nox.session
def sdist(session: nox.Session) -> None:
    """The source distribution holds its tests, its docs and its examples, and they pass."""
    session.install("build>=1.2", "twine>=6.0", "pip>=25.1")
    unpacked = Path(session.create_tmp())
    session.run("python", "-m", "build", "--outdir", str(unpacked), str(ROOT))
    session.run("twine", "check", "--strict", *map(str, unpacked.glob("rights_diff-*.*")))
    (archive,) = unpacked.glob("rights_diff-*.tar.gz")
    session.run("python", "-m", "tarfile", "-e", str(archive), str(unpacked))
    with session.chdir(unpacked / archive.name.removesuffix(".tar.gz")):
        session.install("--upgrade", ".[all]", "--group", "test")
        session.run("python", "-m", "pytest", "-m", NO_BROWSER, "tests/unit", "tests/notebook")


def _install_wheel(session: nox.Session, extras: str) -> None:
    """Build the wheel and install it; the sources beside it are not on the path."""
    session.install("build>=1.2")
    built = Path(session.create_tmp())
    session.run("python", "-m", "build", "--wheel", "--outdir", str(built), str(ROOT), silent=True)
    (file,) = built.glob("*.whl")
    session.install("--force-reinstall", f"{file}{extras}", *TOOLS)


def _run_installed(session: nox.Session, files: tuple[str, ...], extra: str) -> None:
    """Tests against what is installed: `src` is no test path here, and a skip is a failure."""
    others = [test for name, tests in NEEDING.items() if name != extra for test in tests]
    without = [word for test in others for word in ("--deselect", test)]
    environment = {"RIGHTS_DIFF_NO_SKIP": "1"}
    session.run("python", "-m", "pytest", "-m", NO_BROWSER, *without, *files, env=environment)
