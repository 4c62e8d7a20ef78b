"""Zip archives (Word, EPUB) from people nobody knows: opened within limits, never to disk."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from rights_diff.errors import Encrypted, ReadError, TooLarge

MOST_MEMBERS = 10_000  # an EPUB of a yearbook has a file a country, a Word file a few dozen
_ENCRYPTED = 0x1  # bit of a member's flags, APPNOTE.TXT 4.4.4
# All that zipfile and the decompressors raise on damaged archives.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    MemoryError,
)


class Archive:
    """The members of a zip archive; what is unpacked counts towards one limit."""

    def __init__(self, name: str, data: bytes, max_unpacked: int) -> None:
        """Open the archive.

        Raises:
            ReadError: damaged. TooLarge: too many members. Encrypted: needs a password.
        """
        self.name = name
        self._left = max_unpacked
        self._limit = max_unpacked
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except _DAMAGE as error:
            raise ReadError("is a damaged or truncated zip archive", file=name) from error
        if len(members) > MOST_MEMBERS:
            raise TooLarge(f"holds {len(members):,} files, more than {MOST_MEMBERS:,}", file=name)
        if any(m.flag_bits & _ENCRYPTED for m in members):
            raise Encrypted("is protected by a password", file=name)
        self._members = {m.filename: m for m in members}

    def __contains__(self, member: str) -> bool:
        return member in self._members

    def names(self) -> list[str]:
        """The members' names, in the archive's order."""
        return list(self._members)

    def read(self, member: str) -> bytes:
        """The bytes of a member; the sizes that the archive states are not believed.

        Raises:
            ReadError: missing or damaged. TooLarge: the limit is reached.
        """
        if member not in self._members:
            raise ReadError(f"lacks the part {member}", file=self.name)
        try:
            with self._zip.open(self._members[member]) as stream:
                data = stream.read(self._left + 1)
        except _DAMAGE as error:
            message = f"is damaged (its part {member} cannot be unpacked)"
            raise ReadError(message, file=self.name) from error
        self._left -= len(data)
        if self._left < 0:
            message = f"unpacks to more than the limit of {self._limit:,} bytes"
            raise TooLarge(message, file=self.name)
        return data
