"""What packages bring is found late, checked, and never takes the place of what is shipped."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.plugin_fixture import add_package

import rights_diff as rd
from rights_diff import samples
from rights_diff.cli import main
from rights_diff.model import Document, Hint, HintKind
from rights_diff.plugins.finding import installed
from rights_diff.protocols import GROUPS, Reader, Renderer, SentenceSplitter, TopicFinder
from rights_diff.reading import Block, document_of
from rights_diff.reading.choosing import reader_for
from rights_diff.structure.sentences import split_sentences

CHAPTER = "Tuvalu\n\nCourts\nThe courts were open. Two judges left; nobody came.\n"

READER = """
from rights_diff.reading import Block, document_of

def read(name, data, options):
    paragraphs = data.decode().split("/")
    return document_of([Block(text=p) for p in paragraphs], name=name, data=data,
                       media_type="text/x-slashes")
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


def slashes(folder: Path) -> Path:
    path = folder / "hearing.slashes"
    path.write_text("Tuvalu/The courts were open./Two judges left.", encoding="utf-8")
    return path


def test_the_shipped_functions_are_of_the_protocols() -> None:
    from rights_diff.extraction.topics import topics_of
    from rights_diff.rendering.html import comparison_html

    assert isinstance(reader_for("report.txt", b"Tuvalu"), Reader)
    assert isinstance(topics_of, TopicFinder)
    assert isinstance(comparison_html, Renderer)
    assert not isinstance("a name", SentenceSplitter)


