"""Pages from addresses, tested against a server on loopback and nothing else."""

from __future__ import annotations

import gzip
import importlib.util
import json
import pickle
import ssl
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import trustme

import rights_diff as rd
from rights_diff.errors import Empty, ReadError, TooLarge, UnsupportedFormat
from rights_diff.reading import read
from rights_diff.reading.options import ReadOptions
from rights_diff.reading.web import _Refused
from rights_diff.reading.web_address import is_public, parse_address
from rights_diff.reading.web_cache import cache_folder
from rights_diff.rendering.view import comparison_view

P1 = "The courts stayed shut for most of the year, and judges were not replaced."
PAGE = f"Tuvalu 2014\n\nNets\n\n{P1}\n".encode()


class Site(BaseHTTPRequestHandler):
    """A site with a page for every trouble; `asked` are the paths it was asked for."""

    asked: list[str]
    robots: tuple[int, bytes]

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.asked.append(self.path)
        name = self.path.partition("?")[0].strip("/").replace(".", "_") or "root"
        getattr(self, f"page_{name}", self.page_missing)()

    def give(self, status: int = 200, body: bytes = PAGE, **headers: str) -> None:
        self.send_response(status)
        given = {"Content_Type": "text/plain; charset=utf-8", "Content_Length": str(len(body))}
        for key, value in (given | headers).items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page_robots_txt(self) -> None:
        self.give(*self.robots)

    def page_report(self) -> None:
        self.give()

    def page_zipped(self) -> None:
        self.give(body=gzip.compress(PAGE), Content_Encoding="gzip")

    def page_bomb(self) -> None:
        self.give(body=gzip.compress(bytes(3_000_000)), Content_Encoding="gzip")

    def page_markdown(self) -> None:
        self.give(body=b"# Tuvalu *2014*\n\nText.", Content_Type="text/markdown")

    def page_moved(self) -> None:
        self.give(301, b"", Location="/report")

    def page_loop(self) -> None:
        self.give(302, b"", Location="/loop")

    def page_away(self) -> None:
        self.give(302, b"", Location="file:///etc/passwd")

    def page_private(self) -> None:
        self.give(302, b"", Location="/robots.txt/../private/x")

    def page_missing(self) -> None:
        self.give(404, b"gone")

    def page_forbidden(self) -> None:
        self.give(403, b"no")

    def page_broken(self) -> None:
        self.give(500, b"oh")

    def page_empty(self) -> None:
        self.give(body=b"")

    def page_torn(self) -> None:
        self.give(body=PAGE, Content_Length="5000")

    def page_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"a")
            time.sleep(0.05)


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass  # clients that hang up are part of the tests


class Running:
    """The site's address, what it was asked for, and its robots.txt."""

    def __init__(self, server: Server, scheme: str = "http") -> None:
        self.handler = type("Handler", (Site,), {"asked": [], "robots": (404, b"")})
        server.RequestHandlerClass = self.handler
        self.address = f"{scheme}://127.0.0.1:{server.server_port}"

    @property
    def asked(self) -> list[str]:
        return list(self.handler.asked)


