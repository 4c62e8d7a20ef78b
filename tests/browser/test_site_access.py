"""What axe-core says of the pages of a corpus, and whether all their text can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.access_fixture import CONTRAST, ENOUGH, OPENED, complaints
from tests.site_fixture import corpus

from rights_diff.rendering.site import write_site
from rights_diff.rendering.view.site.nav import navigation

pytestmark = pytest.mark.browser

PAGES = ("index", "topics", "template-edits", "alone", "failures")
COUNTRIES = 12  # as many kinds of rows as 190 have, in less time


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs and another organization, so that every part of the pages is there."""
    folder = tmp_path_factory.mktemp("site")
    write_site(corpus(COUNTRIES, ("2011", "2012", "2013"), "Other Watch"), folder)
    return folder


@pytest.mark.parametrize("name", PAGES)
def test_axe_has_nothing_to_say(visit, site, axe, name) -> None:
    page = visit((site / f"{name}.html").as_uri())
    page.evaluate(OPENED)
    for width, scheme in ((1300, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert complaints(page, axe) == [], (width, scheme)


@pytest.mark.parametrize(
    "use",
    [
        "index.html#sort=dropped-&every=1&said=1",
        "index.html#run=e3",
        "index.html#run=",
        "topics.html#measure=shift&sort=overview-&rare=1",
    ],
)
def test_axe_has_nothing_to_say_of_a_page_in_use(visit, site, axe, use) -> None:
    page = visit(f"{site.as_uri()}/{use}", scheme="dark")
    page.evaluate(
        "document.querySelectorAll('.countries th a').forEach((a) =>"
        " a.dispatchEvent(new Event('focusin', {bubbles: true})))"
    )
    assert complaints(page, axe) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("use", ["index.html#said=1", "topics.html#measure=shift&rare=1"])
def test_all_text_has_contrast(visit, site, scheme, use) -> None:
    page = visit(f"{site.as_uri()}/{use}", scheme=scheme)
    assert page.evaluate(CONTRAST, ENOUGH) == []


@pytest.mark.parametrize("width", [1300, 390])
def test_the_ways_back_of_a_country_are_in_order(visit, axe, make, tmp_path, width) -> None:
    result = corpus(COUNTRIES, ("2011", "2012", "2013"))
    markup = make().to_html()
    block = navigation(result)(result.records[4])
    page_file = tmp_path / "country.html"
    page_file.write_text(markup.replace('<header class="mast">', f'{block}<header class="mast">'))
    page = visit(page_file.as_uri(), width=width)
    page.evaluate(OPENED)
    assert page.locator("nav.corpus a").count() >= 5
    assert complaints(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