def test_nothing_is_imported_or_looked_up_before_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "chapter.txt").write_text(CHAPTER, encoding="utf-8")
    script = (
        "import sys, rights_diff as rd; rd.load('chapter.txt')\n"
        "print('rights_diff.plugins.finding' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.stdout == "False\n"


def test_a_plug_in_is_not_imported_to_be_listed(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_package(
        site, monkeypatch, {GROUPS["reader"]: {"slashes": "house_tools:read"}}, code="1 / 0\n"
    )
    (found,) = installed("reader")
    assert (found.name, found.package, found.place) == (
        "slashes",
        "house-tools 1.0",
        "house_tools:read",
    )
    assert "house_tools" not in sys.modules


def test_a_suffix_that_only_a_plug_in_reads_is_read_by_it_and_the_report_says_so(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = slashes(tmp_path)
    with pytest.raises(rd.ReadError, match=r"ending in \.slashes are not read"):
        rd.load(path)
    groups = {GROUPS["reader"]: {".Slashes": "house_tools:read"}}
    add_package(site, monkeypatch, groups, code=READER)
    report = rd.load(path)
    assert "The courts were open.\n\nTwo judges left." in report.text
    assert any(
        "made with the reader plug-in 'slashes' of house-tools 1.0" in w for w in report.warnings
    )


def test_a_reader_can_be_named_whatever_the_suffix_is(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_package(site, monkeypatch, {GROUPS["reader"]: {"slashes": "house_tools:read"}}, code=READER)
    path = tmp_path / "hearing.txt"
    path.write_text("Tuvalu/The courts were open.", encoding="utf-8")
    assert "/" in rd.load(path).text
    assert "/" not in rd.load(path, reader="slashes").text


@pytest.mark.parametrize("suffix", ["txt", "html", "pdf", "docx"])
def test_a_plug_in_never_takes_a_shipped_suffix(
    suffix: str, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_package(site, monkeypatch, {GROUPS["reader"]: {suffix: "house_tools:read"}}, code=READER)
    path = tmp_path / "report.txt"
    path.write_text(CHAPTER, encoding="utf-8")
    assert rd.load(path).warnings == ()
    with pytest.raises(
        rd.PluginError, match=r"house-tools 1\.0 has the name of one that is shipped"
    ):
        rd.load(path, reader=suffix)


def test_two_packages_with_one_suffix_are_both_named_and_neither_is_used(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("house-tools", "other-house"):
        place = f"{name.replace('-', '_')}:read"
        groups = {GROUPS["reader"]: {"slashes": place}}
        add_package(site, monkeypatch, groups, name=name, code=READER)
    with pytest.raises(rd.PluginError, match=r"house-tools 1\.0 and other-house 1\.0 both bring"):
        rd.load(slashes(tmp_path))


def test_a_suffix_that_is_known_but_not_read_may_be_a_plug_ins(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.rtf"
    path.write_text("{\\rtf1 Tuvalu/The courts were open.}", encoding="utf-8")
    with pytest.raises(rd.ReadError, match="a rich-text file, which is not read"):
        rd.load(path)
    add_package(site, monkeypatch, {GROUPS["reader"]: {"rtf": "house_tools:read"}}, code=READER)
    assert "The courts were open." in rd.load(path).text


BROKEN = {
    "cannot be loaded from house_tools:work: ZeroDivisionError: division by zero": "1 / 0",
    "cannot be loaded from house_tools:work: ModuleNotFoundError: No module named 'absent_x'": (
        "import absent_x"
    ),
    "cannot be loaded from house_tools:work: AttributeError": "other = 1",
    "cannot be loaded from house_tools:work: SystemExit: 3": "raise SystemExit(3)",
    "fails: SystemExit": "def work(name, data, options): exit()",
    "cannot be called: see house_tools:work": "work = 'a text'",
    "fails: KeyError: 'page'": "def work(name, data, options): return {}['page']",
    "gives nothing, not a Document": "def work(name, data, options): return None",
}


@pytest.mark.parametrize("trouble", BROKEN)
def test_a_broken_reader_is_one_line_that_names_it(
    trouble: str,
    site: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    groups = {GROUPS["reader"]: {"slashes": "house_tools:work"}}
    add_package(site, monkeypatch, groups, code=BROKEN[trouble])
    assert main(["inspect", str(slashes(tmp_path))]) == 2
    said = capsys.readouterr().err.strip()
    assert f"the reader plug-in 'slashes' of house-tools 1.0 {trouble}" in said
    assert "\n" not in said


def test_what_a_reader_refuses_itself_is_told_as_it_says_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = """
from rights_diff import ReadError
def work(name, data, options):
    raise ReadError("has no page 1", file=name)
"""
    groups = {GROUPS["reader"]: {"slashes": "house_tools:work"}}
    add_package(site, monkeypatch, groups, code=code)
    with pytest.raises(rd.ReadError, match=r"slashes: has no page 1$"):
        rd.load(slashes(tmp_path))


def test_what_is_not_installed_is_said_with_what_is(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(rd.PluginError, match=r"the splitter plug-in 'clauses' \(installed: none\)"):
        rd.parse(CHAPTER, splitter="clauses")
    add_package(site, monkeypatch, {GROUPS["splitter"]: {"lines": "house_tools:split"}})
    with pytest.raises(rd.PluginError, match=r"\(installed: lines\)"):
        rd.parse(CHAPTER, splitter="clauses")


@pytest.mark.parametrize("name", ["reader", "splitter", "topics"])
def test_something_that_is_neither_function_nor_name_is_a_type_error(name: str) -> None:
    with pytest.raises(TypeError, match=f"a {name} is a function or the name of a plug-in, not 7"):
        rd.load(samples.OLD, **{name: 7})


def test_a_function_that_is_passed_raises_its_own_errors() -> None:
    def split(_: str, __: rd.Span) -> list[rd.Span]:
        raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        rd.parse(CHAPTER, splitter=split)


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


FORMATS = """
def summary(comparison): return f"{len(comparison.ledger)} rows\\n"
def coloured(comparison): return "\\x1b[31mred\\n"
def picture(comparison): return bytes(range(256))
def nothing(comparison): return ""
def number(comparison): return 7
"""


@pytest.fixture
def formats(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("summary", "coloured", "picture", "nothing", "number")
    groups = {GROUPS["renderer"]: {name: f"house_tools:{name}" for name in names}}
    groups[GROUPS["renderer"]]["html"] = "house_tools:summary"
    add_package(site, monkeypatch, groups, code=FORMATS)


@pytest.fixture(scope="module")
def comparison() -> rd.Comparison:
    return rd.compare(rd.parse(CHAPTER), rd.parse(CHAPTER.replace("Two", "Three")))


@pytest.mark.usefixtures("formats")
def test_a_format_is_rendered_by_its_name(comparison: rd.Comparison, tmp_path: Path) -> None:
    comparison.render("summary", tmp_path / "s.txt")
    assert comparison.render("summary") == f"{len(comparison.ledger)} rows\n"
    assert (tmp_path / "s.txt").read_text("utf-8") == comparison.render("summary")
    comparison.render("picture", tmp_path / "p.png")
    assert (tmp_path / "p.png").read_bytes() == bytes(range(256))
    assert comparison.render(repr) == repr(comparison)


@pytest.mark.usefixtures("formats")
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nothing", "the renderer plug-in 'nothing' of house-tools 1.0 gives an empty file"),
        ("number", "gives a value of type int, neither text nor bytes"),
        ("absent", "no package brings the renderer plug-in 'absent'"),
    ],
)
def test_a_broken_format_is_refused(comparison: rd.Comparison, name: str, said: str) -> None:
    with pytest.raises(rd.PluginError) as caught:
        comparison.render(name)
    assert said in str(caught.value)


@pytest.mark.needs("docx")
@pytest.mark.usefixtures("formats")
def test_shipped_formats_stay_what_they_are(comparison: rd.Comparison, tmp_path: Path) -> None:
    assert comparison.render("html") == comparison.to_html()
    assert comparison.render("json") == comparison.to_json()
    assert comparison.render("markdown") == comparison.to_markdown()
    comparison.render("csv", tmp_path / "a.csv")
    comparison.to_csv(tmp_path / "b.csv")
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    comparison.render("docx", tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == comparison.to_docx()


@pytest.mark.usefixtures("formats")
def test_the_command_line_writes_a_plug_ins_format(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = ["compare", samples.OLD, samples.NEW]
    assert main([*pair, "--format", "summary"]) == 0
    assert capsys.readouterr().out.endswith(" rows\n")
    assert main([*pair, "--format", "coloured"]) == 0
    assert capsys.readouterr().out == "⟦U+001B⟧[31mred\n"
    assert main([*pair, "-o", str(tmp_path / "c.coloured")]) == 0
    assert (tmp_path / "c.coloured").read_text("utf-8") == "\x1b[31mred\n"
    assert main([*pair, "-o", str(tmp_path / "p.picture")]) == 0  # by its suffix
    assert (tmp_path / "p.picture").read_bytes() == bytes(range(256))
    assert main([*pair, "--format", "picture"]) == 2
    assert "picture is no text for the screen: name a file with -o" in capsys.readouterr().err
    assert main(["inspect", samples.OLD, "--format", "summary"]) == 2
    assert "only a comparison can be written as summary" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([*pair, "--format", "absent"])
    assert "there is no format 'absent' (choose from csv, docx, html" in capsys.readouterr().err


@pytest.mark.usefixtures("formats")
def test_plugins_are_listed_with_what_is_wrong_with_them(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    groups = {GROUPS["reader"]: {"bad": "other_house:read"}}
    add_package(other, monkeypatch, groups, name="other-house", code="import absent_x")
    with pytest.raises(SystemExit) as ended:
        main(["--plugins"])
    assert ended.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert "renderer summary: house-tools 1.0 (house_tools:summary)" in lines
    assert any(
        line.startswith("renderer html: house-tools 1.0")
        and "NOT USED" in line
        and "has the name of one that is shipped" in line
        for line in lines
    )
    assert any(
        line.startswith("reader bad: other-house 1.0")
        and "NOT USED: cannot be loaded from other_house:read: ModuleNotFoundError" in line
        for line in lines
    )


def test_where_nothing_is_installed_the_list_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--plugins"])
    assert capsys.readouterr().out == "no plug-ins are installed\n"
