"""Reading: encodings, and one clear line for everything that cannot be read."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from rights_diff.errors import Empty, ReadError, TooLarge, UnsupportedFormat
from rights_diff.reading import read, read_text

TEXT = "Tuvalu\r\n\r\nThe café “Motu” was shut – for a year.\n"
PDF = pytest.mark.needs("pdf")


@pytest.mark.parametrize(
    ("encoding", "mark", "told", "guessed"),
    [
        ("utf-8", b"", "utf-8", False),
        ("utf-8", b"\xef\xbb\xbf", "utf-8", False),
        ("utf-16-le", b"\xff\xfe", "utf-16", False),
        ("utf-16-be", b"\xfe\xff", "utf-16", False),
        ("utf-16-le", b"", "utf-16-le", True),
        ("utf-16-be", b"", "utf-16-be", True),
        ("windows-1252", b"", "windows-1252", True),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, mark: bytes, told: str, guessed: bool) -> None:
    path = tmp_path / "report.txt"
    data = mark + TEXT.encode(encoding)
    path.write_bytes(data)
    document = read(path)
    assert document.text == TEXT
    assert (document.source.encoding, document.source.encoding_guessed) == (told, guessed)
    assert bool(document.warnings) is guessed
    assert document.source.sha256 == hashlib.sha256(data).hexdigest()
    assert document.source.path == str(path)
    assert document.hints == ()


def test_utf8_text_is_the_decoded_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    data = "\tA\u2028b\x0c c\r\n\ufeffd ".encode()
    path.write_bytes(data)
    assert read(str(path)).text == data.decode("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "error", "says"),
    [
        ("a.txt", b"", Empty, "is empty"),
        ("a.txt", b" \n\t\r\n\xc2\xa0", Empty, "white space"),
        ("a.txt", b"\xef\xbb\xbf", Empty, "white space"),
        ("a.txt", b"text with a \x00 in it and no other", ReadError, "NUL"),
        ("a.txt", b"abc\x00", ReadError, "NUL"),
        ("a.txt", bytes(range(1, 32)) * 3 + b"abc", ReadError, "control characters"),
        ("a.txt", b"\x89PNG\r\n\x1a\n....", UnsupportedFormat, "an image"),
        pytest.param("a.txt", b"%PDF-1.4 ...", ReadError, "damaged or truncated PDF", marks=PDF),
        ("a.txt", b"text \x81\x8d\x8f not in any of them", ReadError, "cannot be decoded"),
        ("a.xyz", b"Some text.", UnsupportedFormat, ".xyz"),
        ("a.mhtml", b"Some text.", ReadError, "web archive without a page"),
        ("a.docx", b"PK\x03\x04", ReadError, "truncated"),
        pytest.param("a.pdf", b"Some text.", ReadError, "damaged or truncated PDF", marks=PDF),
    ],
)
def test_what_cannot_be_read(
    tmp_path: Path, name: str, data: bytes, error: type[ReadError], says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        read(path)
    message = str(caught.value)
    assert says in message
    assert message.startswith(str(path))
    assert "\n" not in message
    assert caught.value.file == str(path)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "nowhere.txt")
    with pytest.raises(ReadError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(ReadError, match="NUL"):
        read("a\0b.txt")
    with pytest.raises(ReadError, match="not a file name"):
        read("a\ud800.txt")


def test_unreadable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Some text.")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match="permission denied"):
        read(path)


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 101)
    with pytest.raises(TooLarge, match="100 bytes"):
        read(path, max_bytes=100)
    assert read(path, max_bytes=101).text == "a" * 101


def test_names_without_a_format_are_text(tmp_path: Path) -> None:
    for name in ("report", "tuvalu.2012", "notes.TXT", "page.md"):
        path = tmp_path / name
        path.write_text("Some text.")
        assert read(path).text == "Some text."


def test_text_in_memory() -> None:
    document = read_text(TEXT, name="amnesty-2012-tuvalu.txt")
    assert document.text == TEXT
    assert document.source.path == "amnesty-2012-tuvalu.txt"
    assert document.source.encoding is None
    assert read_text("lone \ud800 surrogate").text == "lone \ud800 surrogate"
    with pytest.raises(Empty):
        read_text(" \n")
    with pytest.raises(ReadError):
        read_text("a\0b")
