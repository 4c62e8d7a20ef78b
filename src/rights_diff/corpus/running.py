"""A run over a corpus: plan, compare, keep, and finish from what is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from os import PathLike, fspath
from pathlib import Path
from typing import Any, TypeAlias

from rights_diff.corpus.executing import Crew, Runner
from rights_diff.corpus.failing import failure_of
from rights_diff.corpus.finding import Found
from rights_diff.corpus.finishing import finish
from rights_diff.corpus.folder import PAGES, Folder, Kept
from rights_diff.corpus.packing import read_part
from rights_diff.corpus.planning import Planned, Sources, find_reports, plan_corpus
from rights_diff.corpus.records import candidates_of_data, record_of_data
from rights_diff.corpus.units import Unit, compare_pair
from rights_diff.errors import RenderError
from rights_diff.model.corpus import CorpusPair, CorpusResult, Failure, PairRecord, Plan, Stage
from rights_diff.model.template_edits import EditCandidate
from rights_diff.reading.manifest import Manifest, read_manifest

__all__ = ["Progressed", "Work", "plan_only", "run_corpus"]

# What is going on ("reading", "comparing", "writing"), how many are done, of how many.
Progressed = Callable[[str, int, int], None]


def _silent(*_: object) -> None:
    """Nobody looks on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a run is to do.

    Attributes:
        sources: files, yearbooks and folders.
        manifest: who reports on what; it names the files where there are no sources.
        across: also compare organizations on one country and year.
        organization: who published the reports that name nobody.
        pages: whether pairs get a page each.
        data: kinds of data sets to write.
        minimum: pairs that must share a change before it counts as a template edit.
        fresh: forget what earlier runs kept.
        send_files: send the content of the files to the workers.
    """

    sources: Sources = ()
    manifest: str | PathLike[str] | Manifest | None = None
    across: bool = False
    organization: str | None = None
    pages: bool = True
    data: Sequence[str] = ()
    minimum: int | None = None
    fresh: bool = False
    send_files: bool = False


def run_corpus(
    work: Work,
    output: str | PathLike[str] | None = None,
    *,
    runner: Runner = None,
    workers: int | None = None,
    progressed: Progressed | None = None,
) -> CorpusResult:
    """Compare a corpus; see `rights_diff.compare_corpus`."""
    from rights_diff.corpus.stores import check_kinds

    progressed = progressed or _silent
    check_kinds(work.data)
    if work.data and output is None:
        raise RenderError("a data set is written to a folder: name the output")
    with ExitStack() as stack:
        crew = stack.enter_context(Crew(runner, workers))
        given = _given(work)
        folder = _folder(output, stack)
        if work.fresh:
            folder.forget()
        planned = _planned(work, given, folder, crew, progressed)
        compared = _compare(planned, folder.pairs, crew, work, progressed)
        result = _result(planned.plan, compared, folder, work, output)
        if output is not None:
            pages = compared.parts("page", result) if work.pages else None
            tables = compared.tables(result) if work.data else ()
            finish(result, folder, pages, data=(work.data, tables), progressed=progressed)
        return result


def plan_only(
    work: Work,
    output: str | PathLike[str] | None = None,
    *,
    runner: Runner = None,
    workers: int | None = None,
    progressed: Progressed | None = None,
) -> Plan:
    """What a run would compare; an output keeps what was found, and nothing else is written."""
    with ExitStack() as stack:
        crew = stack.enter_context(Crew(runner, workers))
        given = _given(work)
        folder = _folder(output, stack)
        return _planned(work, given, folder, crew, progressed or _silent).plan


_Given: TypeAlias = tuple[Manifest | None, Found]


def _given(work: Work) -> _Given:
    """The manifest and the files, looked for before a folder is made: a slip leaves none behind."""
    told = work.manifest
    table = read_manifest(told) if isinstance(told, str | PathLike) else told
    return table, find_reports(work.sources, table)


def _folder(output: str | PathLike[str] | None, stack: ExitStack) -> Folder:
    if output is None:
        from tempfile import TemporaryDirectory

        output = stack.enter_context(TemporaryDirectory(prefix="rights-diff-"))
    folder = Folder(Path(fspath(output)))
    stack.enter_context(folder.alone())
    return folder


def _planned(
    work: Work, given: _Given, folder: Folder, crew: Crew, progressed: Progressed
) -> Planned:
    table, found = given
    return plan_corpus(
        work.sources,
        kept=folder.files,
        crew=crew,
        manifest=table,
        found=found,
        across=work.across,
        organization=work.organization,
        send_files=work.send_files,
        told=lambda done, of: progressed("reading", done, of),
    )


# ---------------------------------------------------------------- comparing


@dataclass(slots=True)
class _Compared:
    """What came of the pairs: where each result is kept, or why there is none."""

    kept: Kept
    keys: dict[str, str] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)
    reused: int = 0

    def part(self, pair: CorpusPair, name: str) -> bytes:
        return read_part(self.kept.path(self.keys[pair.id]), name)

    def parts(self, name: str, records: Iterable[PairRecord]) -> Iterator[tuple[PairRecord, bytes]]:
        """One part of each result, one at a time."""
        return ((record, self.part(record.pair, name)) for record in records)

    def tables(self, records: Iterable[PairRecord]) -> Iterator[dict[str, Any]]:
        """The rows of each result, one at a time."""
        return (_plain(data) for _, data in self.parts("tables", records))


def _compare(
    planned: Planned, kept: Kept, crew: Crew, work: Work, progressed: Progressed
) -> _Compared:
    compared = _Compared(kept)
    pairs = planned.plan.pairs

    def missing() -> Iterator[Unit]:
        for pair in pairs:
            unit = planned.unit(pair, page=work.pages)
            compared.keys[pair.id] = unit.key
            if kept.has(unit.key):
                compared.reused += 1
            else:
                yield unit

    progressed("comparing", 0, len(pairs))
    for done, (unit, answer) in enumerate(crew.run(compare_pair, missing()), 1):
        if isinstance(answer, bytes):
            kept.put(unit.key, answer)
        elif isinstance(answer, Failure):
            compared.failures[unit.pair.id] = answer
        else:
            compared.failures[unit.pair.id] = failure_of(unit.pair.id, Stage.COMPARE, answer)
        progressed("comparing", done + compared.reused, len(pairs))
    return compared


def _result(
    plan: Plan,
    compared: _Compared,
    folder: Folder,
    work: Work,
    output: str | PathLike[str] | None,
) -> CorpusResult:
    from rights_diff.corpus.template_edits import template_edits

    good = [pair for pair in plan.pairs if pair.id not in compared.failures]
    failed = [compared.failures[p.id] for p in plan.pairs if p.id in compared.failures]
    has_pages = work.pages and output is not None
    return CorpusResult(
        plan=plan,
        records=tuple(_record(compared, pair, has_page=has_pages) for pair in good),
        failures=(*plan.failures, *failed),
        template_edits=template_edits(_Edits(compared, good), minimum=work.minimum),
        output=None if output is None else folder.path,
        reused=compared.reused,
        notes=tuple(folder.notes()),
    )


def _record(compared: _Compared, pair: CorpusPair, *, has_page: bool) -> PairRecord:
    page = f"{PAGES}/{pair.id}.html" if has_page else None
    return record_of_data(_plain(compared.part(pair, "record")), pair, page)


class _Edits:
    """The edit candidates of each pair, read anew each time they are gone through."""

    def __init__(self, compared: _Compared, pairs: Sequence[CorpusPair]) -> None:
        self._compared = compared
        self._pairs = pairs

    def __iter__(self) -> Iterator[tuple[CorpusPair, tuple[EditCandidate, ...]]]:
        for pair in self._pairs:
            yield pair, candidates_of_data(_plain(self._compared.part(pair, "edits")))


def _plain(data: bytes) -> Any:
    return json.loads(data.decode("utf-8", "surrogatepass"))
