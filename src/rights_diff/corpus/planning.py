"""From the files of a corpus to its plan, and from each pair of the plan to its unit of work."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from os import PathLike
from pathlib import Path
from typing import Any, TypeAlias

from rights_diff.corpus.executing import Crew
from rights_diff.corpus.failing import failure_of
from rights_diff.corpus.finding import NAMED, Found, FoundFile, find_files
from rights_diff.corpus.folder import Kept
from rights_diff.corpus.nameless import assumed_organization
from rights_diff.corpus.packing import read_part
from rights_diff.corpus.pairing import Located, pair_up
from rights_diff.corpus.probing import (
    CHAPTER,
    Probe,
    hash_of_file,
    probe,
    read_told,
    report_of,
    volume_of,
)
from rights_diff.corpus.units import Side, Unit
from rights_diff.errors import ReadError
from rights_diff.model.corpus import CorpusPair, CorpusReport, Failure, Plan, Stage
from rights_diff.reading.claims import Claims
from rights_diff.reading.manifest import Manifest, ManifestRow, read_manifest

__all__ = ["Planned", "Sources", "Told", "find_reports", "plan_corpus"]

Sources = Sequence[str | PathLike[str]]
Told = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a report comes from: its file, and which chapter it is of what volume."""

    item: Probe
    chapter: int | None
    volume: Claims


class Planned:
    """The plan, and what is needed to carry it out."""

    def __init__(
        self, plan: Plan, origins: Mapping[_Key, Origin], kept: Kept, *, send_files: bool
    ) -> None:
        self.plan = plan
        self._send_files = send_files
        self._origins = origins
        self._kept = kept

    def unit(self, pair: CorpusPair, *, page: bool) -> Unit:
        """What a worker needs for one pair; chapters of yearbooks come from what is kept."""
        return Unit(pair, self._side(pair.old), self._side(pair.new), page)

    def _side(self, report: CorpusReport) -> Side:
        origin = self._origins[_key(report)]
        item = origin.item
        document = None
        if origin.chapter is not None:
            path = self._kept.path(item.key)
            document = read_part(path, CHAPTER.format(origin.chapter))
        sent = _squeezed(item.place) if self._send_files and document is None else None
        return Side(
            report=report,
            place=item.place,
            sha256=item.sha256,
            data=sent,
            row=item.row,
            volume=origin.volume,
            document=document,
            assumed=item.assumed,
        )


def plan_corpus(
    sources: Sources,
    *,
    kept: Kept,
    crew: Crew,
    manifest: str | PathLike[str] | Manifest | None = None,
    across: bool = False,
    organization: str | None = None,
    send_files: bool = False,
    told: Told,
    found: Found | None = None,
) -> Planned:
    """Look into all files, and pair the reports.

    Args:
        sources: files, yearbooks and folders; none where the manifest names the files.
        organization: who published the reports that name nobody.
        send_files: send the content of the files to the workers, which cannot read them.
        kept: what earlier runs found in files that have not changed since.
        told: called with how many of how many files have been looked into.
        found: what `find_reports` found, where it was asked before.
    Raises:
        ReadError: a source is missing, the manifest is broken, or there is no file at all.
    """
    table = read_manifest(manifest) if isinstance(manifest, str | PathLike) else manifest
    found = found or find_reports(sources, table)
    notes = list(found.notes)
    rows = _rows(table)
    items = {file: _probe_of(file, rows) for file in found.files}
    failures = _look_into(items.values(), kept, crew, told, send_files=send_files)
    answers = _answers(items.values(), failures, kept)
    if assumed := assumed_organization(answers, organization, across=across):
        notes.append(assumed.note)
        items |= {
            file: replace(item, assumed=assumed.claim)
            for file, item in items.items()
            if item.file in assumed.files
        }
        again = [item for item in items.values() if item.assumed]
        failures |= _look_into(again, kept, crew, _silent, send_files=send_files)
        answers |= _answers(again, failures, kept)
    located: list[Located] = []
    origins: dict[_Key, Origin] = {}
    for file, item in items.items():
        if answer := answers.get(item.file):
            notes += answer["notes"]
            for report, origin in _reports(item, answer):
                located.append(Located(report, file.source))
                origins[_key(report)] = origin
    paired = pair_up(located, across=across)
    plan = Plan(
        pairs=paired.pairs,
        reports=paired.reports,
        alone=paired.alone,
        failures=(*found.failures, *(failures[file] for file in sorted(failures))),
        notes=(*notes, *_unnamed(items.values(), table), *paired.notes),
    )
    return Planned(plan, origins, kept, send_files=send_files)