@pytest.fixture
def site() -> Iterator[Running]:
    server = Server(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield Running(server)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def options(tmp_path: Path) -> ReadOptions:
    return ReadOptions(allow_private=True, cache=str(tmp_path / "cache"), timeout=5)


@pytest.mark.needs("web")
def test_a_page_is_read_once(site: Running, options: ReadOptions) -> None:
    url = f"{site.address}/report"
    report = rd.load(url, options=options)
    assert report.metadata.source.url == url
    assert report.metadata.source.path is None
    assert report.metadata.country == "Tuvalu"
    assert site.asked == ["/robots.txt", "/report"]
    again = rd.load(url, options=options)
    assert again.text == report.text
    assert again.metadata == report.metadata
    assert len(site.asked) == 2
    fresh = ReadOptions(allow_private=True, cache=options.cache, refresh=True)
    assert rd.load(url, options=fresh) == report
    assert len(site.asked) == 4


@pytest.mark.needs("web")
def test_a_copy_says_that_it_is_one_and_of_which_day(site: Running, options: ReadOptions) -> None:
    url = f"{site.address}/report"
    first = rd.load(url, options=options)
    assert not any("copy" in told for told in first.warnings)
    (facts,) = Path(options.cache or "").glob("*.json")
    told = json.loads(facts.read_text("utf-8")) | {"retrieved": "2019-03-04"}
    facts.write_text(json.dumps(told), encoding="utf-8")
    wanted = f"{url}: read from the copy of 2019-03-04 (ReadOptions(refresh=True) fetches it anew)"
    again = rd.load(url, options=options)
    assert again.warnings == (*first.warnings, wanted)
    assert wanted in comparison_view(rd.compare(first, again)).warnings
    assert rd.load(url, options=replace(options, refresh=True)) == first


def test_a_refusal_may_cross_processes() -> None:
    refused = _Refused(404, "https://example.org/a")
    copy = pickle.loads(pickle.dumps(refused))  # noqa: S301 - our own
    assert (str(copy), copy.status, copy.file) == (str(refused), 404, "https://example.org/a")


@pytest.mark.needs("web")
def test_a_damaged_cache_is_not_believed(site: Running, options: ReadOptions) -> None:
    url = f"{site.address}/report"
    read(url, options=options)
    for path in Path(options.cache or "").glob("*.bin"):
        path.write_bytes(b"forged")
    assert read(url, options=options).text == PAGE.decode()
    assert len(site.asked) == 4


@pytest.mark.needs("web")
def test_an_unwritable_cache_is_no_trouble(site: Running, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    options = ReadOptions(allow_private=True, cache=str(tmp_path / "file" / "cache"))
    assert read(f"{site.address}/report", options=options).text == PAGE.decode()


@pytest.mark.needs("web")
def test_redirects_packing_and_types(site: Running, options: ReadOptions) -> None:
    moved = read(f"{site.address}/moved", options=options)
    assert moved.source.url == f"{site.address}/report"
    assert read(f"{site.address}/zipped", options=options).text == PAGE.decode()
    assert read(f"{site.address}/markdown", options=options).text == "Tuvalu 2014\n\nText."
    assert moved.told["retrieved"][:2] == "20"


@pytest.mark.needs("web")
@pytest.mark.parametrize(
    ("path", "error", "says"),
    [
        ("loop", ReadError, "more than 5 times"),
        ("away", ReadError, "only http and https"),
        ("nothing", ReadError, "no such page (status 404)"),
        ("forbidden", ReadError, "refuses to give the page (status 403)"),
        ("broken", ReadError, "out of order (status 500)"),
        ("empty", Empty, "empty"),
        ("torn", ReadError, "broke off"),
    ],
)
def test_troubles_of_a_site(
    site: Running, options: ReadOptions, path: str, error: type[ReadError], says: str
) -> None:
    with pytest.raises(error) as caught:
        read(f"{site.address}/{path}", options=options)
    assert says in str(caught.value)


@pytest.mark.needs("web")
def test_limits(site: Running, tmp_path: Path) -> None:
    cache = str(tmp_path)
    small = ReadOptions(allow_private=True, cache=cache, max_bytes=50)
    with pytest.raises(TooLarge, match="50 bytes"):
        read(f"{site.address}/report", options=small)
    packed = ReadOptions(allow_private=True, cache=cache, max_bytes=1_000_000)
    with pytest.raises(TooLarge, match="1,000,000 bytes"):
        read(f"{site.address}/bomb", options=packed)
    hasty = ReadOptions(allow_private=True, cache=cache, timeout=0.3)
    started = time.monotonic()
    with pytest.raises(ReadError, match=r"within 0\.3 seconds"):
        read(f"{site.address}/slow", options=hasty)
    assert time.monotonic() - started < 2


@pytest.mark.needs("web")
@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        ((200, b"User-agent: *\nDisallow: /report"), "report", False),
        ((200, b"User-agent: *\nDisallow: /*port$"), "report", False),
        ((200, b"User-agent: *\nDisallow: /report"), "moved", False),
        ((200, b"User-agent: other\nDisallow: /"), "report", True),
        ((200, b"User-agent: *\nDisallow: /\n\nUser-agent: rights-diff\nAllow: /"), "report", True),
        ((200, b"\xff\xfe\0 no robots"), "report", True),
        ((403, b""), "report", True),
        ((503, b""), "report", False),
    ],
)
def test_robots_are_heeded(
    site: Running, options: ReadOptions, robots: tuple[int, bytes], path: str, allowed: bool
) -> None:
    site.handler.robots = robots
    if allowed:
        assert read(f"{site.address}/{path}", options=options).text == PAGE.decode()
        return
    with pytest.raises(ReadError, match=r"robots|asks programs not"):
        read(f"{site.address}/{path}", options=options)
    assert "/report" not in site.asked


@pytest.mark.needs("web")
def test_the_own_machine_is_refused(site: Running, tmp_path: Path) -> None:
    port = site.address.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"):
        with pytest.raises(ReadError, match=r"refused|cannot be found"):
            read(f"http://{host}:{port}/report", options=ReadOptions(cache=str(tmp_path)))
    assert site.asked == []


@pytest.mark.parametrize(
    ("machine", "public"),
    [
        ("93.184.215.14", True),
        ("2606:4700::1", True),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_public_machines(machine: str, public: bool) -> None:
    assert is_public(machine) is public


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("http:///a", "without a host"),
        ("http://a:b@example.org/", "password"),
        ("http://example.org:99999/", "no sound"),
        ("http://[::1/", "no sound"),
        ("http://" + "a" * 70 + ".org/", "no sound"),
    ],
)
def test_addresses_that_are_not_read(url: str, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        read(url)
    assert "a:b" not in str(caught.value)


def test_addresses_are_encoded() -> None:
    address = parse_address("HTTPS://Bücher.example/Land é?q=a b#part")
    assert address.url == "https://xn--bcher-kva.example/Land%20%C3%A9?q=a%20b"
    assert parse_address("../x", base="http://[::1]:8080/a/b/").url == "http://[::1]:8080/a/x"


@pytest.mark.needs("web")
def test_certificates_are_checked(
    tmp_path: Path, options: ReadOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    server = Server(("127.0.0.1", 0), Site)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        running = Running(server, "https")
        url = running.address.replace("127.0.0.1", "localhost") + "/report"
        with pytest.raises(ReadError, match="cannot be reached"):
            read(url, options=options)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        assert read(url, options=options).text == PAGE.decode()
        with pytest.raises(ReadError, match="cannot be reached"):
            read(f"{running.address}/report", options=options)  # the certificate names another
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_the_extra_is_named(options: ReadOptions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UnsupportedFormat) as caught:
        read("http://127.0.0.1:9/", options=options)
    assert 'pip install "rights-diff[web]"' in str(caught.value)


def test_without_a_home_the_cache_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(rd.ReadError, match="ReadOptions"):
        cache_folder()


def test_the_users_cache_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache_folder() == Path("/somewhere/rights_diff")
