"""One pair from files to result. `compare_pair` runs in a worker, on any machine.

A unit is small: names, hashes, and at most the chapters of yearbooks as compressed text. What
comes back is one string of bytes, so that only the process that started the run writes files.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache

from rights_diff.corpus import limits
from rights_diff.corpus.build import build, check_version
from rights_diff.corpus.failing import failure_of
from rights_diff.corpus.packing import pack, to_json
from rights_diff.model import Comparison, Report
from rights_diff.model.corpus import CorpusPair, CorpusReport, Failure, Stage
from rights_diff.reading.claims import Assumed, Claims

__all__ = ["Side", "Unit", "compare_pair"]

# Reports that a process remembers: in a chain of editions the new report of a pair is the old one
# of the next.
_REMEMBERED = 4
_NOTHING_TOLD = Claims()


@dataclass(frozen=True, slots=True)
class Side:
    """One report to read.

    Attributes:
        place: where the file lies; its name, as the user gave it, is the report's.
        sha256: of the file's bytes; `data` these bytes, compressed, where they are sent along.
        row: what a manifest says of it; `volume` what its yearbook tells of all its chapters.
        document: the chapter of a yearbook, as `document_bytes` made it; else None.
        assumed: the organization, where neither file nor manifest names one.
    """

    report: CorpusReport
    place: str
    sha256: str
    data: bytes | None = None
    row: Claims = _NOTHING_TOLD
    volume: Claims = _NOTHING_TOLD
    document: bytes | None = None
    assumed: Assumed | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """One pair to compare.

    Attributes:
        page: whether its page is wanted.
        version: of the program that started the run.
    """

    pair: CorpusPair
    old: Side
    new: Side
    page: bool = True
    version: str = field(default_factory=lambda: build()[0])

    @property
    def key(self) -> str:
        """What the result depends on, as one hash: both texts, all that is told, the version."""
        told = (
            "pair 1",
            build(),
            self.page,
            asdict(self.pair),
            *map(_told, (self.old, self.new)),
        )
        return hashlib.sha256(to_json(told)).hexdigest()


def _told(side: Side) -> tuple[object, ...]:
    chapter = hashlib.sha256(side.document).hexdigest() if side.document else None
    return side.sha256, side.row, side.volume, chapter, side.assumed


def compare_pair(unit: Unit) -> bytes | Failure:
    """The result of a pair, packed (`record`, `tables`, `edits`, `page`); or what failed."""
    from rights_diff.pipeline import compare

    stage = Stage.READ
    try:
        check_version(unit.version)
        with limits.at_most(limits.LONGEST):
            old, new = _read(unit.old), _read(unit.new)
            stage = Stage.COMPARE
            comparison = compare(old, new)
            stage = Stage.WRITE
            return pack(_parts(unit, comparison))
    except Exception as error:  # whatever one report does to us must not stop a run: it is listed
        return failure_of(unit.pair.id, stage, error)


def _parts(unit: Unit, comparison: Comparison) -> dict[str, bytes]:
    from rights_diff.corpus.records import candidates_data, record_data, record_of
    from rights_diff.corpus.signatures import candidates_of
    from rights_diff.corpus.tables import rows_of
    from rights_diff.rendering.html import page_html
    from rights_diff.rendering.view import comparison_view

    view = comparison_view(comparison)
    parts = {
        "record": to_json(record_data(record_of(comparison, view, unit.pair))),
        "edits": to_json(candidates_data(candidates_of(comparison))),
        "tables": to_json(rows_of(comparison, unit.pair)),
    }
    if unit.page:
        parts["page"] = page_html(view).encode("utf-8", "replace")
    return parts


@lru_cache(maxsize=_REMEMBERED)
def _read(side: Side) -> Report:
    from rights_diff.corpus.documents import document_of
    from rights_diff.corpus.probing import read_document
    from rights_diff.pipeline import build_report

    if side.document is not None:
        document = document_of(side.document)
    else:
        document = read_document(side.report.file, side.place, side.sha256, side.data)
    if side.assumed:
        named = f"{side.report.file}: names no organization; {_WHY[side.assumed.by]}"
        told = named.format(organization=side.assumed.organization)
        document = replace(document, warnings=(*document.warnings, told))
    return build_report(document, row=side.row, yearbook=side.volume, assumed=side.assumed)


# Said on the page of a pair: what was not read must not pass for it.
_WHY = {
    "argument_of_the_run": "{organization} was named for the whole run",
    "other_reports": "taken to be by {organization}, as all others of the run are",
}
