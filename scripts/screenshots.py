"""Make the pictures of the docs: the pages of the shipped samples in headless Chromium,
and with `--site` the pages on a corpus that the tests make up.

    python scripts/screenshots.py [--out docs/images] [--all] [--site | OLD NEW | REPORT ...]

Needs Debian's Chromium and the packages of the `test` group. With `--all` also in the dark, on a
narrow screen and as a PDF, to be looked at after a change. The change report is of two reports,
the timeline of three or more; without names, each of the samples.
"""

from __future__ import annotations

import argparse
import runpy
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import rights_diff as rd

HEIGHTS = {"timeline": 1700, "site": 1150, "site-topics": 1150}  # others: a screen
HEIGHT = 760
# The narrowest screen with the filters beside the text: shown at the width of a page of the
# docs, some 730 points, its words can still be read. Half as many dots again keep them sharp.
WIDE, NARROW, DOTS = 1040, 390, 1.5
# Also photographed: the first row with such a mark, in the middle of the page.
ROWS = {"report": {"-claims": ".t.number_changed"}}
PAIR, COUNTRIES = 2, 150
TO_THE_MIDDLE = 'row => { location.hash = row.id; row.scrollIntoView({block: "center"}) }'
SWITCHES = ("--no-sandbox", "--disable-gpu", "--hide-scrollbars")


def shoot(browser: Browser, page: Path, out: Path, *, every: bool = False) -> list[Path]:
    """Photograph a page's top and its telling row; with `every` in all guises, and as a PDF."""
    guises = {"": ("light", WIDE)}
    if every:
        guises |= {"-dark": ("dark", WIDE), "-narrow": ("light", NARROW)}
    made = []
    for name, (scheme, width) in guises.items():
        context = browser.new_context(
            viewport={"width": width, "height": HEIGHTS.get(page.stem, HEIGHT)},
            device_scale_factor=DOTS,
            color_scheme=scheme,
            reduced_motion="reduce",
        )
        tab = context.new_page()
        tab.goto(page.as_uri())
        made.append(out / f"{page.stem}{name}.png")
        tab.screenshot(path=made[-1])
        if every and not name:
            made.append(out / f"{page.stem}.pdf")
            tab.pdf(path=made[-1], prefer_css_page_size=True)
        for row, mark in ROWS.get(page.stem, {}).items():
            tab.locator(".r", has=tab.locator(mark)).first.evaluate(TO_THE_MIDDLE)
            made.append(out / f"{page.stem}{row}{name}.png")
            tab.screenshot(path=made[-1])
        context.close()
    return made


def written(folder: Path, names: Sequence[str]) -> list[Path]:
    """The pages to photograph: a change report of two reports, a timeline of more."""
    pair = names or (rd.samples.OLD, rd.samples.NEW)
    series = names or rd.samples.ALL
    pages = []
    if len(pair) == PAIR:
        pages.append(folder / "report.html")
        rd.compare(*map(rd.load, pair)).to_html(pages[-1])
    if len(series) > PAIR:
        pages.append(folder / "timeline.html")
        rd.timeline([rd.load(name) for name in series]).to_html(pages[-1])
    return pages


def site(folder: Path) -> list[Path]:
    """The pages on countries and topics of a corpus of countries that are on no map."""
    from rights_diff.rendering.site import site_pages

    fixture = runpy.run_path(str(Path(__file__).parents[1] / "tests" / "site_fixture.py"))
    made = site_pages(fixture["corpus"](COUNTRIES, hostile=False))
    pages = {"site": "index.html", "site-topics": "topics.html"}
    for name, shipped in pages.items():
        (folder / f"{name}.html").write_text(made[shipped], "utf-8")
    return [folder / f"{name}.html" for name in pages]


def main() -> None:
    """Render, photograph, save."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "reports", nargs="*", metavar="REPORT", help="two reports or more, else the samples"
    )
    parser.add_argument("--out", type=Path, default=Path("docs/images"))
    parser.add_argument("--all", action="store_true", help="dark, narrow and PDF too")
    parser.add_argument("--site", action="store_true", help="the pages on a corpus instead")
    a = parser.parse_args()
    chromium = shutil.which("chromium")
    if not chromium:
        sys.exit("Chromium is needed on the path")
    a.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        pages = site(Path(folder)) if a.site else written(Path(folder), a.reports)
        browser = driver.chromium.launch(executable_path=chromium, args=list(SWITCHES))
        for page in pages:
            for path in shoot(browser, page, a.out, every=a.all):
                print(f"wrote {path}")
        browser.close()


if __name__ == "__main__":
    main()
