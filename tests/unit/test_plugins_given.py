"""What a reader, splitter, topic finder or encoder of one's own gives: used, or refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.plugin_fixture import CHAPTER, add_package

import rights_diff as rd
from rights_diff import samples
from rights_diff.model import Document, Hint, HintKind
from rights_diff.protocols import GROUPS
from rights_diff.reading import Block, document_of
from rights_diff.structure.sentences import split_sentences


def giving(what: object) -> object:
    """A reader that gives this; of a mapping, a sound document with these fields in place."""

    def read(name: str, data: bytes, _: rd.ReadOptions) -> object:
        from dataclasses import replace

        made = document_of([Block(text="Tuvalu")], name=name, data=data, media_type="x")
        return replace(made, **what) if isinstance(what, dict) else what

    return read


BAD_DOCUMENTS = {
    "not a Document": "a text",
    "without text": {"text": "  "},
    "outside its text": {"hints": (Hint(kind=HintKind.TITLE, span=rd.Span(3, 99)),)},
    "outside its text ": {"hints": (Hint(kind=HintKind.TITLE, span=rd.Span(3, 1)),)},
    "outside its text  ": {"hints": (Hint(kind=HintKind.TITLE, span=(0.0, 1)),)},  # type: ignore[arg-type]
    "wanted a level from 1 to 9": {
        "hints": (Hint(kind=HintKind.HEADING, span=rd.Span(0, 3), value="top"),)
    },
    "wanted a page number": {"hints": (Hint(kind=HintKind.PAGE, span=rd.Span(0, 3), value="xiv"),)},
    "as hints, not a tuple": {"hints": [Hint(kind=HintKind.TITLE, span=rd.Span(0, 3))]},
    "hints that overlap (title and heading at (0, 4) and (2, 6))": {
        "hints": (
            Hint(kind=HintKind.TITLE, span=rd.Span(0, 4)),
            Hint(kind=HintKind.HEADING, span=rd.Span(2, 6), value="1"),
        )
    },
    "let the outer come first": {
        "hints": (
            Hint(kind=HintKind.RUN_IN, span=rd.Span(0, 4)),
            Hint(kind=HintKind.FOOTNOTE, span=rd.Span(0, 6), value="1"),
        )
    },
    "among the hints, not a Hint": {"hints": ("heading",)},
    "which is no year": {"told": {"published_year": "last year"}},
    "not as text": {"told": {"country": None}},
    "`told`, not a mapping": {"told": None},
    "warnings that are not a tuple": {"warnings": ["late"]},
    "as the source of its document": {"source": "report.txt"},
    "is not that of the bytes": {"source": rd.load(samples.NEW).metadata.source},
}


@pytest.mark.parametrize("trouble", BAD_DOCUMENTS)
def test_documents_that_break_a_law_are_refused(trouble: str) -> None:
    read = giving(BAD_DOCUMENTS[trouble])
    with pytest.raises(rd.PluginError, match=re.escape(trouble.strip())) as caught:
        rd.load(samples.OLD, reader=read)  # type: ignore[arg-type]
    assert "the reader giving.<locals>.read " in str(caught.value)
    assert str(caught.value).startswith(samples.OLD)


def test_a_reader_reads_pages_and_yearbooks_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rights_diff.reading import web

    def read(name: str, data: bytes, _: rd.ReadOptions) -> Document:
        blocks = [Block(text=line) for line in data.decode().splitlines()]
        return document_of(blocks, name=name, data=data, media_type="text/x-own")

    address = "https://www.example.org/hearing"
    page = web.Download(url=address, data=CHAPTER.encode(), media_type="text/html", retrieved="")
    monkeypatch.setattr(web, "fetch", lambda _url, _options: page)
    source = rd.load(address, reader=read).metadata.source
    assert (source.media_type, source.url) == ("text/x-own", address)

    path = tmp_path / "book.txt"
    path.write_text(CHAPTER, encoding="utf-8")
    (report,) = rd.load_all(path, reader=read, topics=lambda _: ["open"]).reports
    assert report.metadata.source.media_type == "text/x-own"
    assert {t for s in report.sentences for t in s.topics} == {"open"}


BAD_SPLITS = {
    "gives nothing, not (start, end) pairs": lambda _, __: None,
    "gives a value of type str": lambda _, __: "The courts",
    "not a (start, end) pair": lambda _, __: ["The courts"],
    "gives an empty sentence": lambda _, span: [(span.start, span.start)],
    "outside the paragraph": lambda _, span: [(span.start, span.end + 1)],
    "overlap or are out of order": lambda _, span: [span, span],
    "leaves the words": lambda _, span: [(span.start, span.start + 5)],
    "leaves the words ": lambda _, __: [],
    "cuts a word in two": lambda _, span: [
        (span.start, span.end - 4),
        (span.end - 4, span.end),
    ],
}


@pytest.mark.parametrize("trouble", BAD_SPLITS)
def test_sentences_that_break_a_law_are_refused(trouble: str) -> None:
    with pytest.raises(rd.PluginError) as caught:
        rd.parse(CHAPTER, splitter=BAD_SPLITS[trouble])  # type: ignore[arg-type]
    assert trouble.strip() in str(caught.value)
    assert "the splitter <lambda>" in str(caught.value)


BAD_TOPICS = {
    "gives a value of type str, not a list": lambda _: "health",
    "gives a value of type dict": lambda _: {"health": 1.0},
    "a code has letters": lambda _: ["land rights"],
    "gives the topic 3": lambda _: [3],
    "gives a topic twice": lambda _: ["health", "health"],
    "gives 60 topics": lambda _: [f"t{n}" for n in range(60)],
}


@pytest.mark.parametrize("trouble", BAD_TOPICS)
def test_topics_that_break_a_law_are_refused(trouble: str) -> None:
    with pytest.raises(rd.PluginError) as caught:
        rd.parse(CHAPTER, topics=BAD_TOPICS[trouble])  # type: ignore[arg-type]
    assert trouble in str(caught.value)


def test_a_splitter_of_ones_own_gives_the_sentences() -> None:
    def split(text: str, span: rd.Span) -> list[rd.Span]:
        return split_sentences(text, *span)

    own, shipped = rd.parse(CHAPTER, splitter=split), rd.parse(CHAPTER)
    assert own == shipped

    whole = rd.parse(CHAPTER, splitter=lambda _, span: [span])
    assert [s.span.of(CHAPTER) for s in whole.sentences] == [
        "The courts were open. Two judges left; nobody came."
    ]


def test_white_space_at_the_ends_of_sentences_is_cut() -> None:
    def split(_: str, span: rd.Span) -> list[tuple[int, int]]:
        cut = span.start + len("The courts were open. ")
        return [(span.start, cut), (cut, span.end)]

    report = rd.parse(CHAPTER, splitter=split)
    assert [s.span.of(CHAPTER) for s in report.sentences] == [
        "The courts were open.",
        "Two judges left; nobody came.",
    ]


def test_a_splitter_never_sees_a_bullet() -> None:
    seen = []

    def split(text: str, span: rd.Span) -> list[rd.Span]:
        seen.append(span.of(text))
        return [span]

    rd.parse("Tuvalu\n\nCourts\n• The first court was open.\n• The second was not.", splitter=split)
    assert seen == ["The first court was open.", "The second was not."]


def test_topics_of_ones_own_see_sentences_alone_and_sections_with_their_headings() -> None:
    seen: list[str] = []

    def find(text: str) -> list[str]:
        seen.append(text)
        return ["open"] if "open" in text else []

    report = rd.parse(CHAPTER, topics=find)
    assert [s.topics for s in report.sections if s.heading == "Courts"] == [("open",)]
    assert [s.topics for s in report.sentences] == [("open",), ()]
    assert "Courts\nThe courts were open. Two judges left; nobody came." in seen


def test_a_section_without_text_is_judged_by_what_stands_below_it() -> None:
    text = "# Rights\n\n## Courts\n\nThe courts were open.\n\n# Other\n\nIt rained."
    seen: list[str] = []
    blocks = [
        Block(text=line.strip("# "), kind=HintKind.HEADING, value=str(line.count("#")))
        if line.startswith("#")
        else Block(text=line)
        for line in text.split("\n\n")
    ]

    def read(name: str, data: bytes, _: rd.ReadOptions) -> object:
        return document_of(blocks, name=name, data=data, media_type="x")

    rd.load(samples.OLD, reader=read, topics=lambda t: seen.append(t) or [])  # type: ignore[arg-type]
    assert "Rights\nCourts\nThe courts were open." in seen


def test_a_broken_encoder_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = """
def fails(texts): raise OSError("no model here")
def short(texts): return [[1.0]]
def words(texts): return ["one"] * len(texts)
def empty(texts): return None
"""
    names = {name: f"house_tools:{name}" for name in ("fails", "short", "words", "empty")}
    add_package(site, monkeypatch, {GROUPS["encoder"]: names}, code=code)
    old, new = rd.load(samples.OLD), rd.load(samples.NEW)
    who = "the encoder plug-in '{}' of house-tools 1.0 "
    for name, error, said in (
        ("fails", rd.PluginError, "fails: OSError: no model here"),
        ("short", rd.CompareError, "must give one vector"),
        ("words", rd.CompareError, "gives no vectors of numbers"),
        ("empty", rd.CompareError, "gives no vectors of numbers"),
    ):
        with pytest.raises(error) as caught:
            rd.compare(old, new, encoder=name)
        assert who.format(name) + said in str(caught.value)
