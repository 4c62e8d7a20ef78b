"""Fetch one page that the user named: within limits, with the site's leave, kept on disk.

Only http and https; never the own machine or network unless asked; each redirect is checked like
the first address, and the connection goes to the very machine that was checked. robots.txt is
heeded (RFC 9309). Nothing else in this library touches the network.
"""

from __future__ import annotations

import importlib.util
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from rights_diff.errors import ReadError, TooLarge, UnsupportedFormat
from rights_diff.reading.options import ReadOptions
from rights_diff.reading.web_address import Address, machines_of, parse_address
from rights_diff.reading.web_cache import Download, cache_folder, keep, kept

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool, Timeout

_PACKAGES = ("urllib3", "protego")
_AGENT = "rights-diff"  # the name that a robots.txt may address
_CHUNK = 65_536
_ROBOTS_BYTES = 512_000  # RFC 9309, 2.5: parsers read at least 500 kibibytes
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = {404: "the site has no such page", 410: "the site has taken the page down"}
_OK, _CLIENT_ERRORS, _SERVER_ERRORS = 200, 400, 500


def fetch(url: str, options: ReadOptions) -> Download:
    """The page at an address, from the cache or from the site.

    Raises:
        ReadError: not to be had, with the reason. TooLarge: over `max_bytes`.
        UnsupportedFormat: the extra `web` is not installed.
    """
    address = parse_address(url)
    folder = Path(options.cache) if options.cache else cache_folder()
    found = None if options.refresh else kept(folder, address.url, options.max_bytes)
    if found:
        return found
    if not all(map(importlib.util.find_spec, _PACKAGES)):
        message = 'is a web address; to read it, install the extra: pip install "rights-diff[web]"'
        raise UnsupportedFormat(message, file=url)
    download = _within(options.timeout, url, lambda: _Visit(options).page(address))
    keep(folder, address.url, download)
    return download


def _within(seconds: float, url: str, work: Callable[[], Download]) -> Download:
    """Do the work, but for no longer: a site may send a byte a minute, a name server none."""
    results: list[Download] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:  # raised again in the caller's thread
            errors.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not results:
        raise ReadError(f"did not arrive within {seconds:g} seconds", file=url)
    return results[0]


class _Visit:
    """One download, with its deadline and the robots.txt files read on the way."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._deadline = time.monotonic() + options.timeout

    def page(self, address: Address) -> Download:
        """Follow the address to its page, asking each site on the way."""
        return self._follow(address, self._options.max_bytes, ask=True)

    def _follow(self, address: Address, max_bytes: int, *, ask: bool) -> Download:
        for _ in range(self._options.max_redirects + 1):
            if ask and not self._may_visit(address):
                raise ReadError("the site asks programs not to read this page", file=address.url)
            response = self._request(address)
            try:
                onward = response.headers.get("location")
                if response.status not in _REDIRECTS or not onward:
                    return self._download(address, response, max_bytes)
                address = parse_address(onward, base=address.url)
            finally:
                response.close()
        message = f"sends its readers on more than {self._options.max_redirects} times"
        raise ReadError(message, file=address.url)

    def _may_visit(self, address: Address) -> bool:
        """Whether the site's robots.txt allows the page (missing: yes; out of order: no)."""
        from protego import Protego

        if address.target == "/robots.txt":
            return True
        place = parse_address(address.origin + "/robots.txt")
        try:
            rules = self._follow(place, _ROBOTS_BYTES, ask=False).data
        except _Refused as error:
            if error.status < _SERVER_ERRORS:
                return True
            raise ReadError("the site's robots.txt cannot be read", file=address.url) from error
        robots = Protego.parse(rules.decode("utf-8", "replace"))
        return robots.can_fetch(address.url, _AGENT)

    def _request(self, address: Address) -> BaseHTTPResponse:
        """One request, to the first of the host's machines that answers."""
        import urllib3

        trouble: Exception | None = None
        for machine in machines_of(address, allow_private=self._options.allow_private):
            seconds = max(0.01, self._deadline - time.monotonic())
            timeout = urllib3.Timeout(total=seconds)
            pool = _pool(address, machine, timeout)
            try:
                return pool.urlopen(
                    "GET",
                    address.target,
                    headers={
                        "Host": address.host_header,
                        "User-Agent": _AGENT,
                        "Accept-Encoding": "gzip, deflate",
                    },
                    redirect=False,
                    retries=False,
                    assert_same_host=False,
                    preload_content=False,
                )
            except (urllib3.exceptions.HTTPError, OSError) as error:
                trouble = error
        reason = _plain(trouble)
        raise ReadError(f"the site cannot be reached ({reason})", file=address.url) from trouble

    def _download(self, address: Address, response: BaseHTTPResponse, max_bytes: int) -> Download:
        if response.status != _OK:
            raise _Refused(response.status, address.url)
        return Download(
            data=self._body(address, response, max_bytes),
            url=address.url,
            media_type=response.headers.get("content-type", "").partition(";")[0].strip().lower(),
            retrieved=datetime.now(UTC).date().isoformat(),
        )

    def _body(self, address: Address, response: BaseHTTPResponse, max_bytes: int) -> bytes:
        """The unpacked body; the length that the site states is not believed."""
        from urllib3.exceptions import HTTPError

        data = bytearray()
        try:
            for chunk in response.stream(_CHUNK, decode_content=True):
                data += chunk
                if len(data) > max_bytes:
                    message = f"is larger than the limit of {max_bytes:,} bytes"
                    raise TooLarge(message, file=address.url)
        except (HTTPError, OSError) as error:
            message = f"broke off while it was read ({_plain(error)})"
            raise ReadError(message, file=address.url) from error
        return bytes(data)


class _Refused(ReadError):
    """The site answered, but not with a page."""

    def __init__(self, status: int, url: str | None) -> None:
        self.status = status
        kind = "refuses to give the page" if status < _SERVER_ERRORS else "is out of order"
        what = _GONE.get(status, f"the site {kind}" if status >= _CLIENT_ERRORS else "no page")
        super().__init__(f"{what} (status {status})", file=url)

    def __reduce__(self) -> tuple[type[_Refused], tuple[int, str | None]]:
        """A copy is made of what this one was, not of its message: it may cross processes."""
        return type(self), (self.status, self.file)


def _plain(error: Exception | None) -> str:
    """The kind of trouble in words, without addresses of objects."""
    return type(error).__name__.removesuffix("Error") if error else "it has no machine"


def _pool(address: Address, machine: str, timeout: Timeout) -> HTTPConnectionPool:
    """A connection to that machine; certificates are checked against the host's name."""
    from urllib3 import HTTPConnectionPool, HTTPSConnectionPool

    if address.scheme == "http":
        return HTTPConnectionPool(machine, address.port, timeout=timeout)
    return HTTPSConnectionPool(
        machine,
        address.port,
        timeout=timeout,
        server_hostname=address.host,
        assert_hostname=address.host,
    )
