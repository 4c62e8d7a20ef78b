"""Many reports: pairs of them, one country over the years, the countries of whole editions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import PathLike
from typing import TYPE_CHECKING

from rights_diff.arguments import claims_of_arguments, many_reports, named_kinds, sources_of

if TYPE_CHECKING:
    from rights_diff.corpus.executing import Runner
    from rights_diff.corpus.running import Progressed
    from rights_diff.model import Comparison, Report, Timeline
    from rights_diff.model.corpus import CorpusResult
    from rights_diff.reading.manifest import Manifest


def timeline(reports: Iterable[Report], *, allow_mixed: bool = False) -> Timeline:
    """Follow figures and claims through many reports on one country.

    Args:
        reports: at least two, of any organizations; their order does not matter.
        allow_mixed: take reports on different countries all the same.
    Returns:
        editions by covered year, figure series (each point at the year the figure is about),
        claim threads, what two organizations say on one year, attention per topic, and the
        covered years without a report.
    Raises:
        CompareError: fewer than two reports, or reports on different countries.

    >>> import rights_diff as rd
    >>> found = rd.timeline([rd.load(path) for path in rd.samples.ALL])
    >>> [edition.id for edition in found.editions][:2]
    ['hrw-2014', 'amnesty-2017-18']
    """
    from rights_diff.timelines.building import build

    return build(many_reports(reports), allow_mixed=allow_mixed)


def compare_many(reports: Iterable[Report], *, allow_mixed: bool = False) -> list[Comparison]:
    """Compare each edition with the one before it, and with other bodies' on the same year.

    Args:
        reports: at least two, of any organizations; their order does not matter.
        allow_mixed: compare reports on different countries all the same.
    Returns:
        comparisons in the order of their newer report; undated reports are in none.
    Raises:
        CompareError: fewer than two reports, or reports on different countries.

    >>> import rights_diff as rd
    >>> found = rd.compare_many([rd.load(path) for path in rd.samples.ALL])
    >>> [(c.old.metadata.edition, c.new.metadata.edition) for c in found]
    [('2014', '2019'), ('2017/18', '2021/22')]
    """
    from rights_diff.timelines.pairs import compare_pairs

    return compare_pairs(many_reports(reports), allow_mixed=allow_mixed)


def compare_corpus(
    sources: str | PathLike[str] | Sequence[str | PathLike[str]] = (),
    output: str | PathLike[str] | None = None,
    *,
    manifest: str | PathLike[str] | Manifest | None = None,
    across: bool = False,
    organization: str | None = None,
    executor: Runner = None,
    workers: int | None = None,
    send_files: bool = False,
    pages: bool = True,
    data: str | Sequence[str] = (),
    minimum: int | None = None,
    fresh: bool = False,
    progress: Progressed | None = None,
) -> CorpusResult:
    """Compare the reports of many countries: each edition with the one before it.

    Args:
        sources: reports, yearbooks, and folders of them, or one of these; none where the manifest
            names the files. The order of folders matters where reports name no year.
        output: a folder for site and data; new, empty, or of an earlier run: its pairs are kept.
        manifest: a file (or one already read) that says who reports on what, when.
        across: also compare the reports of different organizations on one country and year.
        organization: who published the reports that name nobody; by default that of all others.
        executor: "serial" for this process alone, any `concurrent.futures.Executor`, such as
            Dask's `Client(...).get_executor()`, or None for one process a core.
        workers: how many processes, or workers of the executor.
        send_files: send the files' content to an executor's workers, which cannot read them.
        pages: whether each pair gets a page.
        data: data sets to write: some of "sqlite", "csv", "parquet" (the last needs its extra).
        minimum: how many pairs share a change before it counts as an edit of the template.
        fresh: forget what earlier runs kept in the output.
        progress: called with what is going on, how many are done, and of how many.
    Returns:
        plan, a record of each pair, template edits, and what failed and why, which stops nothing.
        Executor, workers and what is kept change nothing in what is written.
    Raises:
        ReadError: a source is missing, or there are none. CompareError: the executor is broken.
        RenderError: the output is a folder of other files, or cannot be written.

    >>> import rights_diff as rd
    >>> result = rd.compare_corpus(rd.samples.ALL, executor="serial")
    >>> [pair.id for pair in result.plan.pairs]
    ['north-korea--hrw-2014--hrw-2019', 'north-korea--amnesty-2017-18--amnesty-2021-22']
    """
    from rights_diff.corpus.running import Work, run_corpus

    work = Work(
        sources=sources_of(sources),
        manifest=manifest,
        across=across,
        organization=claims_of_arguments(organization=organization).organization,
        pages=pages,
        data=named_kinds(data),
        minimum=minimum,
        fresh=fresh,
        send_files=send_files,
    )
    return run_corpus(work, output, runner=executor, workers=workers, progressed=progress)
