"""The change report in a real browser: what it does, and what it never does."""

from __future__ import annotations

import pytest

import rights_diff as rd

pytestmark = pytest.mark.browser

SHOWN = "[...document.querySelectorAll('.r')].filter((r) => !r.hidden).map((r) => r.id)"
SETTLED = 170  # milliseconds: a search waits 120 for the next key


def shown(page) -> list[str]:
    ids: list[str] = page.evaluate(SHOWN)
    return ids


def settle(page) -> None:
    page.wait_for_timeout(SETTLED)


def tick(page, value: str) -> None:
    page.locator(f".filters [value={value}]").dispatch_event("click")
    settle(page)


def search(page, words: str) -> None:
    page.locator("#q").fill(words)
    settle(page)


def number(text: str) -> int:
    return int(text.strip("() ").replace(",", ""))


def focused(page) -> str:
    found: str = page.evaluate("document.activeElement.id")
    return found


def test_the_page_asks_for_its_own_file_only(visit, address) -> None:
    page = visit(address)
    tick(page, "dropped")
    tick(page, "inline")
    assert page.watched.requests == [address]
    assert page.evaluate("performance.getEntriesByType('resource').length") == 0


def test_filters_choose_rows(visit, address, make) -> None:
    page = visit(address)
    everything = len(make().ledger)
    assert len(shown(page)) == everything
    tick(page, "dropped")
    assert shown(page) == ["r1", "r5", "r14", "r18"]
    assert page.locator("#shown").text_content() == f"4 of {everything} rows"
    assert page.locator("#filtered").text_content().startswith("Only: No longer reported.")
    tick(page, "softened")
    assert set(shown(page)) == {"r1", "r2", "r5", "r11", "r14", "r18"}
    search(page, "QUARRIES")
    assert shown(page) == ["r11"]
    assert page.locator(".chip.dropped small").text_content() == "0"
    search(page, "no such words")
    assert shown(page) == []
    assert "No claim fits." in page.locator("#filtered").text_content()
    page.locator("#filtered button").click()
    settle(page)
    assert len(shown(page)) == everything
    assert page.locator("#filtered").is_hidden()


@pytest.mark.parametrize("words", ["", "of"])
@pytest.mark.parametrize("topic", ["", "arbitrary_detention"])
def test_each_count_says_what_a_click_shows(visit, address, words, topic) -> None:
    page = visit(address)
    search(page, words)
    page.locator("#topic").select_option(topic)
    settle(page)
    chips = page.locator("[name=what]").evaluate_all("(boxes) => boxes.map((b) => b.value)")
    assert len(chips) > 8
    for code in chips:
        told = number(page.locator(f"label:has([value={code}]) small").text_content())
        tick(page, code)
        assert len(shown(page)) == told, code
        tick(page, code)


def test_counts_of_topics_follow_the_other_filters(visit, address) -> None:
    page = visit(address)
    tick(page, "dropped")
    options = page.locator("#topic option[value]:not([value=''])")
    for n in range(options.count()):
        option = options.nth(n)
        told = number(option.text_content().rsplit("(", 1)[1])
        page.locator("#topic").select_option(option.get_attribute("value"))
        settle(page)
        assert len(shown(page)) == told


def unsure_page(make, tmp_path) -> str:
    from dataclasses import replace

    comparison = make()
    ledger = tuple(replace(r, score=0.3) if r.id in ("r3", "r11") else r for r in comparison.ledger)
    path = tmp_path / "unsure.html"
    replace(comparison, ledger=ledger).to_html(path)
    return path.as_uri()


def test_each_count_at_the_top_equals_what_its_click_shows(visit, make, tmp_path) -> None:
    page = visit(unsure_page(make, tmp_path))
    links = page.locator(".counts a[data-what]")
    assert links.count() >= 5
    for n in range(links.count()):
        told = number(links.nth(n).locator("b").text_content())
        links.nth(n).click()
        settle(page)
        assert len(shown(page)) == told, links.nth(n).text_content()
    figures = page.locator(".counts .number_changed b").text_content()
    assert page.locator(".figures.full tbody tr").count() == number(figures)


