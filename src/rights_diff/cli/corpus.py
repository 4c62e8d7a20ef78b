"""`rights-diff corpus`: many reports on many countries."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rights_diff.cli.progress import Progress
from rights_diff.cli.streams import answer, say, warn
from rights_diff.errors import RenderError

if TYPE_CHECKING:
    from rights_diff.corpus.running import Work
    from rights_diff.model.corpus import CorpusResult, Plan

__all__ = ["add_corpus", "run_corpus"]

FAILED = 3  # exit status: done, but for what is listed as failed
INTERRUPTED = 130  # as shells have it: 128 and the number of the signal
_KINDS = ("sqlite", "csv", "parquet")
_MINUTE = 60


def add_corpus(parser: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    add = parser.add_argument
    add("sources", metavar="SOURCE", nargs="*", help="reports, yearbooks, folders of them")
    add("-o", "--output", metavar="FOLDER", help="the site; finished pairs are kept there")
    add("--manifest", metavar="FILE", help="a CSV or JSON file that says who reports on what, when")
    add("--across", action="store_true", help="also compare organizations on one year")
    add("--organization", metavar="NAME", help="who published the reports that name nobody")
    add("--data", action="append", choices=_KINDS, default=[], help="also write a data set")
    add("--no-pages", action="store_true", help="no page for each pair")
    add("--template-minimum", metavar="N", type=_count, help="pairs that share a template edit")
    add("--workers", metavar="N", type=_count, help="processes (default: one a core)")
    add("--serial", action="store_true", help="no processes but this one")
    add("--fresh", action="store_true", help="forget what an earlier run kept in FOLDER")
    add("--dry-run", action="store_true", help="say what would be compared, and compare nothing")


def _count(word: str) -> int:
    if not (word.isascii() and word.isdigit() and int(word)):
        raise argparse.ArgumentTypeError(f"a number from 1 on is wanted, not {word!r}")
    return int(word)


def run_corpus(arguments: argparse.Namespace) -> int:
    """Plan, compare, write, and say what came of it.

    Returns:
        the exit status: 0, 3 where something failed, 130 where the user interrupted.
    """
    if arguments.output is None and not arguments.dry_run:
        raise RenderError("name the folder of the site with -o (or look first with --dry-run)")
    try:
        return _dry(arguments) if arguments.dry_run else _run(arguments)
    except KeyboardInterrupt:
        kept = f"finished pairs are kept in {arguments.output}; the same command goes on"
        say(f"rights-diff: interrupted; {kept if arguments.output else 'nothing was written'}")
        return INTERRUPTED


def _work(arguments: argparse.Namespace) -> Work:
    from rights_diff.corpus.running import Work

    return Work(
        sources=arguments.sources,
        manifest=arguments.manifest,
        across=arguments.across,
        organization=arguments.organization,
        pages=not arguments.no_pages,
        data=arguments.data,
        minimum=arguments.template_minimum,
        fresh=arguments.fresh,
    )


def _runner(arguments: argparse.Namespace) -> Literal["serial"] | None:
    return "serial" if arguments.serial else None


def _run(arguments: argparse.Namespace) -> int:
    from rights_diff.corpus.running import run_corpus as run

    with Progress() as progress:
        result = run(
            _work(arguments),
            arguments.output,
            runner=_runner(arguments),
            workers=arguments.workers,
            progressed=_Clock(progress),
        )
    warn((*result.plan.notes, *result.notes))
    for line in _told(result):
        answer(line)
    if result.failures:
        index = Path(arguments.output, "failures.html")
        say(f"rights-diff: {len(result.failures)} failed: see {index}")
        return FAILED
    return 0


def _dry(arguments: argparse.Namespace) -> int:
    from rights_diff.corpus.running import plan_only

    with Progress() as progress:
        plan = plan_only(
            _work(arguments),
            arguments.output,
            runner=_runner(arguments),
            workers=arguments.workers,
            progressed=_Clock(progress),
        )
    warn(plan.notes)
    for line in _planned(plan):
        answer(line)
    return FAILED if plan.failures else 0


# ---------------------------------------------------------------- what is said


def _told(result: CorpusResult) -> Iterator[str]:
    kept = f", {result.reused:,} of them kept from before" if result.reused else ""
    yield f"compared {_many(len(result), 'pair')} of {_many(_countries(result), 'country')}{kept}"
    if result.plan.alone:
        alone = Path(str(result.output), "alone.html")
        yield f"{_many(len(result.plan.alone), 'report')} without a partner: see {alone}"
    if result.template_edits:
        yield f"{_many(len(result.template_edits), 'change')} made in many countries alike"
    yield f"wrote {Path(str(result.output), 'index.html')}"


def _countries(result: CorpusResult) -> int:
    return len({record.pair.country for record in result})


def _planned(plan: Plan) -> Iterator[str]:
    """The plan as tab-separated lines: pairs, reports without partner, files that failed."""
    from rights_diff.rendering.view.site.names import file_words

    for pair in plan.pairs:
        yield _line("pair", pair.country, pair.old.edition_name, pair.new.edition_name, pair.id)
    for alone in plan.alone:
        report = alone.report
        told = report.country or "", report.edition_name, file_words(report), alone.reason
        yield _line("alone", *told)
    for failure in plan.failures:
        yield _line("failed", failure.what, failure.message)


def _line(*cells: str) -> str:
    from rights_diff.rendering.view.plain import shown_line

    return "\t".join(map(shown_line, cells))


def _many(count: int, noun: str) -> str:
    """A number and its noun.

    >>> _many(1, "country"), _many(1200, "country"), _many(0, "pair")
    ('1 country', '1,200 countries', '0 pairs')
    """
    if count == 1:
        return f"1 {noun}"
    return f"{count:,} " + (f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s")


class _Clock:
    """The line that shows how far a run is, and how long it will take."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._what = ""
        self._since = 0.0
        self._from = 0

    def __call__(self, what: str, done: int, of: int) -> None:
        now = time.monotonic()
        if what != self._what:
            self._what, self._since, self._from = what, now, done
        left = ""
        if done > self._from and done < of:
            seconds = (now - self._since) / (done - self._from) * (of - done)
            left = f", {_duration(seconds)} left"
        self._progress.say(f"{what} {done:,} of {of:,}{left}")


def _duration(seconds: float) -> str:
    """About how long, as people say it.

    >>> _duration(4.2), _duration(95), _duration(7200)
    ('about 4 seconds', 'about 2 minutes', 'about 2 hours')
    """
    for size, noun in ((_MINUTE * _MINUTE, "hour"), (_MINUTE, "minute")):
        if seconds >= 1.5 * size:
            return f"about {_many(round(seconds / size), noun)}"
    return f"about {_many(max(1, round(seconds)), 'second')}"
