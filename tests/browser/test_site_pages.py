"""The pages on a whole corpus in a real browser, opened from a disk."""

from __future__ import annotations

import pytest
from tests.site_fixture import SETTLED, at

pytestmark = pytest.mark.browser

# Milliseconds to sort or filter 190 countries, layout included; the best of some runs counts,
# since the machine may be busy with something else.
SLOWEST = 50

PAGES = ("index", "topics", "template-edits", "alone", "failures")

NAMES = (
    "[...document.querySelectorAll('table:not([hidden]) tbody th[scope=row]')]"
    ".filter((th) => th.closest('table').matches('.countries, .heat') && th.offsetParent)"
    ".map((th) => th.firstElementChild ? th.firstElementChild.textContent : th.textContent)"
)


def column(page, key: str) -> list[str]:
    found: list[str] = page.evaluate(
        """(key) => { const table = document.querySelector("table.countries:not([hidden])");
        const n = [...table.querySelectorAll("thead th")].findIndex((th) => th.dataset.k === key);
        const shown = [...table.tBodies].filter((b) => !b.hidden);
        return shown.map((b) => b.rows[0].cells[n].textContent); }""",
        key,
    )
    return found


def numbers(page, key: str) -> list[int]:
    return [int(text.replace(",", "").rstrip("%")) for text in column(page, key)]


def head(page, key: str):
    return page.locator(f"table:not([hidden]) thead th[data-k={key}]")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_its_own_file_only(visit, site, name) -> None:
    page = visit(at(site, name))
    assert page.watched.requests == [at(site, name)]
    assert page.evaluate("document.querySelectorAll('script').length") == 1


def test_a_click_on_a_head_sorts_and_a_second_turns_round(visit, site) -> None:
    page = visit(at(site, "index"))
    assert head(page, "country").get_attribute("aria-sort") == "ascending"
    head(page, "dropped").locator("button").click()
    assert head(page, "dropped").get_attribute("aria-sort") == "descending"
    assert head(page, "country").get_attribute("aria-sort") is None
    most = numbers(page, "dropped")
    assert most == sorted(most, reverse=True)
    assert len(most) == 190
    head(page, "dropped").locator("button").click()
    assert head(page, "dropped").get_attribute("aria-sort") == "ascending"
    assert numbers(page, "dropped") == sorted(most)


def test_the_keyboard_sorts(visit, site) -> None:
    page = visit(at(site, "index"))
    head(page, "told_again").locator("button").focus()
    page.keyboard.press("Enter")
    shares = column(page, "told_again")
    values = [float(s.strip("<>%")) for s in shares]
    assert values == sorted(values, reverse=True)
    assert page.locator("#sort").input_value() == "told_again-"


def test_equal_numbers_stay_in_the_order_of_an_atlas(visit, site) -> None:
    page = visit(at(site, "index", "sort=reversed-"))
    names = page.evaluate(NAMES)
    values = numbers(page, "reversed")
    none = [n for n, v in zip(names, values, strict=True) if v == 0]
    assert len(none) > 100
    atlas = visit(at(site, "index")).evaluate(NAMES)
    assert none == [n for n in atlas if n in set(none)]


def test_search_finds_countries_and_headlines(visit, site) -> None:
    page = visit(at(site, "index"))
    page.locator("#q").fill("zembla")
    page.wait_for_timeout(SETTLED)
    assert page.evaluate(NAMES) == ["Zembla"]
    assert page.locator("#shown").text_content() == "1 of 190"
    page.locator("#q").fill("people held in the camps")
    page.wait_for_timeout(SETTLED)
    assert page.locator("#shown").text_content() == "190 shown"
    page.locator("#q").fill("no such words")
    page.wait_for_timeout(SETTLED)
    assert page.evaluate(NAMES) == []
    assert "Nothing fits." in page.locator("#shown").text_content()
    page.locator("[type=reset]").click()
    page.wait_for_timeout(SETTLED)
    assert len(page.evaluate(NAMES)) == 190


def test_template_edits_are_left_out_until_asked_for(visit, site) -> None:
    page = visit(at(site, "index"))
    own = numbers(page, "dropped")
    page.locator("#zembla th a").focus()
    link = page.locator("#zembla td.n a[href*='what=dropped']")
    assert link.get_attribute("href").endswith("#what=dropped&sure=1&own=1")
    page.locator("#every").check()
    page.wait_for_timeout(SETTLED)
    every = numbers(page, "dropped")
    assert sum(every) - sum(own) == sum(1 for n in range(190) if n % 4)
    assert all(0 <= b - a <= 1 for a, b in zip(own, every, strict=True))
    page.locator("#zembla").hover()
    assert link.get_attribute("href").endswith("#what=dropped&sure=1")
    page.locator("#every").uncheck()
    page.wait_for_timeout(SETTLED)
    assert numbers(page, "dropped") == own


def test_numbers_lead_to_their_rows_and_nothing_leads_nowhere(visit, site) -> None:
    page = visit(at(site, "index"))
    assert page.locator(".countries td a[href*='#figures']").count() == 0
    page.evaluate(
        "document.querySelectorAll('.countries th a').forEach((a) =>"
        " a.dispatchEvent(new Event('focusin', {bubbles: true})))"
    )
    found = page.evaluate(
        """[...document.querySelectorAll(".countries td.n")].map((td) =>
        [td.textContent, td.querySelector("a")?.getAttribute("href") || ""])"""
    )
    assert any(href.endswith("#figures") for _, href in found)
    assert not [text for text, href in found if href and text == "0"]


