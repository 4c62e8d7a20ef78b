"""The way through the house: read → structure → extract, and align → compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from os import PathLike, fspath
from typing import TYPE_CHECKING

from rights_diff.arguments import check_path, check_text, claims_of_arguments, one_report
from rights_diff.collector import at_rest

if TYPE_CHECKING:
    from rights_diff.model import Comparison, Document, Report, Yearbook
    from rights_diff.model.review import Review
    from rights_diff.plugins.tools import Tools
    from rights_diff.protocols import Reader, SentenceEncoder, SentenceSplitter, TopicFinder
    from rights_diff.reading.claims import Assumed, Claims
    from rights_diff.reading.manifest import Manifest
    from rights_diff.reading.options import ReadOptions


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
            text over the file name. Of a yearbook, the chapter on `country` is read.
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

    >>> import rights_diff as rd
    >>> report = rd.load(rd.samples.OLD)
    >>> report.metadata.organization, report.metadata.covered_years
    ('Amnesty International', (2017,))
    """
    from rights_diff.plugins.tools import reader_of, tools_of
    from rights_diff.reading import read
    from rights_diff.reading.claims import Claims, claims_of_row
    from rights_diff.structure.yearbooks import report_on

    check_path(source, "a report is read from a path or an address")
    _check_options(options)
    arguments = claims_of_arguments(
        organization=organization,
        country=country,
        edition=edition,
        published_year=published_year,
        covered_years=covered_years,
    )
    tools = tools_of(splitter, topics)
    row, warnings = claims_of_row(manifest, source) if manifest is not None else (Claims(), ())
    document = read(source, options=options, reader=reader_of(reader))
    wanted = arguments.country or row.country
    document, volume, notes = report_on(document, wanted, fspath(source))
    document = replace(document, warnings=document.warnings + warnings + notes)
    return _build(document, arguments, row, volume, tools=tools)


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

    >>> import rights_diff as rd
    >>> found = rd.load_all(rd.samples.OLD)
    >>> [report.metadata.country for report in found], found.left_over
    (['North Korea'], ())
    """
    from rights_diff.plugins.tools import reader_of, tools_of
    from rights_diff.reading import read
    from rights_diff.reading.claims import Claims
    from rights_diff.reading.yearbook import chapter_document
    from rights_diff.structure.yearbooks import claims_of_volume, divide, yearbook_of

    check_path(source, "a yearbook is read from a path or an address")
    _check_options(options)
    arguments = claims_of_arguments(
        organization=organization,
        edition=edition,
        published_year=published_year,
        covered_years=covered_years,
    )
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
    r"""Make a report of a text you already hold; otherwise like `load`.

    Args:
        text: the report.
        name: a file name it goes by, which may tell organization, country and edition.
        organization, country, edition, published_year, covered_years: as for `load`.
        splitter, topics: as for `load`.
    Returns:
        the report; its `text` is the text given, letter by letter.
    Raises:
        Empty: the text holds nothing but white space.
        PluginError: as for `load`.

    >>> import rights_diff as rd
    >>> report = rd.parse("Prisons\n\nGuards beat 12 prisoners.", covered_years=[2021])
    >>> report.sections[0].heading, report.quantities[0].span.of(report.text)
    ('Prisons', '12 prisoners')
    """
    from rights_diff.plugins.tools import tools_of
    from rights_diff.reading import read_text
    from rights_diff.reading.claims import Claims

    check_text(text, "rd.parse takes a text (rd.load reads a file)")
    arguments = claims_of_arguments(
        organization=organization,
        country=country,
        edition=edition,
        published_year=published_year,
        covered_years=covered_years,
    )
    return _build(read_text(text, name=name), arguments, Claims(), tools=tools_of(splitter, topics))


def _check_options(options: ReadOptions | None) -> None:
    from rights_diff.reading.options import ReadOptions

    if options is not None and not isinstance(options, ReadOptions):
        raise TypeError(f"options are rd.ReadOptions(…), not {options!r:.60}")


@at_rest()
def _build(
    document: Document,
    arguments: Claims,
    row: Claims,
    yearbook: Claims | None = None,
    *,
    assumed: Assumed | None = None,
    tools: Tools,
) -> Report:
    """The report of a document: arguments win over the manifest, both over the file itself."""
    from rights_diff.extraction import extract
    from rights_diff.reading.claims import Claims, claims_of_document, first_claims
    from rights_diff.structure import structure

    sources = {
        "argument": arguments,
        "manifest": row,
        "front_matter": claims_of_document(document),
        "yearbook": yearbook or Claims(),
    }
    claims, told_by = first_claims(**sources, **(assumed.sources() if assumed else {}))
    document = replace(document, warnings=document.warnings + tools.notes)
    described = claims._asdict()
    report = structure(document, **described, told_by=told_by, splitter=tools.splitter)
    return extract(report, topics=tools.topics)


def build_report(
    document: Document,
    *,
    row: Claims | None = None,
    yearbook: Claims | None = None,
    assumed: Assumed | None = None,
) -> Report:
    """The report of a document that is at hand.

    Args:
        row: what a manifest says of it.
        yearbook: what its yearbook tells of all chapters.
        assumed: the organization, where the report itself names none.
    """
    from rights_diff.plugins.tools import Tools
    from rights_diff.reading.claims import Claims

    return _build(document, Claims(), row or Claims(), yearbook, assumed=assumed, tools=Tools())


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

    >>> import rights_diff as rd
    >>> rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW)).kind.value
    'year_over_year'
    """
    from rights_diff.alignment import align
    from rights_diff.comparison import build
    from rights_diff.comparison.kinds import check_country
    from rights_diff.plugins.tools import encoder_of

    one_report(old)
    one_report(new)
    check_country(old.metadata, new.metadata, allow_mixed=allow_mixed)
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
