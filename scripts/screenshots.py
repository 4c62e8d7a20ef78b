"""Make the pictures of the docs: the change report of the shipped samples in headless Chromium.

    python scripts/screenshots.py [--out docs/images]

Needs Chromium and its driver, and the packages of the `test` group.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from selenium import webdriver

import rights_diff as rd

SIZE = (1280, 900)
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


def main() -> None:
    """Render, photograph, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("docs/images"))
    a = parser.parse_args()
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not binary or not driver:
        sys.exit("Chromium and chromedriver are needed on the path")
    a.out.mkdir(parents=True, exist_ok=True)
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    with tempfile.TemporaryDirectory() as folder:
        for flag in (*FLAGS, f"--user-data-dir={folder}", f"--window-size={SIZE[0]},{SIZE[1]}"):
            options.add_argument(flag)
        page = Path(folder) / "report.html"
        rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW)).to_html(page)
        browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
        try:
            browser.get(page.as_uri())
            browser.save_screenshot(str(a.out / "report.png"))
        finally:
            browser.quit()
    print(f"wrote {a.out / 'report.png'}")


if __name__ == "__main__":
    main()
