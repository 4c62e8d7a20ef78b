"""Reviewing in the page: rows and figures decided by mouse and keyboard, saved, and honoured."""

from __future__ import annotations

import pytest

import rights_diff as rd
from rights_diff.model import Status

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def reports():
    return rd.load(rd.samples.OLD), rd.load(rd.samples.NEW)


@pytest.fixture(scope="module")
def compared(reports):
    return rd.compare(*reports)


@pytest.fixture(scope="module")
def sample(compared, tmp_path_factory) -> str:
    """The change report of the shipped samples."""
    path = tmp_path_factory.mktemp("review") / "report.html"
    compared.to_html(path)
    return path.as_uri()


def panel(page, row: str):
    """The choices of a row, opened."""
    page.evaluate("(id) => { location.hash = id; }", row)
    page.locator(f"#{row} .rev").click()
    return page.locator(f"#{row} .choices")


def save(page, tmp_path) -> rd.Review:
    with page.expect_download() as waiting:
        page.locator("#review .save").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return rd.Review.load(path)


def pair(compared, number: int = 0):
    paired = [r for r in compared.ledger if r.old and r.new and r.status is Status.REVISED]
    return paired[number]


def alone(compared, side: str):
    other = "new" if side == "old" else "old"
    return next(r for r in compared.ledger if getattr(r, side) and not getattr(r, other))


def test_nothing_shows_until_a_reader_decides(visit, sample) -> None:
    page = visit(sample)
    assert page.locator("#review").is_hidden()
    assert page.locator(".choices, .mine").count() == 0
    rows, buttons = page.locator(".r").count(), page.locator(".r .rev").count()
    assert rows == buttons > 0


def test_what_is_decided_is_saved_and_honoured(visit, sample, compared, reports, tmp_path) -> None:
    page = visit(sample, accept_downloads=True)
    right, wrong = pair(compared), pair(compared, 1)
    gone, came = alone(compared, "old"), alone(compared, "new")
    panel(page, right.id).get_by_text("Right pair").click()
    assert page.locator(f"#{right.id} .mine").text_content() == "You: right pair"
    panel(page, wrong.id).get_by_text("Not the same claim").click()
    panel(page, gone.id).get_by_text("Same claim as another row").click()
    assert gone.id in page.locator("#review .kept").text_content()
    panel(page, came.id).get_by_text(f"Same claim as {gone.id}").click()
    assert page.locator(f"#{gone.id} .mine").text_content() == f"You: same claim as {came.id}"
    noting = panel(page, came.id)
    noting.locator("textarea").fill("Look at “both”\n<b>texts</b>")
    noting.get_by_text("Keep the note").click()
    page.locator("#review input").fill("Ada")
    assert page.locator("#review .kept").text_content() == "Decisions not yet saved: 4"
    review = save(page, tmp_path)
    assert page.locator("#review .kept").text_content() == "Decisions saved: 4"
    assert [d.verdict.value for d in review.decisions] == ["confirm", "forbid", "join", "note"]
    assert {d.by for d in review.decisions} == {"Ada"}
    assert all(len(d.when) == len("2024-05-01") for d in review.decisions)
    made = rd.compare(*reports, review=review)
    assert made.review.not_applied == ()
    rows = {(r.old, r.new): r for r in made.ledger}
    assert rows[right.old, right.new].score == 1.0
    assert rows[gone.old, came.new].review[-1].note == "Look at “both”\n<b>texts</b>"
    assert (wrong.old, wrong.new) not in rows


def test_a_saved_file_compares_line_by_line_with_one_written_by_python(
    visit, sample, compared, tmp_path
) -> None:
    page = visit(sample, accept_downloads=True)
    row = pair(compared)
    panel(page, row.id).get_by_text("Right pair").click()
    with page.expect_download() as waiting:
        page.locator("#review .save").click()
    waiting.value.save_as(tmp_path / "page.jsonl")
    when = rd.Review.load(tmp_path / "page.jsonl").decisions[0].when
    rd.Review().confirm(compared, row, when=when).save(tmp_path / "python.jsonl")
    texts = [(tmp_path / name).read_text("utf-8") for name in ("page.jsonl", "python.jsonl")]
    assert texts[0] == texts[1]


def test_every_row_can_be_named(visit, address, make, tmp_path) -> None:
    """Notes on all rows of a page with hostile and repeated texts find their rows again."""
    from rights_diff.review.deciding import decide

    page = visit(address, accept_downloads=True)
    page.evaluate(
        """() => { for (const row of document.querySelectorAll('.r')) {
            row.querySelector('.rev').click();
            const panel = row.querySelector('.choices');
            panel.querySelector('textarea').value = row.id;
            [...panel.querySelectorAll(':scope > button')]
              .find((b) => b.textContent === 'Keep the note').click(); } }"""
    )
    review = save(page, tmp_path)
    comparison = make()
    decided = decide(review, comparison.old, comparison.new)
    assert decided.not_applied == ()
    found = {a.decision.note: (a.old, a.new) for a in decided.claims}
    assert found == {row.id: (row.old, row.new) for row in comparison.ledger}


