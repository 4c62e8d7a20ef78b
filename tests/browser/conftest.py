"""Debian's Chromium, driven by Playwright, and pages to show in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests import rendering_fixture
from tests.site_fixture import corpus

from rights_diff.rendering.site import write_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from rights_diff.model import Comparison

SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")
Visit = Callable[..., "Page"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium")
    if not chromium:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as driver:
        made = driver.chromium.launch(executable_path=chromium, args=list(SWITCHES))
        yield made
        made.close()


@pytest.fixture(scope="session")
def make() -> Callable[[], Comparison]:
    """Two editions of one survey of a country that is on no map."""
    return rendering_fixture.make


@pytest.fixture(scope="session")
def address(make: Callable[[], Comparison], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The change report of `make`, as a file of its own."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    make().to_html(path)
    return path.as_uri()


class Watched:
    """What a page asked for and complained of while it was open."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Opens an address in a fresh context; fails if the page asked for anything or complained."""
    opened: list[tuple[Any, Watched]] = []

    def go(address: str, *, width: int = 1300, scheme: str = "light", **more: Any) -> Page:
        more.setdefault("reduced_motion", "reduce")
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, **more
        )
        page, watched = context.new_page(), Watched()
        page.on("request", lambda r: watched.requests.append(r.url))
        page.on("console", lambda m: watched.complaints.append(m.text))
        page.on("pageerror", lambda e: watched.complaints.append(str(e)))
        page.on("dialog", lambda d: (watched.complaints.append(d.message), d.dismiss()))
        page.watched = watched
        opened.append((context, watched))
        page.goto(address)
        return page

    yield go
    for context, watched in opened:
        context.close()
        assert [u for u in watched.requests if not u.startswith(("file:", "data:"))] == []
        assert watched.complaints == []


@pytest.fixture(scope="session")
def axe():
    module = pytest.importorskip("axe_playwright_python.sync_playwright")
    return module.Axe()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions of 190 countries."""
    folder = tmp_path_factory.mktemp("site")
    write_site(corpus(190), folder, downloads=("data/corpus.sqlite",))
    return folder


@pytest.fixture(scope="session")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four editions of 30 countries, and another organization on the last year."""
    folder = tmp_path_factory.mktemp("chain")
    write_site(corpus(30, ("2010", "2011", "2012", "2013"), "Other Watch"), folder)
    return folder
