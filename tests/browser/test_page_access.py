"""What axe-core says of the pages of all samples, in light and dark, wide and narrow."""

from __future__ import annotations

from itertools import pairwise

import pytest

import rights_diff as rd
from rights_diff.rendering.html import report_html_page

pytestmark = pytest.mark.browser

# WCAG 2.2 asks for targets of 24 pixels; axe-core leaves that rule out unless asked.
OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
OPENED = (
    "document.querySelectorAll('details').forEach((d) => { d.open = true; });"
    "document.querySelectorAll('.g').forEach((g) => { g.style.contentVisibility = 'visible'; });"
)

ENOUGH = 4.5  # WCAG 2.2 AA, contrast of text
CONTRAST = """(least) => {
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const rgba = (css) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
  .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (el) => { for (let e = el; e; e = e.parentElement) {
  const c = rgba(getComputedStyle(e).backgroundColor); if (c[3] === 255) return c; }
  return [255, 255, 255, 255]; };
const poor = [];
for (const el of document.querySelectorAll("body *")) {
  const own = [...el.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  if (!own || el.closest("script, style, svg")) continue;
  if (!el.checkVisibility({opacityProperty: true})) continue;
  const [a, b] = [light(rgba(getComputedStyle(el).color)), light(ground(el))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < least) poor.push(`${el.localName}.${el.className} ${ratio.toFixed(2)}`);
}
return poor;
}"""


@pytest.fixture(scope="module")
def axe():
    module = pytest.importorskip("axe_playwright_python.sync_playwright")
    return module.Axe()


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


def complaints(page, axe) -> list[str]:
    found = axe.run(page, options=OPTIONS).response
    return [f"{v['id']}: {node['html'][:120]}" for v in found["violations"] for node in v["nodes"]]


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
