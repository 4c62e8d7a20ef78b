"""The site on real chapters: what the first page counts is what the countries' pages show."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

import rights_diff as rd

pytestmark = pytest.mark.real

COUNTRIES = ("brazil", "colombia", "cuba", "eritrea", "iran", "mexico", "nigeria")
# the words of a country's page beside its counts, and the columns of the first page
SAID = {
    "figures changed": "figures",
    "reversed": "reversed",
    "softer": "softened",
    "stronger": "strengthened",
    "no longer reported": "dropped",
    "new": "added",
}


@pytest.fixture(scope="module")
def site(reports_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven countries, two editions."""
    folder = tmp_path_factory.mktemp("real") / "site"
    chapters = [
        reports_dir / "amnesty-clean" / year / f"{country}.txt"
        for country in COUNTRIES
        for year in ("2011", "2013")
    ]
    rd.compare_corpus(chapters, folder, executor="serial")
    return folder


def words(markup: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", markup)).strip()


def counts_of_page(page: Path) -> dict[str, int]:
    """The counts at the top of a country's page."""
    listed = page.read_text("utf-8").split('<ul class="counts">')[1].split("</ul>")[0]
    told = re.findall(r"<b>(\d+)</b> <span>([^<,]+)", listed)
    known = {label.replace("figure changed", "figures changed"): int(n) for n, label in told}
    return {SAID[label]: n for label, n in known.items() if label in SAID}


def rows_of_index(site: Path) -> dict[str, dict[str, int]]:
    """For each country's page the numbers of its row, template edits counted too."""
    table = (site / "index.html").read_text("utf-8").split('<table class="countries"')[1]
    keys = re.findall(r'data-k="(\w+)"', table.split("</thead>")[0])
    found = {}
    for body in table.split("<tbody ")[1:]:
        row = body.split("</tr>")[0]
        cells = re.findall(r'<td class="n[^"]*"(?: data-a="([^"]*)")?>([^<]*)', row)
        told = {k: every or own for k, (every, own) in zip(keys[1:], cells, strict=True)}
        page = re.search(r'href="([^"]+)"', row)[1]
        found[page] = {k: int(told[k].replace(",", "")) for k in SAID.values()}
    return found


def test_the_first_page_counts_what_the_pages_show(site: Path) -> None:
    rows = rows_of_index(site)
    assert len(rows) == len(COUNTRIES)
    for page, counts in rows.items():
        assert counts == counts_of_page(site / unquote(page)), page
    assert sum(c["dropped"] for c in rows.values()) > 200


def test_every_way_leads_somewhere(site: Path) -> None:
    ids = {
        p: set(re.findall(r'\bid="([^"]+)"', p.read_text("utf-8"))) for p in site.rglob("*.html")
    }
    assert len(ids) == len(COUNTRIES) + 5
    seen = 0
    for page, own in ids.items():
        body = page.read_text("utf-8").split("<script>")[0]
        for address in map(unescape, re.findall(r'<a [^>]*href="([^"]+)"', body)):
            if re.match(r"https?:", address):
                continue
            path, _, anchor = address.partition("#")
            target = (page.parent / unquote(path)).resolve() if path else page
            assert target in ids or target.suffix != ".html", (page.name, address)
            if anchor and "=" not in anchor and target in ids:
                assert unquote(anchor) in (ids[target] if path else own), (page.name, address)
            seen += 1
    assert seen > 500


def test_headlines_of_the_first_page_stand_on_the_pages(site: Path) -> None:
    index = (site / "index.html").read_text("utf-8")
    told = re.findall(r'<li><a href="(countries/[^"#]+)#(r\d+)">([^<]+)', index)
    assert len(told) >= 2 * len(COUNTRIES)
    for page, row, _ in told:
        assert f'id="{row}"' in (site / page).read_text("utf-8")


def test_the_site_says_nothing_of_the_disk(site: Path, reports_dir: Path) -> None:
    for name in ("index", "topics", "template-edits", "alone", "failures"):
        assert str(reports_dir) not in (site / f"{name}.html").read_text("utf-8")
