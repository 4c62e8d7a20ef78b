"""The change report in a real browser: what it does, how it looks, and what it never does."""

from __future__ import annotations

import base64
import re
import runpy
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

from selenium.webdriver.chrome.service import Service  # noqa: E402 - after the check above
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

pytestmark = pytest.mark.browser

make = runpy.run_path(str(Path(__file__).parents[1] / "rendering_fixture.py"))["make"]

SWITCHES = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ENOUGH = 4.5  # WCAG 2.2 AA, contrast of text
CONTRAST = """
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
  if (ratio < arguments[0]) poor.push(`${el.localName}.${el.className} ${ratio.toFixed(2)}`);
}
return poor;
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("Chromium and its driver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for switch in SWITCHES:
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    made = webdriver.Chrome(options=options, service=Service(driver))
    try:
        yield made
    finally:
        made.quit()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "report.html"
    make().to_html(path)
    return path.as_uri()


def visit(browser: webdriver.Chrome, address: str, *, width: int = 1300, scheme: str = "light"):
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600},
    )
    browser.get("about:blank")
    browser.get(address)
    return browser


def shown_rows(browser: webdriver.Chrome) -> list[str]:
    script = "return [...document.querySelectorAll('.r')].filter(r => !r.hidden).map(r => r.id)"
    ids: list[str] = browser.execute_script(script)
    return ids


def tick(browser: webdriver.Chrome, code: str) -> None:
    browser.execute_script(f"document.querySelector('[value={code}]').click()")
    settle(browser)


def settle(browser: webdriver.Chrome) -> None:
    browser.execute_async_script("setTimeout(arguments[0], 160)")


def press(browser: webdriver.Chrome, keys: str) -> None:
    browser.switch_to.active_element.send_keys(keys)
    settle(browser)


def test_no_request_no_error(browser: webdriver.Chrome, address: str) -> None:
    for kind in ("browser", "performance"):
        browser.get_log(kind)
    visit(browser, address)
    tick(browser, "dropped")
    asked = re.findall(
        r'"requestWillBeSent".*?"url":"([^"]+)',
        "\n".join(e["message"] for e in browser.get_log("performance")),
    )
    assert [u for u in asked if not u.startswith(("file:", "about:", "data:"))] == []
    assert browser.get_log("browser") == []
    assert browser.execute_script("return performance.getEntriesByType('resource').length") == 0


def test_hostile_text_does_not_run(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, address)
    assert len(browser.find_elements(By.TAG_NAME, "script")) == 1
    assert browser.find_elements(By.TAG_NAME, "img") == []
    assert "<script>alert('x')</script>" in browser.find_element(By.ID, "r17").text


def test_filters_choose_rows_and_counts_follow(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, address)
    everything = len(make().ledger)
    assert len(shown_rows(browser)) == everything
    tick(browser, "dropped")
    assert shown_rows(browser) == ["r1", "r5", "r14", "r18"]
    assert browser.find_element(By.ID, "shown").text == f"4 of {everything} rows"
    tick(browser, "softened")
    assert set(shown_rows(browser)) == {"r1", "r2", "r5", "r11", "r14", "r18"}
    browser.find_element(By.ID, "q").send_keys("QUARRIES")
    settle(browser)
    assert shown_rows(browser) == ["r11"]
    count = browser.find_element(By.CSS_SELECTOR, ".chip.dropped output")
    assert count.text == "0"


def test_the_state_is_in_the_address(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, address)
    tick(browser, "added")
    kept = browser.current_url
    assert kept.endswith("#what=added")
    visit(browser, kept)
    assert shown_rows(browser) == ["r16", "r17"]
    browser.find_element(By.CSS_SELECTOR, "[type=reset]").click()
    settle(browser)
    assert "#" not in browser.current_url


def test_a_permalink_opens_its_fold(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, f"{address}#r7")
    settle(browser)
    assert browser.find_element(By.ID, "r7").is_displayed()
    assert browser.execute_script(
        "const b = document.getElementById('r7').getBoundingClientRect();"
        "return b.top >= 0 && b.bottom <= innerHeight"
    )


def test_a_count_at_the_top_filters(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, address)
    browser.find_element(By.CSS_SELECTOR, ".counts .contradicted a").click()
    settle(browser)
    assert shown_rows(browser) == ["r12"]


def test_keys_walk_through_changes(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, address)
    seen = []
    for key in "jjjk":
        press(browser, key)
        seen.append(browser.execute_script("return document.activeElement.id"))
    assert seen == ["r1", "r2", "r3", "r2"]
    press(browser, "/")
    assert browser.execute_script("return document.activeElement.id") == "q"
    press(browser, Keys.ESCAPE)
    press(browser, "?")
    assert browser.find_element(By.ID, "help").is_displayed()


def test_inline_reads_as_one_text(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, address)
    tick(browser, "inline")
    quote = browser.find_element(By.CSS_SELECTOR, "#r12 .x")
    assert quote.is_displayed()
    words = " ".join(quote.text.split())
    assert words == (
        "The ministry said that According to former guards, visits by relatives were"
        " not allowed once a month."
    )
    assert not browser.find_element(By.CSS_SELECTOR, "#r12 .o").is_displayed()


def test_a_citation_has_both_quotes_and_says_where(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, address)
    browser.execute_script(
        "window.copied = []; navigator.clipboard.writeText = async (t) => { copied.push(t); }"
    )
    browser.execute_script("document.querySelector('#r4 .cite').click()")
    settle(browser)
    lines = browser.execute_script("return copied[0]").split("\n")
    assert lines[0].startswith("“During the year, 1,204 people crossed")
    assert "Annual Survey 2017/18: Zembla, section “Freedom of movement”" in lines[0]
    assert lines[1].startswith("“By the end of the year, at least 57 people")
    assert "https://monitor.example/zembla?a=1&b=2#:~:text=By%20the%20end" in lines[1]


def test_figures_sort(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, address)
    button = browser.find_element(By.CSS_SELECTOR, ".figures.full thead th:nth-child(4) button")
    first = "return document.querySelector('.figures.full tbody th summary').textContent"
    button.click()
    assert browser.execute_script(first) == "their pay"
    button.click()
    assert browser.execute_script(first) == "workers"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 390])
def test_all_text_has_contrast(
    browser: webdriver.Chrome, address: str, scheme: str, width: int
) -> None:
    visit(browser, address, width=width, scheme=scheme)
    browser.execute_script("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    browser.execute_script(
        "document.querySelectorAll('.g').forEach(g => { g.style.contentVisibility = 'visible'; })"
    )
    assert browser.execute_script(CONTRAST, ENOUGH) == []


def test_dark_is_dark(browser: webdriver.Chrome, address: str) -> None:
    script = "return getComputedStyle(document.body).backgroundColor"
    shades = [
        visit(browser, address, scheme=scheme).execute_script(script)
        for scheme in ("light", "dark")
    ]
    assert shades[0] != shades[1]


@pytest.mark.parametrize("width", [320, 390, 700, 900, 1100, 1300])
def test_nothing_sticks_out_sideways(browser: webdriver.Chrome, address: str, width: int) -> None:
    visit(browser, address, width=width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_narrow_screens_read_old_above_new(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, address, width=390)
    old = browser.find_element(By.CSS_SELECTOR, "#r4 .o").rect
    new = browser.find_element(By.CSS_SELECTOR, "#r4 .n").rect
    assert old["y"] + old["height"] <= new["y"]
    assert old["x"] == new["x"]


def test_paired_claims_stand_on_one_line(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, address)
    old = browser.find_element(By.CSS_SELECTOR, "#r4 .o").rect
    new = browser.find_element(By.CSS_SELECTOR, "#r4 .n").rect
    assert old["y"] == new["y"]
    assert old["x"] + old["width"] <= new["x"]


def test_a_very_long_word_breaks(browser: webdriver.Chrome, tmp_path: Path) -> None:
    from dataclasses import replace

    comparison = make()
    metadata = replace(comparison.new.metadata, title="W" * 4000, country="Z" * 90)
    sections = tuple(replace(s, heading="H" * 3000) for s in comparison.new.sections)
    new = replace(comparison.new, metadata=metadata, sections=sections)
    facts = tuple(replace(f, label="L" * 500, new_value="V" * 900) for f in comparison.fact_changes)
    path = tmp_path / "long.html"
    replace(comparison, new=new, fact_changes=facts, warnings=("N" * 5000,)).to_html(path)
    for width in (1300, 390):
        visit(browser, path.as_uri(), width=width)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width


def test_without_script_everything_is_there(browser: webdriver.Chrome, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        visit(browser, address)
        assert browser.find_element(By.ID, "r4").is_displayed()
        assert not browser.find_element(By.CSS_SELECTOR, ".filters").is_displayed()
        assert browser.find_element(By.CSS_SELECTOR, ".rail .toc a").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_it_prints(browser: webdriver.Chrome, address: str) -> None:
    visit(browser, address)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    assert base64.b64decode(printed["data"]).startswith(b"%PDF")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    try:
        assert not browser.find_element(By.CSS_SELECTOR, ".rail").is_displayed()
        assert browser.find_element(By.ID, "r4").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
