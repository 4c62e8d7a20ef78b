"""What axe-core says of the pages of all samples, in light and dark, wide and narrow."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.access_fixture import CONTRAST, ENOUGH, OPENED, complaints

import rights_diff as rd
from rights_diff.rendering.html import report_html_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, make) -> dict[str, str]:
    """The pages of each sample, of each two that follow each other, and of the fixture."""
    folder = tmp_path_factory.mktemp("samples")
    samples = {name.rsplit("/", 1)[-1]: rd.load(name) for name in rd.samples.ALL}
    texts = {name: report_html_page(report) for name, report in samples.items()}
    for (a, old), (b, new) in pairwise(samples.items()):
        texts[f"{a}-{b}"] = rd.compare(old, new).to_html()
    texts["fixture"] = make().to_html()
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in texts}


def test_axe_has_nothing_to_say(visit, pages, axe) -> None:
    assert len(pages) == 10
    for name, address in pages.items():
        page = visit(address)
        page.evaluate(OPENED)
        for width, scheme in ((1300, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert complaints(page, axe) == [], (name, width, scheme)
        page.close()


def test_axe_has_nothing_to_say_of_a_page_in_use(visit, pages, axe) -> None:
    page = visit(pages["fixture"], scheme="dark")
    page.locator("[value=inline]").dispatch_event("click")
    page.locator("[value=dropped]").check()
    page.wait_for_timeout(170)
    page.locator(".why summary").first.click()
    assert complaints(page, axe) == []
    page.keyboard.press("?")
    assert complaints(page, axe) == []


def test_axe_would_say_something(visit, pages, axe) -> None:
    page = visit(pages["fixture"])
    page.evaluate(
        "document.documentElement.removeAttribute('lang');"
        "document.querySelector('h1').style.color = '#eee';"
        "document.querySelector('#q').labels[0].remove();"
        "document.querySelector('#q').placeholder = '';"
    )
    said = {line.split(":")[0] for line in complaints(page, axe)}
    assert {"html-has-lang", "color-contrast", "label"} <= said


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 390])
def test_all_text_has_contrast(visit, address, scheme: str, width: int) -> None:
    """What axe-core leaves undecided: text over marks, gradients and other boxes."""
    page = visit(address, width=width, scheme=scheme)
    page.evaluate(OPENED)
    assert page.evaluate(CONTRAST, ENOUGH) == []