def test_unsure_pairs_can_be_left_out(visit, make, tmp_path) -> None:
    page = visit(unsure_page(make, tmp_path))
    tick(page, "softened")
    assert shown(page) == ["r2", "r11"]
    page.locator("[name=sure]").check()
    settle(page)
    assert shown(page) == ["r2"]
    assert page.url.endswith("#what=softened&sure=1")
    again = visit(page.url)
    assert shown(again) == ["r2"]


def test_the_state_is_in_the_address(visit, address) -> None:
    page = visit(address)
    tick(page, "added")
    tick(page, "inline")
    search(page, "an epidemic")
    page.locator("#topic").select_option("health")
    settle(page)
    assert page.url.endswith("#what=added&topic=health&q=an%20epidemic&view=inline")
    again = visit(page.url)
    assert shown(again) == ["r16"]
    assert again.locator("#q").input_value() == "an epidemic"
    assert again.locator("#comparison.inline").count() == 1
    again.locator(".filters [type=reset]").click()
    settle(again)
    assert "#" not in again.url


def test_a_permalink_opens_its_fold(visit, address) -> None:
    page = visit(f"{address}#r7")
    assert page.locator("#r7").is_visible()
    assert page.evaluate(
        "(() => { const b = document.getElementById('r7').getBoundingClientRect();"
        " return b.top >= 0 && b.bottom <= innerHeight; })()"
    )


def test_a_way_leads_through_filters(visit, address) -> None:
    page = visit(address)
    tick(page, "dropped")
    page.locator("#r5 .near a").first.press("Enter")
    settle(page)
    assert page.url.endswith("#r6")
    assert page.locator("#r6").is_visible()
    page.locator("#r10 .from a").press("Enter")
    settle(page)
    assert page.locator("#left-r10").is_visible()
    page.locator("#left-r10 a").press("Enter")
    settle(page)
    assert page.url.endswith("#r10")


def test_keys_walk_through_changes(visit, address) -> None:
    page = visit(address)
    seen = []
    for key in "jjjk":
        page.keyboard.press(key)
        seen.append(focused(page))
    assert seen == ["r1", "r2", "r3", "r2"]
    page.keyboard.press("/")
    assert focused(page) == "q"
    page.keyboard.type("jk?")
    assert page.locator("#q").input_value() == "jk?"
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    settle(page)
    assert page.locator("#q").input_value() == ""
    page.keyboard.press("i")
    assert page.locator("#comparison.inline").count() == 1
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()


def test_everything_can_be_reached_with_the_tabulator(visit, address) -> None:
    page = visit(address)
    reached = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.name || document.activeElement.id"))
    assert {"view", "q", "what", "topic"} <= reached


def test_inline_reads_as_one_text(visit, address) -> None:
    page = visit(address)
    tick(page, "inline")
    words = " ".join(page.locator("#r12 .x").text_content().split())
    assert words == (
        "The ministry said that According to former guards, visits by relatives were"
        " not allowed once a month."
    )
    assert page.locator("#r12 blockquote.o").is_hidden()
    tick(page, "side")
    assert page.locator("#r12 blockquote.o").is_visible()


def test_a_citation_has_both_quotes_and_says_where(visit, address) -> None:
    page = visit(address)
    page.evaluate(
        "() => { window.copied = [];"
        " navigator.clipboard.writeText = async (t) => { copied.push(t); }; }"
    )
    page.locator("#r4 .cite").click()
    old, new = page.evaluate("copied[0]").split("\n")
    assert old.startswith("“During the year, 1,204 people crossed")
    assert "Annual Survey 2017/18: Zembla, section “Freedom of movement”" in old
    assert new.startswith("“By the end of the year, at least 57 people")
    assert "https://monitor.example/zembla?a=1&b=2#:~:text=By%20the%20end" in new
    assert page.locator("#told").text_content() == "Citation copied"
    page.keyboard.press("j")
    page.keyboard.press("c")
    assert page.evaluate("copied.length") == 2


