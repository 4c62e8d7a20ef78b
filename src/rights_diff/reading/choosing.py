"""Which reader takes a file: one that is shipped, or that of a plug-in."""

from __future__ import annotations

from rights_diff.protocols import Reader
from rights_diff.reading.formats import shipped_reader, suffixes_read
from rights_diff.reading.sniffing import suffix_of

__all__ = ["is_brought", "reader_for"]


def reader_for(name: str, data: bytes, declared: str = "") -> Reader:
    """The function that reads this source.

    A suffix that is none of this library's may be that of a plug-in, which then reads the file
    whatever its bytes are.

    Args:
        name: the file, or the address it came from.
        declared: the media type that a site gave it; counts for more than the name.
    Raises:
        UnsupportedFormat: no reader understands it, or its extra is not installed.
        PluginError: two plug-ins claim the suffix, or the one cannot be loaded.
    """
    return _plugin_reader(name) or shipped_reader(name, data, declared)


def is_brought(name: str) -> bool:
    """Whether a package brings a reader for a file's suffix, which is none that is read here."""
    suffix = suffix_of(name).removeprefix(".").lower()
    if not suffix or suffix in suffixes_read():
        return False
    from rights_diff.plugins.finding import installed

    return any(plugin.name == suffix for plugin in installed("reader"))


def _plugin_reader(name: str) -> Reader | None:
    if not is_brought(name):
        return None
    from rights_diff.plugins.checking import CheckedReader, given

    return CheckedReader(given("reader", suffix_of(name)))
