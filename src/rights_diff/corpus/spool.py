"""The changes of all pairs, put down in temporary files and read again as often as needed."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import fields
from operator import attrgetter
from types import TracebackType
from typing import Any

from rights_diff.model.template_edits import EditCandidate, EditKind

__all__ = ["Spool", "Spooled"]

_FIELDS = tuple(field.name for field in fields(EditCandidate))
_values = attrgetter(*_FIELDS)


class Spooled:
    """The changes of one pair: what names them, and all else when it is asked for."""

    def __init__(self, pair: str, editions: int, names: list[tuple[EditKind, str]], rest: Any):
        self.pair = pair
        self.editions = editions
        self.names = names
        self._rest = rest

    def candidate(self, number: int) -> EditCandidate:
        """One of the changes."""
        return EditCandidate(**dict(zip(_FIELDS, self._rest[number], strict=True)))

    def rows(self) -> list[str]:
        """The row of each change."""
        return [values[0] for values in self._rest]


class Spool:
    """Files of its own, without a name where the system can do so; they go when it is left.

    What names a change is kept apart: it is read several times, all else once.
    """

    def __init__(self) -> None:
        self._names = tempfile.TemporaryFile()  # noqa: SIM115 - see __exit__
        self._rest = tempfile.TemporaryFile()  # noqa: SIM115
        self._pairs = 0

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._names.close()
        self._rest.close()

    def put(self, pair: str, editions: int, changes: Sequence[EditCandidate]) -> None:
        """The changes of one more pair; not while they are being read."""
        names = [(change.kind, change.key) for change in changes]
        pickle.dump((pair, editions, names), self._names, pickle.HIGHEST_PROTOCOL)
        pickle.dump(list(map(_values, changes)), self._rest, pickle.HIGHEST_PROTOCOL)
        self._pairs += 1

    def names(self) -> Iterator[tuple[int, EditKind, str]]:
        """Editions, kind and key of every change, in the order they were put in."""
        self._names.seek(0)
        for _ in range(self._pairs):
            # nobody else can have written these files
            _, editions, names = pickle.load(self._names)  # noqa: S301
            yield from ((editions, kind, key) for kind, key in names)

    def __iter__(self) -> Iterator[Spooled]:
        """Pair after pair."""
        self._names.seek(0)
        self._rest.seek(0)
        for _ in range(self._pairs):
            pair, editions, names = pickle.load(self._names)  # noqa: S301
            yield Spooled(pair, editions, names, pickle.load(self._rest))  # noqa: S301
