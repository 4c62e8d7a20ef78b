"""What readers decided, as text, Markdown, and in the page; nothing of it acts."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest

import rights_diff as rd
from rights_diff.model import Comparison, Status
from rights_diff.rendering.text import comparison_text

HOSTILE = "<img src=x onerror=alert(1)> {{ 7 * 7 }} \x1b[31m*bold*\u202e"


@pytest.fixture(scope="module")
def plain() -> Comparison:
    return rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))


@pytest.fixture(scope="module")
def reviewed(plain: Comparison) -> Comparison:
    right, wrong = [r for r in plain.ledger if r.status is Status.REVISED][:2]
    gone = next(r for r in plain.ledger if not r.new)
    came = next(r for r in plain.ledger if not r.old)
    known = {q.id for q in plain.old.quantities if q.value is not None}
    shown = next(k for k in plain.quantity_links if k.old in known and k.row != wrong.id)
    review = (
        rd.Review()
        .confirm(plain, right, by="Ada", when="2024-05-01", note="read both")
        .forbid(plain, wrong)
        .join(plain, gone, came)
        .annotate(plain, gone, HOSTILE)
        .confirm(plain, shown, note="same count")
        .annotate(plain, plain.quantity_links[-1], "no number, yet told")
    )
    return rd.compare(plain.old, plain.new, review=review)


def row_id(comparison: Comparison, verdict: str, side: str = "old") -> str:
    return next(
        r.id
        for r in comparison.ledger
        if getattr(r, side) and any(m.verdict.value == verdict for m in r.review)
    )


def test_the_text_tells_row_by_row(reviewed: Comparison) -> None:
    text = comparison_text(reviewed)
    confirmed = row_id(reviewed, "confirm")
    gone, came = row_id(reviewed, "forbid"), row_id(reviewed, "forbid", "new")
    assert f"  {confirmed}  Confirmed by a reader (Ada, 2024-05-01): read both\n" in text
    assert f"  {gone}  Parted by a reader from {came}\n" in text
    assert f"  {came}  Parted by a reader from {gone}\n" in text
    assert f"  {row_id(reviewed, 'join')}  Joined by a reader\n" in text
    assert "\x1b" not in text
    assert "Review\n" not in comparison_text(rd.compare(reviewed.old, reviewed.new))


def test_markdown_and_page_tell_beside_the_row(reviewed: Comparison) -> None:
    markdown, page = reviewed.to_markdown(), reviewed.to_html()
    joined = row_id(reviewed, "join")
    told = "Confirmed by a reader (Ada, 2024-05-01): read both"
    assert f"*{told}*" in markdown
    assert f'<p class="t decided">{told}</p>' in page
    article = re.search(rf'<article [^>]*id="{joined}".*?</article>', page, re.S)
    assert article is not None
    assert "Joined by a reader" in article[0]
    assert 'data-w="' in article[0]
    assert "reviewed" in article[0].split('data-w="')[1].split('"')[0]


def test_notes_do_not_act(reviewed: Comparison) -> None:
    assert "<img" not in reviewed.to_html()
    assert "\x1b" not in reviewed.to_html()
    assert "\u202e" not in reviewed.to_html()
    assert "\\<img" in reviewed.to_markdown()


def test_a_decided_figure_says_so_in_the_table(reviewed: Comparison) -> None:
    assert "Confirmed by a reader: same count" in reviewed.to_html()
    assert "Confirmed by a reader: same count" in reviewed.to_markdown()
    assert "A reader’s note: no number, yet told" in reviewed.to_markdown()


def test_the_page_carries_the_review_it_was_made_with(
    plain: Comparison, reviewed: Comparison
) -> None:
    def data(comparison: Comparison) -> dict[str, object]:
        found = re.search(r'data-review="([^"]*)"', comparison.to_html())
        assert found is not None
        read: dict[str, object] = json.loads(unescape(found[1]))
        return read

    assert "decisions" not in data(plain)
    kept = data(reviewed)["decisions"]
    assert isinstance(kept, list)
    assert len(kept) == 6


def test_what_does_not_apply_is_told_on_the_page(plain: Comparison) -> None:
    review = rd.Review().annotate(plain, plain.ledger[0], "?")
    back = rd.compare(plain.new, plain.old, review=review)
    assert "the review’s “note” does not apply" in back.to_html()
    assert "the review’s “note” does not apply" in comparison_text(back)
