"""A chapter says the same whatever format it comes in, and none of its sentences is set aside."""

from __future__ import annotations

import html

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.docx_fixture import docx, paragraph

import rights_diff as rd
from rights_diff import testing
from rights_diff.model import Document, Report
from rights_diff.pipeline import build_report
from rights_diff.reading.docx import read_docx
from rights_diff.reading.html import read_html
from rights_diff.reading.markdown import read_markdown
from rights_diff.reading.plain_text import read_plain_text

SHORT = (
    "Amnesty International Report 2019/20: Ruritania\n\nThe year brought no relief.\n\n"
    "Detention conditions\n\nConditions were said to be harsh.\n\nRight to health\n\n"
    "At least 12 students were beaten abroad in March. The draft law remained before parliament.\n"
)
CHAPTERS = testing.chapters() | testing.edited_chapters().map(lambda chapter: chapter.old)


def parts(text: str) -> list[tuple[str, str]]:
    """What each paragraph is, and its words."""
    title, lead, *rest = text.strip().split("\n\n")
    ends = (".", "”")
    kinds = [("text" if words.endswith(ends) else "heading", words) for words in rest]
    return [("title", title), ("text", lead), *kinds]


def plain(chapter: list[tuple[str, str]]) -> Document:
    text = "\n\n".join(words for _, words in chapter)
    return read_plain_text("a.txt", f"{text}\n".encode())


def page(chapter: list[tuple[str, str]]) -> Document:
    tags = {"title": "h1", "heading": "h2", "text": "p"}
    made = (f"<{tags[kind]}>{html.escape(words)}</{tags[kind]}>" for kind, words in chapter)
    return read_html("a.html", f"<!doctype html><main>{''.join(made)}</main>".encode())


def marked(chapter: list[tuple[str, str]]) -> Document:
    marks = {"title": "# ", "heading": "## ", "text": ""}
    text = "\n\n".join(marks[kind] + words for kind, words in chapter)
    return read_markdown("a.md", text.encode())


def word(chapter: list[tuple[str, str]]) -> Document:
    styles = {"title": "Title", "heading": "H1", "text": ""}
    body = "".join(paragraph(html.escape(words), styles[kind]) for kind, words in chapter)
    return read_docx("a.docx", docx(body))


ITEMS = st.one_of(
    st.tuples(st.just("text"), testing.sentences()),
    st.tuples(st.just("item"), testing.sentences()),
    st.tuples(st.just("noted"), testing.sentences()),
)
NOTE = "A diary, 3 May 2014."


def outlined(items: list[tuple[str, str]]) -> dict[str, Document]:
    """Paragraphs, list items and footnotes below one heading, in each format that tells them."""
    notes = [n for n, (kind, _) in enumerate(items, 1) if kind == "noted"]
    tags, lines, body = ["<h1>Tuvalu</h1><h2>Courts</h2>"], ["# Tuvalu", "## Courts"], []
    body += [paragraph("Tuvalu", "Title"), paragraph("Courts", "H1")]
    for n, (kind, words) in enumerate(items, 1):
        safe = html.escape(words)
        mark = f'<a href="#fn{n}"><sup>{n}</sup></a>' if n in notes else ""
        tags.append(f"<ul><li>{safe}</ul>" if kind == "item" else f"<p>{safe}{mark}</p>")
        lines.append(f"{'- ' if kind == 'item' else ''}{words}{f'[^{n}]' if n in notes else ''}")
        made = paragraph(safe, "Bullets" if kind == "item" else "")
        reference = f'<w:r><w:footnoteReference w:id="{n + 2}"/></w:r></w:p>'
        body.append(made.removesuffix("</w:p>") + reference if n in notes else made)
    tags.append("<ol>" + "".join(f'<li id="fn{n}">{NOTE}' for n in notes) + "</ol>")
    lines += [f"[^{n}]: {NOTE}" for n in notes]
    kept = "".join(f'<w:footnote w:id="{n + 2}">{paragraph(NOTE)}</w:footnote>' for n in notes)
    return {
        "html": read_html("a.html", f"<!doctype html><main>{''.join(tags)}</main>".encode()),
        "markdown": read_markdown("a.md", "\n\n".join(lines).encode()),
        "word": read_docx("a.docx", docx("".join(body), footnotes=kept)),
    }


@pytest.mark.needs("docx")
@given(st.lists(ITEMS, min_size=1, max_size=7))
def test_lists_and_footnotes_say_the_same_in_every_format(items: list[tuple[str, str]]) -> None:
    documents = outlined([("text", "The courts stayed shut for most of the year."), *items])
    for name, document in documents.items():
        report = build_report(document)
        headings, sentences, _ = told(report)
        assert headings == ["Courts"], name
        expected = ["The courts stayed shut for most of the year.", *(words for _, words in items)]
        assert " ".join(sentences) == " ".join(expected), name
        assert len(report.footnotes) == sum(kind == "noted" for kind, _ in items), name


def told(report: Report) -> tuple[list[str | None], list[str], list[tuple[object, ...]]]:
    """Headings, the words of all sentences, and all figures."""
    return (
        [s.heading for s in report.sections],
        [" ".join(s.span.of(report.text).split()) for s in report.sentences],
        [(q.kind, q.value, q.low, q.high, q.unit, q.counted) for q in report.quantities],
    )


@pytest.mark.needs("docx")
@given(CHAPTERS)
@example(SHORT)
def test_every_format_gives_the_same_headings_sentences_and_figures(text: str) -> None:
    chapter = parts(text)
    expected = told(build_report(plain(chapter)))
    assert [h for h in expected[0] if h] == [w for kind, w in chapter if kind == "heading"]
    assert " ".join(expected[1]) == " ".join(w for kind, w in chapter if kind == "text")
    for document in (page(chapter), marked(chapter), word(chapter)):
        assert told(build_report(document)) == expected, document.source.media_type


@pytest.mark.needs("docx")
@given(CHAPTERS, st.permutations((plain, page, marked, word)))
def test_the_same_chapter_in_two_formats_is_unchanged(text: str, makers: list[object]) -> None:
    one, other = (build_report(make(parts(text))) for make in makers[:2])  # type: ignore[operator]
    comparison = rd.compare(one, other)
    assert {row.status.value for row in comparison.ledger} == {"unchanged"}
    assert {link.relation.value for link in comparison.quantity_links} <= {"equal"}