def test_why_tells_how_to_cite_too(visit, address) -> None:
    page = visit(address)
    for row in ("r4", "r5", "r16"):
        why = page.locator(f"#{row} .why")
        why.locator("summary").click()
        assert why.locator("p").first.is_visible()
        assert "“" in why.locator(".how").first.text_content()
        assert why.locator(".copy").is_visible()


def test_every_row_opens_to_why(visit, address, make) -> None:
    page = visit(address)
    assert page.locator(".r .why p").count() >= len(make().ledger)
    assert page.locator(".r:not(:has(.why))").count() == 0


def column(page, number: int) -> list[str]:
    cells: list[str] = page.evaluate(
        "(n) => [...document.querySelectorAll('.figures.full tbody tr')]"
        ".map((tr) => tr.cells[n].innerText.trim())",
        number,
    )
    return cells


def test_figures_sort(visit, address) -> None:
    page = visit(address)
    heads = page.locator(".figures.full thead button")
    heads.nth(3).click()
    assert column(page, 3) == ["+10 points", "−600", "–"]
    assert page.locator(".figures.full thead th").nth(3).get_attribute("aria-sort") == "descending"
    heads.nth(3).click()
    assert column(page, 3) == ["–", "−600", "+10 points"]
    heads.nth(1).click()
    assert column(page, 1) == ["about 3,000", "1,204", "about 70%"]
    heads.nth(2).click()
    assert column(page, 2) == ["about 2,400", "about 80%", "at least 57"]
    assert page.url.endswith("#sort=2-")
    assert column(visit(page.url), 2) == column(page, 2)


def test_dark_is_dark(visit, address) -> None:
    script = "getComputedStyle(document.body).backgroundColor"
    shades = [visit(address, scheme=s).evaluate(script) for s in ("light", "dark")]
    assert shades[0] != shades[1]
    assert max(int(n) for n in shades[1][4:-1].split(",")) < 60


@pytest.mark.parametrize("width", [320, 390, 700, 900, 1100, 1300])
def test_nothing_sticks_out_sideways(visit, address, width: int) -> None:
    page = visit(address, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    tick(page, "inline")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_narrow_screens_read_old_above_new(visit, address) -> None:
    page = visit(address, width=390)
    old, new = (page.locator(f"#r4 .{side}").first.bounding_box() for side in "on")
    assert old["y"] + old["height"] <= new["y"]
    assert old["x"] == new["x"]
    assert page.locator(".filters").is_hidden()
    page.locator(".drawer > summary").click()
    assert page.locator(".filters").is_visible()


def test_paired_claims_stand_on_one_line(visit, address) -> None:
    page = visit(address)
    old, new = (page.locator(f"#r4 blockquote.{side}").bounding_box() for side in "on")
    assert old["y"] == new["y"]
    assert old["x"] + old["width"] <= new["x"]
    heads = [page.locator(f".heads .{side}").bounding_box()["x"] for side in ("old", "new")]
    assert heads == pytest.approx([old["x"], new["x"]], abs=1)


def test_without_script_everything_is_there(visit, address, make) -> None:
    page = visit(address, java_script_enabled=False)
    assert page.locator(".filters").is_hidden()
    assert page.locator(".rail .toc a").first.is_visible()
    assert page.locator(".r").count() == len(make().ledger)
    assert page.locator("#r4").is_visible()
    page.locator("#r4 .why summary").click()
    assert page.locator("#r4 .why p").first.is_visible()
    page.locator("details.fold summary").first.click()
    assert page.locator("#r7").is_visible()
    assert "ins" in page.locator("#r12").inner_html()


def test_inline_names_whoever_says_it_where_both_stand(visit, tmp_path) -> None:
    comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    comparison.to_html(tmp_path / "page.html")
    page = visit((tmp_path / "page.html").as_uri())
    tick(page, "inline")
    named = page.evaluate(
        "[...document.querySelectorAll('.r.pair:not(.merged-view)')].map((row) =>"
        " [...row.querySelectorAll('.l')].filter((l) => getComputedStyle(l).display !== 'none'"
        " && getComputedStyle(l).position === 'static').map((l) => l.textContent))"
    )
    assert len(named) >= 1
    assert all(names == ["2017/18", "2021/22"] for names in named)
