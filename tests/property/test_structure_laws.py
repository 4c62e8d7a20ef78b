"""Law 1: spans tell the truth, nest or are disjoint, and leave no character unaccounted for."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from rights_diff.errors import ReadError
from rights_diff.model import Document, Report, SectionKind, Span
from rights_diff.reading import read_text
from rights_diff.structure import structure
from rights_diff.structure.sentences import split_sentences

LINES = st.sampled_from(
    [
        "",
        " ",
        "TUVALU",
        "REPUBLIC OF TUVALU",
        "World Report 2015: Tuvalu",
        "Events of 2014",
        "Head of state: Ada Byron",
        "Population: 1.2 million",
        "Background",
        "## Prison conditions",
        "Freedom of assembly",
        "Fisheries newsroom",
        "Amnesty International visits/reports",
        "• Harbour fees rose twice (ABC 12/034/2014)",
        "• In May, two fishers were held for nine days. They had no lawyer.",
        "\U0010fc00 In June, one of them was freed.",
        "The courts stayed shut for most of the year, and judges were not replaced.1",
        "It rained.",
        "May 3, 2014 • Report",
        "Notes",
        "1. A paper on courts (ABC 12/001/2014)",
        "2. Another paper on courts, 31 May",
        "© 2014 A. Photographer",
        "Source: Human Rights Watch",
        "Share this via Telegram",
        "\ufffc\ufffc",
        "17",
        "K",
        "a. Freedom of the press",
        "Section 1. Respect for persons",
    ]
)
PAGES = st.lists(LINES, min_size=1, max_size=25).map("\n".join)
FLAT = st.lists(LINES, min_size=30, max_size=90).map("".join)
TEXTS = st.one_of(PAGES, FLAT, PAGES.map(lambda t: t.replace("\n", "\r\n")), st.text(max_size=400))


def report_of(text: str) -> Report | None:
    try:
        document: Document = read_text(text)
    except ReadError:
        return None
    return structure(document)


def outer_spans(report: Report) -> list[Span]:
    spans = [s.span for s in report.sections]
    spans += [s.heading_span for s in report.sections if s.heading_span]
    spans += [f.span for f in report.facts] + [n.span for n in report.footnotes]
    if report.metadata.title_span:
        spans.append(report.metadata.title_span)
    return [s for s in spans if s.length]


@given(TEXTS)
@example("\u2028\x85A\x0cB\x1c\x1d.")
@example("ﬁ¹. ٣٣ ² x\u0301 1. 𝟙. word¹")
def test_every_character_is_somewhere(text: str) -> None:
    report = report_of(text)
    if report is None:
        return
    assert report.text == text
    covered = bytearray(len(text))
    for start, end in outer_spans(report) + [f.span for f in report.furniture]:
        covered[start:end] = b"\1" * (end - start)
    left = [(i, c) for i, c in enumerate(text) if not covered[i] and not c.isspace()]
    assert left == []


@given(TEXTS)
def test_spans_nest_or_are_disjoint(text: str) -> None:
    report = report_of(text)
    if report is None:
        return
    spans = outer_spans(report)
    spans += [f.span for f in report.furniture] + [s.span for s in report.sentences]
    spans += [n.marker_span for n in report.footnotes if n.marker_span]
    spans.sort(key=lambda s: (s.start, -s.end))
    open_until: list[Span] = []
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        while open_until and open_until[-1].end <= span.start:
            open_until.pop()
        assert not open_until or span.end <= open_until[-1].end
        open_until.append(span)


@given(TEXTS)
def test_sections_and_sentences_are_in_order(text: str) -> None:
    report = report_of(text)
    if report is None:
        return
    assert [s.id for s in report.sections] == [f"s{n}" for n in range(1, len(report.sections) + 1)]
    starts = [(s.heading_span or s.span).start for s in report.sections]
    assert starts == sorted(starts)
    ids = {s.id: s for s in report.sections}
    last = 0
    for sentence in report.sentences:
        section = ids[sentence.section]
        assert sentence.id.startswith(f"{section.id}.")
        assert section.kind != SectionKind.RELATED_ITEMS
        assert section.span.contains(sentence.span)
        assert last <= sentence.span.start
        assert sentence.span.of(text).strip() == sentence.span.of(text) != ""
        last = sentence.span.end
    for section in report.sections:
        assert (section.heading is None) == (section.heading_span is None)
        if section.heading_span:
            assert section.heading == " ".join(section.heading_span.of(text).split())
        assert section.level >= 1
        assert section.parent is None or ids[section.parent].level < section.level


@given(TEXTS)
def test_the_same_text_gives_the_same_report(text: str) -> None:
    report = report_of(text)
    assert report == report_of(text)


@given(PAGES, st.sampled_from(["\r\n", "\r", "\u2028"]))
def test_line_endings_change_nothing(text: str, end: str) -> None:
    one, other = report_of(text), report_of(text.replace("\n", end))
    if one is None or other is None:
        assert one is other
        return
    assert [s.heading for s in one.sections] == [s.heading for s in other.sections]
    assert [s.level for s in one.sections] == [s.level for s in other.sections]
    assert [s.id for s in one.sentences] == [s.id for s in other.sentences]
    assert one.metadata.covered_years == other.metadata.covered_years


def plainer(text: str) -> str:
    """The same words with other quotes, dashes and no-break spaces."""
    return text.replace("’", "'").replace("–", "-").replace(" ", "\u00a0")


@given(PAGES)
def test_typography_changes_no_section(text: str) -> None:
    check_same_outline(text, plainer(text))


# How wide lines are tells whether a text is wrapped: only where paragraphs stand apart may the
# length of a line change nothing.
@given(PAGES.map(lambda text: text.replace("\n", "\n\n")))
def test_wide_gaps_change_no_section_where_paragraphs_stand_apart(text: str) -> None:
    check_same_outline(text, plainer(text.replace(". ", ".  ")))


def check_same_outline(text: str, other_text: str) -> None:
    one, other = report_of(text), report_of(other_text)
    if one is None or other is None:
        assert one is other
        return
    assert [s.id for s in one.sentences] == [s.id for s in other.sentences]
    assert len(one.sections) == len(other.sections)
    assert len(one.facts) == len(other.facts)


@given(st.text(max_size=300))
def test_sentences_hold_every_letter_and_digit(text: str) -> None:
    """Only bullets, white space and footnote marks may stand outside sentences."""
    spans = split_sentences(text, 0, len(text))
    covered = bytearray(len(text))
    for a, b in spans:
        covered[a:b] = b"\1" * (b - a)
    assert not [c for i, c in enumerate(text) if c.isalpha() and not covered[i]]
