"""Fetch the bytes of a file, or say in one line why that cannot be done."""

from __future__ import annotations

from pathlib import Path

from rights_diff.errors import Empty, ReadError, TooLarge


def load_bytes(name: str, max_bytes: int) -> bytes:
    """The bytes of the file.

    Raises:
        ReadError: missing, a folder, or unreadable. TooLarge, Empty: what they say.
    """
    if "\0" in name:
        raise ReadError(
            "not a file name (it holds a NUL character)", file=name.replace("\0", "\\0")
        )
    path = Path(name)
    try:
        if path.is_dir():
            raise ReadError("is a folder, not a report", file=name)
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise ReadError("no such file", file=name) from error
    except PermissionError as error:
        raise ReadError("may not be read (permission denied)", file=name) from error
    except OSError as error:
        raise ReadError(f"cannot be read ({error.strerror or error})", file=name) from error
    except UnicodeEncodeError as error:  # half a character, as JSON can write it
        shown = ascii(name)[1:-1]
        raise ReadError("not a file name (it cannot be encoded)", file=shown) from error
    return within_size(name, data, max_bytes)


def within_size(name: str, data: bytes, max_bytes: int) -> bytes:
    """The bytes themselves.

    Raises:
        TooLarge: more than `max_bytes`. Empty: none.
    """
    if len(data) > max_bytes:
        raise TooLarge(f"is larger than the limit of {max_bytes:,} bytes", file=name)
    if not data:
        raise Empty("is empty", file=name)
    return data
