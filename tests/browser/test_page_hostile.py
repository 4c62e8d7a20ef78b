"""Report text that wants to be more than text, and a page that lets nothing else in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rights_diff.model import Comparison, Fact, Report

pytestmark = pytest.mark.browser

EVIL = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "' onmouseover='alert(3)' x='",
    '<svg onload=alert(4)><a href="javascript:alert(5)">here</a></svg>',
    "{{ 7 * 7 }}{% for x in y %}{{ config }}${8*8}<%= 9 %>",
    "</style><script>alert(6)</script><!--",
    "</textarea></title><iframe src=javascript:alert(7)></iframe>",
    "&lt;script&gt;alert(8)&lt;/script&gt;",
    "\u202egnorts\u202c \u2066isolated\u2069 \x00\x1b[31m",
    "]]>*/--><base href=//evil.example/>",
)
LONG = 100_000  # letters of one word


def spoiled(report: Report, evil: str) -> Report:
    """The report with its words, headings and metadata replaced by what should not act."""
    text, sentences = "", []
    for sentence in report.sentences:
        words = f"{evil} {sentence.id}."
        span = type(sentence.span)(len(text), len(text) + len(words))
        sentences.append(replace(sentence, span=span))
        text += f"{words}\n"
    metadata = replace(
        report.metadata,
        country=f"Zembla {evil}",
        title=f"Title {evil}",
        organization=f"Monitor {evil}",
        source=replace(report.metadata.source, path=f"a/{evil}.txt", url="javascript:alert(9)"),
    )
    return replace(
        report,
        text=text,
        metadata=metadata,
        sentences=tuple(sentences),
        sections=tuple(
            replace(s, heading=f"Head {evil}", heading_span=None) for s in report.sections
        ),
        quantities=(),
        furniture=(),
        footnotes=(),
        facts=tuple(Fact(label=evil, value=evil, span=f.span) for f in report.facts),
        warnings=(f"Warned {evil}",),
    )


def hostile(make: Callable[[], Comparison], evil: str) -> Comparison:
    comparison = make()
    signals = tuple(
        replace(s, old_words=evil, new_words=f"{evil}!")
        for r in comparison.ledger
        for s in r.signals
    )
    ledger = tuple(
        replace(r, signals=signals[:2], reasons=(evil,), topics=(evil.replace(" ", "_"),))
        for r in comparison.ledger
    )
    facts = tuple(
        replace(f, label=evil, old_value=evil, new_value=f"{evil}x")
        for f in comparison.fact_changes
    )
    return replace(
        comparison,
        old=spoiled(comparison.old, evil),
        new=spoiled(comparison.new, evil),
        ledger=ledger,
        quantity_links=(),
        footnote_changes=(),
        fact_changes=facts,
        warnings=(evil,),
    )


@pytest.mark.parametrize("evil", EVIL)
def test_hostile_text_stays_text(visit, make, tmp_path: Path, evil: str) -> None:
    path = tmp_path / "page.html"
    hostile(make, evil).to_html(path)
    page = visit(path.as_uri())
    page.locator("[value=inline]").dispatch_event("click")
    page.locator(".why summary").first.click()
    page.locator("#q").fill(evil.split(maxsplit=1)[0][:20])
    page.wait_for_timeout(170)
    assert page.locator("script").count() == 1
    assert page.locator("style").count() == 1
    for tag in ("img", "iframe", "base", "object", "textarea"):
        assert page.locator(tag).count() == 0
    assert (
        page.evaluate(
            "[...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames())"
            ".filter((name) => name.startsWith('on')).length"
        )
        == 0
    )
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 1300


def test_hostile_text_is_shown_as_it_stands(visit, make, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    hostile(make, EVIL[0]).to_html(path)
    page = visit(path.as_uri())
    assert "<script>alert(1)</script> s1.1." in page.locator("#r1").inner_text()
    assert "{{ 7 * 7 }}" in visit(_page(make, EVIL[4], tmp_path)).locator("#r1").inner_text()
    controls = visit(_page(make, EVIL[8], tmp_path)).locator("#r1").inner_text()
    assert "⟦U+202E⟧gnorts⟦U+202C⟧" in controls
    assert not set(controls) & set("\u202e\u202c\u2066\u2069\x00\x1b")


def _page(make: Callable[[], Comparison], evil: str, folder: Path) -> str:
    path = folder / "other.html"
    hostile(make, evil).to_html(path)
    return path.as_uri()


@pytest.mark.parametrize("width", [1300, 390])
def test_a_word_without_end_breaks(visit, make, tmp_path: Path, width: int) -> None:
    path = tmp_path / "long.html"
    comparison = hostile(make, "W" * 3000)
    long = comparison.new.text.replace("W" * 3000, "W" * LONG, 1)
    by = LONG - 3000
    moved = tuple(
        replace(s, span=type(s.span)(s.span.start + (n > 0) * by, s.span.end + by))
        for n, s in enumerate(comparison.new.sentences)
    )
    replace(comparison, new=replace(comparison.new, text=long, sentences=moved)).to_html(path)
    page = visit(path.as_uri(), width=width)
    assert page.evaluate("document.body.textContent.includes('W'.repeat(100000))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("[value=inline]").dispatch_event("click")
    page.wait_for_timeout(170)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_policy_stops_what_the_page_did_not_bring(browser, address) -> None:
    page = browser.new_page()
    refused: list[str] = []
    failed: list[tuple[str, str]] = []
    answered: list[str] = []
    page.on("console", lambda m: refused.append(m.text))
    page.on("requestfailed", lambda r: failed.append((r.url, r.failure)))
    page.on("requestfinished", lambda r: answered.append(r.url))
    page.goto(address)
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
          document.body.insertAdjacentHTML("beforeend", "<b onclick='window.ran = true'>x</b>");
          document.body.lastElementChild.click();
          const style = document.createElement("style");
          style.textContent = "body { display: none }";
          document.body.append(style);
          new Image().src = "https://evil.example/pixel.png";
          return fetch("https://evil.example/").catch(() => null);
        }"""
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None
    assert page.locator("body").is_visible()
    assert {reason for _, reason in failed} <= {"csp"}
    assert answered == [address]
    assert sum("Content Security Policy" in line for line in refused) >= 4
    page.close()
