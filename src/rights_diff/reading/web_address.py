"""Web addresses: which are read at all, and to which machine they lead."""

from __future__ import annotations

import ipaddress
import re
import socket
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from rights_diff.errors import ReadError

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_PORTS = {"http": 80, "https": 443}
# What may stand in a path or query as it is (RFC 3986); the rest is percent-encoded.
_SAFE = "%/:=&?~+!$,;'@()*[]"


class Address(NamedTuple):
    """A web address in its parts; `host` is in its ASCII form."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def host_header(self) -> str:
        """The host as the request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.host_header}"


def is_url(source: str) -> bool:
    """Whether a source is an address and not a path.

    >>> is_url("https://www.hrw.org/"), is_url("C:/reports/a.txt")
    (True, False)
    """
    return bool(_SCHEME.match(source))


def parse_address(url: str, *, base: str | None = None) -> Address:
    """The parts of an address; with `base`, of a link on that page.

    Raises:
        ReadError: no http or https, no host, a password in it, or no address at all.
    """
    try:
        parts = urlsplit(urljoin(base, url) if base else url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise ReadError("is no sound web address", file=url) from error
    if parts.scheme not in _PORTS:
        raise ReadError("only http and https addresses are read", file=url)
    if not host:
        raise ReadError("is a web address without a host", file=url)
    if parts.username or parts.password:
        raise ReadError("holds a user name or password, which is not sent", file=parts.hostname)
    query = f"?{quote(parts.query, _SAFE)}" if parts.query else ""
    target = (quote(parts.path, _SAFE) or "/") + query
    address = Address("", parts.scheme, host, port or _PORTS[parts.scheme], target)
    return address._replace(url=address.origin + target)


def machines_of(address: Address, *, allow_private: bool) -> list[str]:
    """The IP addresses of the host, all checked; connect to these and not to the name.

    Raises:
        ReadError: the name is unknown, or leads to the own machine or network.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReadError("the site's name cannot be found", file=address.url) from error
    machines = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    if not allow_private and not all(map(is_public, machines)):
        message = "leads to the own machine or network, which is refused (allow_private)"
        raise ReadError(message, file=address.url)
    return machines


def is_public(machine: str) -> bool:
    """Whether an IP address belongs to the public internet, wrapped ones included.

    >>> is_public("8.8.8.8"), is_public("10.0.0.1"), is_public("::ffff:127.0.0.1")
    (True, False, False)
    """
    ip = ipaddress.ip_address(machine.partition("%")[0])
    inner = [ip]
    if isinstance(ip, ipaddress.IPv6Address):
        inner += [i for i in (ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())) if i]
        if ip in _NAT64:
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return all(i.is_global and not i.is_multicast for i in inner)


_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052
