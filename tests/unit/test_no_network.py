"""The network is never touched unless a user passes an address."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff import samples
from rights_diff.cli import main


class NetworkTouched(BaseException):
    """No `except Exception` may hide it."""


@pytest.fixture(autouse=True)
def no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NetworkTouched

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


def test_the_guard_would_notice() -> None:
    with pytest.raises(NetworkTouched):
        socket.create_connection(("192.0.2.1", 80))


WORD = pytest.param("docx", marks=pytest.mark.needs("docx"))


@pytest.mark.parametrize("suffix", ["html", "json", "md", "csv", WORD])
def test_comparing_and_writing_touch_no_network(suffix: str, tmp_path: Path) -> None:
    output = tmp_path / f"report.{suffix}"
    assert main(["compare", samples.OLD, samples.NEW, "-o", str(output)]) == 0
    assert output.stat().st_size > 1000


def test_a_timeline_touches_no_network(tmp_path: Path) -> None:
    assert main(["timeline", *samples.ALL, "-o", str(tmp_path / "timeline.html")]) == 0


def test_links_in_a_report_are_not_followed(tmp_path: Path) -> None:
    page = tmp_path / "tuvalu.html"
    page.write_text(
        '<html><head><link rel="stylesheet" href="http://192.0.2.1/a.css"><base href="http://192.0.2.1/">'
        '<title>Tuvalu 2014</title></head><body><h1>Tuvalu</h1><img src="http://192.0.2.1/a.png">'
        "<p>Courts stayed shut for 12 days.</p></body></html>",
        encoding="utf-8",
    )
    assert rd.load(page).quantities[0].value == 12
