"""The way through the house: read → structure → extract, and align → compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike, fspath
from typing import TYPE_CHECKING

from rights_diff.collector import at_rest

if TYPE_CHECKING:
    from rights_diff.corpus.executing import Runner
    from rights_diff.corpus.running import Progressed
    from rights_diff.model import Comparison, Document, Report, Timeline, Yearbook
    from rights_diff.model.corpus import CorpusResult
    from rights_diff.model.review import Review
    from rights_diff.plugins.tools import Tools
    from rights_diff.protocols import Reader, SentenceEncoder, SentenceSplitter, TopicFinder
    from rights_diff.reading.claims import Claims
    from rights_diff.reading.manifest import Manifest
    from rights_diff.reading.options import ReadOptions

# Characters; the longest country report met has 0.3 million, the shortest yearbook 0.9.
LONGEST_REPORT = 500_000


def load(
    source: str | PathLike[str],
    *,
    organization: str | None = None,
    country: str | None = None,
    edition: str | None = None,
    published_year: int | None = None,
    covered_years: Sequence[int] | None = None,
    manifest: str | PathLike[str] | Manifest | None = None,
    options: ReadOptions | None = None,
    reader: Reader | str | None = None,
    splitter: SentenceSplitter | str | None = None,
    topics: TopicFinder | str | None = None,
) -> Report:
    """Read a report from a file or an address; find its sections, sentences, figures and dates.

    Args:
        source: path of the file, or an http or https address (needs the extra `web`).
        organization, country, edition, published_year, covered_years: what you know of the
            report; an argument wins over the manifest, the manifest over the text, and the
            text over the file name.
        manifest: a CSV or JSON file (or one already read) that tells these of many files.
        options: limits, and how tracked changes are read.
        reader, splitter, topics: functions that read the file, find the sentences of a paragraph
            or the topics of a text in place of the shipped ones (`rights_diff.protocols`), or
            names of plug-ins that installed packages bring.
    Returns:
        the report; all spans count in code points of `report.text`.
    Raises:
        ReadError: the file is missing, empty, binary or cannot be decoded, its format needs an
            extra, or the manifest is no manifest.
        PluginError: a plug-in is missing or fails, or what it or a function gives breaks a law.
    """
    from rights_diff.plugins.tools import reader_of, tools_of
    from rights_diff.reading import read
    from rights_diff.reading.claims import Claims, claims_of_row
    from rights_diff.yearbooks import divide

    arguments = Claims(organization, country, edition, published_year, _years(covered_years))
    tools = tools_of(splitter, topics)
    row, warnings = claims_of_row(manifest, source) if manifest is not None else (Claims(), ())
    document = read(source, options=options, reader=reader_of(reader))
    if len(document.text) >= LONGEST_REPORT and divide(document):
        warnings += (f"{fspath(source)}: holds the reports of many countries (see load_all)",)
    document = replace(document, warnings=document.warnings + warnings)
    return _build(document, arguments, row, tools=tools)


def load_all(
    source: str | PathLike[str],
    *,
    organization: str | None = None,
    edition: str | None = None,
    published_year: int | None = None,
    covered_years: Sequence[int] | None = None,
    options: ReadOptions | None = None,
    reader: Reader | str | None = None,
    splitter: SentenceSplitter | str | None = None,
    topics: TopicFinder | str | None = None,
) -> Yearbook:
    """Read a yearbook: one report for each country in it.

    Args:
        source: path of the file; PDF, Word, HTML, EPUB or Markdown, whose headings can be told.
        organization, edition, published_year, covered_years: what you know of the book.
        options: limits.
        reader, splitter, topics: as for `load`.
    Returns:
        the reports in the book's order, each with the pages it stands on, and what was left
        over. A file that is no yearbook gives its one report, and a warning.
    Raises:
        ReadError: as `load`.
    """
    from rights_diff.plugins.tools import reader_of, tools_of
    from rights_diff.reading import read
    from rights_diff.reading.claims import Claims
    from rights_diff.reading.yearbook import chapter_document
    from rights_diff.yearbooks import claims_of_volume, divide, yearbook_of

    arguments = Claims(organization, None, edition, published_year, _years(covered_years))
    tools = tools_of(splitter, topics)
    document = read(source, options=options, reader=reader_of(reader))
    parts = divide(document)
    title, volume = claims_of_volume(document, parts)
    chapters = [p for p in parts if p.is_chapter]
    documents = [chapter_document(document, p) for p in chapters] or [document]
    reports = [_build(d, arguments, Claims(), volume, tools=tools) for d in documents]
    return yearbook_of(document, parts, reports, title)


def parse(
    text: str,
    *,
    name: str | None = None,
    organization: str | None = None,
    country: str | None = None,
    edition: str | None = None,
    published_year: int | None = None,
    covered_years: Sequence[int] | None = None,
    splitter: SentenceSplitter | str | None = None,
    topics: TopicFinder | str | None = None,
) -> Report:
    """Make a report of a text you already hold; otherwise like `load`.

    Args:
        text: the report.
        name: a file name it goes by, which may tell organization, country and edition.
        splitter, topics: as for `load`.
    Raises:
        Empty: the text holds nothing but white space.
        PluginError: as for `load`.
    """
    from rights_diff.plugins.tools import tools_of
    from rights_diff.reading import read_text
    from rights_diff.reading.claims import Claims

    arguments = Claims(organization, country, edition, published_year, _years(covered_years))
    return _build(read_text(text, name=name), arguments, Claims(), tools=tools_of(splitter, topics))


def _years(years: Sequence[int] | None) -> tuple[int, ...] | None:
    return None if years is None else tuple(years)


@at_rest()
def _build(
    document: Document,
    arguments: Claims,
    row: Claims,
    yearbook: Claims | None = None,
    *,
    tools: Tools,
) -> Report:
    """The report of a document: arguments win over the manifest, both over the file itself."""
    from rights_diff.extraction import extract
    from rights_diff.reading.claims import Claims, claims_of_document, first_claims
    from rights_diff.structure import structure

    claims, told_by = first_claims(
        argument=arguments,
        manifest=row,
        front_matter=claims_of_document(document),
        yearbook=yearbook or Claims(),
    )
    document = replace(document, warnings=document.warnings + tools.notes)
    described = claims._asdict()
    report = structure(document, **described, told_by=told_by, splitter=tools.splitter)
    return extract(report, topics=tools.topics)


def build_report(
    document: Document, *, row: Claims | None = None, yearbook: Claims | None = None
) -> Report:
    """The report of a document that is at hand.

    Args:
        row: what a manifest says of it.
        yearbook: what its yearbook tells of all chapters.
    """
    from rights_diff.plugins.tools import Tools
    from rights_diff.reading.claims import Claims

    return _build(document, Claims(), row or Claims(), yearbook, tools=Tools())


def _check_reports(*reports: object) -> None:
    """Raise `TypeError` where something else than a report was given: mostly a path."""
    from rights_diff.model import Report

    for report in reports:
        if not isinstance(report, Report):
            raise TypeError(f"a report is wanted, not {report!r:.60}; rd.load(path) reads one")


@at_rest()
def compare(
    old: Report,
    new: Report,
    *,
    allow_mixed: bool = False,
    review: Review | str | PathLike[str] | None = None,
    encoder: SentenceEncoder | str | None = None,
) -> Comparison:
    """Say what changed from one report to another.

    Args:
        old, new: two reports on one country.
        allow_mixed: compare reports on different countries all the same.
        review: what readers decided about these reports, or the file it stands in; what no
            longer applies is told in the warnings and kept in `comparison.review`.
        encoder: a function from a list of texts to a list of vectors; how alike these are is
            then one more sign that two sentences make the same claim; or the name of a plug-in.
            None is needed.
    Returns:
        section links, a ledger in which each sentence of both reports stands in exactly one
        row, quantity links and a summary. Deterministic.
    Raises:
        CompareError: both reports name a country and it is not the same, unless `allow_mixed`;
            or the encoder does not give one vector of one length for each text, or there are far
            too many sections.
        PluginError: there is no encoder of that name, or it fails.
        ReadError: the review file is missing or broken.
        TypeError: one of them is no report (a path, say).
    """
    from rights_diff.alignment import align
    from rights_diff.comparison import build
    from rights_diff.plugins.tools import encoder_of

    _check_reports(old, new)
    encode, notes = encoder_of(encoder)
    aligned = align(old, new, encoder=encode)
    if review is None:
        found = build(old, new, aligned, allow_mixed=allow_mixed)
        return replace(found, warnings=found.warnings + notes)
    from rights_diff.review import reviewed

    found = reviewed(
        old,
        new,
        aligned,
        review,
        lambda pairs, figures: build(old, new, pairs, allow_mixed=allow_mixed, figures=figures),
    )
    return replace(found, warnings=found.warnings + notes)


def timeline(reports: Sequence[Report], *, allow_mixed: bool = False) -> Timeline:
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

    return build(reports, allow_mixed=allow_mixed)


def compare_many(reports: Sequence[Report], *, allow_mixed: bool = False) -> list[Comparison]:
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

    return compare_pairs(reports, allow_mixed=allow_mixed)


def compare_corpus(
    sources: Sequence[str | PathLike[str]] = (),
    output: str | PathLike[str] | None = None,
    *,
    manifest: str | PathLike[str] | Manifest | None = None,
    across: bool = False,
    executor: Runner = None,
    workers: int | None = None,
    send_files: bool = False,
    pages: bool = True,
    data: Sequence[str] = (),
    minimum: int | None = None,
    fresh: bool = False,
    progress: Progressed | None = None,
) -> CorpusResult:
    """Compare the reports of many countries: each edition with the one before it.

    Args:
        sources: report files, yearbooks, and folders of them; none where the manifest names the
            files. The order of folders matters where reports name no year.
        output: a folder for the site and the data; new, empty, or written by an earlier run,
            whose finished pairs are then not compared again.
        manifest: a CSV or JSON file (or one already read) that says who reports on what, when.
        across: also compare the reports of different organizations on one country and year.
        executor: "serial" for this process alone, any `concurrent.futures.Executor`, such as
            Dask's `Client(...).get_executor()`, or None for one process a core.
        workers: how many processes; of a given executor, how many workers it has.
        send_files: send the content of the files to the workers of an executor, for machines that
            cannot read them. Results are always sent back: only this process writes.
        pages: whether each pair gets a page.
        data: data sets to write: some of "sqlite", "csv", "parquet" (the last needs its extra).
        minimum: how many pairs share a change before it counts as an edit of the template.
        fresh: forget what earlier runs kept in the output.
        progress: called with what is going on, how many are done, and of how many.
    Returns:
        the plan, a record of each pair in its order, what failed and why, template edits.
        A report that cannot be read or compared is listed and stops nothing. The executor, the
        number of workers and results kept from earlier runs change nothing in what is written.
    Raises:
        ReadError: a source is missing, or there are none.
        RenderError: the output is a folder of other files, or cannot be written.
        CompareError: the executor is broken and takes no more work.

    >>> import rights_diff as rd
    >>> result = rd.compare_corpus(rd.samples.ALL, executor="serial")
    >>> [pair.id for pair in result.plan.pairs]
    ['north-korea--hrw-2014--hrw-2019', 'north-korea--amnesty-2017-18--amnesty-2021-22']
    >>> [alone.reason for alone in result.plan.alone]
    ['no year is told; a manifest can name the edition']
    """
    from rights_diff.corpus.running import Work, run_corpus

    work = Work(
        sources=sources,
        manifest=manifest,
        across=across,
        pages=pages,
        data=data,
        minimum=minimum,
        fresh=fresh,
        send_files=send_files,
    )
    return run_corpus(work, output, runner=executor, workers=workers, progressed=progress)
