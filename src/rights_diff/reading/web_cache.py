"""Downloads kept on disk: one file of bytes and one of facts for each address."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from rights_diff.errors import ReadError

_FACTS_LIMIT = 100_000  # bytes; the facts of a download have a few hundred
_FACTS = ("url", "media_type", "retrieved")


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """What a site gave for an address.

    Attributes:
        url: where the page was found in the end.
        media_type: as the site calls it, without parameters, or "".
        retrieved: the day of the download, ISO 8601.
        from_cache: whether it is the copy that an earlier visit left.
    """

    data: bytes
    url: str
    media_type: str
    retrieved: str
    from_cache: bool = False


def cache_folder() -> Path:
    """The user's cache folder, by the custom of the system.

    Raises:
        ReadError: the system knows no home of this user, as in some containers.
    """
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or _home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = _home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or _home() / ".cache"
    return Path(base) / "rights_diff"


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError as error:
        message = "there is no home folder to keep pages in: name one, rd.ReadOptions(cache=…)"
        raise ReadError(message) from error


def kept(folder: Path, url: str, max_bytes: int) -> Download | None:
    """The download kept for an address, or None (also where a file was damaged)."""
    body, facts = _paths(folder, url)
    try:
        if body.stat().st_size > max_bytes or facts.stat().st_size > _FACTS_LIMIT:
            return None
        data, told = body.read_bytes(), json.loads(facts.read_text(encoding="utf-8"))
        sound = told["asked"] == url and told["sha256"] == hashlib.sha256(data).hexdigest()
        fields = {key: str(told[key]) for key in _FACTS}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return Download(data=data, **fields, from_cache=True) if sound else None


def keep(folder: Path, url: str, download: Download) -> None:
    """Keep a download; a disk that is full or read-only only costs the next download."""
    body, facts = _paths(folder, url)
    told = {key: getattr(download, key) for key in _FACTS}
    told |= {"asked": url, "sha256": hashlib.sha256(download.data).hexdigest()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(body, download.data)
        _write(facts, json.dumps(told, sort_keys=True).encode())
    except OSError:
        return


def _paths(folder: Path, url: str) -> tuple[Path, Path]:
    key = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()
    return folder / f"{key}.bin", folder / f"{key}.json"


def _write(path: Path, data: bytes) -> None:
    """Write whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
