"""Fixtures and rules for all tests.

Environment:
    RIGHTS_DIFF_REPORTS: folder of real reports; tests marked `real` skip where it is unset.
    RIGHTS_DIFF_SPECS: folder of other projects' test data; likewise.
    RIGHTS_DIFF_NO_SKIP: where set, a skipped test counts as failed.
    RIGHTS_DIFF_EXAMPLES: examples of each property test, where the profile does not say (60).
    RIGHTS_DIFF_EXTRAS: the extras that the run is about, by comma; may be empty. Tests marked
        `needs` another are left out, and the extras named must be installed. Where it is unset,
        tests skip whose extra is missing.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests.extras_fixture import LEFT_OUT, extras_named, is_installed

settings.register_profile(
    "quick",
    max_examples=int(os.environ.get("RIGHTS_DIFF_EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long", max_examples=100_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# The same few examples each time: for coverage and mutants, whose figures must not waver.
settings.register_profile(
    "steady",
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("quick")

# A run in the background ignores Ctrl-C, and so would every program that it starts: the tests of
# Ctrl-C bring it back.
signal.signal(signal.SIGINT, signal.default_int_handler)


def _folder(variable: str, what: str) -> Path:
    named = os.environ.get(variable)
    if not named:
        pytest.skip(f"{variable} is not set: it names the folder of {what}")
    folder = Path(named)
    assert folder.is_dir(), f"{variable} names {named}, which is no folder"
    return folder


@pytest.fixture(scope="session")
def reports_dir() -> Path:
    """Folder of real reports."""
    return _folder("RIGHTS_DIFF_REPORTS", "real reports")


@pytest.fixture(scope="session")
def specs_dir() -> Path:
    """Folder of other projects' test data."""
    return _folder("RIGHTS_DIFF_SPECS", "other projects' test data")


def pytest_configure(config: pytest.Config) -> None:  # noqa: ARG001 - the hook's signature
    missing = [name for name in sorted(extras_named() or ()) if not is_installed(name)]
    if missing:
        raise pytest.UsageError(f"RIGHTS_DIFF_EXTRAS names what is missing: {', '.join(missing)}")


def _extras_of(item: pytest.Item) -> set[str]:
    return {extra for mark in item.iter_markers("needs") for extra in mark.args}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    named = extras_named()
    if named is not None:
        left_out = [item for item in items if not _extras_of(item) <= named]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if _extras_of(item) <= named]
    for item in items:
        for extra in sorted(_extras_of(item)):
            if not is_installed(extra):
                item.add_marker(pytest.mark.skip(reason=f"the extra {extra} is not installed"))


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.skipped and os.environ.get("RIGHTS_DIFF_NO_SKIP") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = (
            f"{report.nodeid} was skipped, and here a skip is a failure: {report.longrepr}"
        )


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,  # noqa: ARG001 - the hook's signature
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if LEFT_OUT not in str(report.longrepr):
        _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,  # noqa: ARG001 - the hook's signature
    call: pytest.CallInfo[None],  # noqa: ARG001 - the hook's signature
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skip(report)
    return report
