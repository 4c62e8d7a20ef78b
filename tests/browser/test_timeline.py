"""The timeline page in use: filters, addresses, keys, screens, paper, hostile texts, axe-core."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.access_fixture import CONTRAST, ENOUGH, OPENED, complaints
from tests.comparison_fixture import make_report

import rights_diff as rd

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent

HELD = "{} prisoners were held without charge in camps near the border."
BEATEN = "Guards beat detainees with sticks in the cells of the northern prison."
FINED = "Journalists of the only daily newspaper were fined for cartoons of the minister."


def told(year: int, figure: str, organization: str = "Watch Group", *more: str):
    lines = [HELD.format(figure), BEATEN, *more]
    return make_report({"Detention": lines}, year=year, organization=organization)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two organizations over five years, with a gap and a lone sentence."""
    reports = [
        told(2014, "About 120"),
        told(2015, "Up to 90"),
        told(2015, "At least 200", "Rights Office", FINED),
        told(2018, "Between 20 and 40"),
    ]
    path = tmp_path_factory.mktemp("timeline") / "small.html"
    rd.timeline(reports).to_html(path)
    return path.as_uri()


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("timeline") / "samples.html"
    rd.timeline([rd.load(path) for path in rd.samples.ALL]).to_html(path)
    return path.as_uri()


def test_a_mark_leads_to_its_sentence(visit, small: str) -> None:
    page = visit(small)
    row = page.locator(".points tbody tr").first
    assert not row.is_visible()
    mark = page.locator(".chart a").first
    target = mark.get_attribute("href")
    mark.dispatch_event("click")
    page.wait_for_timeout(50)
    assert page.locator(target).is_visible()
    assert "prisoners were held" in page.locator(target).inner_text()


def test_an_address_opens_a_point(visit, small: str) -> None:
    target = visit(small).locator(".chart a").last.get_attribute("href")
    page = visit(f"{small}{target}")
    assert page.locator(target).is_visible()


def test_filters_stand_in_the_address_and_come_back_with_it(visit, samples: str) -> None:
    page = visit(samples)
    every = page.locator("#shown").inner_text()
    page.fill("#q", "prison")
    page.wait_for_timeout(200)
    some = page.locator("#shown").inner_text()
    assert some != every
    assert page.url.endswith("#q=prison")
    again = visit(page.url)
    assert again.locator("#q").input_value() == "prison"
    assert again.locator("#shown").inner_text() == some
    again.keyboard.press("Escape")
    again.locator("h1").click()
    again.keyboard.press("x")
    again.wait_for_timeout(50)
    assert again.locator("#shown").inner_text() == every
    assert "#" not in again.url


def test_each_filter_shows_what_its_count_says(visit, samples: str) -> None:
    page = visit(samples)
    for name, css in (("status", ".th-item"), ("topic", ".sr-item, .th-item")):
        options = page.locator(f"#{name} option[value]:not([value=''])")
        assert options.count() > 0
        for option in options.all():
            page.select_option(f"#{name}", option.get_attribute("value"))
            page.wait_for_timeout(110)
            shown = page.evaluate(
                "(css) => [...document.querySelectorAll(css)].filter((e) => !e.hidden).length", css
            )
            assert option.inner_text().endswith(f"({shown})")
        page.select_option(f"#{name}", "")


def test_slash_goes_to_the_search(visit, small: str) -> None:
    page = visit(small)
    page.keyboard.press("/")
    page.keyboard.type("camps")
    assert page.locator("#q").input_value() == "camps"


def test_a_telling_sentence_leads_to_what_it_says(visit, samples: str) -> None:
    page = visit(samples)
    links = page.locator("#glance .lead a")
    assert links.count() > 2
    for link in links.all():
        link.click()
        page.wait_for_timeout(30)
        assert page.locator(link.get_attribute("href")).is_visible()


def test_lone_sentences_are_told_with_their_caution(visit, small: str) -> None:
    page = visit(small)
    page.evaluate(OPENED)
    assert page.locator(".lonely q", has_text="cartoons of the minister").is_visible()
    assert "is not a denial" in page.locator("#meetings").inner_text()


@pytest.mark.parametrize("width", [320, 390, 700, 1300])
def test_nothing_stands_beyond_the_edge(visit, samples: str, width: int) -> None:
    page = visit(samples, width=width)
    page.evaluate(OPENED)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_everything_is_there(visit, small: str) -> None:
    page = visit(small, java_script_enabled=False)
    assert page.locator(".drawer").is_hidden()
    page.locator(".points").first.evaluate("(e) => e.closest('details').open = true")
    assert page.locator(".points").first.is_visible()


def test_paper_holds_the_sentences_of_the_figures(visit, small: str) -> None:
    page = visit(small)
    page.emulate_media(media="print")
    assert page.locator(".points tbody tr").first.is_visible()
    assert not page.locator(".rail").is_visible()
    assert len(page.pdf()) > 10_000


def test_axe_has_nothing_to_say(visit, small: str, samples: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for address in (small, samples):
        page = visit(address)
        page.evaluate(OPENED)
        for width, scheme in ((1300, "light"), (390, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            assert complaints(page, axe) == [], (address, width, scheme)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_contrast(visit, samples: str, scheme: str) -> None:
    page = visit(samples, scheme=scheme)
    page.evaluate(OPENED)
    assert page.evaluate(CONTRAST, ENOUGH) == []


def test_hostile_texts_do_nothing(visit, tmp_path: Path) -> None:
    bad = '<img src=x onerror=alert(1)> "><script>alert(2)</script> {{ 7*7 }} ${7*7}'
    reports = [
        make_report({f"Camps {bad}": [HELD.format(n), f"{bad} held 12 men in a cell."]}, year=y,
                    organization=f"Group {bad}")
        for n, y in (("About 120", 2014), ("Up to 90", 2015), ("Up to 70", 2016))
    ]  # fmt: skip
    path = tmp_path / "hostile.html"
    rd.timeline(reports).to_html(path)
    page = visit(path.as_uri())
    page.evaluate(OPENED)
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert page.locator("body").inner_text().count("49") == 0
