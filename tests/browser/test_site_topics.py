"""The pages on topics and template edits of a whole corpus in use."""

from __future__ import annotations

import pytest
from tests.site_fixture import SETTLED, at

pytestmark = pytest.mark.browser

# Milliseconds to sort or filter 190 countries, layout included; the best of some runs counts,
# since the machine may be busy with something else.
SLOWEST = 50

CELLS = (
    "[...document.querySelectorAll('.heat tbody tr')].filter((r) => !r.hidden)"
    ".map((r) => r.cells[{n}].textContent)"
)


def test_topics_show_what_is_chosen(visit, site) -> None:
    page = visit(at(site, "topics"))
    words = page.evaluate(CELLS.format(n=1))
    page.locator("#measure").select_option("shift")
    page.wait_for_timeout(SETTLED)
    shift = page.evaluate(CELLS.format(n=1))
    assert shift != words
    assert any(s.startswith("+") for s in shift)
    assert any(s.startswith("−") for s in shift)
    assert page.locator(".heat td[class^=l]").count() > 100
    head_of_first = page.locator(".heat thead th").nth(1)
    head_of_first.locator("button").click()
    values = [int(s.replace("−", "-")) if s else 0 for s in page.evaluate(CELLS.format(n=1))]
    assert values == sorted(values, reverse=True)
    page.locator("#measure").select_option("dropped")
    page.wait_for_timeout(SETTLED)
    own = sum(int(t) for n in range(1, 50) for t in page.evaluate(CELLS.format(n=n)) if t)
    page.locator("#every").check()
    page.wait_for_timeout(SETTLED)
    every = sum(int(t) for n in range(1, 50) for t in page.evaluate(CELLS.format(n=n)) if t)
    assert every > own


def test_between_organizations_the_measures_have_other_names(visit, chain) -> None:
    page = visit(at(chain, "topics"))
    dropped = page.locator("#measure option[value=dropped]")
    assert dropped.text_content() == "Claims no longer reported"
    page.locator("#run").select_option("e4")
    page.wait_for_timeout(SETTLED)
    assert dropped.text_content() == "Claims only in the first"
    assert "than before" not in page.locator(".opening:visible").text_content()
    page.locator("#run").select_option("")
    page.wait_for_timeout(SETTLED)
    assert dropped.text_content() == "Claims no longer reported / Claims only in the first"


def test_heads_of_topics_stay_in_sight(visit, site) -> None:
    page = visit(at(site, "topics"))
    box = page.locator(".grid")
    box.evaluate("(e) => { e.scrollIntoView(); e.scrollTo(600, 2000); }")
    top, left = box.evaluate(
        "(e) => { const r = e.getBoundingClientRect(); return [r.top, r.left]; }"
    )
    assert abs(page.locator(".heat thead th").nth(20).bounding_box()["y"] - top) < 3
    assert abs(page.locator(".heat tbody th").nth(90).bounding_box()["x"] - left) < 3


def test_template_edits_can_be_searched_and_have_addresses(visit, site) -> None:
    page = visit(at(site, "template-edits"))
    page.locator("#kind").select_option("heading")
    page.wait_for_timeout(SETTLED)
    assert page.locator(".item:visible").get_attribute("id") == "t2"
    page.locator("#kind").select_option("")
    page.locator("#q").fill("let nobody in")
    page.wait_for_timeout(SETTLED)
    assert page.locator(".item:visible").get_attribute("id") == "t1"
    page = visit(at(site, "template-edits", "t2"))
    assert page.locator("#t2").is_visible()


MEASURED = """(value) => {
  const before = performance.now();
  document.querySelector("#measure").value = value;
  document.rightsDiff.apply();
  document.body.offsetHeight;
  return performance.now() - before;
}"""


def test_190_countries_by_topic_change_without_a_pause(visit, site) -> None:
    page = visit(at(site, "topics"))
    assert page.locator(".heat td").count() > 190 * 25
    times = [page.evaluate(MEASURED, m) for m in ("shift", "dropped", "added", "new") * 2]
    assert min(times) <= 3 * SLOWEST, times
