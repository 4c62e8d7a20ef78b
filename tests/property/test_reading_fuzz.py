"""Any bytes and any damage: a reader gives a document whose hints fit, or a `ReadError`."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.docx_fixture import docx, paragraph, row, run, zipped

from rights_diff.errors import ReadError
from rights_diff.model import Document
from rights_diff.protocols import Reader
from rights_diff.reading.docx import read_docx
from rights_diff.reading.epub import read_epub
from rights_diff.reading.markdown import read_markdown
from rights_diff.reading.options import DEFAULTS, ReadOptions
from rights_diff.structure import structure

WORD = docx(
    paragraph("Tuvalu 2014", "Title")
    + paragraph("Courts", "H1")
    + f'<w:p>{run("Shut.", bold=True)}<w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
    + f"<w:tbl>{row('Who', 'Held')}</w:tbl><w:p><w:ins>{run('eleven')}</w:ins></w:p>"
    + paragraph("nets", "Bullets"),
    footnotes=f'<w:footnote w:id="3">{paragraph("A diary.")}</w:footnote>',
)
BOOK = zipped(
    {
        "META-INF/container.xml": b'<container><rootfile full-path="b.opf"/></container>',
        "b.opf": b'<package><manifest><item id="a" href="a.html" media-type="text/html"/>'
        b'</manifest><spine><itemref idref="a"/></spine></package>',
        "a.html": b"<h1>Tuvalu</h1><p>The courts stayed shut<sup>1</sup> for most of the year.</p>",
    }
)
MARKS = st.sampled_from(
    [*"#*_`[]()!<>|-+~^:&\\ \na", "\n\n", "1. ", "[^1]", "[^1]: ", "---", "```", "Word "]
)


def sound(read: Reader, data: bytes, options: ReadOptions = DEFAULTS) -> Document | None:
    try:
        document = read("report", data, options)
    except ReadError as error:
        said = str(error)
    else:
        check(document)
        return document
    assert "\n" not in said
    return None


def check(document: Document) -> None:
    assert document.text.strip()
    for hint in document.hints:
        assert 0 <= hint.span.start < hint.span.end <= len(document.text)
        assert hint.span.of(document.text).strip()
    structure(document)


@pytest.mark.needs("docx", "epub")
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    for read in (read_markdown, read_docx, read_epub):
        sound(read, data)
        sound(read, b"PK\x03\x04" + data)


@pytest.mark.needs("docx", "epub")
@given(st.data())
def test_damaged_archives(data: st.DataObject) -> None:
    read, whole = data.draw(st.sampled_from([(read_docx, WORD), (read_epub, BOOK)]))
    damaged = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for at in data.draw(st.lists(st.integers(0, max(0, len(damaged) - 1)), max_size=8)):
        if damaged:
            damaged[at] = data.draw(st.integers(0, 255))
    sound(read, bytes(damaged))


@pytest.mark.needs("docx", "epub")
@given(st.data())
def test_damaged_parts(data: st.DataObject) -> None:
    """The archive is sound, one of its parts is not."""
    read, whole = data.draw(st.sampled_from([(read_docx, WORD), (read_epub, BOOK)]))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = data.draw(st.sampled_from(sorted(members)))
    part = members[name]
    start = data.draw(st.integers(0, len(part)))
    end = data.draw(st.integers(start, len(part)))
    members[name] = part[:start] + data.draw(st.binary(max_size=6)) + part[end:]
    changes = data.draw(st.sampled_from(["accepted", "refused"]))
    sound(read, zipped(members), ReadOptions(tracked_changes=changes))


@example("[^1]: * [^1]: ")  # a note that opens a list it then leaves
@given(st.lists(MARKS, max_size=60).map("".join))
def test_any_markdown(text: str) -> None:
    sound(read_markdown, text.encode())


@given(st.text(max_size=80))
def test_words_of_markdown_stay(text: str) -> None:
    """What has no marks of Markdown in it is read as it is."""
    plain = "".join(c for c in text if c.isalpha() or c == " ").strip()
    if plain:
        document = sound(read_markdown, f"{plain}\n".encode("utf-8", "ignore"))
        expected = " ".join(plain.encode("utf-8", "ignore").decode().split())
        assert document is not None
        assert document.text == expected
