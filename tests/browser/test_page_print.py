"""The page on paper, and how fast it opens and filters."""

from __future__ import annotations

import random
import re
import statistics

import pytest

import rights_diff as rd

pytestmark = pytest.mark.browser

SLOWEST = 100  # milliseconds of script a filter may take before a reader feels a pause
CHAPTER = 150_000  # characters


def printed(page) -> list[str]:
    """The text of each page of the PDF."""
    pdfium = pytest.importorskip("pypdfium2")
    document = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))
    texts = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    document.close()
    return [" ".join(text.split()) for text in texts]


def test_it_prints_whole_with_the_editions_on_each_page(visit, address) -> None:
    page = visit(address)
    sheets = printed(page)
    assert len(sheets) >= 3
    for number, sheet in enumerate(sheets, 1):
        assert "Zembla · 2017/18 → 2021/22" in sheet
        assert re.search(rf"\b{number}\b", sheet)
    text = " ".join(sheets)
    for words in ("at least 57 people had reached", "No officer was investigated", "An epidemic"):
        assert words in text
    for apparatus in ("Filter and search", "Search both texts", "Copy the citation", "¶"):
        assert apparatus not in text
    assert "https://monitor.example/zembla?a=1&b=2" in text


def test_filters_hold_on_paper(visit, address) -> None:
    page = visit(f"{address}#what=dropped")
    text = " ".join(printed(page))
    comparison = text[text.index("The comparison") :]
    assert "Only: No longer reported." in comparison
    assert "No officer was investigated" in comparison
    assert "at least 57 people had reached" not in comparison


def test_no_row_is_torn_apart_on_paper(visit, address) -> None:
    page = visit(address)
    page.emulate_media(media="print")
    broken = page.evaluate(
        "[...document.querySelectorAll('.r, tr')]"
        ".filter((e) => getComputedStyle(e).breakInside !== 'avoid').length"
    )
    assert broken == 0
    assert page.locator(".rail").is_hidden()
    shown = "(e) => getComputedStyle(e).display !== 'none'"
    for apparatus in (".why", ".pm", ".cite", ".src", "#told"):
        assert not any(page.locator(apparatus).evaluate_all(f"(all) => all.map({shown})"))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def chapter(seed: int, edition: str) -> str:
    """A long report of our own words; editions share about two sentences in three."""
    words = random.Random(0)  # noqa: S311 - nothing secret
    chance = random.Random(seed)  # noqa: S311 - the same
    stems = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("n", "rat", "lim")]
    heads = [f"{words.choice(stems).title()} and {words.choice(stems)}" for _ in range(40)]
    parts = [f"Northern Rights Monitor Annual Survey {edition}: Zembla\n"]
    for head in heads:
        parts.append(f"\n{head}\n")
        for _ in range(38):
            sentence = [words.choice(stems) for _ in range(18)]
            if chance.random() < 0.33:
                sentence[chance.randrange(18)] = chance.choice(stems)
                sentence.append(f"{chance.randrange(2, 900)} people")
            parts.append(f"{' '.join(sentence).capitalize()}.")
    return "\n".join(parts)[:CHAPTER]


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("long")
    old, new = (rd.parse(chapter(n, e)) for n, e in ((1, "2017/18"), (2, "2021/22")))
    assert min(len(old.text), len(new.text)) >= 0.9 * CHAPTER
    rd.compare(old, new).to_html(folder / "long.html")
    written = (folder / "long.html").stat().st_size
    assert written <= 6 * len((old.text + new.text).encode()) + 150_000
    return (folder / "long.html").as_uri()


TIMED = """([selector, value]) => {
  const field = document.querySelector(selector);
  if (field.type === "checkbox") field.checked = !field.checked; else field.value = value;
  const start = performance.now();
  document.rightsDiff.apply();
  return performance.now() - start;
}"""


def test_a_long_report_filters_without_a_pause(visit, long_page) -> None:
    page = visit(long_page)
    assert page.locator(".r").count() > 1000
    for selector, value in (("[value=added]", ""), ("#q", "people"), ("#q", "an"), ("#topic", "")):
        times = [page.evaluate(TIMED, [selector, value]) for _ in range(5)]
        assert statistics.median(times) <= SLOWEST, (selector, value, times)