def test_bars_are_as_long_as_the_numbers_say(visit, site) -> None:
    page = visit(at(site, "index"))
    steps = page.evaluate(
        """[...document.querySelectorAll(".countries tbody")].map((b) => {
        const td = b.rows[0].cells[1];
        const wide = /w(\\d+)/.exec(td.className);
        return [Number(td.textContent.replace(",", "")), wide ? Number(wide[1]) : 0]; })"""
    )
    most = max(v for v, _ in steps)
    assert all(step == max(1, round(20 * v / most + 1e-9)) for v, step in steps if v)


def test_the_address_holds_what_is_chosen(visit, site) -> None:
    page = visit(at(site, "index"))
    page.locator("#q").fill("mark")
    page.locator("#sort").select_option("softened-")
    page.locator("#every").check()
    page.locator("#said").check()
    page.wait_for_timeout(SETTLED)
    kept = page.evaluate("location.hash")
    again = visit(at(site, "index", kept[1:]))
    assert again.evaluate(NAMES) == page.evaluate(NAMES)
    assert again.locator("#every").is_checked()
    assert again.locator(".said:visible").count()
    assert head(again, "softened").get_attribute("aria-sort") == "descending"


def test_a_hostile_address_breaks_nothing(visit, site) -> None:
    for fragment in ("sort=%22%3E-", "sort=nothing-", "q=%E0%A4%A", "%E0%A4%A", "run=e99", "main"):
        page = visit(at(site, "index", fragment))
        assert page.locator("#shown").text_content() != ""


def test_a_link_leads_to_a_country(visit, site) -> None:
    page = visit(at(site, "index", "zembla"))
    row = page.locator("#zembla")
    assert row.evaluate(
        "(e) => { const r = e.getBoundingClientRect();"
        " return r.top >= 0 && r.bottom <= innerHeight; }"
    )
    assert row.evaluate("(e) => e.parentElement.classList.contains('here')")


def test_without_a_script_all_rows_stand_in_plain_order(visit, site, chain) -> None:
    page = visit(at(site, "index"), java_script_enabled=False)
    assert page.locator(".countries tbody").count() == 190
    assert page.locator("form.bar").first.is_hidden()
    assert page.locator(".said").first.is_visible()
    assert page.locator("#zembla").is_visible()
    page = visit(at(chain, "index"), java_script_enabled=False)
    assert page.locator(".run-sum:visible").count() == 4
    assert page.locator(".countries tbody:visible").count() == 120
    page = visit(at(site, "topics"), java_script_enabled=False)
    assert page.locator(".heat tbody tr:visible").count() == 190


def test_one_run_is_open_and_another_can_be_chosen(visit, chain) -> None:
    page = visit(at(chain, "index"))
    assert page.locator(".run-sum:visible h2").all_text_contents() == [
        "Northern Rights Monitor 2012 → 2013"
    ]
    assert len(page.evaluate(NAMES)) == 30
    assert page.locator("#t-across").is_hidden()
    page.locator("#run").select_option(label="Northern Rights Monitor 2013 and Other Watch 2013")
    page.wait_for_timeout(SETTLED)
    assert page.locator("#t-across").is_visible()
    assert page.locator("#t-editions").is_hidden()
    page.locator("#run").select_option("")
    page.locator("#q").fill("zembla")
    page.wait_for_timeout(SETTLED)
    assert page.evaluate(NAMES) == ["Zembla"] * 4
    assert page.locator("#t-editions .ed:visible").count() == 3


def test_a_run_has_an_address(visit, chain) -> None:
    page = visit(at(chain, "index", "e1"))
    assert page.locator("#run").input_value() == "e1"
    page = visit(at(chain, "index", "zembla--monitor-2010--monitor-2011"))
    assert page.locator("#run").input_value() == "e1"
    assert page.locator(".here").get_attribute("id") == "zembla--monitor-2010--monitor-2011"
    page = visit(at(chain, "index", "zembla"))
    assert page.locator(".here").get_attribute("id") == "zembla--monitor-2012--monitor-2013"


TIMED = """(change) => {
  const turned = (window.turned = !window.turned);
  const before = performance.now();
  if (change === "sort") {
    document.rightsDiff.sortBy(`dropped${turned ? "-" : "+"}`);
  } else {
    document.querySelector("#q").value = turned ? "mark" : "";
    document.rightsDiff.apply();
  }
  document.body.offsetHeight;
  return performance.now() - before;
}"""


@pytest.mark.parametrize("change", ["sort", "filter"])
def test_190_countries_sort_and_filter_without_a_pause(visit, site, change) -> None:
    page = visit(at(site, "index"))
    times = [page.evaluate(TIMED, change) for _ in range(9)]
    assert min(times) <= SLOWEST, times


@pytest.mark.parametrize("name", PAGES)
def test_nothing_sticks_out_on_a_phone(visit, site, chain, name) -> None:
    for folder in (site, chain):
        page = visit(at(folder, name), width=390)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_chosen_column_comes_into_sight_on_a_phone(visit, site) -> None:
    page = visit(at(site, "index"), width=390)
    page.locator("#sort").select_option("told_again+")
    page.wait_for_timeout(SETTLED)
    box = head(page, "told_again").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 392
    assert page.locator(".countries tbody th").first.bounding_box()["x"] < 20
