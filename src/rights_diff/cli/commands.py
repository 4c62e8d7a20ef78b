"""The commands: what each reads, calls and writes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rights_diff.cli.answering import (
    SUFFIXES,
    format_asked,
    put,
    refuse_overwriting,
    write,
)
from rights_diff.cli.arguments import Run
from rights_diff.cli.corpus import run_corpus
from rights_diff.cli.plugins import tools_named
from rights_diff.cli.progress import Progress
from rights_diff.cli.streams import answer, warn
from rights_diff.cli.timeline import run_timeline
from rights_diff.errors import CompareError, RenderError

if TYPE_CHECKING:
    from rights_diff.model import Comparison, Report
    from rights_diff.reading.options import ReadOptions

__all__ = ["RUNS"]

DEMO_FILE = "rights-diff-demo.html"


def _options(arguments: argparse.Namespace) -> ReadOptions:
    from rights_diff.reading.options import ReadOptions

    return ReadOptions(tracked_changes=arguments.tracked_changes)


def _inspect(arguments: argparse.Namespace) -> int:
    from rights_diff.pipeline import load

    kind = format_asked(arguments)
    if kind == "docx":
        raise RenderError("only a comparison can be written as a Word document")
    if kind not in SUFFIXES.values():
        raise RenderError(f"only a comparison can be written as {kind}")
    refuse_overwriting(arguments, [arguments.report])
    with Progress() as progress:
        progress.say(f"reading {arguments.report}")
        report = load(
            arguments.report,
            organization=arguments.organization,
            country=arguments.country,
            edition=arguments.edition,
            published_year=arguments.published_year,
            covered_years=arguments.covered_year,
            manifest=arguments.manifest,
            options=_options(arguments),
            **tools_named(arguments),
        )
    warn(report.warnings)
    write(report, kind, arguments)
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    kind = format_asked(arguments)
    comparison = _compared(arguments)
    warn((*comparison.old.warnings, *comparison.new.warnings, *comparison.warnings))
    warn(_one_unnamed(comparison, arguments))
    write(comparison, kind, arguments)
    return 0


def _one_unnamed(comparison: Comparison, arguments: argparse.Namespace) -> Iterator[str]:
    """What to say where only one report names who wrote it: it may be one series all the same."""
    from rights_diff.model import ComparisonKind

    if comparison.kind is not ComparisonKind.CROSS_ORGANIZATION:
        return
    sides = {"old": comparison.old.metadata, "new": comparison.new.metadata}
    for side, metadata in sides.items():
        if not metadata.organization:
            path = getattr(arguments, side)
            yield (
                f"{path}: does not say which organization wrote it, so it is compared as if "
                f"another had; if not, give --{side}-organization"
            )


def _explain(arguments: argparse.Namespace) -> int:
    kind = format_asked(arguments)
    if kind not in ("json", "text"):
        raise RenderError("a row is explained as text or JSON only", file=arguments.output)
    comparison = _compared(arguments)
    try:
        explanation = comparison.explain(_row_id(arguments.row))
    except KeyError:
        ids = [row.id for row in comparison.ledger]
        there = f"its rows are {ids[0]} to {ids[-1]}" if ids else "it has no rows"
        raise CompareError(f"no row {arguments.row} in this comparison: {there}") from None
    put(explanation.to_json() if kind == "json" else f"{explanation}\n", arguments.output)
    return 0


def _row_id(word: str) -> str:
    """The row meant by a word.

    >>> _row_id("25"), _row_id("r25")
    ('r25', 'r25')
    """
    return f"r{word}" if word.isascii() and word.isdigit() else word


def _compared(arguments: argparse.Namespace) -> Comparison:
    from rights_diff.pipeline import compare

    refuse_overwriting(arguments, [arguments.old, arguments.new])
    with Progress() as progress:
        progress.say(f"reading {arguments.old}")
        old = _load_side(arguments, "old")
        progress.say(f"reading {arguments.new}")
        new = _load_side(arguments, "new")
        progress.say("comparing")
        try:
            return compare(
                old,
                new,
                allow_mixed=arguments.allow_mixed,
                review=arguments.review,
                encoder=arguments.encoder,
            )
        except CompareError:
            warn((*old.warnings, *new.warnings))  # they may say why: a whole yearbook was read
            raise


def _split(arguments: argparse.Namespace) -> int:
    from rights_diff.pipeline import load_all
    from rights_diff.rendering.yearbook_files import write_yearbook

    with Progress() as progress:
        progress.say(f"reading {arguments.yearbook}")
        yearbook = load_all(
            arguments.yearbook,
            organization=arguments.organization,
            edition=arguments.edition,
            reader=arguments.reader,
        )
        progress.say("writing")
        write_yearbook(yearbook, arguments.output, force=arguments.force)
    warn((*yearbook.warnings, *(part.sentence() for part in yearbook.left_over)))
    reports = "1 report" if len(yearbook) == 1 else f"{len(yearbook)} reports"
    answer(f"wrote {reports} to {arguments.output}")
    return 0


def _demo(arguments: argparse.Namespace) -> int:
    from rights_diff import samples
    from rights_diff.pipeline import compare, load

    if not (arguments.format or arguments.output or arguments.table):
        arguments.format, arguments.output = "html", DEMO_FILE
    kind = format_asked(arguments)
    write(compare(load(samples.OLD), load(samples.NEW)), kind, arguments)
    return 0


def _load_side(arguments: argparse.Namespace, side: str) -> Report:
    from rights_diff.pipeline import load

    return load(
        getattr(arguments, side),
        country=arguments.country,
        organization=getattr(arguments, f"{side}_organization"),
        edition=getattr(arguments, f"{side}_edition"),
        covered_years=getattr(arguments, f"{side}_covered_year"),
        manifest=arguments.manifest,
        options=_options(arguments),
        **tools_named(arguments),
    )


RUNS: dict[str, Run] = {
    "inspect": _inspect,
    "compare": _compare,
    "explain": _explain,
    "timeline": run_timeline,
    "corpus": run_corpus,
    "split": _split,
    "demo": _demo,
}
