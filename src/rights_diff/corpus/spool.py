"""The changes of all pairs, put down in a temporary file and read again as often as needed."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Any

from rights_diff.model import Facet, Status
from rights_diff.model.corpus import EditCandidate, EditKind

__all__ = ["Spool"]


class Spool:
    """A file of its own that goes when it is left; a line a pair."""

    def __init__(self) -> None:
        # ASCII: whatever characters a report has, JSON escapes them
        self._file = tempfile.TemporaryFile("w+", encoding="ascii")  # noqa: SIM115 - see __exit__

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def put(self, pair: str, editions: int, changes: Sequence[EditCandidate]) -> None:
        """The changes of one more pair."""
        told = [asdict(change) for change in changes]
        self._file.write(json.dumps((pair, editions, told)) + "\n")

    def __iter__(self) -> Iterator[tuple[str, int, list[EditCandidate]]]:
        """Pairs in the order they were put in."""
        self._file.seek(0)
        for line in self._file:
            pair, editions, told = json.loads(line)
            yield pair, editions, list(map(_candidate, told))
        self._file.seek(0, 2)


def _candidate(told: dict[str, Any]) -> EditCandidate:
    status = told["status"]
    return EditCandidate(
        **{
            **told,
            "kind": EditKind(told["kind"]),
            "status": Status(status) if status else None,
            "facets": tuple(map(Facet, told["facets"])),
            "topics": tuple(told["topics"]),
        }
    )