def find_reports(sources: Sources, table: Manifest | None) -> Found:
    """The files of a corpus: those of the sources, or where there are none, of the manifest.

    Raises:
        ReadError: a source is missing, or there is no file at all.
    """
    found = find_files(sources) if sources or table is None else _listed(table)
    if not found.files:
        raise ReadError("no reports are given: name files, folders or a manifest")
    return found


def _listed(table: Manifest) -> Found:
    folder = Path(table.path).parent
    return Found(
        tuple(sorted(FoundFile((folder / row.file).as_posix(), NAMED) for row in table.rows))
    )


def _rows(table: Manifest | None) -> dict[str, ManifestRow]:
    """The rows of a manifest by the place of their file."""
    if table is None:
        return {}
    folder = Path(table.path).parent
    return {os.path.realpath(folder / row.file): row for row in table.rows}


def _probe_of(file: FoundFile, rows: Mapping[str, ManifestRow]) -> Probe:
    row = rows.get(os.path.realpath(file.name))
    claims = Claims(*(getattr(row, field) for field in Claims._fields)) if row else Claims()
    place = str(Path(file.name).absolute())
    return Probe(file.name, place, hash_of_file(place), claims)


def _unnamed(items: Iterable[Probe], table: Manifest | None) -> Iterator[str]:
    without = [item.file for item in items if item.row == Claims()]
    if table is not None and without:
        more = f" and {len(without) - 1:,} more" if len(without) > 1 else ""
        yield f"the manifest says nothing of {without[0]}{more}"


# ---------------------------------------------------------------- looking into files


def _answers(
    items: Iterable[Probe], failures: Mapping[str, Failure], kept: Kept
) -> dict[str, dict[str, Any]]:
    """What each file is about, where it could be read."""
    return {
        item.file: read_told(read_part(kept.path(item.key), "told"))
        for item in items
        if item.file not in failures
    }


def _silent(*_: object) -> None:
    """What is looked into once more was counted before."""


def _look_into(
    items: Iterable[Probe], kept: Kept, crew: Crew, told: Told, *, send_files: bool
) -> dict[str, Failure]:
    """See to it that what each file is about is kept; the files where that failed."""
    every = list(items)
    missing = [item for item in every if not kept.has(item.key)]
    done = len(every) - len(missing)
    failures: dict[str, Failure] = {}
    sent = (replace(item, data=_squeezed(item.place)) if send_files else item for item in missing)
    for item, answer in crew.run(probe, sent):
        if isinstance(answer, bytes):
            kept.put(item.key, answer)
        elif isinstance(answer, Failure):
            failures[item.file] = answer
        else:
            failures[item.file] = failure_of(item.file, Stage.READ, answer)
        done += 1
        told(done, len(every))
    return failures


def _squeezed(place: str) -> bytes | None:
    """The bytes of a file, compressed; None where it cannot be read: the worker says why."""
    try:
        return zlib.compress(Path(place).read_bytes())
    except OSError:
        return None


def _reports(item: Probe, answer: Mapping[str, Any]) -> Iterator[tuple[CorpusReport, Origin]]:
    for n, data in enumerate(answer["reports"]):
        report = report_of(item.file, data)
        chapter = None if report.chapter is None else n
        yield report, Origin(item, chapter, volume_of(answer["volume"]))


_Key: TypeAlias = tuple[str, str | None, str]


def _key(report: CorpusReport) -> _Key:
    """What a report is known by before and after it has an id."""
    return report.file, report.chapter, report.sha256
