"""The page of a pair inside a site: its template edits can be left out, and lead to each other."""

from __future__ import annotations

import pytest

from rights_diff.corpus.marks import marked_page
from rights_diff.model import Status
from rights_diff.model.template_edits import EditKind, EditPlace, TemplateEdit

pytestmark = pytest.mark.browser

SHOWN = "[...document.querySelectorAll('.r')].filter((r) => !r.hidden).map((r) => r.id)"
HIDDEN = ("r1", "r5")  # dropped in the comparison that `make` gives
NAV = '<nav class="corpus" aria-label="Site"><a href="#made">All countries</a></nav>'


def edit(name: str, rows: tuple[str, ...], **about: object) -> TemplateEdit:
    status = Status.DROPPED if rows[0].startswith("r") else None
    places = tuple(EditPlace(pair="zembla", row=row, status=status) for row in rows)
    told = {"kind": EditKind.DROPPED, "old": "It rained in [country].", "count": 40, "of": 52}
    return TemplateEdit(id=name, places=places, **{**told, **about})


@pytest.fixture(scope="module")
def marked(make, tmp_path_factory) -> str:
    edits = [
        edit("t1", HIDDEN),
        edit(
            "t2",
            ("n-s2",),
            kind=EditKind.HEADING,
            old="Freedom of movement",
            new="Ways out",
        ),
    ]
    path = tmp_path_factory.mktemp("site") / "zembla.html"
    path.write_text(marked_page(make().to_html(), edits, "zembla", nav=NAV), "utf-8")
    return path.as_uri()


def settle(page) -> None:
    page.wait_for_timeout(170)


def test_template_edits_can_be_left_out(visit, marked, make) -> None:
    page = visit(marked)
    everything = [row.id for row in make().ledger]
    assert set(page.evaluate(SHOWN)) == set(everything)
    page.locator("[name=own]").dispatch_event("click")
    settle(page)
    assert set(everything) - set(page.evaluate(SHOWN)) == set(HIDDEN)
    assert page.evaluate("location.hash") == "#own=1"
    assert "Leave out template edits" in page.locator("#filtered").text_content()
    page.locator(".filters [value=dropped]").dispatch_event("click")
    settle(page)
    assert page.evaluate(SHOWN) == ["r14", "r18"]
    assert page.locator(".chip.dropped small").text_content() == "2"


def test_an_address_can_leave_them_out(visit, marked) -> None:
    page = visit(f"{marked}#what=dropped&own=1")
    assert page.evaluate(SHOWN) == ["r14", "r18"]
    assert page.locator("[name=own]").is_checked()
    page.locator("#filtered button").click()
    settle(page)
    assert set(HIDDEN) <= set(page.evaluate(SHOWN))


def test_a_count_leads_to_all_its_rows_template_or_not(visit, marked) -> None:
    page = visit(f"{marked}#own=1")
    page.locator(".counts .dropped a").click()
    settle(page)
    assert not page.locator("[name=own]").is_checked()
    assert set(HIDDEN) <= set(page.evaluate(SHOWN))


def test_the_list_leads_to_a_row_that_is_left_out(visit, marked) -> None:
    page = visit(f"{marked}#own=1")
    page.locator("#template-edits summary").click()
    page.locator("#template-edits a[href='#r1']").click()
    settle(page)
    assert "r1" in page.evaluate(SHOWN)
    assert page.locator("#r1").is_visible()


@pytest.mark.parametrize("width", [390, 1300])
def test_marks_stand_above_their_rows(visit, marked, width: int) -> None:
    page = visit(marked, width=width)
    for view in ("side", "inline"):
        page.locator(f".filters [value={view}]").dispatch_event("click")
        settle(page)
        for row in HIDDEN:
            mark = page.locator(f"#{row} > .te").bounding_box()
            quote = page.locator(f"#{row} blockquote").first.bounding_box()
            assert mark["y"] + mark["height"] <= quote["y"] + 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_marks_are_readable_without_script(visit, marked) -> None:
    page = visit(marked, java_script_enabled=False)
    assert "gone from 40 of 52 reports" in page.locator("#r1").text_content()
    assert page.locator("#n-s2 header .te").is_visible()


def test_nothing_is_hard_to_reach(visit, marked) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for scheme in ("light", "dark"):
        page = visit(marked, scheme=scheme)
        page.locator("#template-edits summary").click()
        found = axe.run(page)
        assert found.violations_count == 0, found.generate_report()
