"""Manifests: who is believed, and one clear line for what cannot be meant."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.errors import ReadError
from rights_diff.reading.manifest import ManifestRow, read_manifest

P1 = "The courts stayed shut for most of the year, and judges were not replaced."

ROW = ManifestRow(
    file="a.txt",
    organization="Harbour Watch",
    country="Tuvalu",
    edition="2014",
    published_year=2014,
    covered_years=(2012, 2013),
)


def written(tmp_path: Path, name: str, text: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "m.csv",
            "file,organization,country,edition,published_year,covered_years\n"
            'a.txt,Harbour Watch,Tuvalu,2014,2014,"2012, 2013"\n',
        ),
        (
            "m.csv",
            "Notes;Covered Year;published year;Edition;COUNTRY;organisation;Path\r\n\r\n"
            "mine;2012-13;2014;2014;Tuvalu; Harbour  Watch ;a.txt\r\n",
        ),
        (
            "m.tsv",
            "\ufefffile\torganization\tcountry\tedition\tpublished_year\tcovered_years\n"
            "a.txt\tHarbour Watch\tTuvalu\t2014\t2014\t2012–2013",
        ),
        (
            "m.json",
            json.dumps(
                [
                    {
                        "file": "a.txt",
                        "organization": "Harbour Watch",
                        "country": "Tuvalu",
                        "edition": 2014,
                        "published_year": 2014,
                        "covered_years": [2012, 2013],
                        "pages": [1, 2],
                    }
                ]
            ),
        ),
        (
            "m.json",
            '{"reports": [{"url": "a.txt", "organization": "Harbour Watch", "country": "Tuvalu", '
            '"edition": "2014", "published_year": "2014", "covered_years": "2012/13"}]}',
        ),
    ],
)
def test_forms(tmp_path: Path, name: str, text: str) -> None:
    assert read_manifest(written(tmp_path, name, text)).rows == (ROW,)


def test_precedence(tmp_path: Path) -> None:
    report = written(tmp_path, "hrw-2019-cuba.txt", f"Tuvalu 2014\n\nNets\n\n{P1}\n")
    manifest = written(
        tmp_path, "m.csv", f"file,organization,country,edition\n{report.name},Harbour Watch,Fiji,\n"
    )
    plain = rd.load(report).metadata
    assert (plain.country, plain.organization) == ("Tuvalu", "Human Rights Watch")
    told = rd.load(report, manifest=manifest).metadata
    assert (told.country, told.organization) == ("Fiji", "Harbour Watch")
    assert dict(told.evidence)["country"] == "manifest"
    assert told.covered_years == plain.covered_years
    argued = rd.load(report, manifest=read_manifest(manifest), country="Samoa").metadata
    assert (argued.country, argued.organization) == ("Samoa", "Harbour Watch")
    assert dict(argued.evidence)["country"] == "argument"


def test_front_matter_is_below_the_manifest(tmp_path: Path) -> None:
    text = f"---\ncountry: Fiji\norganization: Harbour Watch\ncovered_years: 2013\n---\n\n{P1}\n"
    report = written(tmp_path, "a.md", text)
    manifest = written(tmp_path, "m.csv", "file,country\na.md,Samoa\n")
    metadata = rd.load(report, manifest=manifest).metadata
    assert (metadata.country, metadata.organization) == ("Samoa", "Harbour Watch")
    assert metadata.covered_years == (2013,)
    assert dict(metadata.evidence) == {
        "country": "manifest",
        "organization": "front matter",
        "covered_years": "front matter",
    }


def test_a_file_that_is_not_named(tmp_path: Path) -> None:
    report = written(tmp_path, "b.txt", P1)
    manifest = written(tmp_path, "m.csv", "file\na.txt\n")
    assert "does not name it" in rd.load(report, manifest=manifest).warnings[0]


def test_files_are_named_from_the_manifest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    manifest = read_manifest(written(tmp_path, "m.csv", "file\nin/a.txt\nhttps://example.org/b\n"))
    monkeypatch.chdir(tmp_path / "in")
    assert manifest.row_for("a.txt") == manifest.rows[0]
    assert manifest.row_for(tmp_path / "in" / ".." / "in" / "a.txt") == manifest.rows[0]
    assert manifest.row_for("https://example.org/b") == manifest.rows[1]
    assert manifest.row_for("b") is None


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("m.csv", "country\nFiji\n", "no column called file"),
        ("m.csv", "file,contry\na.txt,Fiji\n", "'contry': country is meant"),
        ("m.csv", "file,path\na,b\n", "two columns for file"),
        ("m.csv", "file,country\na.txt,Fiji,2014\n", "line 2 has more cells"),
        ("m.csv", "file,country\n\n,Fiji\n", "line 3 names no file"),
        ("m.csv", "file,published_year\na,20l4\n", "line 2: published_year is '20l4'"),
        ("m.csv", "file,published_year\na,2013-14\n", "one year"),
        ("m.csv", "file,covered_years\na,last year\n", "names no year"),
        ("m.csv", "file\na.txt\n./a.txt\n", "twice"),
        ("m.csv", 'file\n"a.txt\n', "line 2"),
        ("m.csv", " \n\n", "empty manifest"),
        ("m.csv", b"file\n\0", "no manifest"),
        ("m.json", "{", "no sound JSON"),
        ("m.json", "[" * 100_000, "JSON"),
        ("m.json", '{"a": 1}', "a list of reports"),
        ("m.json", "[1]", "report 1"),
        ("m.json", '[{"file": ["a"]}]', "file is no text"),
        ("m.json", '[{"file": "a\\u0000"}]', "NUL"),
        ("m.json", '[{"file": "a\\ud800"}]', "file holds half a character"),
        ("m.json", '[{"file": "a", "covered_years": [true]}]', "no text"),
    ],
)
def test_bad_manifests(tmp_path: Path, name: str, text: str | bytes, says: str) -> None:
    path = written(tmp_path, name, text)
    with pytest.raises(ReadError) as caught:
        read_manifest(path)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert says in message
    assert "\n" not in message


def test_missing_manifest(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        rd.load(written(tmp_path, "a.txt", P1), manifest=tmp_path / "none.csv")


def test_each_place_is_looked_up_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    manifest = tmp_path / "manifest.csv"
    manifest.write_text("file,country\n" + "".join(f"r{n}.txt,Cuba\n" for n in range(300)))
    table = read_manifest(manifest)
    asked: list[str] = []
    real = os.path.realpath

    def counted(path: str) -> str:
        asked.append(path)
        return real(path)

    monkeypatch.setattr(os.path, "realpath", counted)
    rows = [table.row_for(tmp_path / f"r{n}.txt") for n in range(300)]
    assert all(rows)
    assert len(asked) == 300