def test_figures_are_decided_too(visit, sample, compared, reports, tmp_path) -> None:
    page = visit(sample, accept_downloads=True)
    page.locator(".figures.full .rev").first.click()
    page.locator(".figures .choices").get_by_text("Not the same figure").click()
    review = save(page, tmp_path)
    made = rd.compare(*reports, review=review)
    assert made.review.not_applied == ()
    links = [{(k.old, k.new) for k in c.quantity_links} for c in (compared, made)]
    assert len(links[0] - links[1]) == 1


def test_a_near_miss_is_joined_at_once(visit, sample) -> None:
    page = visit(sample)
    row = page.locator(".r:has(.near)").first.get_attribute("id")
    near = page.locator(f"#{row} .near a").first.get_attribute("href")[1:]
    panel(page, row).get_by_text(f"Same claim as {near}").click()
    assert page.locator(f"#{row} .mine").text_content() == f"You: same claim as {near}"


def test_a_decision_is_taken_back_or_decided_anew(visit, sample, compared) -> None:
    page = visit(sample)
    row = pair(compared).id
    panel(page, row).get_by_text("Right pair").click()
    panel(page, row).get_by_text("Not the same claim").click()
    assert page.locator(f"#{row} .mine").all_text_contents() == ["You: not the same"]
    panel(page, row).get_by_text("Take back").click()
    assert page.locator(".mine").count() == 0
    assert page.locator("#review").is_hidden()


def test_discarding_asks_first(visit, sample, compared) -> None:
    page = visit(sample)
    panel(page, pair(compared).id).get_by_text("Right pair").click()
    discard = page.locator("#review .clear")
    discard.click()
    assert discard.text_content() == "Discard all 1?"
    discard.click()
    assert page.locator("#review").is_hidden()


def test_all_of_it_works_from_the_keyboard(visit, sample) -> None:
    page = visit(sample)
    for _ in range(40):
        page.keyboard.press("j")
        if page.locator(".r.pair.here").count():
            break
    row = page.locator(".r.here").get_attribute("id")
    page.keyboard.press("r")
    assert page.evaluate("document.activeElement.textContent") == "Right pair"
    page.keyboard.press("Escape")
    assert page.locator(".choices").count() == 0
    assert page.evaluate("document.activeElement.className") == "rev"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator(f"#{row} .mine").text_content() == "You: not the same"
    page.keyboard.press("r")
    page.locator(f"#{row} textarea").focus()
    page.keyboard.type("jr/")
    assert page.locator(f"#{row} textarea").input_value() == "jr/"


def test_the_next_page_shows_the_review_and_saves_it_again(
    visit, compared, reports, tmp_path
) -> None:
    row = pair(compared)
    first = rd.Review().confirm(compared, row, by="Ada", note="read both")
    path = tmp_path / "report.html"
    rd.compare(*reports, review=first).to_html(path)
    page = visit(path.as_uri(), accept_downloads=True)
    assert page.locator(".decided").all_text_contents() == [
        "Confirmed by a reader (Ada): read both"
    ]
    page.locator(".filters [value=reviewed]").dispatch_event("click")
    page.wait_for_timeout(170)
    assert page.locator("#shown").text_content().startswith("1 of ")
    page.locator("#filtered button").click()
    panel(page, pair(compared, 1).id).get_by_text("Not the same claim").click()
    again = save(page, tmp_path)
    assert again.decisions[:1] == first.decisions
    assert len(again.decisions) == 2


@pytest.mark.parametrize("width", [320, 390, 1300])
def test_nothing_sticks_out_while_deciding(visit, sample, compared, width: int) -> None:
    page = visit(sample, width=width)
    panel(page, pair(compared).id).get_by_text("Right pair").click()
    panel(page, alone(compared, "old").id)
    page.locator(".figures.full .rev").first.scroll_into_view_if_needed()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_there_is_nothing_to_decide_with(visit, sample) -> None:
    page = visit(sample, java_script_enabled=False)
    assert page.locator("#review").is_hidden()
    assert page.locator(".rev").count() == 0


@pytest.mark.parametrize("look", [{"width": 390}, {"scheme": "dark"}, {}])
def test_axe_has_nothing_to_say_while_deciding(visit, compared, reports, tmp_path, look) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    first = rd.Review().forbid(compared, pair(compared, 2), note="another case")
    path = tmp_path / "report.html"
    rd.compare(*reports, review=first).to_html(path)
    page = visit(path.as_uri(), **look)
    page.evaluate("document.querySelectorAll('.r .why').forEach((d) => { d.open = true; })")
    panel(page, pair(compared).id).get_by_text("Right pair").click()
    panel(page, alone(compared, "old").id)
    options = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    found = axe.run(page, options=options).response["violations"]
    assert [(v["id"], n["html"][:120]) for v in found for n in v["nodes"]] == []
